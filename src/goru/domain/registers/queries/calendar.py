"""What comes next in all registers, what is late, and how far limits are used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from goru.core.waiting import Waiting
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.permissions import holds_at, holds_nationally
from goru.domain.institutions.queries import named
from goru.domain.institutions.rules import THAT_WRITE
from goru.domain.institutions.vocabulary import Role
from goru.domain.registers import permissions
from goru.domain.registers.models import Case, ExpectedStage, Move, Observation, PartyOpinion, Register, Round
from goru.domain.registers.queries.knowing import (
    class_on,
    counted_in,
    facts_of,
    stated_and_counted,
    sum_of,
    with_facts,
)
from goru.domain.registers.queries.lists import register_of, seen_cases
from goru.domain.registers.rules import definition as defined
from goru.domain.registers.rules import kinds
from goru.domain.registers.rules.definition import Stage
from goru.domain.registers.rules.kinds import Problem
from goru.domain.registers.rules.values import end_of, first_of, period_in


@dataclass(frozen=True, slots=True)
class Ahead:
    """A stage that a case shall come into, and whether its last day is over."""

    case: Case
    stage: Stage
    expected: ExpectedStage
    is_late: bool
    leads: Sequence[str]


@dataclass(frozen=True, slots=True)
class Gauge:
    """How much of a limit a party's cases use, in the unit of the quantity; `most` is None where nothing can be judged."""

    who: Institution
    name: str
    unit: str
    used: Decimal
    most: Decimal | None

    @property
    def percent(self) -> int | None:
        """How much of it is used, in percent."""
        return None if self.most is None else round(100 * self.used / self.most)


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """A round: how many of its cases were in each stage (`funnel`), what is printed for these, and what does not agree."""

    round: Round
    register: Register
    funnel: Sequence[tuple[Stage, int, int | None]]
    problems: Sequence[Problem]
    cases: Sequence[Case]


def ahead(
    *, by: Person | AnonymousUser, on: date, register: str = "", year: int | None = None
) -> list[Ahead]:
    """The stages that cases still shall come into, by their last days: of one register, or of a year's, or of all."""
    found = ExpectedStage.objects.filter(case__in=seen_cases(by, on).values("pk")).exclude(
        Exists(Move.objects.filter(case=OuterRef("case"), to_stage=OuterRef("stage"), corrected_by=None))
    )
    if register:
        found = found.filter(case__register__key=register)
    if year:
        found = found.filter(date_end__year=year)
    rows = found.select_related("case__register", "case__definition").order_by("date_end", "pk")
    cases = {
        one.pk: one
        for one in Case.objects.filter(pk__in=rows.values("case"))
        .select_related("register", "definition")
        .prefetch_related(*with_facts())
    }
    return [step for row in rows if (step := _ahead(row, cases[row.case_id], on))]


def years_ahead(*, by: Person | AnonymousUser, on: date) -> list[int]:
    """The years in which cases shall come into a stage."""
    found = ExpectedStage.objects.filter(case__in=seen_cases(by, on).values("pk"), date_end__isnull=False)
    return sorted(set(found.values_list("date_end__year", flat=True)))


def late(*, by: Person | AnonymousUser, on: date, register: str = "") -> list[Ahead]:
    """Those whose last day is over."""
    return [one for one in ahead(by=by, on=on, register=register) if one.is_late]


def gauges(key: str, *, by: Person | AnonymousUser, on: date) -> list[Gauge]:
    """How much of each limit on a sum the parties of a register use; to everybody, where all that is summed is public."""
    register = register_of(key)
    sees_all = holds_nationally(by, permissions.WHO_SEES_ALL, on) or permissions.may_run(by, register, on)
    public = set(register.said.public_stages())
    found = []
    for rule in register.said.rules:
        if not isinstance(rule, defined.SumLimit):
            continue
        quantity = next(one for one in register.said.quantities if one.key == rule.quantity)
        is_public = quantity.public_from is not None and public >= set(rule.stages)
        is_withheld = register.cases.filter(stage__in=rule.stages, is_withheld=True).exists()
        if not sees_all and (is_withheld or not is_public):
            continue
        parties = Institution.objects.filter(
            parts_in_cases__role=rule.role,
            parts_in_cases__case__register=register,
            parts_in_cases__case__stage__in=rule.stages,
        )
        for who in parties.distinct().order_by("position"):
            class_ = class_on(who, on)
            most = rule.by_class.get(class_) if class_ else None
            used = sum_of(register, rule, who)
            found.append(Gauge(who, str(quantity.name), quantity.unit, used, most))
    return found


def round_seen(key: str, round_key: str, *, by: Person | AnonymousUser, on: date) -> RoundSeen:
    """A round with its funnel; DoesNotExist where there is none."""
    register = register_of(key)
    found = Round.objects.select_related("register__definition").get(register=register, key=round_key)
    cases = seen_cases(by, on).filter(round=found)
    reached = counted_in(cases)
    funnel = [
        (one, reached.get(one.key, 0), found.stated.get(one.key))
        for one in register.said.stages
        if one.key in reached or one.key in found.stated
    ]
    rows = cases.select_related("register", "definition", "round").prefetch_related(
        "places__region", "parties__institution", "moves"
    )
    return RoundSeen(
        found, register, funnel, stated_and_counted(found, reached), list(rows.order_by("number")[:500])
    )


def waiting(by: Person, on: date) -> list[Waiting]:
    """What waits for a person in registers: opinions asked of their institution, returns owed, stages that are late.

    More than a few of a kind in one register are said together, and lead to it.
    """
    groups: dict[tuple[str, str], list[tuple[Case, Waiting]]] = {}
    for what, case, due, why in (*_asked_of(by, on), *_owed(by, on), *_late_for(by, on)):
        named = _("%(what)s: %(title)s") % {"what": what, "title": case.title}
        one = Waiting(f"{case.register.name} {named}", case.subject, due, None, why)
        groups.setdefault((case.register.key, what), []).append((case, one))
    return [one for (_key, what), each in groups.items() for one in _together(what, each)]


_Due = tuple[str, Case, date | None, str]
"""What waits of a case, until when, why."""

_MOST_APART = 3


def _together(what: str, waiting: Sequence[tuple[Case, Waiting]]) -> list[Waiting]:
    if len(waiting) <= _MOST_APART:
        return [one for _case, one in waiting]
    (case, first), dues = waiting[0], [one.due for _case, one in waiting if one.due]
    said = _("%(what)s: %(count)s건") % {"what": what, "count": len(waiting)}
    due = min(dues, default=None)
    return [Waiting(f"{case.register.name} {said}", case.register.subject, due, None, first.why)]


def _asked_of(by: Person, on: date) -> Iterator[_Due]:
    asked = PartyOpinion.objects.filter(given_at=None).select_related(
        "party__institution", "party__case__register__owner", "party__case__definition"
    )
    for one in asked.prefetch_related("party__case__parties__institution"):
        if permissions.may_give(by, one, on):
            yield _("의견"), one.party.case, one.due_date, _("의견을 요청받았습니다.")


def _owed(by: Person, on: date) -> Iterator[_Due]:
    """The returns of the last period that were not told: of all cases, or of those that are theirs."""
    scope = Q()
    if not holds_nationally(by, (Role.SECRETARIAT,), on):
        own = holds_at(by, THAT_WRITE, on)
        scope = Q(parties__institution__in=own, parties__valid_to=None) | Q(register__owner__in=own)
    for register in Register.objects.select_related("definition").exclude(definition=None):
        for told in register.said.returns:
            period = period_in(told.period, first_of(period_in(told.period, on)) - timedelta(days=1))
            due = end_of(period) + timedelta(days=told.due_days)
            missing = register.cases.exclude(
                Exists(Observation.objects.filter(case=OuterRef("pk"), return_key=told.key, period=period))
            ).filter(
                scope,
                opened_date__lte=end_of(period),
                stage__in=told.stages or list(register.current.stages),
            )
            rows = missing.select_related("register__owner", "definition").order_by("pk").distinct()
            for case in rows.prefetch_related("parties__institution")[:_MOST]:
                if permissions.may_tell(by, case, told, on):
                    yield f"{told.name} {period}", case, due, _("기간마다 기록하는 점검·실적입니다.")


_MOST = 200
"""Cases of a register that are gone through for what is owed of them."""


def _late_for(by: Person, on: date) -> Iterator[_Due]:
    for one in late(by=by, on=on):
        ways = one.case.definition.said.moves_from(one.case.stage)
        if any(permissions.may_move(by, one.case, way.to, on) for way in ways):
            why = _("예정일이 지난 단계입니다(%(printed)s).") % {"printed": one.expected.date_printed}
            yield _("'%(stage)s' 단계") % {"stage": one.stage.name}, one.case, one.expected.date_end, why


def _ahead(row: ExpectedStage, case: Case, on: date) -> Ahead | None:
    said, facts = case.definition.said, facts_of(case)
    if kinds.is_behind(said, facts, row.stage):
        return None
    leads = {one.key for one in said.roles if one.is_lead}
    parties = [one for one in case.parties.all() if one.role in leads]
    names = [named(one.institution) if one.institution else one.name for one in parties]
    is_late = bool(row.date_end and row.date_end < on)
    return Ahead(case, said.stage(row.stage), row, is_late, names)
