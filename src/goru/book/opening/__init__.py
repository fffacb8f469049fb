"""A file from anybody → a checked book: read in a process of its own, under limits that no file can lift."""

from goru.book.opening.bounds import Broken, open_any, open_book
from goru.book.opening.messages import Opened, OpenedWorkbook, Step

__all__ = ["Broken", "Opened", "OpenedWorkbook", "Step", "open_any", "open_book"]
