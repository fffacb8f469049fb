"""The list of a register's cases as a table: a column for whatever a row says of a case, a row a case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from goru.core.text import normalise, squeeze
from goru.domain.registers.rules.definition import CaseField, PartyRole, QuantityField, RegisterDefinition
from goru.domain.registers.vocabulary import FieldKind, QuantityKind

Amount = tuple[str, int | None, QuantityKind]
"""Which amount of a case: its key, its year, whether it was promised or came of it."""

YES, NO = "예", "아니오"
_ACTUAL = "실적"


class Part(StrEnum):
    """What of a case a column says."""

    NUMBER = "number"
    VERSION = "version"
    TITLE = "title"
    STAGE = "stage"
    DATE = "date"
    REASON = "reason"
    ROUND = "round"
    PLACES = "places"
    ROLE = "role"
    FIELD = "field"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: its head, what to write in it (`hint`), what may be chosen; `of` is what the definition says."""

    part: Part
    head: str
    hint: str
    choices: tuple[str, ...] = ()
    of: CaseField | PartyRole | QuantityField | None = None
    amount: Amount | None = None

    @property
    def key(self) -> str:
        """The key of the field or role that it says."""
        return self.of.key if self.of else ""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row as it was read: its texts by the heads of the columns, the cell of each, and cells that say nothing (why)."""

    sheet: str
    line: int
    texts: Mapping[str, str]
    cells: Mapping[str, str]
    wrong: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of a list as a file has them, with the columns that it has. `key` and `digest`: of what it was made."""

    columns: Sequence[Column]
    rows: Sequence[ListedRow] = field(default=())
    key: str = ""
    digest: str = ""


def columns_of(
    said: RegisterDefinition, *, rounds: Sequence[str] = (), amounts: Iterable[Amount] = ()
) -> list[Column]:
    """The columns of a register: `rounds` are the names of its rounds, `amounts` those that stand in columns beside the usual."""
    stages = tuple(one.name.ko for one in said.stages)
    found = [
        Column(Part.NUMBER, "번호", "비우면 새 사안이 됩니다. 있는 번호는 그대로 두세요."),
        Column(Part.VERSION, "버전", "그대로 두세요."),
        Column(Part.TITLE, "제목", "꼭 적습니다."),
        Column(Part.STAGE, "단계", "목록에서 고릅니다. 바꾸면 단계를 옮깁니다.", stages),
        Column(Part.DATE, "단계 날짜", "그 단계에 온 날: 2024-03-15, '24.3월, '24.3분기"),
        Column(Part.REASON, "사유", "단계를 옮길 때 사유가 있어야 하거나 앞 단계보다 이른 날이면 적습니다."),
    ]
    if said.rounds:
        found.append(Column(Part.ROUND, "회차", "열려 있는 회차의 이름을 고릅니다.", tuple(rounds)))
    if said.has_places:
        hint = "시·도와 시·군·구: 경상북도 포항시. 일부이면 괄호에: 경상북도 포항시(영일만). 여럿이면 ;로 나눕니다."
        found.append(Column(Part.PLACES, "지역", hint))
    found += [Column(Part.ROLE, one.name.ko, _hint_of_role(one), of=one) for one in said.roles]
    found += [Column(Part.FIELD, one.name.ko, *_hint_of_field(one), of=one) for one in said.fields]
    found += [_of_amount(said, one) for one in _in_order(said, amounts)]
    return _apart(found)


def column_named(columns: Sequence[Column], said: RegisterDefinition, head: str) -> Column | None:
    """The column of a head as it stands in a file; an amount of any year is one (투자액 2027 실적 (원))."""
    wanted = squeeze(normalise(head))
    known = next((one for one in columns if squeeze(one.head) == wanted), None)
    return known or next(
        (found for one in said.quantities if (found := _amount_named(said, one, wanted))), None
    )


def plain(figure: Decimal) -> str:
    """A number without idle zeros."""
    return f"{figure.normalize():f}"


def _of_amount(said: RegisterDefinition, amount: Amount) -> Column:
    key, year, kind = amount
    one = next(each for each in said.quantities if each.key == key)
    words = [one.name.ko, *([str(year)] if year else []), *([_ACTUAL] if kind == QuantityKind.ACTUAL else [])]
    units = ", ".join([one.unit, *one.units])
    return Column(
        Part.QUANTITY,
        f"{' '.join(words)} ({one.unit})",
        f"수만 적으면 {one.unit}입니다. 쓸 수 있는 단위: {units}."
        + (" 다른 해는 머리글의 연도를 바꾼 열을 더합니다." if one.per_year else ""),
        of=one,
        amount=amount,
    )


def _amount_named(said: RegisterDefinition, one: QuantityField, head: str) -> Column | None:
    name, unit = re.escape(squeeze(one.name.ko)), re.escape(squeeze(one.unit))
    year = r"(?P<year>(?:19|20|21)\d\d)" if one.per_year else "(?P<year>)"
    found = re.fullmatch(rf"{name}{year}(?P<actual>{_ACTUAL})?(?:\({unit}\))?", head)
    if not found:
        return None
    kind = QuantityKind.ACTUAL if found["actual"] else QuantityKind.PROMISED
    return _of_amount(said, (one.key, int(found["year"]) if found["year"] else None, kind))


def _in_order(said: RegisterDefinition, amounts: Iterable[Amount]) -> list[Amount]:
    """Those that every list has a column for, and those asked for, by quantity and year."""
    usual = {(one.key, None, QuantityKind.PROMISED) for one in said.quantities if not one.per_year}
    place = {one.key: at for at, one in enumerate(said.quantities)}
    wanted = {one for one in amounts if one[0] in place} | usual
    return sorted(wanted, key=lambda one: (place[one[0]], one[1] or 0, one[2] == QuantityKind.ACTUAL))


def _hint_of_role(one: PartyRole) -> str:
    whom = "기관의 이름" if one.kinds else "이름"
    also = " 등록되지 않은 곳은 이름을 그대로 적습니다." if one.free and one.kinds else ""
    return f"{whom}을 적습니다.{also}" + (" 여럿이면 ;로 나눕니다." if one.many else "")


def _hint_of_field(one: CaseField) -> tuple[str, tuple[str, ...]]:
    own = f"{one.hint.ko} " if one.hint else ""
    match one.kind:
        case FieldKind.CHOICE:
            return f"{own}목록에서 고릅니다.", tuple(each.name.ko for each in one.choices)
        case FieldKind.TICK:
            return f"{own}{YES} 또는 {NO}.", (YES, NO)
        case FieldKind.LIST:
            return f"{own}여럿이면 ;로 나눕니다.", ()
        case FieldKind.NUMBER:
            return f"{own}수만 적습니다.", ()
        case FieldKind.DAY:
            return f"{own}2024-03-15, '24.3월, '24.3분기처럼 적습니다.", ()
        case _:
            return own.strip(), ()


def _apart(columns: Sequence[Column]) -> list[Column]:
    """Columns by heads that differ: of those that are called alike each says its key too."""
    heads = Counter(squeeze(one.head) for one in columns)
    return [
        replace(one, head=f"{one.head} [{one.key}]") if heads[squeeze(one.head)] > 1 and one.key else one
        for one in columns
    ]
