"""What a letter is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from goru.core.mail.vocabulary import MailState
from goru.core.moves import PROGRAM, Moves


@dataclass(frozen=True, slots=True)
class Asked:
    """What a mail says it is to be made of: its address, whom it is about (by key), and what else."""

    address: str
    person: int | None
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of a mail, made at the moment it is sent; it goes to the address that is kept of its person."""

    subject: str
    body: str
    to: str


MOVES: Moves = {
    (MailState.WAITING, MailState.SENT): PROGRAM,
    (MailState.WAITING, MailState.FAILED): PROGRAM,
    (MailState.FAILED, MailState.WAITING): "sender",
}
"""What becomes of a mail; who caused one that failed, or an administrator, has it sent again."""
