"""One case as somebody sees it: what the plan promised, what comes next, what was, what is wrong, what may be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from goru.core.verdict import Verdict
from goru.domain.institutions.models import Person
from goru.domain.registers import permissions
from goru.domain.registers.models import (
    Case,
    CaseLink,
    Evidence,
    ExpectedStage,
    Move,
    Observation,
    Party,
    PartyOpinion,
    Quantity,
)
from goru.domain.registers.queries.knowing import facts_of, problems_before, with_facts
from goru.domain.registers.queries.lists import seen_cases
from goru.domain.registers.rules import definition as defined
from goru.domain.registers.rules import kinds
from goru.domain.registers.rules.definition import CaseField, RegisterDefinition, Return, Stage
from goru.domain.registers.rules.kinds import Facts, Problem
from goru.domain.registers.rules.values import Json, said_of
from goru.domain.registers.vocabulary import RuleKind, Severity


@dataclass(frozen=True, slots=True)
class Step:
    """A point of a case's timeline: a stage that it came into (`move`), or shall (`expected`), late where that day is over."""

    stage: Stage
    move: Move | None = None
    expected: ExpectedStage | None = None
    is_late: bool = False
    is_wrong: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """A stage that a case may be brought into from where it stands: whether by whoever asks, and what stands against it."""

    stage: Stage
    needs_reason: bool
    verdict: Verdict
    lacks: Sequence[Problem]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a case for periods: the values of the latest first, and whether whoever asks may tell more."""

    said: Return
    observations: Sequence[Observation]
    may_tell: Verdict


@dataclass(frozen=True, slots=True)
class CaseSeen:
    """A case as somebody sees it; what is withheld from them is not in it."""

    case: Case
    said: RegisterDefinition
    stage: Stage
    is_public: bool
    sees_all: bool
    values: Sequence[tuple[CaseField, str]]
    parties: Sequence[tuple[str, Party]]
    quantities: Sequence[tuple[str, str, Quantity]]
    steps: Sequence[Step]
    next: kinds.Expected | None
    problems: Sequence[Problem]
    overlaps: Sequence[Case]
    links: Sequence[CaseLink]
    evidence: Sequence[Evidence]
    opinions: Sequence[PartyOpinion]
    told: Sequence[Told]
    ways: Sequence[Way]
    may_change: Verdict
    may_correct: Verdict
    may_withhold: Verdict


def case_seen(number: str, *, by: Person | AnonymousUser, on: date) -> CaseSeen:
    """A case by its number, as a person sees it on a day; DoesNotExist where they may not see it."""
    cases = seen_cases(by, on).select_related(
        "register__owner", "register__definition", "definition", "round"
    )
    case = cases.prefetch_related(
        *with_facts(), "links__item", "links__other__register", "links__other__definition"
    ).get(number=number.replace("\0", ""))
    said, facts = case.definition.said, facts_of(case)
    sees_all = bool(permissions.may_see(by, case, on))
    visible = _Visible(said, facts, sees_all=sees_all)
    return CaseSeen(
        case=case,
        said=said,
        stage=said.stage(case.stage),
        is_public=case.is_public(on),
        sees_all=sees_all,
        values=[(one, said_of(one, case.values.get(one.key))) for one in said.fields if visible.shows(one)],
        parties=[
            (str(role.name), party)
            for role in said.roles
            if visible.shows(role)
            for party in case.parties.all()
            if party.role == role.key
        ],
        quantities=[
            (str(one.name), one.unit, amount)
            for one in said.quantities
            if visible.shows(one)
            for amount in case.quantities.all()
            if amount.key == one.key
        ],
        steps=[one for one in _steps(case, said, facts, on) if sees_all or one.stage.public],
        next=kinds.next_step(said, facts),
        problems=_problems(case, facts, on, sees_all=sees_all),
        overlaps=_overlaps(case, by=by, on=on),
        links=[
            one for one in case.links.all() if one.item or sees_all or (one.other and one.other.is_public(on))
        ],
        evidence=list(case.evidence.all()),
        opinions=_opinions(case) if sees_all else [],
        told=[_told(case, one, by=by, on=on) for one in said.returns if one.public or sees_all],
        ways=[_way(case, one, by=by, on=on) for one in said.moves_from(case.stage)]
        if by.is_authenticated
        else [],
        may_change=permissions.may_change(by, case, on),
        may_correct=permissions.may_correct(by, case, on),
        may_withhold=permissions.may_withhold(by, case, on),
    )


def linked_to(items: Iterable[UUID], *, by: Person | AnonymousUser, on: date) -> list[CaseLink]:
    """The cases, of those that a person sees, that are linked to items of plans: each once for each item."""
    wanted = list(items)
    found = CaseLink.objects.filter(Q(item__in=wanted) | Q(item__same_as__in=wanted))
    found = found.filter(case__in=seen_cases(by, on).values("pk"))
    rows = found.select_related("item", "case__register", "case__definition")
    return list(rows.order_by("case__register__position", "case__number", "pk")[:_MOST])


_MOST = 200
"""Cases that a page of a plan shows."""


@dataclass(frozen=True, slots=True)
class _Visible:
    """What of a case is shown: all of it, or what its definition gives to the public from a stage on that it was in."""

    said: RegisterDefinition
    facts: Facts
    sees_all: bool

    def shows(self, one: CaseField | defined.QuantityField | defined.PartyRole) -> bool:
        been = {each.stage for each in self.facts.reached}
        return self.sees_all or self.said.is_told(one.public_from, been)


def shown_of(
    case: Case, *, sees_all: bool
) -> Callable[[CaseField | defined.QuantityField | defined.PartyRole], bool]:
    """Whether something that the definition of a case names is shown of it, to who sees all or to everybody."""
    return _Visible(case.definition.said, facts_of(case), sees_all=sees_all).shows


def _opinions(case: Case) -> list[PartyOpinion]:
    """All that were asked of it, those of parties that ended since among them."""
    asked = PartyOpinion.objects.filter(party__case=case).select_related(
        "party__institution", "party__case__register__owner", "party__case__definition"
    )
    return list(asked.order_by("pk"))


def public_values(case: Case) -> dict[str, Json]:
    """The values of a case that everybody may read."""
    visible = _Visible(case.definition.said, facts_of(case), sees_all=False)
    return {one.key: case.values.get(one.key) for one in case.definition.said.fields if visible.shows(one)}


def _steps(case: Case, said: RegisterDefinition, facts: Facts, on: date) -> list[Step]:
    moves = list(case.moves.all())
    wrong = {one.corrects_id for one in moves}
    steps = [Step(said.stage(one.to_stage), move=one, is_wrong=one.pk in wrong) for one in moves]
    ahead = {one.stage for one in facts.expected} - {one.stage for one in facts.reached}
    for one in case.expected.all():
        if one.stage in ahead and not kinds.is_over(said, case.stage):
            is_late = bool(one.date_end and one.date_end < on)
            steps.append(Step(said.stage(one.stage), expected=one, is_late=is_late))
    return steps


def _problems(case: Case, facts: Facts, on: date, *, sees_all: bool) -> list[Problem]:
    """What a day finds of it, and the limits that cannot be judged or are exceeded; to everybody, what dates alone say."""
    found = kinds.watched(case.definition.said, facts, on)
    if not sees_all:
        return [one for one in found if one.kind in _OF_DATES]
    limits = (RuleKind.SUM_LIMIT, RuleKind.MEMBER)
    return [*found, *(one for one in problems_before(case, case.stage, on) if one.kind in limits)]


_OF_DATES = (RuleKind.DUE, RuleKind.TERM, RuleKind.ORDER)
"""What is found by the stages of a case and their dates, which are public; other problems say what may be withheld."""


def _overlaps(case: Case, *, by: Person | AnonymousUser, on: date) -> list[Case]:
    """Cases in the same regions in the registers that its definition names, and those of its own that say the same."""
    rules = [one for one in case.definition.said.rules if isinstance(one, defined.Overlap)]
    regions = [one.region_id for one in case.places.all()]
    seen = seen_cases(by, on).exclude(pk=case.pk).select_related("register", "definition")
    found: dict[int, Case] = {}
    for rule in rules:
        if rule.registers and regions:
            others = seen.filter(register__key__in=rule.registers, places__region__in=regions)
            found |= {one.pk: one for one in others.distinct()}
        if rule.fields and all(case.values.get(one) for one in rule.fields):
            same = {f"values__{one}": case.values[one] for one in rule.fields}
            found |= {one.pk: one for one in seen.filter(register=case.register, **same)}
    return list(found.values())


def _told(case: Case, told: Return, *, by: Person | AnonymousUser, on: date) -> Told:
    own = [one for one in case.observations.all() if one.return_key == told.key]
    revised = {one.revises_id for one in own}
    latest = sorted((one for one in own if one.pk not in revised), key=lambda one: one.period, reverse=True)
    return Told(told, latest, permissions.may_tell(by, case, told, on))


def _way(case: Case, move: defined.StageMove, *, by: Person | AnonymousUser, on: date) -> Way:
    lacks = [one for one in problems_before(case, move.to, on) if one.severity == Severity.ERROR]
    verdict = permissions.may_move(by, case, move.to, on)
    return Way(case.definition.said.stage(move.to), move.reason, verdict, lacks)
