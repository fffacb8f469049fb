"""What indicators come to by the cases of registers, and where that differs from what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate

from goru.book.items import measures
from goru.domain.indicators.models import Actual, Indicator
from goru.domain.indicators.vocabulary import ActualSource
from goru.domain.plans.models import Item
from goru.domain.registers.models import Case, CaseLink, Move, Register
from goru.domain.registers.rules.definition import Counted
from goru.domain.registers.vocabulary import CountedAs


@dataclass(frozen=True, slots=True)
class Count:
    """An indicator (by its item) and what a register counts for it; `is_confirmed`: that it is counted so was confirmed."""

    item: Item
    register: Register
    printed: str
    value: Decimal | None
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A count that a definition wants of an indicator which the plan of a year does not have by that name."""

    register: Register
    owner: str
    indicator: str


@dataclass(frozen=True, slots=True)
class Difference:
    """An indicator of which somebody typed another actual than is counted."""

    item: Item
    period: str
    typed: Actual
    counted: Actual


def counts_of(year: int) -> Iterator[Count | Uncounted]:
    """What registers count for the indicators of a plan year, at its end or until now."""
    for register in Register.objects.select_related("definition").exclude(definition=None):
        for counted in register.said.counts:
            indicator = _indicator(year, counted)
            if indicator is None:
                yield Uncounted(register, counted.owner, counted.indicator)
                continue
            number = _cases(register, counted, year).count()
            yield Count(indicator.item, register, str(number), Decimal(number), counted.confirmed)
    links = CaseLink.objects.exclude(stage="").filter(
        item__in=Indicator.objects.filter(cycle__year=year).values("item")
    )
    by_item: dict[Item, list[CaseLink]] = {}
    for link in links.select_related("case__register", "case__definition", "item").order_by("pk"):
        if link.item:
            by_item.setdefault(link.item, []).append(link)
    for item, held in by_item.items():
        stages = dict.fromkeys(one.case.definition.said.stage(one.case.stage).name.ko for one in held)
        yield Count(item, held[0].case.register, ", ".join(stages), None, is_confirmed=True)


def is_met(link: CaseLink) -> bool:
    """Whether an indicator whose value is a stage is met: the case that is linked to it was in that stage."""
    reached = Move.objects.filter(case=link.case, to_stage=link.stage, corrected_by=None)
    return reached.exists()


def actuals_of(item: Item) -> QuerySet[Actual]:
    """The actuals of an indicator in force, typed and counted."""
    return Actual.objects.filter(item=item, revised_by=None).order_by("period", "source")


def differences(year: int) -> list[Difference]:
    """Where the actual of a year or a part of it was typed as another than is counted."""
    in_force = Actual.objects.filter(revised_by=None, period__startswith=str(year)).select_related("item")
    counted = {(one.item_id, one.period): one for one in in_force.filter(source=ActualSource.COUNTED)}
    return [
        Difference(typed.item, typed.period, typed, other)
        for typed in in_force.filter(source=ActualSource.TYPED).order_by("item", "period")
        if (other := counted.get((typed.item_id, typed.period)))
        and (typed.value, typed.value is None and typed.printed)
        != (other.value, other.value is None and other.printed)
    ]


def _indicator(year: int, counted: Counted) -> Indicator | None:
    """The indicator of a year that a count is for, by its owner and its name, however it is spaced."""
    owner = Q(action_task__code=counted.owner) | Q(plan__institution__key=counted.owner)
    wanted = measures.plain_name(counted.indicator)
    found = Indicator.objects.filter(owner, cycle__year=year).select_related("item").order_by("pk")
    return next((one for one in found if measures.plain_name(one.name) == wanted), None)


def _cases(register: Register, counted: Counted, year: int) -> QuerySet[Case]:
    """The cases that are counted: in the stages at the end of the year (stock), or that came into one in it (flow)."""
    day = Coalesce(F("date_start"), F("date_end"), TruncDate("recorded_at"))
    moves = Move.objects.filter(case__register=register, corrected_by=None).annotate(day=day)
    moves = moves.filter(day__lte=date(year, 12, 31))
    if counted.counted_as == CountedAs.FLOW:
        moves = moves.filter(day__year=year)
    else:
        moves = moves.order_by("case", "-sequence").distinct("case")
    reached = Move.objects.filter(pk__in=moves.values("pk"), to_stage__in=counted.stages)
    having = {f"values__{key}": value for key, value in counted.where.items()}
    cases = Case.objects.filter(pk__in=reached.values("case"), **having)
    if counted.role:
        cases = cases.filter(parties__role=counted.role, parties__institution__key=counted.owner).distinct()
    return cases.filter(values__contains=counted.where)
