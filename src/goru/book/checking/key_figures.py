"""Rule on key figures (KPI) of sheets (참고 2, 3) and of plans' own summaries: they should be the targets of indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from goru.book.checking.names import key
from goru.book.checking.rule import Found
from goru.book.model import PlanBook, PlanIndicator
from goru.book.paths import Path, each
from goru.core.figures import half_unit, read

_SCALES = {
    "조": 10**12,
    "억": 10**8,
    "천만": 10**7,
    "백만": 10**6,
    "십만": 10**5,
    "만": 10**4,
    "천": 10**3,
}
_SCALE = "|".join(_SCALES)
_PIECES = re.compile(r",(?!\d{3})")
_KEY_FIGURE = re.compile(
    rf"(?P<name>.+?)\s*[(:]?\s*(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<scale>{_SCALE})?(?P<unit>[^\d]*)"
)
_TENTH = Decimal("0.1")
_LONG_ENOUGH = 5
_SIGNIFICANT = 3


def key_figures_that_differ(book: PlanBook) -> Iterator[Found]:
    """Key figures in brackets that are not the target of the plan's indicator of that name, in whatever unit."""
    yield from _of_plans(book)
    plans = {plan.institution: plan for plan in book.plans}
    for above, summary in each(book.summaries, Path.of("summaries")):
        for at, sheet in each(summary.sheets, above / "sheets"):
            plan = plans.get(sheet.institution)
            for text in sheet.key_figures if plan else []:
                for match in _figures(text.text):
                    row = _named(plan.indicators, match["name"]) if plan else None
                    if row and (growth := _growth_in_points(match, row)) is not None:
                        yield Found(
                            at / "key_figures" / row.name,
                            [text.source, row.source],
                            growth,
                            match[0],
                            case="points",
                            doubtful=True,
                            parameters={"name": row.name, "unit": row.unit or ""},
                        )
                    elif row and _differs(match, row):
                        yield Found(
                            at / "key_figures" / row.name,
                            [text.source, row.source],
                            _meant(match, row),
                            match[0],
                            parameters={"name": row.name, "unit": row.unit or ""},
                        )


def _of_plans(book: PlanBook) -> Iterator[Found]:
    """Those of a plan's own summary."""
    for at, plan in each(book.plans, Path.of("plans")):
        for here, one in each(plan.key_figures, at / "key_figures"):
            for match in _figures(f"{one.name} {one.value}{one.unit or ''}"):
                row = _named(plan.indicators, match["name"])
                if row and _differs(match, row):
                    parameters = {"name": row.name, "unit": row.unit or ""}
                    sources = [one.source, row.source]
                    yield Found(here, sources, _meant(match, row), match[0], parameters=parameters)


def _figures(text: str) -> Iterator[re.Match[str]]:
    """Names with their figures. One figure for several names ("도로, 철도연장 74.6km") says nothing of either."""
    pieces = [piece.strip() for piece in _PIECES.split(text)]
    for before, piece in zip([None, *pieces], pieces, strict=False):
        match = _KEY_FIGURE.fullmatch(piece)
        if match and (before is None or any(letter.isdigit() for letter in before)):
            yield match


def _named(rows: list[PlanIndicator], name: str) -> PlanIndicator | None:
    """The one indicator of that name, or of a longer or shorter form of it."""
    wanted = _plain(name)
    same = [row for row in rows if _plain(row.name) == wanted]
    alike = same or [
        row
        for row in rows
        if min(len(wanted), len(_plain(row.name))) >= _LONG_ENOUGH
        and (wanted in _plain(row.name) or _plain(row.name) in wanted)
    ]
    return alike[0] if len(alike) == 1 else None


def _plain(name: str) -> str:
    return key(name).replace("율", "률").removesuffix("수")


def _meant(match: re.Match[str], row: PlanIndicator) -> str:
    """A key figure in percent points is a change, every other one a target."""
    return row.change if match["unit"].startswith("%p") else row.target


def _growth_in_points(match: re.Match[str], row: PlanIndicator) -> Decimal | None:
    """The growth in percent of what is measured in another unit, where a key figure gives it in percent points."""
    unit = row.unit or ""
    before, target = read(row.actual, unit), read(row.target, unit)
    if (
        not match["unit"].startswith("%p")
        or not unit
        or "%" in unit
        or not before
        or not target
        or not before.value
    ):
        return None
    return ((target.value / before.value - 1) * 100).quantize(_TENTH)


def _differs(match: re.Match[str], row: PlanIndicator) -> bool:
    unit = row.unit or ""
    printed, figure = read(match["number"]), read(_meant(match, row), unit)
    if not printed or not figure or (match["unit"].startswith("%") and "%" not in unit):
        return False
    scale = re.match(_SCALE, unit)
    factor, own = Decimal(_SCALES.get(match["scale"] or "", 1)), Decimal(_SCALES[scale[0]] if scale else 1)
    allowed = max(_half(printed.value) * factor, half_unit(figure.value) * own)
    return abs(printed.value * factor - figure.value * own) > allowed


def _half(value: Decimal) -> Decimal:
    """Half a unit of the last digit that is meant: 1,640 may be 1,637.4 rounded to three digits."""
    zeros = len(str(value)) - len(str(value).rstrip("0")) if value == value.to_integral_value() else 0
    shown = max(0, min(zeros, len(str(value)) - _SIGNIFICANT))
    return half_unit(value).scaleb(shown)
