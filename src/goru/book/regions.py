"""The municipalities (시·군·구) of the provinces and their codes (regions.csv), and what regions are called in a plan.

From the 법정동코드 of the Ministry of the Interior and Safety (행정안전부), state of May 2026: before 전남광주통합특별시 and
the new districts of 인천. A row is a code. The source has no days: a code has those of its province's code where it begins
or ends with that (강원 42 → 51), else none. 행정구, the districts of a city, are no municipalities and left out.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

from goru.book.register import Code, by_printed_name, shipped


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


def words_of(keys: Iterable[str]) -> str:
    """Regions as one writes them, by their keys: `전라남도, 해남군`; a name that repeats with its province's before it."""
    return ", ".join(_words().get(key, key) for key in keys)


def keys_in(words: str) -> list[str]:
    """The keys of the regions that words name, parted by commas. Raises UnknownRegion."""
    return list(dict.fromkeys(_key_of(word.strip()) for word in re.split(r"[,;\n]", words) if word.strip()))


class UnknownRegion(ValueError):
    """No region in force has the name alone, and it is not the whole name of one that was.

    Of several words its argument is the first that no region is called by: in `순천시 조례동` that is `조례동`.
    """


def _key_of(word: str) -> str:
    by_words = {words: key for key, words in _words().items()}
    if key := by_words.get(word) or (word if word in _words() else None):
        return key
    if found := by_printed_name("province").get(word):
        return found.key
    if one := named(word):
        return one.key
    raise UnknownRegion(next((one for one in word.split() if one not in _called()), word))


@cache
def _called() -> frozenset[str]:
    """All words that some region is called by, or that stand in its name."""
    names = (word for name in _words().values() for word in name.split())
    return frozenset((*by_printed_name("province"), *names, *(one.short_name for one in municipalities())))


@cache
def _words() -> Mapping[str, str]:
    """The words of all regions by their keys, no two the same: those in force come first to the short ones."""
    provinces = [one for one in shipped().institutions if one.kind == "province"]
    found = {one.key: one.names[-1].full_name for one in provinces}
    in_force = [one for one in municipalities() if not one.is_abolished]
    times = Counter(one.short_name for one in in_force)
    taken = set(found.values())
    for one in sorted(municipalities(), key=lambda each: each.is_abolished):
        is_alone = times[one.short_name] == 1 and not one.is_abolished
        words = one.short_name if is_alone else one.name
        found[one.key] = words if words not in taken else one.key
        taken.add(words)
    return found


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
