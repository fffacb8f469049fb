"""The municipalities (시·군·구) of the provinces and their codes (regions.csv).

From the 법정동코드 of the Ministry of the Interior and Safety (행정안전부), state of May 2026: before 전남광주통합특별시 and
the new districts of 인천. A row is a code. The source has no days: a code has those of its province's code where it begins
or ends with that (강원 42 → 51), else none. 행정구, the districts of a city, are no municipalities and left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

from goru.book.register import Code


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality under its latest name.

    `key` is made of the scheme and the code that it had when it came into this register, and then never follows a later
    code: names repeat (중구, 고성군) and change, and no English spelling is official for all. `province` is the key of its
    province in the register of institutions. `is_abolished`: it is gone since a day that the source does not say.
    """

    key: str
    name: str
    province: str
    is_abolished: bool
    codes: tuple[Code, ...]

    @property
    def short_name(self) -> str:
        """The name without the province's before it."""
        return self.name.split(" ", 1)[-1]


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All municipalities in the order of their keys, abolished ones among them."""
    text = files("goru.book").joinpath("regions.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return tuple(_municipality(list(same)) for _, same in groupby(rows, key=itemgetter("key")))


def named(printed: str, province: str | None = None) -> Municipality | None:
    """The municipality in force of a name, with its province's or without; None where none or several have it."""
    found = [
        one
        for one in municipalities()
        if not one.is_abolished and printed in {one.name, one.short_name} and province in {None, one.province}
    ]
    return found[0] if len(found) == 1 else None


def _municipality(rows: list[dict[str, str]]) -> Municipality:
    latest = rows[-1]
    return Municipality(
        key=latest["key"],
        name=latest["name"],
        province=latest["province"],
        is_abolished=latest["status"] == "abolished",
        codes=tuple(_codes(rows)),
    )


def _codes(rows: list[dict[str, str]]) -> Iterable[Code]:
    for row in rows:
        yield Code(
            scheme="mois",
            code=row["code"],
            valid_from=_day(row["valid_from"]),
            valid_to=_day(row["valid_to"]),
        )


def _day(printed: str) -> date | None:
    return date.fromisoformat(printed) if printed else None
