"""Rule on ministries of an action task's rows whose names were exchanged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from goru.book.checking.rule import Found, span
from goru.book.model import ActionTask, BudgetRow, PlanBook
from goru.book.paths import Path, each
from goru.book.register import by_printed_name

_WORD = re.compile(r"[가-힣]{2,}")
_Pairs = frozenset[str]


def ministries_exchanged(book: PlanBook) -> Iterator[Found]:
    """Rows whose ministries stand in another order than the heading names them, and would not if two were exchanged.

    Some books order rows otherwise on purpose: so what the rows are for must be more like what the two ministries do
    elsewhere in the book once they are exchanged.
    """
    for at, task in each(book.action_tasks, Path.of("action_tasks")):
        order = _order(task.budget_rows)
        if len(order) > 1 and not _is_in_order(order, task.heading_ministries):
            yield from _exchanged(book, at, task, order)


def _order(rows: Sequence[BudgetRow]) -> list[str]:
    return list(dict.fromkeys(row.ministry for row in rows if row.ministry))


def _is_in_order(order: Sequence[str], heading: Sequence[str]) -> bool:
    """Whether those of the heading stand in its order, and the lead first."""
    named = [one for one in order if one in heading]
    lead = next(iter(heading), "")
    return named == [one for one in heading if one in named] and (lead not in order or order[0] == lead)


def _exchanged(book: PlanBook, at: Path, task: ActionTask, order: Sequence[str]) -> Iterator[Found]:
    elsewhere = _words_by_ministry(book, task)
    own = _words_of_rows(task.budget_rows)
    for one, other in combinations(order, 2):
        mended = [other if name == one else one if name == other else name for name in order]
        if not _is_in_order(mended, task.heading_ministries):
            continue
        printed = _alike(elsewhere[one], own[one]) + _alike(elsewhere[other], own[other])
        if printed < _alike(elsewhere[one], own[other]) + _alike(elsewhere[other], own[one]):
            rows = [row.source for row in task.budget_rows if row.ministry in (one, other)]
            yield Found(
                at / "budget_rows", [span(rows)], mended, list(order), parameters={"both": [one, other]}
            )
            return


def _words_by_ministry(book: PlanBook, but: ActionTask) -> Mapping[str, _Pairs]:
    """The words of what each ministry does in other tasks, and of its name."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, institution in by_printed_name("ministry").items():
        found[institution.short_name] |= _pairs(name)
    for task in book.action_tasks:
        if task.id == but.id:
            continue
        for ministry, words in _words_of_rows(task.budget_rows).items():
            found[ministry] |= words
        part = {*task.ministries, *task.heading_ministries, *_order(task.budget_rows)}
        if len(part) == 1:
            texts = [*task.goals, *task.reforms]
            found[part.pop()] |= _pairs(
                task.name, *(one.name for one in task.indicators), *(one.text for one in texts)
            )
    return defaultdict(frozenset, {name: frozenset(words) for name, words in found.items()})


def _words_of_rows(rows: Sequence[BudgetRow]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.ministry:
            found[row.ministry] |= _pairs(*row.project_names, *(project.name for project in row.covers))
    return found


def _pairs(*texts: str) -> set[str]:
    """The syllables that stand together in words."""
    return {
        word[at : at + 2] for text in texts for word in _WORD.findall(text) for at in range(len(word) - 1)
    }


def _alike(does: _Pairs, names: set[str]) -> float:
    return len(does & names) / len(names) if names else 0.0
