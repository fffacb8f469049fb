"""What is typed into the fields of a case, read into what is kept, and said again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from goru.core.dates import FuzzyDate, dates_in, timeless
from goru.core.figures import number
from goru.core.ranges import LONGEST_TEXT
from goru.core.text import normalise
from goru.domain.registers.rules.definition import (
    CaseField,
    QuantityField,
    RegisterDefinition,
    Return,
    ReturnField,
)
from goru.domain.registers.vocabulary import FieldKind, Period

Json = str | bool | list[str] | None

_YES = {"예", "on", "yes", "true", "1", "○", "O", "o", "Y", "y"}
_NO = {"", "아니오", "no", "false", "0", "×", "X", "x", "N", "n", "-"}


class NoValue(ValueError):
    """What was typed is none; the message is the sentence for whoever typed it."""


def read(one: CaseField | ReturnField, typed: str) -> Json:
    """What is kept of what was typed into a field; NoValue where it cannot be."""
    said = normalise(typed)
    if len(said) > LONGEST_TEXT:
        raise NoValue(_("%(most)s자까지 쓸 수 있습니다.") % {"most": f"{LONGEST_TEXT:,}"})
    match one.kind:
        case FieldKind.TICK:
            return _tick(said)
        case _ if not said:
            return None
        case FieldKind.LIST:
            return [word for part in re.split(r"[;\n]", typed) if (word := normalise(part))]
        case FieldKind.CHOICE:
            return _choice(one, said)
        case FieldKind.NUMBER:
            return _number(one, said)
        case FieldKind.DAY:
            day_said(said, date.max.year - 1)
            return said
        case _:
            return said


def said_of(one: CaseField | ReturnField, value: Json) -> str:
    """A value as one types it."""
    if isinstance(value, bool):
        return "예" if value else ""
    if isinstance(value, list):
        return "; ".join(value)
    if value and one.kind == FieldKind.CHOICE:
        return next((each.name.ko for each in one.choices if each.key == value), value)
    return value or ""


def amount_of(one: QuantityField, typed: str) -> Decimal:
    """An amount in the unit of its definition, of what was typed with one of its units or none; NoValue where it is none."""
    said = normalise(typed)
    units = {one.unit: Decimal(1), **one.units}
    unit = next((each for each in sorted(units, key=len, reverse=True) if said.endswith(each)), one.unit)
    figure = number(said.removesuffix(unit).strip())
    if figure is None:
        given = {"typed": said, "units": ", ".join(units)}
        raise NoValue(_("'%(typed)s': 수량이 아닙니다. 수와 단위(%(units)s)로 쓰세요.") % given)
    return figure * units[unit]


def day_said(typed: str, year: int) -> FuzzyDate:
    """The days that a date means, as a plan book prints it ('24.3분기); NoValue where it is none."""
    said = normalise(typed)
    found = timeless(said, year) or next(dates_in(said, year), None)
    if found is None or found.impossible:
        raise NoValue(
            _("'%(typed)s': 날짜로 읽히지 않습니다. 2024-03-15, '24.3월, '24.3분기, '24.下처럼 쓰세요.")
            % {"typed": said}
        )
    return found


def read_all(said: RegisterDefinition, typed: Mapping[str, str]) -> tuple[dict[str, Json], dict[str, str]]:
    """What is kept of what was typed into fields, by their keys; and for each that cannot be kept, why."""
    values: dict[str, Json] = {}
    wrong: dict[str, str] = {}
    for one in said.fields:
        if one.key in typed:
            try:
                values[one.key] = read(one, typed[one.key])
            except NoValue as why:
                wrong[one.key] = str(why)
    return values, wrong


def read_return(told: Return, typed: Mapping[str, str]) -> tuple[dict[str, Json], dict[str, str]]:
    """What is kept of what was told for a period; and for each value that cannot be kept, why."""
    values: dict[str, Json] = {}
    wrong: dict[str, str] = {}
    for one in told.values:
        try:
            values[one.key] = read(one, typed.get(one.key, ""))
        except NoValue as why:
            wrong[one.key] = str(why)
    return values, wrong


_PERIODS = {
    Period.YEAR: r"\d{4}",
    Period.HALF: r"\d{4}-h[12]",
    Period.QUARTER: r"\d{4}-q[1-4]",
    Period.MONTH: r"\d{4}-(0[1-9]|1[0-2])",
}


def end_of(period: str) -> date:
    """The last day of a period (2024, 2024-h1, 2024-q3, 2024-05)."""
    year, _dash, part = period.partition("-")
    months = 12 if not part else {"h": 6, "q": 3}.get(part[0], 1) * int(part.lstrip("hq"))
    return date(int(year) + months // 12, months % 12 + 1, 1) - date.resolution


def first_of(period: str) -> date:
    """The first day of a period."""
    year, _dash, part = period.partition("-")
    months = {"h": 6, "q": 3}.get(part[:1], 1)
    return date(int(year), (int(part.lstrip("hq") or 1) - 1) * months + 1, 1)


def is_a(period: str, kind: Period) -> bool:
    """Whether it names a period of a kind."""
    return bool(re.fullmatch(_PERIODS[kind], period))


def period_in(kind: Period, day: date) -> str:
    """The period of a kind that a day is in."""
    match kind:
        case Period.YEAR:
            return f"{day.year}"
        case Period.HALF:
            return f"{day.year}-h{(day.month + 5) // 6}"
        case Period.QUARTER:
            return f"{day.year}-q{(day.month + 2) // 3}"
        case _:
            return f"{day.year}-{day.month:02}"


def _tick(said: str) -> bool:
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise NoValue(_("'%(typed)s': 예 또는 아니오로 쓰세요.") % {"typed": said})


def _choice(one: CaseField | ReturnField, said: str) -> str:
    for each in one.choices:
        if said in {each.key, each.name.ko, each.name.en}:
            return each.key
    names = ", ".join(each.name.ko for each in one.choices)
    raise NoValue(
        _("'%(typed)s': 고를 수 없는 값입니다. 다음에서 고르세요: %(names)s.")
        % {"typed": said, "names": names}
    )


def _number(one: CaseField | ReturnField, said: str) -> str:
    figure = number(said)
    if figure is None:
        raise NoValue(_("'%(typed)s': 수가 아닙니다.") % {"typed": said})
    if isinstance(one, ReturnField):
        least, most = one.least, one.most
        if (least is not None and figure < least) or (most is not None and figure > most):
            bounds = "~".join("" if bound is None else f"{bound:,}" for bound in (least, most))
            raise NoValue(_("'%(typed)s': %(bounds)s 사이여야 합니다.") % {"typed": said, "bounds": bounds})
    return str(figure)
