"""The sheets of a plan's workbook (엑셀 서식): one a kind of list, its columns, and the row of each item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from goru.book.items.sections import FIELDS, Rows, sections_of
from goru.book.items.walking import items_of, name_of
from goru.book.model import (
    FUNDING_WORDS,
    GoalIndicator,
    Item,
    Milestone,
    MoneyLine,
    PlanCoreTask,
    PlanIndicator,
    Project,
    Reform,
    StrategyAmount,
    Text,
)
from goru.book.model.editions import InstitutionPlan, PlacedRow
from goru.core.money import WON
from goru.core.text import normalise


class ColumnKind(StrEnum):
    """How a column is filled in."""

    LONG = "long"
    LINE = "line"
    NUMBER = "number"
    WHOLE = "whole"
    TICK = "tick"
    CHOICE = "choice"
    STRATEGY = "strategy"
    PERIOD = "period"
    STEP = "step"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Column:
    """A field as a column: its head, how it is filled in, what to write there, the words for what may be chosen."""

    field: str
    title: str
    kind: ColumnKind
    help: str
    choices: Mapping[str, str] | None = None


FUNDING: Final[dict[str, str]] = {
    **{funding: word for funding, word in FUNDING_WORDS.items() if funding != "combined"},
    "combined": "합쳐 적음",
}
ACCOUNTS: Final = {
    "general": "일반회계",
    "balance-autonomy": "지역자율계정",
    "balance-support": "지역지원계정",
    "balance-jeju": "제주계정",
    "balance-sejong": "세종계정",
    "balance-megaregion": "초광역특별계정",
    "other-special": "기타특별회계",
    "fund": "기금",
}
GROUPS: Final = {"common": "공통지표", "own": "자율지표"}
YES, NO = "예", "아니요"
UNITS: Final = {one: one for one in WON}

_FIGURE = "인쇄할 그대로: 숫자나 글"
COLUMNS: Final[Mapping[str, Column]] = {
    one.field: one
    for one in (
        Column("text", "내용", ColumnKind.LONG, "한 칸에 한 문장"),
        Column("done", "끝남", ColumnKind.TICK, "끝났으면 '예'"),
        Column("strategy", "추진전략", ColumnKind.STRATEGY, "목록에서 고르거나 적습니다"),
        Column("name", "이름", ColumnKind.LINE, "이름만"),
        Column("responsible_unit", "담당 부서", ColumnKind.LINE, "맡은 부서"),
        Column("period", "사업 기간", ColumnKind.PERIOD, "예: 2025-03 ~ 2027-12"),
        Column("money_is_complete", "사업비를 모두 적었음", ColumnKind.TICK, "모두 적었으면 '예'"),
        Column("fiscal_year", "회계연도", ColumnKind.WHOLE, "네 자리 연도"),
        Column("funding", "재원", ColumnKind.CHOICE, "목록에서 고릅니다", FUNDING),
        Column("account", "회계", ColumnKind.CHOICE, "목록에서 고릅니다", ACCOUNTS),
        Column("amount", "금액", ColumnKind.NUMBER, "숫자만; 없으면 비웁니다"),
        Column("unit", "단위", ColumnKind.LINE, "예: 백만원, 개, %"),
        Column("block_grant", "포괄보조", ColumnKind.TICK, "포괄보조면 '예'"),
        Column("research", "연구개발(R&D)", ColumnKind.TICK, "연구개발이면 '예'"),
        Column("group", "구분", ColumnKind.CHOICE, "목록에서 고릅니다", GROUPS),
        Column("actual", "실적", ColumnKind.LINE, _FIGURE),
        Column("target", "목표", ColumnKind.LINE, _FIGURE),
        Column("change", "증감", ColumnKind.LINE, _FIGURE),
        Column("baseline_year", "기준연도", ColumnKind.WHOLE, "네 자리 연도"),
        Column("baseline", "기준", ColumnKind.LINE, _FIGURE),
        Column("target_year", "목표연도", ColumnKind.WHOLE, "네 자리 연도"),
        Column("projects", "사업 수", ColumnKind.WHOLE, "숫자만"),
    )
}
"""By the name of the field."""

STEP: Final = Column("text", "단계와 때", ColumnKind.STEP, "예: 실시설계 완료(2025. 8.)")
UNIT_OF_MONEY: Final = Column("unit", "단위", ColumnKind.CHOICE, "목록에서 고릅니다", UNITS)


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet: its title, the class of what stands in its rows, the lists it holds, the head of what says in which of them."""

    title: str
    class_: type[Item]
    lists: tuple[str, ...]
    place: str = ""

    @property
    def columns(self) -> list[Column]:
        """What is written of each row, in the order of the form."""
        place = [Column("", self.place, ColumnKind.PLACE, "목록에서 고릅니다")] if self.place else []
        own = [self._column(name) for name in FIELDS[self.class_]]
        return [*place, *own, *([UNIT_OF_MONEY] if self.class_ is StrategyAmount else [])]

    def _column(self, name: str) -> Column:
        if name == "text" and self.class_ is Milestone:
            return STEP
        return UNIT_OF_MONEY if name == "unit" and self.class_ is MoneyLine else COLUMNS[name]


_MONEY = Form("사업비", MoneyLine, ("money",), "사업")
_STEPS = Form("추진일정", Milestone, ("steps",), "사업·제도개선")
OWN: Final = (
    Form("비전·전략", Text, ("vision", "strategies"), "구분"),
    Form("핵심과제", PlanCoreTask, ("core_tasks",)),
    Form("세부과제", Text, ("items",), "핵심과제"),
    Form("사업", Project, ("projects",), "핵심과제"),
    _MONEY,
    Form("재정투입", StrategyAmount, ("by_strategy",)),
    Form("성과지표", PlanIndicator, ("indicators",)),
    Form("제도개선", Reform, ("reforms",)),
    _STEPS,
    Form("성과관리", Text, ("performance_management",)),
)
"""Of a province or megaregion. What stands under others comes behind them."""

SECTORAL: Final = (
    Form("국비", PlacedRow, ("rows",), "실천과제"),
    Form("사업", Project, ("projects", "covers"), "실천과제"),
    _MONEY,
    Form("성과지표", GoalIndicator, ("indicators",), "실천과제"),
    Form("목표", Text, ("goals",), "실천과제"),
    Form("제도개선", Reform, ("reforms",), "실천과제"),
    _STEPS,
)
"""Of a ministry."""

TOTAL: Final = "합계"
BUDGET: Final = "plan/budget"
"""What stands for the id of the row that says a plan's total, and its unit."""


@dataclass(frozen=True, slots=True)
class Place:
    """A list as rows name it: the field of an item (`under`; None: of the value), what stands there; `is_one` at most one."""

    label: str
    under: UUID | None
    field: str
    class_: type[Item]
    is_one: bool
    items: Sequence[Item]

    @property
    def key(self) -> tuple[UUID | None, str]:
        """What tells it from the other lists of the value."""
        return self.under, self.field


def forms_of(value: InstitutionPlan) -> tuple[Form, ...]:
    """The sheets that a plan's workbook has."""
    return SECTORAL if value.kind == "sectoral" else OWN


def places_of(value: InstitutionPlan) -> dict[str, list[Place]]:
    """The lists of a plan by the sheet they stand in; no two of a sheet have the same label."""
    sheet = {name: form.title for form in forms_of(value) for name in form.lists}
    found: dict[str, list[Place]] = {form.title: [] for form in forms_of(value)}
    names = _names_of(value)
    for rows in _every(value):
        places = found[sheet[rows.name]]
        label = _unlike(_label(rows, names), {one.label for one in places})
        items = [one.item for one in rows.entries]
        places.append(Place(label, rows.under, rows.field, rows.class_, rows.is_one, items))
    return found


def _names_of(value: InstitutionPlan) -> dict[UUID | None, str]:
    """What the items of a plan are called; an amount of an action task has no name but the task's."""
    named = {held.item.item_id: normalise(name_of(held.item)) for held in items_of(value)}
    return named | {row.item_id: f"{task.action_task} 금액" for task in value.tasks for row in task.rows}


def _every(value: InstitutionPlan) -> Iterator[Rows]:
    for section in sections_of(value):
        for rows in section.rows:
            yield from _below(rows)


def _below(rows: Rows) -> Iterator[Rows]:
    yield rows
    for entry in rows.entries:
        for inner in entry.lists:
            yield from _below(inner)


_LABELS = {"vision": "비전", "strategies": "추진전략"}


def _label(rows: Rows, names: Mapping[UUID | None, str]) -> str:
    if rows.under:
        return names[rows.under] or "(이름 없음)"
    return _LABELS.get(rows.name) or (rows.field.split("/")[1] if rows.field.startswith("tasks/") else "")


def _unlike(label: str, others: set[str]) -> str:
    """A label that none of the others is."""
    number = 2
    plain = label
    while label in others:
        label = f"{plain} ({number})"
        number += 1
    return label


def text_in(column: Column, held: Mapping[str, Any]) -> str:
    """What stands in a column of an item (as JSON): as a person reads it; a figure without commas."""
    value = held.get(column.field)
    if isinstance(value, dict):
        value = value.get("text")
    if column.kind == ColumnKind.TICK:
        return YES if value else ""
    if column.choices and value is not None:
        return column.choices.get(str(value), str(value))
    return "" if value is None else normalise(str(value))
