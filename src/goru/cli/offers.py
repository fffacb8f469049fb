"""Commands that other rooms offer to `goru`: the entry points of its own group `goru.commands`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import distribution


class Unavailable(Exception):
    """A command cannot do here what it is for; the message is one sentence for the user."""


def nothing(parser: ArgumentParser) -> None:
    """What a command without arguments adds to its parser."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A command: its help in both languages, what it adds to its parser, what it does (an exit status)."""

    name: str
    korean: str
    english: str
    run: Callable[[Namespace], int]
    arguments: Callable[[ArgumentParser], None] = nothing


def offers() -> list[Offer]:
    """What this installation offers; its libraries are loaded when a command runs."""
    found = distribution("goru").entry_points.select(group="goru.commands")
    return [offer for entry in found for offer in entry.load()]
