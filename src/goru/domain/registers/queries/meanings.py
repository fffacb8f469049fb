"""What the texts of an uploaded list mean, and how the list says the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from goru.core.dates import FuzzyDate
from goru.core.ranges import LONGEST_NAME, MOST_WON
from goru.core.text import normalise
from goru.domain.institutions.models import Institution, Region
from goru.domain.registers.models import Case
from goru.domain.registers.queries.listing import Names, places_said, value_said
from goru.domain.registers.rules.definition import CaseField, PartyRole, QuantityField
from goru.domain.registers.rules.listing import Column, Part, plain
from goru.domain.registers.rules.values import NoValue, amount_of, day_said, read

Meant = tuple[Any, str]
"""A value, and how a list says it."""

_LONGEST_PART = 100


class Meanings:
    """What texts mean in the list of a register; `year` is what dates take that leave it out."""

    def __init__(self, names: Names, year: int) -> None:
        self.names, self.year = names, year
        self.of_parts: Mapping[Part, Callable[[Column, str, Case], Meant]] = {
            Part.TITLE: self._title,
            Part.STAGE: self._stage,
            Part.DATE: self._date,
            Part.REASON: lambda _column, text, _case: (normalise(text), normalise(text)),
            Part.ROUND: self._round,
            Part.PLACES: self._places,
            Part.ROLE: self._role,
            Part.FIELD: self._field,
            Part.QUANTITY: self._quantity,
        }

    def read(self, column: Column, text: str, case: Case) -> Meant:
        """What a text means in a column of a case; NoValue with a sentence where it means nothing there."""
        return self.of_parts[column.part](column, text, case)

    def day(self, text: str) -> FuzzyDate | None:
        """The days of a date; None where there is none."""
        return day_said(text, self.year) if text.strip() else None

    def _title(self, _column: Column, text: str, _case: Case) -> Meant:
        said = normalise(text)
        if len(said) > LONGEST_NAME or not said:
            raise NoValue(_("제목을 %(most)s자까지 적으세요.") % {"most": f"{LONGEST_NAME:,}"})
        return said, said

    def _stage(self, _column: Column, text: str, case: Case) -> Meant:
        said = normalise(text)
        stages = case.definition.said.stages
        if not said and not case.stage:
            return "", ""
        for one in stages:
            if said in (one.key, one.name.ko, one.name.en):
                return one.key, one.name.ko
        given = {"said": said, "names": ", ".join(one.name.ko for one in stages)}
        raise NoValue(_("'%(said)s': 이 대장의 단계가 아닙니다. 다음에서 고르세요: %(names)s.") % given)

    def _date(self, _column: Column, text: str, _case: Case) -> Meant:
        said = normalise(text)
        self.day(said)
        return said, said

    def _round(self, _column: Column, text: str, _case: Case) -> Meant:
        said = normalise(text)
        found = self.names.rounds.get(said)
        if said and not found:
            raise NoValue(_("'%(said)s': 없는 회차입니다. 회차를 먼저 여세요.") % {"said": said})
        return found, found.name if found else ""

    def _places(self, _column: Column, text: str, _case: Case) -> Meant:
        places = [self._place(one) for one in _parts(text)]
        if len({(one.pk, part) for one, part in places}) < len(places):
            raise NoValue(_("같은 지역이 두 번 있습니다."))
        return places, "; ".join(places_said(places, self.names))

    def _place(self, said: str) -> tuple[Region, str]:
        whole = self.names.regions.get(said)
        if whole:
            return whole, ""
        name, _bracket, part = said.partition("(")
        found, part = self.names.regions.get(name.strip()), part.removesuffix(")").strip()
        if not found:
            sentence = _("'%(said)s': 없는 지역입니다. 시·도와 시·군·구를 '경북 포항시'처럼 적으세요.")
            raise NoValue(sentence % {"said": said})
        if len(part) > _LONGEST_PART:
            raise NoValue(_("지역의 일부는 %(most)s자까지 적으세요.") % {"most": _LONGEST_PART})
        return found, part

    def _role(self, column: Column, text: str, _case: Case) -> Meant:
        role = column.of
        if not isinstance(role, PartyRole):
            raise TypeError(column.head)
        found = list(dict.fromkeys(self._party(role, name) for name in _parts(text)))
        if len(found) > 1 and not role.many:
            raise NoValue(_("%(role)s에는 한 곳만 적습니다.") % {"role": role.name.ko})
        said = [one if isinstance(one, str) else self.names.institution(role, one) for one in found]
        return [(role.key, one) for one in found], "; ".join(sorted(said))

    def _party(self, role: PartyRole, name: str) -> Institution | str:
        found = self.names.institution_meant(role, name)
        if found and found.kind in role.kinds:
            return found
        if not role.free:
            sentence = _("'%(name)s': %(role)s일 수 있는 기관이 아닙니다. 기관의 이름을 적으세요.")
            raise NoValue(sentence % {"name": name, "role": role.name.ko})
        if len(name) > _LONGEST_PART:
            raise NoValue(_("이름은 %(most)s자까지 적으세요.") % {"most": _LONGEST_PART})
        return name

    def _field(self, column: Column, text: str, _case: Case) -> Meant:
        one = column.of
        if not isinstance(one, CaseField):
            raise TypeError(column.head)
        value = read(one, text) if normalise(text) else None
        return value, value_said(one, value)

    def _quantity(self, column: Column, text: str, _case: Case) -> Meant:
        one = column.of
        if not isinstance(one, QuantityField):
            raise TypeError(column.head)
        if not (said := normalise(text)):
            return None, ""
        amount = amount_of(one, said)
        if abs(amount) > MOST_WON:
            raise NoValue(_("'%(said)s': 너무 큰 수입니다.") % {"said": said})
        kept = amount.quantize(Decimal("0.0001"))
        return (kept, "" if said == plain(kept) else said[:_LONGEST_PART]), plain(kept)


def _parts(text: str) -> list[str]:
    return [said for one in text.replace("\n", ";").split(";") if (said := normalise(one))]
