"""What waits for somebody: every room says it in the same words, and the first page gathers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goru.core.verdict import Subject


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: what, on which subject's page it is done, until when, why.

    `due` is the day it is asked for by (the effective day: 실제 기한), `statutory` the day that the law names (법정 기한), where
    there is one; both are inclusive, and both are None where no day is set. `why` is a sentence: the article, or who asked.
    """

    what: str
    where: Subject
    due: date | None
    statutory: date | None
    why: str

    def days_left(self, on: date) -> int | None:
        """Days from a day to the effective day: 0 on it, negative once it is over, None where no day is set."""
        return None if self.due is None else (self.due - on).days
