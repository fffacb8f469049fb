"""The register of institutions (register.json): who publishes plans, under which names, with which codes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from goru.book.model import KindOfPlan
from goru.core import ranges


class Code(BaseModel):
    """A code of an institution or its region; schemes collide, so a code means nothing without its scheme."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, populate_by_name=True)

    scheme: Literal["mois", "kostat", "iso3166-2"]
    code: str
    valid_from: date | None = None
    valid_to: date | None = None


class Name(BaseModel):
    """An official name and the time it was in force."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    full_name: str
    valid_from: date | None = None
    valid_to: date | None = None


class Years(BaseModel):
    """From one year to another, both included."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    first_year: Annotated[int, Field(ge=ranges.FIRST_YEAR, le=ranges.LAST_YEAR)]
    last_year: Annotated[int, Field(ge=ranges.FIRST_YEAR, le=ranges.LAST_YEAR)]

    @model_validator(mode="after")
    def _in_order(self) -> Years:
        if self.first_year > self.last_year:
            raise ValueError("The first year comes after the last one.")
        return self


class Institution(BaseModel):
    """An institution of the register.

    `short_name` is what the book prints; `name_en` the English name that it uses itself, of a province the short one
    (Chungbuk, Jeonbuk State); `names` are its official names in time; `aliases` are other printed forms. A megaregion
    (초광역권) has `members` and one `lead` province.

    `development_plans` are the years of a megaregion's five-year plans (초광역권발전계획, 특별법 제9조), without which it
    owes no yearly one. The plan book of 2024 prints no years of the seven; it says of the whole of which they are part:
    「지방분권균형발전법」제7~9조에 따라 확정된 ‘제1차 지방시대 종합계획(2023-2027)’ (lines 6665–6666, also 4–5), and of them
    지난해 수립된 4+3 초광역권 종합계획 (line 7061).

    A ministry that goes on under another name (산업통상부 since 2025-10-01) is the same; one that was cut or got another short
    name is followed by others (정부조직법 of 2025-10-01; of 재정경제부 and 기획예산처 2026-01-02, of 공소청 and 중대범죄수사청
    2026-10-02). `unconfirmed` are the fields that no official text was found for.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    key: str
    kind: Literal["province", "ministry", "megaregion", "committee"]
    short_name: str
    name_en: str
    names: list[Name]
    aliases: list[str] = []
    codes: list[Code] = []
    valid_from: date | None = None
    valid_to: date | None = None
    successors: list[str] = []
    members: list[str] = []
    lead: str | None = None
    development_plans: list[Years] = []
    unconfirmed: list[str] = []

    def full_name_at(self, day: date) -> str:
        """The official name on a day; the latest one where the register does not know better."""
        for name in self.names:
            if (name.valid_from or date.min) <= day <= (name.valid_to or date.max):
                return name.full_name
        return self.names[-1].full_name

    @property
    def printed_names(self) -> list[str]:
        """Every form a book may print, longest first."""
        forms = {self.short_name, *self.aliases, *(name.full_name for name in self.names)}
        return sorted(forms, key=lambda form: (-len(form), form))


@cache
def digest() -> str:
    """The SHA-256 of the register: what is made of it is another where this is."""
    return hashlib.sha256(files("goru.book").joinpath("register.json").read_bytes()).hexdigest()


AUTHORS: dict[KindOfPlan, Literal["province", "megaregion"]] = {
    "provincial": "province",
    "megaregional": "megaregion",
}
"""What makes plans of a kind."""


class Register:
    """Institutions, in the order books print them, by the names that books print."""

    def __init__(self, entries: Iterable[Institution]) -> None:
        self.institutions = tuple(entries)
        self._by_kinds: dict[tuple[str, ...], dict[str, Institution]] = {}

    def by_printed_name(self, *kinds: str) -> dict[str, Institution]:
        """Every printed form of the institutions of some kinds, of all where none is said."""
        if kinds not in self._by_kinds:
            self._by_kinds[kinds] = {
                form: institution
                for institution in self.institutions
                if institution.kind in kinds or not kinds
                for form in institution.printed_names
            }
        return self._by_kinds[kinds]


ENTRIES = TypeAdapter(list[Institution], config=ConfigDict(defer_build=True))
_used: ContextVar[Register] = ContextVar("register")


@cache
def shipped() -> Register:
    """The register that comes with the program."""
    return Register(
        ENTRIES.validate_json(files("goru.book").joinpath("register.json").read_text(encoding="utf-8"))
    )


@contextmanager
def using(register: Register | None) -> Iterator[None]:
    """Read and check by this register, if one is given, as long as it lasts."""
    token = _used.set(register or _used.get(shipped()))
    try:
        yield
    finally:
        _used.reset(token)


def institutions() -> tuple[Institution, ...]:
    """All institutions, in the order books print them."""
    return _used.get(shipped()).institutions


def by_printed_name(*kinds: str) -> dict[str, Institution]:
    """Every printed form of the institutions of some kinds, of all where none is said."""
    return _used.get(shipped()).by_printed_name(*kinds)


def authors(kind: KindOfPlan) -> dict[str, Institution]:
    """Every printed form of the institutions that make plans of a kind."""
    return by_printed_name(AUTHORS[kind])


def ministry_named(printed: str) -> str | None:
    """The short name of a ministry, or None where the register does not know it."""
    found = by_printed_name("ministry").get(printed.replace(" ", ""))
    return found.short_name if found else None
