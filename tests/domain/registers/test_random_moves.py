"""Random openings, moves, corrections, opinions and returns: no register's case ever stands where its definition forbids."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from tests import registering

from goru.core.places import shipped
from goru.core.verdict import Refused
from goru.domain.institutions.actions import load_register, system_person
from goru.domain.institutions.models import Institution, Region
from goru.domain.registers import reading
from goru.domain.registers.actions import (
    Said,
    ask_opinion,
    correct_move,
    give_opinion,
    load_registers,
    move_case,
    open_case,
    open_round,
    tell,
)
from goru.domain.registers.models import Case, Move, PartyOpinion, Register
from goru.domain.registers.queries.knowing import class_on, facts_of, sum_of
from goru.domain.registers.rules import definition as defined
from goru.domain.registers.rules import kinds
from goru.domain.registers.rules.definition import RegisterDefinition
from goru.domain.registers.rules.values import period_in
from goru.domain.registers.vocabulary import FieldKind, OpinionVerdict, QuantityKind, Severity

pytestmark = [pytest.mark.web, pytest.mark.django_db]
SHARE, ALL, STEPS = 8, 300, 25
seeds = st.integers(0, 2**16)


def definitions() -> list[RegisterDefinition]:
    own = [
        RegisterDefinition.model_validate({**one, "prefix": f"시험-{one['prefix']}"})
        for one in registering.EVERY
    ]
    return [*own, *reading.definitions_in(shipped("data/registers"))]


class Kept(RuleBasedStateMachine):
    """All registers, with one person who may do all; each run is undone after it."""

    def __init__(self) -> None:
        super().__init__()
        self.run = transaction.atomic()
        self.run._from_testcase = True  # type: ignore[attr-defined] # deeds are durable, but not within a test
        self.run.__enter__()
        self.by, self.at = system_person(), datetime(2024, 9, 1, tzinfo=UTC)
        self.done = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.run.__exit__(None, None, None)

    def tried(self, deed: Any, **given: Any) -> None:
        """Do a deed; one that is refused changes nothing."""
        self.at += timedelta(minutes=1)
        try:
            deed(by=self.by, at=self.at, **given)
        except Refused:
            return
        self.done += 1

    @rule(seed=seeds)
    def open(self, seed: int) -> None:
        chance = _chance(seed)
        register = chance.choice(list(Register.objects.order_by("key")))
        said = _anything(register, chance)
        if not register.rounds.exists() and chance.random() < 0.7:
            self.tried(open_round, register_key=register.key, year=2024, part=1, name="1회차")
        stage = chance.choice(register.current.stages)
        self.tried(open_case, register_key=register.key, said=said, stage=stage, date_said="'24.3월")

    @rule(seed=seeds)
    def move(self, seed: int) -> None:
        chance = _chance(seed)
        for case in _some(chance):
            ways = [one.to for one in case.definition.said.moves_from(case.stage)]
            to = chance.choice([*ways, *case.definition.stages])
            given = {"to": to, "date_said": chance.choice(["", "'24.5월", "2024-07-01"]), "reason": "까닭"}
            self.tried(move_case, case_id=case.pk, version=case.version, **given)

    @rule(seed=seeds)
    def correct(self, seed: int) -> None:
        chance = _chance(seed)
        for case in _some(chance):
            given = {"to": chance.choice(case.definition.stages), "date_said": "", "reason": "잘못"}
            self.tried(correct_move, case_id=case.pk, version=case.version, **given)

    @rule(seed=seeds)
    def ask_and_answer(self, seed: int) -> None:
        chance = _chance(seed)
        for case in _some(chance):
            for party in case.parties.all():
                version = Case.objects.get(pk=case.pk).version
                self.tried(ask_opinion, case_id=case.pk, version=version, party_id=party.pk)
        for opinion in PartyOpinion.objects.filter(given_at=None).order_by("pk")[:4]:
            version = opinion.party.case.version
            verdict = chance.choice(list(OpinionVerdict))
            self.tried(
                give_opinion, opinion_id=opinion.pk, case_version=version, verdict=verdict, text="의견"
            )

    @rule(seed=seeds)
    def report(self, seed: int) -> None:
        for case in _some(_chance(seed)):
            for told in case.definition.said.returns:
                version = Case.objects.get(pk=case.pk).version
                period = period_in(told.period, self.at.date().replace(year=2023))
                given = {"return_key": told.key, "period": period, "typed": {}, "note": "아직 없음"}
                self.tried(tell, case_id=case.pk, version=version, **given)

    @invariant()
    def every_case_stands_where_its_moves_led(self) -> None:
        for case in Case.objects.select_related("definition").prefetch_related("moves"):
            moves = list(case.moves.all())
            assert [one.from_stage for one in moves] == ["", *(one.to_stage for one in moves[:-1])]
            assert case.stage == moves[-1].to_stage
            said = case.definition.said
            assert all(
                one.corrects_id or one.sequence == 1 or kinds.way(said, one.from_stage, one.to_stage)
                for one in moves
            )

    @invariant()
    def no_limit_is_exceeded(self) -> None:
        for register in Register.objects.select_related("definition"):
            for one in register.said.rules:
                match one:
                    case defined.SumLimit():
                        for who in Institution.objects.filter(
                            parts_in_cases__case__register=register
                        ).distinct():
                            class_ = class_on(who, self.at.date())
                            most = one.by_class.get(class_) if class_ else None
                            assert most is None or sum_of(register, one, who) <= most
                    case defined.CountLimit():
                        for round_ in register.rounds.all():
                            assert round_.cases.filter(stage__in=one.stages).count() <= one.most
                    case _:
                        pass

    @invariant()
    def nothing_came_into_a_stage_without_what_it_needs(self) -> None:
        last = Move.objects.order_by("-pk").select_related("case__definition", "case__round").first()
        if last:
            case = last.case
            lacks = kinds.before_entering(case.definition.said, facts_of(case), case.stage)
            assert [one for one in lacks if one.severity == Severity.ERROR] == []


def _chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311


def _some(chance: Random) -> list[Case]:
    cases = list(Case.objects.select_related("definition", "register").order_by("pk"))
    return chance.sample(cases, min(3, len(cases)))


def _anything(register: Register, chance: Random) -> Said:
    said = register.said
    filled = chance.random() < 0.7
    values: dict[str, Any] = {
        one.key: _value(one, chance) for one in said.fields if filled or chance.random() < 0.5
    }
    parties: list[tuple[str, Institution | str]] = []
    for role in said.roles:
        if filled or chance.random() < 0.5:
            found = list(Institution.objects.filter(kind__in=role.kinds).order_by("pk")[:6])
            parties.append((role.key, chance.choice(found) if found else f"모임 {chance.randint(1, 3)}"))
    amounts: dict[tuple[str, int | None, QuantityKind], tuple[Decimal, str]] = {
        (one.key, None, QuantityKind.PROMISED): (Decimal(chance.choice([1000, 60000, 3_000_000])), "")
        for one in said.quantities
        if filled or chance.random() < 0.5
    }
    places = [(chance.choice(list(Region.objects.order_by("pk")[:9])), "")] if filled else []
    rounds = list(register.rounds.all())
    return Said(
        f"사안 {chance.randint(1, 10**6)}",
        values=values,
        parties=parties,
        amounts=amounts,
        places=places,
        round=chance.choice(rounds) if rounds else None,
    )


def _value(one: defined.CaseField, chance: Random) -> Any:
    match one.kind:
        case FieldKind.CHOICE:
            return chance.choice(one.choices).key
        case FieldKind.LIST:
            return ["하나", "둘"]
        case FieldKind.TICK:
            return chance.random() < 0.5
        case FieldKind.NUMBER:
            return str(chance.randint(0, 99))
        case FieldKind.DAY:
            return "'24.5월"
        case _:
            return f"글 {chance.randint(1, 5)}"


def test_random_moves_never_reach_a_forbidden_state(request: pytest.FixtureRequest, db: None) -> None:
    load_register(by=system_person(), at=registering.AT)
    load_registers(definitions(), [], by=system_person(), at=registering.AT)
    all_of_it = request.config.getoption("soak")
    run_state_machine_as_test(
        Kept,
        settings=settings(
            max_examples=ALL if all_of_it else SHARE,
            stateful_step_count=STEPS,
            deadline=None,
            phases=list(Phase) if all_of_it else [Phase.generate],  # to shrink takes minutes
            derandomize=not all_of_it,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_a_loaded_definition_takes_a_case_through_one_move(db: None) -> None:
    """Each register, the bare ones among them: a case is opened, and goes on where nothing is lacking."""
    load_register(by=system_person(), at=registering.AT)
    load_registers(definitions(), [], by=system_person(), at=registering.AT)
    chance = _chance(1)
    given: dict[str, Any] = {"by": system_person(), "at": registering.AT}
    moved = 0
    for register in Register.objects.order_by("key"):
        open_round(register_key=register.key, year=2024, part=1, name="1회차", **given)
        stage = register.said.stages[0].key
        about = _anything(register, chance)
        try:
            case = open_case(register_key=register.key, said=about, stage=stage, date_said="", **given)
        except Refused:  # its first stage needs what this case has not, or an amount is out of its range
            assert any(
                one.kind == "range" or stage in getattr(one, "stages", ()) for one in register.said.rules
            )
            continue
        for way in register.said.moves_from(stage):
            try:
                move_case(
                    case_id=case.pk, version=case.version, to=way.to, date_said="", reason="까닭", **given
                )
            except Refused:  # something is lacking, as its rules say
                continue
            moved += 1
            break

    assert moved > Register.objects.count() / 2
