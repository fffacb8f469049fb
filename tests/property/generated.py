"""Books made at random by their model: whatever it allows, with few words, so that names repeat and ministries meet.

Hypothesis draws the seed alone: drawing every field takes it a second a book.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from random import Random
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from hypothesis import strategies as st

from goru.book.items.walking import mapped
from goru.book.model import (
    ActionTask,
    BudgetRow,
    NationalStrategy,
    Part,
    Plan,
    PlanBook,
    Project,
    SectoralCoreTask,
    Source,
    SummarySheet,
)
from goru.core.codes import public_code

MINISTRIES = ["행안부", "산업부", "중기부", "환경부"]
INSTITUTIONS = ["세종", "제주", "대구경북권"]
NAMES = ["마을", "마을 ", "정원·숲", "정원 숲", "", "바람 지원", "바람 지원금", "항만"]
MOST = 3
"""Of the parts of one thing."""

_FIRST_DAY = date(2024, 1, 1)
_LATER = frozenset({"item_id", "public_code", "measure"})
"""What is filled in afterwards, if at all: an id is of one item alone."""

_PLAIN: dict[Any, Callable[[Random], Any]] = {
    str: lambda random: random.choice(NAMES),
    int: lambda random: random.randint(2020, 2030),
    bool: lambda random: random.random() < 0.5,
    date: lambda random: _FIRST_DAY + timedelta(days=random.randrange(900)),
    Decimal: lambda random: random.choice([Decimal(0), Decimal("1.5"), Decimal(-3), Decimal(240)]),
}
_SOME: dict[tuple[type[Part], str], Callable[[Random], Any]] = {
    (BudgetRow, "ministry"): lambda random: random.choice([None, *MINISTRIES]),
    (Project, "ministry"): lambda random: random.choice([None, *MINISTRIES]),
    (ActionTask, "ministries"): lambda random: random.sample(MINISTRIES, random.randrange(MOST)),
    (ActionTask, "heading_ministries"): lambda random: random.sample(MINISTRIES, random.randrange(MOST)),
    (SectoralCoreTask, "ministries"): lambda random: random.sample(MINISTRIES, random.randrange(MOST)),
    (Plan, "institution"): lambda random: random.choice(INSTITUTIONS),
    (SummarySheet, "institution"): lambda random: random.choice([*INSTITUTIONS, "아무 곳"]),
}
_FRAME: dict[str, tuple[type[Part], list[str]]] = {
    "strategies": (NationalStrategy, ["Ⅰ", "Ⅱ"]),
    "sectoral_core_tasks": (SectoralCoreTask, ["Ⅰ-1", "Ⅱ-1"]),
    "action_tasks": (ActionTask, ["Ⅰ-1-(1)", "Ⅱ-1-(1)", "Ⅱ-1-(2)"]),
}


@dataclass(frozen=True, slots=True)
class Made:
    """A generated book, told by what it is made from: with ids at none of its items (0), at all (1), at some (2)."""

    seed: int
    share: int
    is_later: bool

    @property
    def book(self) -> PlanBook:
        """The book; without the fields of 1.1 where it is not later."""
        return book_of(self.seed, share=self.share, is_later=self.is_later)


def books() -> st.SearchStrategy[Made]:
    """Books of any kind."""
    return st.builds(Made, st.integers(0, 2**32), st.sampled_from([0, 1, 2]), st.booleans())


def book_of(seed: int, *, share: int = 1, is_later: bool = True) -> PlanBook:
    """What is told apart by its number, title or institution has one of each; of all else there is any number."""
    random = Random(seed)  # noqa: S311
    given = _fields(PlanBook, random, is_later)
    for name, (class_, codes) in _FRAME.items():
        given[name] = [{**_fields(class_, random, is_later), "id": code} for code in codes]
    given["plans"] = list({(plan["kind"], plan["institution"]): plan for plan in given["plans"]}.values())
    for title, summary in enumerate(given["summaries"]):
        summary["title"] = f"참고 {title}"
    for number, task in enumerate(given["focus_tasks"]):
        task["number"] = number
    book = PlanBook.model_validate(given | {"year": 2025})
    return with_ids(book, share=share if is_later else 0)


def with_ids(book: PlanBook, *, share: int) -> PlanBook:
    """A book with ids and codes at none of its items (0), at all (1) or at every second (2)."""
    numbers = count(1)

    def named(_: Any) -> dict[str, object]:
        number = next(numbers)
        return (
            {} if number % share else {"item_id": UUID(int=number), "public_code": public_code("P", number)}
        )

    return mapped(book, named) if share else book


def _fields(class_: type[Part], random: Random, is_later: bool) -> dict[str, Any]:
    if class_ is Source:
        line = random.randint(1, 999)
        return {"first_line": line, "last_line": line + 1}
    given = {}
    for name, field in class_.model_fields.items():
        if name in _LATER or (field.exclude_if and not is_later):
            continue
        own = _SOME.get((class_, name))
        given[name] = own(random) if own else _value(field.annotation, random, is_later)
    if given.get("covers"):
        given["project_names"] = [project["name"] for project in given["covers"]]
    return given


def _value(annotation: Any, random: Random, is_later: bool) -> Any:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inner[0], random, is_later)
    if origin in (Union, UnionType):
        one = random.choice(inner)
        return None if one is NoneType else _value(one, random, is_later)
    if origin is list:
        return [_value(inner[0], random, is_later) for _ in range(random.randrange(MOST + 1))]
    if origin is Literal:
        return random.choice(inner)
    if issubclass(annotation, Part):
        return _fields(annotation, random, is_later)
    return _PLAIN[annotation](random)
