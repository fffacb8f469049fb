"""What is known of cases, gathered for what judges them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Prefetch, QuerySet, Sum

from goru.domain.institutions.models import Institution, valid_on
from goru.domain.registers.models import (
    Case,
    CaseRegion,
    ExpectedStage,
    Move,
    Observation,
    Party,
    PartyOpinion,
    Quantity,
    Register,
    Round,
)
from goru.domain.registers.rules import definition as defined
from goru.domain.registers.rules import kinds
from goru.domain.registers.rules.classes import class_of
from goru.domain.registers.rules.kinds import Asked, Expected, Facts, Problem, Reached
from goru.domain.registers.vocabulary import GovernmentClass, QuantityKind


def with_facts() -> list[Any]:
    """What `facts_of` reads of a case, to be fetched at once for many."""
    return [
        Prefetch("moves", Move.objects.order_by("sequence")),
        Prefetch("expected", ExpectedStage.objects.order_by("date_end", "pk")),
        Prefetch("parties", Party.objects.filter(valid_to=None).select_related("institution").order_by("pk")),
        Prefetch("parties__opinions", PartyOpinion.objects.order_by("pk")),
        Prefetch("quantities", Quantity.objects.order_by("key", "year")),
        Prefetch("observations", Observation.objects.order_by("period", "pk")),
        Prefetch("places", CaseRegion.objects.select_related("region__province").order_by("pk")),
        "evidence",
        "links",
    ]


def facts_of(case: Case) -> Facts:
    """What is known of a case now. A move that was put right counts no more."""
    moves = list(case.moves.all())
    wrong = {one.corrects_id for one in moves if one.corrects_id}
    amounts: dict[str, Decimal] = {}
    for one in case.quantities.all():
        if one.kind == QuantityKind.PROMISED:
            amounts[one.key] = amounts.get(one.key, Decimal(0)) + one.amount
    return Facts(
        stage=case.stage,
        values=case.values,
        quantities=amounts,
        parties=[Asked(one.role, str(one), _said(one)) for one in case.parties.all()],
        reached=[
            Reached(one.to_stage, one.date_start, one.date_end, one.reason)
            for one in moves
            if one.pk not in wrong
        ],
        expected=[Expected(one.stage, one.date_printed, one.date_end) for one in case.expected.all()],
        returns=frozenset(one.return_key for one in case.observations.all()),
        has_evidence=bool(case.evidence.all()),
        has_places=bool(case.places.all()),
        has_round=case.round_id is not None,
        has_promise=any(one.item_id for one in case.links.all()),
    )


def problems_before(case: Case, stage: str, on: date) -> list[Problem]:
    """What stands against a case coming into a stage, its limits and places among it; notes stop nothing."""
    said = case.definition.said
    problems = kinds.before_entering(said, facts_of(case), stage)
    for rule in said.rules:
        if stage not in getattr(rule, "stages", ()):
            continue
        match rule:
            case defined.CountLimit() if case.round:
                already = _count(case.round, rule, case)
                problems += _given(kinds.over_count(rule, case.round.quota, already, case.round.name))
            case defined.CountLimit():
                problems.append(kinds.without_a_round())
            case defined.SumLimit():
                problems += _sums(case, rule, on)
            case defined.Member():
                problems += _given(_members(case, rule, on))
            case _:
                pass
    return problems


def sum_of(
    register: Register, rule: defined.SumLimit, institution: Institution, but: Case | None = None
) -> Decimal:
    """What the cases of a party in the stages of a limit come to, in the unit of the quantity."""
    cases = register.cases.filter(
        stage__in=rule.stages,
        parties__role=rule.role,
        parties__institution=institution,
        parties__valid_to=None,
    )
    if but:
        cases = cases.exclude(pk=but.pk)
    amounts = Quantity.objects.filter(
        case__in=cases.values("pk"), key=rule.quantity, kind=QuantityKind.PROMISED
    )
    return amounts.aggregate(total=Sum("amount"))["total"] or Decimal(0)


def counted_in(cases: QuerySet[Case]) -> dict[str, int]:
    """How many of some cases came into each stage, whether they left it since or not."""
    reached = Move.objects.filter(case__in=cases.values("pk"), corrected_by=None).order_by()
    return dict(reached.values_list("to_stage").annotate(cases=Count("case", distinct=True)))


def stated_and_counted(round_: Round, counted: Mapping[str, int] | None = None) -> list[Problem]:
    """The numbers printed for a round that are not those counted in it: in all of its cases, or as they are `counted`."""
    said = round_.register.said
    rule = next((one for one in said.rules if isinstance(one, defined.Stated)), None)
    if rule is None:
        return []
    if counted is None:
        counted = counted_in(Case.objects.filter(round=round_))
    return kinds.misstated(rule, round_.stated, counted, {one.key: str(one.name) for one in said.stages})


def class_on(institution: Institution, on: date) -> GovernmentClass | None:
    """The class of a local government by the name that it has on a day."""
    name = institution.names.filter(valid_on(on)).first()
    return class_of(name.full_name) if name else None


def _said(party: Party) -> str:
    given = [one.verdict for one in party.opinions.all() if one.given_at]
    return given[-1] if given else ""


def _given(problem: Problem | None) -> list[Problem]:
    return [problem] if problem else []


def _count(round_: Round, rule: defined.CountLimit, but: Case) -> int:
    return round_.cases.filter(stage__in=rule.stages).exclude(pk=but.pk).count()


def _sums(case: Case, rule: defined.SumLimit, on: date) -> Iterable[Problem]:
    own = facts_of(case).quantities.get(rule.quantity, Decimal(0))
    for party in case.parties.all():
        if party.role == rule.role and party.institution:
            total = own + sum_of(case.register, rule, party.institution, but=case)
            class_ = class_on(party.institution, on)
            yield from _given(kinds.over_sum(case.definition.said, rule, str(party), class_, total))


def _members(case: Case, rule: defined.Member, on: date) -> Problem | None:
    other = Register.objects.get(key=rule.register_)
    there = set(
        CaseRegion.objects.filter(
            case__register=other, case__stage__in=rule.in_stages, case__opened_date__lte=on
        ).values_list("region", flat=True)
    )
    missing = [str(one.region) for one in case.places.all() if one.region_id not in there]
    return kinds.not_members(other.name, missing)
