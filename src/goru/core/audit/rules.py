"""How a line of the log is written as text, sealed, and read again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from goru.core.verdict import Subject

START: Final = "0" * 64
"""The seal before the first line."""
FORM: Final = 2
"""Of the texts written today. Form 1, of version 0.1.0, says no form, no name and no post."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says: `name` and `post` (직위) are those of who acted as they were then."""

    number: int
    act: str
    subject: Subject
    by: int
    name: str
    post: str
    at: datetime
    details: Mapping[str, Any]
    previous: str

    @property
    def text(self) -> str:
        """The very text that is sealed."""
        return canonical(
            {
                "form": FORM,
                "number": self.number,
                "act": self.act,
                "subject": {"kind": self.subject.kind, "key": self.subject.key},
                "by": {"person": self.by, "name": self.name, "post": self.post},
                "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
                "details": self.details,
                "previous": self.previous,
            }
        )


def seal(text: str) -> str:
    """The SHA-256 of a line's text, which holds the seal before it, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def canonical(value: object) -> str:
    """One JSON text a value: names in order, no blanks, amounts and days as words; no floats, which may read back as others."""
    return json.dumps(_exact(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _exact(value: object) -> object:
    match value:
        case None | bool() | int() | str():
            return value
        case Decimal() | UUID():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping() if all(isinstance(name, str) for name in value):
            return {name: _exact(one) for name, one in value.items()}
        case list() | tuple():
            return [_exact(one) for one in value]
    message = f"{type(value).__name__} has no exact text"
    raise TypeError(message)


def read(text: str) -> Line:
    """What a sealed text says; ValueError where it is none of ours."""
    try:
        said = json.loads(text)
        form = said.get("form", 1)
        line = _FORMS[form](said)
        is_own = form == 1 or line.text == text
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(text) from error
    if not is_own:
        raise ValueError(text)
    return line


def _of_form_1(said: Mapping[str, Any]) -> Line:
    return Line(
        number=said["number"],
        act=said["act"],
        subject=Subject(said["subject_kind"], said["subject_key"]),
        by=said["by"],
        name="",
        post="",
        at=datetime.fromisoformat(said["at"]),
        details=said["details"],
        previous=said["previous"],
    )


def _of_form_2(said: Mapping[str, Any]) -> Line:
    return Line(
        number=said["number"],
        act=said["act"],
        subject=Subject(said["subject"]["kind"], said["subject"]["key"]),
        by=said["by"]["person"],
        name=said["by"]["name"],
        post=said["by"]["post"],
        at=datetime.fromisoformat(said["at"]),
        details=said["details"],
        previous=said["previous"],
    )


_FORMS: Final = {1: _of_form_1, FORM: _of_form_2}
