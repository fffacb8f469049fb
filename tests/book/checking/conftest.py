"""Small books that differ in one place from the book of tests, which has few findings of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from goru.book.checking.rule import Found
from goru.book.checking.rulebook import RULES
from goru.book.checking.texts import sentences_of
from goru.book.model import PlanBook, Source, Text

Change = Callable[..., PlanBook]


@pytest.fixture(scope="session")
def changed(small_book: PlanBook) -> Change:
    """The small book, or another one, with other values at some paths ("plans.0.budget.total")."""

    def change(values: dict[str, Any], book: PlanBook = small_book) -> PlanBook:
        whole = book.model_dump()
        for path, value in values.items():
            *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
            part: Any = whole
            for step in steps:
                part = part[step]
            part[last] = value
        return PlanBook.model_validate(whole)

    return change


@pytest.fixture(scope="session")
def printed() -> Callable[[int, str], Text]:
    """A line of prose."""
    return lambda line, text: Text(text=text, source=Source(first_line=line, last_line=line))


@pytest.fixture(scope="session")
def found() -> Callable[..., list[Found]]:
    """What one rule finds in a book, and in the lines of its file that the book does not hold."""

    def find(code: str, book: PlanBook, prose: Sequence[Text] = ()) -> list[Found]:
        rule = next(rule for rule in RULES if rule.code == code)
        return list(rule.found_in(book, sentences_of(book, prose)))

    return find
