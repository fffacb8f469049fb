"""What another version of a plan book no longer has of what it had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from goru.pipelines.importing.rules.amounts import Amount, amounts
from goru.pipelines.importing.rules.facts import holdings
from goru.pipelines.importing.vocabulary import Part

Facts = Counter[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Fall:
    """A sum that is smaller than before: its path (`provincial/total`), both values, in won where it is money."""

    name: str
    before: int
    after: int
    is_money: bool


@dataclass(frozen=True, slots=True)
class Loss:
    """What of one part would be gone: how much there is, how much of it goes, and which.

    `names` says where (a path: `서울/total`) and how many there; with sums that fall (`falls`), what is less than half
    of what it was counts as lost too.
    """

    part: Part
    before: int
    lost: int
    names: tuple[tuple[str, int], ...]
    falls: tuple[Fall, ...] = ()

    @property
    def said(self) -> str:
        """The part, and how much of it is lost."""
        words = {"part": self.part.label, "before": self.before, "lost": self.lost}
        if not self.lost:
            return _("%(part)s의 합계") % words
        return _("%(part)s %(before)s개 가운데 %(lost)s개") % words


def losses(old: Mapping[str, Any], new: Mapping[str, Any], *, lines: tuple[int, int] = (0, 0)) -> list[Loss]:
    """What the adopted book (`old`) has and a new one has not, or has without its value, or less of.

    `lines` is how many printed lines are kept of each: all are gone where the new book comes as data alone.
    """
    before, after = holdings(old), holdings(new)
    falls, less = _fallen(list(amounts(old)), list(amounts(new)))
    had, has = lines
    gone = {part: (before[part] - after[part]) | less[part] for part in Part}
    return [
        Loss(part, before[part].total(), facts.total(), tuple(_named(facts)), tuple(falls[part]))
        for part, facts in gone.items()
        if facts or falls[part]
    ] + ([Loss(Part.LINES, had, had, ())] if had and not has else [])


def _fallen(old: list[Amount], new: list[Amount]) -> tuple[Mapping[Part, list[Fall]], Mapping[Part, Facts]]:
    """By part, the sums that fall, and the amounts in them that fall to less than half.

    One corrected figure is no loss: only where all of its kind add up to less is it looked at.
    """
    falls: dict[Part, list[Fall]] = {part: [] for part in Part}
    less: dict[Part, Facts] = {part: Counter() for part in Part}
    before, after = _by_kind(old), _by_kind(new)
    for (part, kind, is_money), was in before.items():
        now = after.get((part, kind, is_money), {})
        had, has = sum(was.values()), sum(now.values())
        if has < had:
            falls[part].append(Fall(kind, int(had), int(has), is_money))
            less[part].update(key for key, value in was.items() if now.get(key, 0) * 2 < value)
    return falls, less


def _by_kind(found: list[Amount]) -> dict[tuple[Part, str, bool], dict[tuple[str, str], Decimal]]:
    kinds: dict[tuple[Part, str, bool], dict[tuple[str, str], Decimal]] = {}
    for one in found:
        of_kind = kinds.setdefault((one.part, one.kind, one.is_money), {})
        of_kind[one.owner, one.name] = of_kind.get((one.owner, one.name), Decimal()) + one.value
    return kinds


def _named(gone: Facts) -> Iterator[tuple[str, int]]:
    """Owner by owner: the fact by name where it is one, else how many."""
    owners: dict[str, list[str]] = {}
    for (owner, name), count in gone.items():
        owners.setdefault(owner, []).extend([name] * count)
    for owner, names in owners.items():
        name = names[0].replace("/", "∕") if len(names) == 1 else ""
        yield "/".join(filter(None, [owner, name])), len(names)
