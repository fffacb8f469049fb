"""Charts as Vega-Lite, drawn to SVG without `style` attributes, so that a strict content security policy holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import east_asian_width

import altair as alt
import vl_convert

FIRST, SECOND, INK, QUIET, LINE = "#0b50d0", "#8a949e", "#1e2124", "#464c53", "#cdd1d5"
_FONT = "Pretendard GOV, Noto Sans KR, sans-serif"
_WIDTH, _ROW, _SIZE, _LONGEST = 300, 26, 13, 20


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: whose it is, how long, the figure as it is said, and the series where there are several."""

    label: str
    value: float
    said: str
    series: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is to move from an actual (실적) to a target (목표)."""

    label: str
    actual: float
    target: float


@dataclass(frozen=True, slots=True)
class Span:
    """A time on a line; both ends are days. A vague one (a half-year, a year) is drawn thin."""

    label: str
    start: date
    end: date
    is_done: bool
    is_vague: bool


def bars(rows: Sequence[Bar]) -> str:
    """Horizontal bars in the given order, each with its figure; bars of one label stand together, by series."""
    series = list(dict.fromkeys(row.series for row in rows))
    labels = list(dict.fromkeys(row.label for row in rows))
    values = [
        {
            "label": row.label,
            "value": row.value,
            "said": f"{row.series} {row.said}".strip(),
            "series": row.series,
        }
        for row in rows
    ]
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=_labels(labels),
        yOffset=alt.YOffset("series:N", sort=series, scale=alt.Scale(paddingInner=0.15)),
        x=alt.X(
            "value:Q",
            axis=None,
            scale=alt.Scale(domainMax=1.45 * max((row.value for row in rows), default=1)),
        ),
    )
    shades = [FIRST] if len(series) == 1 else [SECOND, FIRST]
    colour = alt.Color("series:N", scale=alt.Scale(domain=series, range=shades), legend=None)
    text = base.mark_text(align="left", dx=5, color=INK).encode(text="said:N")
    return _drawn(base.mark_bar().encode(color=colour) + text, rows=len(rows) + len(labels) // 2)


def changes(rows: Sequence[Change], *, unit: str, actual: str, target: str) -> str:
    """From actual to target, one line a label: a ring is the actual, a filled square the target."""
    labels = [row.label for row in rows]
    ends = [
        {"label": row.label, "value": value, "what": what}
        for row in rows
        for what, value in ((actual, row.actual), (target, row.target))
    ]
    y = _labels(labels)
    x = alt.X("value:Q", title=unit, scale=alt.Scale(zero=False), axis=alt.Axis(tickCount=5))
    what = [actual, target]
    shape = alt.Shape("what:N", scale=alt.Scale(domain=what, range=["circle", "square"]), legend=_legend())
    fill = alt.Fill("what:N", scale=alt.Scale(domain=what, range=["#ffffff", FIRST]), legend=_legend())
    line = alt.Chart(alt.InlineData(values=ends)).mark_line(color=SECOND).encode(y=y, x=x, detail="label:N")
    points = alt.Chart(alt.InlineData(values=ends)).mark_point(
        size=70, stroke=FIRST, opacity=1, strokeWidth=2
    )
    return _drawn(line + points.encode(y=y, x=x, shape=shape, fill=fill), rows=len(rows))


def timeline(rows: Sequence[Span], *, done: str, planned: str) -> str:
    """Dated steps on one line a label: what is over is filled, what is planned is a frame."""
    labels = list(dict.fromkeys(row.label for row in rows))
    vague, exact = (
        [_span(row, done if row.is_done else planned) for row in rows if row.is_vague is thin]
        for thin in (True, False)
    )
    states = [done, planned]
    fill = alt.Fill("state:N", scale=alt.Scale(domain=states, range=[SECOND, "#ffffff"]), legend=_legend())
    stroke = alt.Stroke("state:N", scale=alt.Scale(domain=states, range=[QUIET, FIRST]), legend=_legend())
    axis = alt.Axis(format="%Y.%m", tickCount=6, orient="top")
    places = {"y": _labels(labels), "x": alt.X("start:T", title=None, axis=axis), "x2": "end:T"}
    thin, thick = (
        alt.Chart(alt.InlineData(values=values))
        .mark_bar(height=height, strokeWidth=2, fillOpacity=0.55, cornerRadius=2)
        .encode(**places, fill=fill, stroke=stroke)
        for values, height in ((vague, 3), (exact, 14))
    )
    return _drawn(thin + thick, rows=len(labels))


def _span(row: Span, state: str) -> dict[str, str]:
    days = {"start": row.start.isoformat(), "end": row.end.isoformat()}
    return {"label": row.label, "state": state, **days}


def _labels(labels: Sequence[str]) -> alt.Y:
    """The names at the left. Room is kept by our own measure: the renderer has no Korean font to measure with."""
    shown = {label: _short(label) for label in labels}
    room = max((_width(label) for label in shown.values()), default=0)
    axis = alt.Axis(
        labelLimit=0,
        labelExpr=f"length(datum.label) > {_LONGEST} ? slice(datum.label, 0, {_LONGEST - 1}) + '…' : datum.label",
        labelPadding=8,
        minExtent=room + 10,
        ticks=False,
        domain=False,
    )
    return alt.Y("label:N", sort=list(labels), title=None, axis=axis)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1]}…"


def _width(label: str) -> float:
    """About how wide a label is drawn, in pixels: Korean letters are as wide as high, others about half."""
    return sum(_SIZE * (0.95 if east_asian_width(letter) in "WF" else 0.6) for letter in label)


def _legend() -> alt.Legend:
    return alt.Legend(title=None, orient="bottom", symbolSize=90)


def _drawn(chart: alt.LayerChart | alt.Chart, *, rows: int) -> str:
    whole = (
        chart.properties(width=_WIDTH, height=max(2, rows) * _ROW, background="#ffffff", padding=8)
        .configure(font=_FONT)
        .configure_axis(
            labelFontSize=_SIZE, titleFontSize=12, labelColor=INK, titleColor=QUIET, gridColor=LINE
        )
        .configure_text(fontSize=_SIZE)
        .configure_legend(labelFontSize=_SIZE, labelColor=INK)
        .configure_view(stroke=None)
    )
    return vl_convert.vegalite_to_svg(whole.to_dict())
