"""The answer to "may this be done?": yes, or no with a reason fit for the person who asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Subject(NamedTuple):
    """What a deed is about: its kind (`import`, `edition`, `publication` …) and its key in that kind."""

    kind: str
    key: str


class Why(Enum):
    """Why something may not be done."""

    HIDDEN = "hidden"
    """The person may not even see it: for them it is not there."""
    FORBIDDEN = "forbidden"
    """The person sees it, and this deed is another's."""
    STATE = "state"
    """Nobody may do it as things stand."""


class Refused(Exception):
    """A deed that a rule forbids; the message is the sentence shown to the user, `about` is where to look.

    `field` is the name of what was said wrongly, where it is one thing.
    """

    def __init__(
        self, reason: str, *, why: Why = Why.STATE, about: Subject | None = None, field: str = ""
    ) -> None:
        super().__init__(reason)
        self.why, self.about, self.field = why, about, field


class Outdated(Refused):
    """A deed on what somebody else changed meanwhile: look again, then do it or not."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """True where nothing speaks against it, with the post (직위) it may be done by; false with the reason, and of which kind."""

    reason: str = ""
    why: Why = Why.STATE
    post: str = ""

    def __bool__(self) -> bool:
        return not self.reason


ALLOWED = Verdict()


def refuse(reason: object, *, why: Why = Why.STATE, **values: object) -> Verdict:
    """A verdict against it; `reason` is a sentence, translatable or not, with `%(name)s` for each value."""
    return Verdict(str(reason) % values, why)


@contextmanager
def concerning(about: Subject) -> Iterator[None]:
    """Whatever is refused meanwhile is refused about this: who began here looks here again, not at a part of it."""
    try:
        yield
    except Refused as refused:
        refused.about = about
        raise


def require(verdict: Verdict, *, about: Subject | None = None, field: str = "") -> Verdict:
    """The verdict where it allows; else Refused with its reason, about a subject, because of a field."""
    if not verdict:
        raise Refused(verdict.reason, why=verdict.why, about=about, field=field)
    return verdict
