from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from goru.book.model import PlanBook
from goru.domain.institutions.models import Person
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.vocabulary import ReadingState

AT = datetime(2025, 4, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path) -> Path:
    settings.UPLOADS = tmp_path
    return tmp_path


@pytest.fixture
def raised(small_book: PlanBook) -> PlanBook:
    """The book of the year with one larger figure: it differs, and loses nothing."""
    first, *others = small_book.plans
    assert first.budget
    assert first.budget.total
    budget = first.budget.model_copy(update={"total": first.budget.total + 1})
    return small_book.model_copy(update={"plans": [first.model_copy(update={"budget": budget}), *others]})


def read(book: PlanBook, by: Person, name: str = "book.txt") -> Import:
    """An import of a book that was read, and waits for a decision."""
    return Import.objects.create(
        name=name,
        digest="0" * 64,
        size=1,
        received_at=AT,
        received_by=by,
        reading=ReadingState.READ,
        year=book.year,
        book=book.model_dump(mode="json"),
    )
