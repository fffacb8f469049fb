"""A workbook that came back: its cells → the edits that were made in it, and what could not be understood."""

from goru.book.items.filled.filling import At, Filled, filled
from goru.book.items.filled.knowing import Asked
from goru.book.items.filled.problems import Problem, ProblemKind
from goru.book.items.stamping import NoStamp

__all__ = ["Asked", "At", "Filled", "NoStamp", "Problem", "ProblemKind", "filled"]
