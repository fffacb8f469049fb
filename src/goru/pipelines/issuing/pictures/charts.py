"""Charts as Vega-Lite, drawn to SVG without `style` attributes, so that a strict content security policy holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import altair as alt
import vl_convert
from django.utils.html import escape

from goru.pipelines.issuing.pictures.layout import (
    BROAD,
    LINE,
    NARROW,
    PADDING,
    SIZE,
    WIDE,
    Layout,
    width_of,
)

FIRST, SECOND, INK, QUIET, GRID = "#0b50d0", "#8a949e", "#1e2124", "#464c53", "#cdd1d5"
_FONT = "Pretendard GOV, Noto Sans KR, sans-serif"
_ROLE = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
_TEXT, _TAG = re.compile(r"<text [^>]*>(.*?)</text>"), re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: whose it is, how long, the figure as it is said, and the series where there are several.

    Where there is no figure to draw its place stays free.
    """

    label: str
    value: float | None
    said: str
    series: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is to move from an actual (실적) to a target (목표); what is no number is not drawn."""

    label: str
    actual: float | None
    target: float | None


@dataclass(frozen=True, slots=True)
class Span:
    """A time on a line; both ends are days. A vague one (a half-year, a year) is drawn thin.

    An arrow says that it began before its start (`goes_back`) or has no end here (`goes_on`).
    """

    label: str
    start: date
    end: date
    is_done: bool
    is_vague: bool
    goes_back: bool = False
    goes_on: bool = False


def bars(rows: Sequence[Bar], *, width: int = WIDE, quoted: bool = False) -> str:
    """Horizontal bars in the given order, each with its figure; bars of one label stand together, by series.

    `quoted` where the labels are the plan's own words.
    """
    series = list(dict.fromkeys(row.series for row in rows))
    labels = tuple(dict.fromkeys(row.label for row in rows))
    layout = Layout(width, labels, bars=len(series))
    values = [
        {
            "label": row.label,
            "value": row.value or 0,
            "said": f"{row.series} {row.said}".strip(),
            "series": row.series,
        }
        for row in rows
    ]
    longest = _longest_bar(
        [(row.value or 0, str(value["said"])) for row, value in zip(rows, values, strict=True)], layout
    )
    base = alt.Chart(alt.InlineData(values=values)).encode(
        y=layout.names(),
        yOffset=alt.YOffset("series:N", sort=series, scale=alt.Scale(paddingInner=0.15)),
        x=alt.X("value:Q", axis=None, scale=alt.Scale(domainMin=0, domainMax=longest)),
    )
    shades = [FIRST] if len(series) == 1 else [SECOND, FIRST]
    colour = alt.Color("series:N", scale=alt.Scale(domain=series, range=shades), legend=None)
    text = base.mark_text(align="left", dx=5, color=INK).encode(text="said:N")
    return _drawn(base.mark_bar().encode(color=colour) + text, layout, quoted=labels if quoted else ())


def changes(rows: Sequence[Change], *, unit: str, actual: str, target: str, width: int = WIDE) -> str:
    """From actual to target, one line a label: a ring is the actual, a filled square the target."""
    layout = Layout(width, tuple(row.label for row in rows))
    ends = [
        {"label": row.label, "value": value, "what": what}
        for row in rows
        for what, value in ((actual, row.actual), (target, row.target))
        if value is not None
    ]
    y = layout.names()
    axis = alt.Axis(tickCount=3 if width == NARROW else 5)
    x = alt.X("value:Q", title=unit, scale=alt.Scale(zero=False), axis=axis)
    what = [actual, target]
    shape = alt.Shape("what:N", scale=alt.Scale(domain=what, range=["circle", "square"]), legend=_legend())
    fill = alt.Fill("what:N", scale=alt.Scale(domain=what, range=["#ffffff", FIRST]), legend=_legend())
    line = alt.Chart(alt.InlineData(values=ends)).mark_line(color=SECOND).encode(y=y, x=x, detail="label:N")
    points = alt.Chart(alt.InlineData(values=ends)).mark_point(
        size=70, stroke=FIRST, opacity=1, strokeWidth=2
    )
    chart = line + points.encode(y=y, x=x, shape=shape, fill=fill)
    return _drawn(chart, layout, quoted=[unit])


def timeline(rows: Sequence[Span], *, done: str, planned: str, width: int = BROAD) -> str:
    """Dated steps on one line a task, by its own words: what is over is filled, what is planned is a frame."""
    labels = tuple(dict.fromkeys(row.label for row in rows))
    layout = Layout(width, labels)
    vague, exact = (
        [_span(row, done if row.is_done else planned) for row in rows if row.is_vague is thin]
        for thin in (True, False)
    )
    states = [done, planned]
    fill = alt.Fill("state:N", scale=alt.Scale(domain=states, range=[SECOND, "#ffffff"]), legend=_legend())
    stroke = alt.Stroke("state:N", scale=alt.Scale(domain=states, range=[QUIET, FIRST]), legend=_legend())
    months = alt.TimeIntervalStep(interval="month", step=6 if width == BROAD else 12)
    axis = alt.Axis(format="%Y.%m", tickCount=months, orient="top")
    places = {"y": layout.names(), "x": alt.X("start:T", title=None, axis=axis), "x2": "end:T"}
    thin, thick = (
        alt.Chart(alt.InlineData(values=values))
        .mark_bar(height=height, strokeWidth=2, fillOpacity=0.55, cornerRadius=2)
        .encode(**places, fill=fill, stroke=stroke)
        for values, height in ((vague, 3), (exact, 14))
    )
    arrows = _arrows(rows, layout.names(), done, planned, fill, stroke)
    return _drawn(alt.LayerChart(layer=[thin, thick, *arrows]), layout, quoted=labels)


def _arrows(
    rows: Sequence[Span], y: alt.Y, done: str, planned: str, fill: alt.Fill, stroke: alt.Stroke
) -> list[alt.Chart]:
    """Arrows at the ends of times that are open there."""
    return [
        alt.Chart(
            alt.InlineData(
                values=[
                    {"label": row.label, "at": at.isoformat(), "state": done if row.is_done else planned}
                    for row, at in ends
                ]
            )
        )
        .mark_point(shape=f"triangle-{way}", size=60, strokeWidth=2, xOffset=offset, opacity=1)
        .encode(y=y, x="at:T", fill=fill, stroke=stroke)
        for way, offset, ends in (
            ("left", -6, [(row, row.start) for row in rows if row.goes_back]),
            ("right", 6, [(row, row.end) for row in rows if row.goes_on]),
        )
    ]


def _span(row: Span, state: str) -> dict[str, str]:
    days = {"start": row.start.isoformat(), "end": row.end.isoformat()}
    return {"label": row.label, "state": state, **days}


def _longest_bar(rows: Sequence[tuple[float, str]], layout: Layout) -> float:
    """Up to where the scale of bars must reach, so that the figure beside each bar still has its room."""
    figures = 10 + max((width_of(said) for _value, said in rows), default=0)
    longest = max((value for value, _said in rows), default=0)
    return (longest or 1) * layout.plot / max(layout.plot - figures, layout.plot / 4)


def _legend() -> alt.Legend:
    return alt.Legend(title=None, orient="bottom", symbolSize=90)


def _drawn(chart: alt.LayerChart | alt.Chart, layout: Layout, *, quoted: Collection[str] = ()) -> str:
    """The chart as SVG without roles and words of its parts: the picture as a whole has its words."""
    whole = (
        chart.properties(
            width=layout.width,
            height=layout.height,
            background="#ffffff",
            padding=PADDING,
            autosize=alt.AutoSizeParams(type="fit-x", contains="padding"),
        )
        .configure(font=_FONT)
        .configure_axis(
            labelFontSize=SIZE,
            labelLineHeight=LINE,
            titleFontSize=SIZE,
            labelColor=INK,
            titleColor=QUIET,
            gridColor=GRID,
        )
        .configure_text(fontSize=SIZE)
        .configure_legend(labelFontSize=SIZE, labelColor=INK)
        .configure_view(stroke=None)
    )
    korean = {escape("".join(layout.lines(words))) for words in quoted}
    return _marked(_ROLE.sub("", vl_convert.vegalite_to_svg(whole.to_dict())), korean)


def _marked(svg: str, korean: Collection[str]) -> str:
    """The plan's own words say that they are Korean, whatever the language of the rest."""
    return _TEXT.sub(
        lambda text: (
            text[0].replace("<text ", '<text lang="ko" ', 1) if _TAG.sub("", text[1]) in korean else text[0]
        ),
        svg,
    )
