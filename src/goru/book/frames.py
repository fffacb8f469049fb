"""The frame of each comprehensive plan (지방시대 종합계획, 특별법 제6조): strategies and core tasks that yearly plans follow.

A plan that is read by itself has no other book to learn from where a name ends.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict, TypeAdapter


class FrameStrategy(BaseModel):
    """A strategy and its core tasks, as the comprehensive plan words them."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: str
    core_tasks: list[str]


class Frame(BaseModel):
    """The frame of one comprehensive plan, for the years it covers."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    number: int
    first_year: int
    last_year: int
    strategies: list[FrameStrategy]


@cache
def frames() -> tuple[Frame, ...]:
    """All that are known, the oldest first (frames.json)."""
    text = files("goru.book").joinpath("frames.json").read_text(encoding="utf-8")
    return tuple(TypeAdapter(list[Frame]).validate_json(text))


def strategies_of(year: int) -> list[FrameStrategy]:
    """The strategies that the plans of a year follow; none where no comprehensive plan of it is known."""
    covering = (one.strategies for one in frames() if one.first_year <= year <= one.last_year)
    return next(covering, [])
