"""Charts as Vega-Lite, drawn to SVG without `style` attributes, so that a strict content security policy holds."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from unicodedata import east_asian_width

import altair as alt
import vl_convert
from django.utils.html import escape

FIRST, SECOND, INK, QUIET, LINE = "#0b50d0", "#8a949e", "#1e2124", "#464c53", "#cdd1d5"
_FONT = "Pretendard GOV, Noto Sans KR, sans-serif"
_WIDTH, _PADDING, _ROW, _SIZE, _LINE, _LONGEST = 560, 8, 26, 13, 16, 250
"""All charts are equally wide, so that one rule of the style sheet keeps the letters of all of them readable."""
_TEXT, _TAG = re.compile(r"<text [^>]*>(.*?)</text>"), re.compile(r"<[^>]*>")


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


def bars(rows: Sequence[Bar], *, quoted: bool = False) -> str:
    """Horizontal bars in the given order, each with its figure; bars of one label stand together, by series.

    `quoted` where the labels are the plan's own words.
    """
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
            scale=alt.Scale(domainMin=0, domainMax=_longest_bar(values)),
        ),
    )
    shades = [FIRST] if len(series) == 1 else [SECOND, FIRST]
    colour = alt.Color("series:N", scale=alt.Scale(domain=series, range=shades), legend=None)
    text = base.mark_text(align="left", dx=5, color=INK).encode(text="said:N")
    chart = base.mark_bar().encode(color=colour) + text
    return _drawn(chart, labels, rows=len(rows) + len(labels) // 2, quoted=labels if quoted else ())


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
    chart = line + points.encode(y=y, x=x, shape=shape, fill=fill)
    return _drawn(chart, labels, rows=len(rows), quoted=[unit])


def timeline(rows: Sequence[Span], *, done: str, planned: str) -> str:
    """Dated steps on one line a task, by its own words: what is over is filled, what is planned is a frame."""
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
    return _drawn(thin + thick, labels, rows=len(labels), quoted=labels)


def _span(row: Span, state: str) -> dict[str, str]:
    days = {"start": row.start.isoformat(), "end": row.end.isoformat()}
    return {"label": row.label, "state": state, **days}


def _labels(labels: Sequence[str]) -> alt.Y:
    """The names at the left. Room is kept by our own measure: the renderer has no Korean font to measure with."""
    shown = json.dumps({label: _lines(label) for label in labels}, ensure_ascii=False)
    axis = alt.Axis(
        labelLimit=0,
        labelExpr=f"({shown})[datum.label]",
        labelPadding=8,
        minExtent=_room(labels),
        ticks=False,
        domain=False,
    )
    return alt.Y("label:N", sort=list(labels), title=None, axis=axis)


def _room(labels: Sequence[str]) -> float:
    return 10 + max((_width(line) for label in labels for line in _lines(label)), default=0)


def _longest_bar(values: Sequence[dict[str, object]]) -> float:
    """Up to where the scale of bars must reach, so that the figure beside each bar still has its room."""
    plot = _WIDTH - 2 * _PADDING - _room([str(one["label"]) for one in values])
    figures = 10 + max((_width(str(one["said"])) for one in values), default=0)
    longest = max((float(str(one["value"])) for one in values), default=0)
    return (longest or 1) * plot / max(plot - figures, plot / 4)


def _lines(label: str) -> list[str]:
    """A label in as many lines as its words need at the left; a word that has no room in one is cut."""
    lines: list[str] = []
    for word in label.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer) <= _LONGEST:
            lines[-1] = longer
        else:
            lines.append(_cut(word))
    return lines


def _cut(word: str) -> str:
    if _width(word) <= _LONGEST:
        return word
    return (
        f"{word[: next(end for end in range(len(word), 0, -1) if _width(word[:end]) <= _LONGEST - _SIZE)]}…"
    )


def _width(label: str) -> float:
    """About how wide a label is drawn, in pixels: Korean letters are as wide as high, others about half."""
    return sum(_SIZE * (0.95 if east_asian_width(letter) in "WF" else 0.55) for letter in label)


def _legend() -> alt.Legend:
    return alt.Legend(title=None, orient="bottom", symbolSize=90)


def _drawn(
    chart: alt.LayerChart | alt.Chart, labels: Sequence[str], *, rows: int, quoted: Collection[str] = ()
) -> str:
    """The chart as SVG; as many rows high, or as the labels need."""
    lines = max((len(_lines(label)) for label in labels), default=1)
    height = max(2 * _ROW, rows * _ROW, len(labels) * (lines * _LINE + _SIZE))
    whole = (
        chart.properties(
            width=_WIDTH,
            height=height,
            background="#ffffff",
            padding=_PADDING,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure(font=_FONT)
        .configure_axis(
            labelFontSize=_SIZE,
            labelLineHeight=_LINE,
            titleFontSize=_SIZE,
            labelColor=INK,
            titleColor=QUIET,
            gridColor=LINE,
        )
        .configure_text(fontSize=_SIZE)
        .configure_legend(labelFontSize=_SIZE, labelColor=INK)
        .configure_view(stroke=None)
    )
    return _marked(vl_convert.vegalite_to_svg(whole.to_dict()), quoted)


def _marked(svg: str, quoted: Collection[str]) -> str:
    """The plan's own words say that they are Korean, whatever the language of the rest."""
    korean = {escape("".join(_lines(words))) for words in quoted}
    return _TEXT.sub(
        lambda text: (
            text[0].replace("<text ", '<text lang="ko" ', 1) if _TAG.sub("", text[1]) in korean else text[0]
        ),
        svg,
    )
