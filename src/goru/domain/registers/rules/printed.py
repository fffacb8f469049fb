"""The cases that a plan book prints, as checked data (`data/<year>/registers/<key>.json`), each with its lines."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from goru.domain.registers.rules.definition import Key, Text
from goru.domain.registers.vocabulary import LinkKind, Period, QuantityKind

Lines = tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1)]]


class _Closed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PrintedRound(_Closed):
    """A round, with the numbers that are printed for its stages (`stated`). `part`: which half, quarter or month."""

    key: Key
    name: Text
    year: int
    part: int = Field(ge=1, le=12, default=1)
    period: Period = Period.YEAR
    quota: int | None = None
    stated: dict[Key, int] = Field(default_factory=dict)
    lines: Lines | None = None


class PrintedMove(_Closed):
    """A stage that was reached, or that shall be, on a day as printed ('24.3월); empty where no day is."""

    to: Key
    date: str = ""
    lines: Lines
    note: str = ""


class PrintedPlace(_Closed):
    """A region by its key (mois-26110, or a province's: busan); `part` names the part of it that is meant."""

    region: Text
    part: str = ""


class PrintedParty(_Closed):
    """Who has a part: an institution of the register by its key, or a body by its name."""

    role: Key
    institution: str = ""
    name: str = ""


class PrintedQuantity(_Closed):
    """An amount as printed (150만평), in one of the units of its definition."""

    key: Key
    printed: Text
    amount: str
    unit: Text
    year: int | None = None
    kind: QuantityKind = QuantityKind.PROMISED
    lines: Lines


class PrintedLink(_Closed):
    """What it is linked to: an action task (Ⅰ-1-(1)), a focus task (zones/1), or an item of the plan by its public code.

    `stage`: an indicator's value is a stage, reached when the case is.
    """

    kind: Literal[LinkKind.FULFILS, LinkKind.SAME] = LinkKind.FULFILS
    to: Text
    stage: Key | None = None
    lines: Lines | None = None


class PrintedCase(_Closed):
    """A case. `key` is its own in its file and never changes; the first of its moves says in which stage it begins."""

    key: Key
    title: Text
    round: Key | None = None
    lines: Lines
    moves: tuple[PrintedMove, ...] = Field(min_length=1)
    expected: tuple[PrintedMove, ...] = ()
    places: tuple[PrintedPlace, ...] = ()
    parties: tuple[PrintedParty, ...] = ()
    values: dict[Key, str | bool | tuple[str, ...]] = Field(default_factory=dict)
    quantities: tuple[PrintedQuantity, ...] = ()
    links: tuple[PrintedLink, ...] = ()


class PrintedCases(_Closed):
    """The cases of one register in one year's book."""

    register_: Key = Field(alias="register")
    year: int
    rounds: tuple[PrintedRound, ...] = ()
    cases: tuple[PrintedCase, ...] = ()
