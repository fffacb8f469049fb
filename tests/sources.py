"""Where facts stand: those of which a test knows that they were read, and books as if nothing had been."""

from typing import Any

from goru.book.model import PlanBook, Source


def printed(source: Source | None) -> Source:
    assert source is not None, "it was read, so it stands somewhere"
    return source


def written(book: PlanBook) -> PlanBook:
    """A book as if it had been written in the system: its facts stand on no line."""
    return PlanBook.model_validate(without_places(book.model_dump()))


def without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: None if name.endswith("source") and not isinstance(one, list) else without_places(one)
            for name, one in value.items()
        }
    return [without_places(one) for one in value] if isinstance(value, list) else value
