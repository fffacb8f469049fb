"""Rules on names and wordings: what should be one and is not, what stands twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from goru.book.checking.rule import Found
from goru.book.model import PlanBook, Text
from goru.book.paths import Path, each

_NOT_LETTERS = re.compile(r"[^\w%+]|_")
_MAJORITY = 5
"""So many plans make a wording the common one."""
_ALIKE = 0.85
_ON_PURPOSE = 3


def key(text: str) -> str:
    """A text without what print varies: white space, dots, dashes, brackets, quotes."""
    return _NOT_LETTERS.sub("", text)


def strategies_worded_otherwise(book: PlanBook) -> Iterator[Found]:
    """Strategies of a plan's budget or indicators that its table of core tasks does not know under that name."""
    for at, plan in each(book.plans, Path.of("plans")):
        own = list(dict.fromkeys(task.strategy for task in plan.core_tasks))
        budget = plan.budget.by_strategy if plan.budget else []
        used = {
            "budget": [(row.strategy, row.source) for row in budget],
            "indicators": [(row.strategy, row.source) for row in plan.indicators if row.strategy],
        }
        for part, rows in used.items():
            known = {key(strategy) for strategy in own}
            others = [(name, source) for name, source in rows if own and key(name) not in known]
            if others:
                yield Found(
                    at / part,
                    list(dict.fromkeys(source for _, source in others)),
                    own,
                    list(dict.fromkeys(name for name, _ in others)),
                    case=part,
                )


def core_tasks_misspelt(book: PlanBook) -> Iterator[Found]:
    """Core tasks whose name is nearly, but not quite, the one most provinces use."""
    provincial = [one for one in each(book.plans, Path.of("plans")) if one[1].kind == "provincial"]
    names = Counter(name for _, plan in provincial for name in {key(task.name) for task in plan.core_tasks})
    common = {name for name, count in names.items() if count >= _MAJORITY}
    printed = {key(task.name): task.name for _, plan in provincial for task in plan.core_tasks}
    for at, plan in provincial:
        used = {key(task.name) for task in plan.core_tasks}
        for here, task in each(plan.core_tasks, at / "core_tasks"):
            meant = None if key(task.name) in common else _meant(key(task.name), common - used)
            if meant:
                yield Found(here, [task.source], printed[meant], task.name)


def _meant(name: str, common: Iterable[str]) -> str | None:
    for other in sorted(common):
        matcher = SequenceMatcher(None, name, other, autojunk=False)
        if matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
            return other
    return None


def repeated_items(book: PlanBook) -> Iterator[Found]:
    """Items (세부과제) that stand twice in one plan, and aims that stand under two core tasks of the frame.

    A plan that says the same of three core tasks and more repeats itself on purpose: only within one of them it is told.
    """
    for at, plan in each(book.plans, Path.of("plans")):
        tasks = list(each(plan.core_tasks, at / "core_tasks"))
        uses = Counter(name for _, task in tasks for name in {key(item.text) for item in task.items})
        groups = [[task] for task in tasks] if max(uses.values(), default=0) >= _ON_PURPOSE else [tasks]
        for group in groups:
            yield from _twice(
                at / "core_tasks", ((here, item) for here, task in group for item in task.items), "items"
            )
    whole = Path.of("sectoral_core_tasks")
    aims = ((here, aim) for here, task in each(book.sectoral_core_tasks, whole) for aim in task.aims)
    yield from _twice(whole, aims, "aims")


def _twice(whole: Path, texts: Iterable[tuple[Path, Text]], case: str) -> Iterator[Found]:
    places: dict[str, list[tuple[Path, Text]]] = defaultdict(list)
    for here, text in texts:
        places[key(text.text)].append((here, text))
    for same in places.values():
        if len(same) > 1:
            yield Found(
                whole,
                [text.source for _, text in same],
                found=same[0][1].text,
                case=case,
                parameters={"times": len(same)},
                also=[here for here, _ in same],
            )
