"""What is typed into a field of a plan, in a form or in a workbook, and the value it says."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from goru.book import regions
from goru.book.times import time_in
from goru.core import figures
from goru.core.text import normalise

Json = Any
NOTHING = ""
OF_A_STEP = ("text", "start", "end", "precision")
"""What the words of a dated step say together."""


class Wanted(StrEnum):
    """What a field takes, where something else was typed."""

    NUMBER = "number"
    WHOLE = "whole"
    REGION = "region"


class NoValue(ValueError):
    """What was typed is no value of its field: what the field wants, and what was typed."""

    def __init__(self, wanted: Wanted, typed: str) -> None:
        super().__init__(typed)
        self.wanted = wanted
        self.typed = typed


def words(typed: str, _year: int) -> Json:
    """Words as they are kept everywhere: one form of letters, one blank."""
    return normalise(typed).strip()


def words_or_none(typed: str, year: int) -> Json:
    """Words, or nothing where none are typed."""
    return words(typed, year) or None


def number(typed: str, _year: int) -> Json:
    """A figure with or without commas; nothing where none is typed."""
    if not (said := words(typed, 0)):
        return None
    found = figures.number(said)
    if found is None:
        raise NoValue(Wanted.NUMBER, said)
    return int(found) if found == found.to_integral_value() else float(found)


def whole(typed: str, year: int) -> Json:
    """A count or a year."""
    found = number(typed, year)
    if isinstance(found, float) or (found is not None and found < 0):
        raise NoValue(Wanted.WHOLE, typed.strip())
    return found


def places(typed: str, _year: int) -> Json:
    """Regions, parted by commas, as their keys in the register."""
    try:
        return regions.keys_in(normalise(typed))
    except regions.UnknownRegion as unknown:
        raise NoValue(Wanted.REGION, str(unknown)) from unknown


def period(typed: str, year: int) -> Json:
    """A time in words and the days it means; the year is the plan's where none is written."""
    said = words(typed, year)
    return time_in(said, year) if said else None


def step(typed: str, year: int) -> Json:
    """A dated step: all fields that say when it is."""
    return time_in(words(typed, year), year)
