"""Files → lines: one module a format, chosen by what the file is, not by its name."""

from pathlib import Path

from goru.book.reading import text
from goru.book.reading.lines import Line, Lines, Unreadable, source_of

__all__ = ["Line", "Lines", "Unreadable", "read", "source_of"]


def read(path: Path) -> Lines:
    """The lines of a document. Raises Unreadable with one sentence for the user."""
    return text.read(path)
