"""Whom a finding concerns: the institutions whose plan or task it stands in, by their keys in the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goru.book.model import ActionTask, BudgetRow, Plan, PlanBook, SectoralCoreTask, SummarySheet
from goru.book.paths import Path, way_to
from goru.book.register import by_printed_name

_AUTHORS = ("province", "megaregion")


def concerned_by(book: PlanBook, places: Iterable[Path]) -> list[str]:
    """The keys of all institutions that what stands at the places concerns; of figures of the whole book, none."""
    return list(dict.fromkeys(key for place in places for key in _concerned(book, place)))


def _concerned(book: PlanBook, place: Path) -> list[str]:
    """Those of the innermost part that is somebody's: a ministry's row concerns it alone."""
    whose = [keys for _, part in way_to(book, place) if (keys := list(_keys(part)))]
    if whose:
        return whose[-1]
    match place.steps:
        case "plans", institution, *_:  # a plan that is missing
            return _known([institution], _AUTHORS)
    return []


def _keys(part: object) -> Iterator[str]:
    match part:
        case Plan() | SummarySheet():
            yield from _known([part.institution], _AUTHORS)
        case ActionTask():  # of the table, of the body's heading, and those whose money is in it
            rows = [row.ministry or "" for row in part.budget_rows]
            yield from _known([*part.ministries, *part.heading_ministries, *rows], ("ministry",))
        case SectoralCoreTask():
            yield from _known(part.ministries, ("ministry",))
        case BudgetRow():
            yield from _known([part.ministry or ""], ("ministry",))


def _known(names: Iterable[str], kinds: Iterable[str]) -> list[str]:
    return [found.key for name in names for kind in kinds if (found := by_printed_name(kind).get(name))]
