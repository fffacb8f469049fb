"""What a letter is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What a mail says it is to be made of: its address, whom it is about (by key), and what else."""

    address: str
    person: int | None
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of a mail, made at the moment it is sent."""

    subject: str
    body: str
