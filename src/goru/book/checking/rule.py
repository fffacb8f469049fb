"""What a rule is, and what it finds before the finding is put into words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from goru.book.model import PlanBook, Source
from goru.book.paths import Path

Severity = Literal["error", "warning"]
Category = Literal["existence", "completeness", "accuracy", "consistency"]


Sentence = tuple[Path, str, Source | None]
"""Where it stands in the book, what it says, and where it was printed."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the book breaks a rule.

    `found` is what is printed there, `expected` what the rest of the book says it should be,
    `difference` found less expected. `case` chooses among the sentences of the rule. A rule of
    errors gives a `doubtful` finding where the print may yet be right: it becomes a warning.
    What was written and not read has no source.
    """

    at: Path
    sources: Sequence[Source | None]
    expected: Any = None
    found: Any = None
    difference: Decimal | None = None
    case: str = ""
    doubtful: bool = False
    parameters: dict[str, Any] = field(default_factory=dict)
    also: Sequence[Path] = ()
    """Where else it stands, if it is of several places."""

    @property
    def subject(self) -> str:
        """The place as findings say it."""
        return str(self.at)


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of the rulebook, and its worst severity; `subjects` says what it looks at.

    One that reads prose is given all sentences of the book and, where they are known, of its file; one that `is_asked`
    what the guideline asks, by which the book is written.
    """

    code: str
    severity: Severity
    category: Category
    find: Callable[..., Iterable[Found]]
    reads_prose: bool = False
    is_asked: bool = False

    def found_in(
        self, book: PlanBook, sentences: Sequence[Sentence], asked: Collection[str] = ()
    ) -> Iterable[Found]:
        """What it finds in a book and its sentences."""
        if self.is_asked:
            return self.find(book, asked)
        return self.find(book, sentences) if self.reads_prose else self.find(book)


def plain(value: Any) -> Any:
    """A value as JSON has it, for a finding is stored and sent as such: figures as numbers, days as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def span(sources: Iterable[Source | None]) -> Source | None:
    """One place from the first of the sources to the last, in reading order; none where none is printed."""
    ordered = sorted(filter(None, sources), key=place)
    if not ordered:
        return None
    first, last = ordered[0], max(ordered, key=end)
    last_page = last.last_page or last.page
    return first.model_copy(
        update={"last_line": last.last_line, "last_page": last_page if last_page != first.page else None}
    )


def first_line(source: Source | None) -> Source | None:
    """The place where a longer part begins: its heading."""
    return source and source.model_copy(update={"last_line": source.first_line, "last_page": None})


def place(source: Source) -> tuple[int, int]:
    """Where a source begins, for ordering."""
    return source.page or 0, source.first_line


def end(source: Source) -> tuple[int, int]:
    """Where it ends."""
    return source.last_page or source.page or 0, source.last_line
