"""A file from anybody → a checked book: read in a process of its own, under limits that no file can lift."""

from goru.book.opening.bounds import Broken, open_book
from goru.book.opening.messages import Opened, Step

__all__ = ["Broken", "Opened", "Step", "open_book"]
