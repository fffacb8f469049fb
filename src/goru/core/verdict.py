"""The answer to "may this be done?": yes, or no with a reason fit for the person who asked."""

from __future__ import annotations

from dataclasses import dataclass


class Refused(Exception):
    """A deed that a rule forbids; the message is the sentence shown to the user."""


class Outdated(Refused):
    """A deed on what somebody else changed meanwhile: look again, then do it or not."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """True where nothing speaks against it; false with the reason."""

    reason: str = ""

    def __bool__(self) -> bool:
        return not self.reason


ALLOWED = Verdict()


def refuse(reason: object, **values: object) -> Verdict:
    """A verdict against it; `reason` is a sentence, translatable or not, with `%(name)s` for each value."""
    return Verdict(str(reason) % values)


def require(verdict: Verdict) -> None:
    """Go on only where the verdict allows it."""
    if not verdict:
        raise Refused(verdict.reason)
