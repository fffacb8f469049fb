"""A time in words as one writes it in a plan, and the days that it means."""

from __future__ import annotations

from datetime import date
from typing import Any

from goru.core.dates import dates_in, timeless


def time_in(words: str, year: int) -> dict[str, Any]:
    """Words with their days, as the fields of a `Period` in JSON; the year is the plan's where none is written."""
    found = (timeless(words, year) or next(dates_in(words, year), None)) if words else None
    days = (found.start, found.end, found.precision) if found else (None, None, "year")
    return {"text": words, "start": _iso(days[0]), "end": _iso(days[1]), "precision": days[2]}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
