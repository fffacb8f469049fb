"""The registers as they are shipped, with the cases that the book of 2024 prints, in the database."""

import io
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from pytest_django import DjangoDbBlocker
from tests import cast
from tests.registering import said
from tests.undone import undone

from goru.core.verdict import Refused
from goru.domain.institutions.actions import load_register, system_person
from goru.domain.institutions.models import Institution
from goru.domain.institutions.queries import members_of
from goru.domain.institutions.vocabulary import Role
from goru.domain.monitoring.actions import count_actuals
from goru.domain.monitoring.queries import Count, Uncounted, counts_of
from goru.domain.registers import queries
from goru.domain.registers.actions import (
    Said,
    add_evidence,
    ask_opinion,
    give_opinion,
    link_case,
    move_case,
    open_case,
    open_round,
)
from goru.domain.registers.models import Case, CaseLink, PartyOpinion, Round
from goru.domain.registers.queries.knowing import stated_and_counted
from goru.domain.registers.vocabulary import LinkKind, OpinionVerdict

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
ANYBODY = AnonymousUser()
ON = date(2024, 4, 4)
ZONES = {
    "zone-opportunity": 4,
    "zone-education": 31,
    "zone-convergence": 5,
    "zone-culture": 13,
    "zone-innovation": 4,
    "zone-digital": 3,
    "vitality-town": 7,
}


@pytest.fixture(scope="module")
def shipped(adopted_2024: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), undone():
        call_command("load_registers", stdout=io.StringIO())
        yield


def test_what_is_shipped_is_loaded_once_and_linked() -> None:
    told = io.StringIO()
    call_command("load_registers", stdout=told)
    assert "새로 반영: 0" in told.getvalue()
    assert CaseLink.objects.filter(item__isnull=False).count() > 50
    by_kind = Counter(
        one.register.key
        for one in Case.objects.exclude(stage="intended").select_related("register")
        if one.register.key in ZONES
    )
    assert by_kind == ZONES
    assert sum(ZONES.values()) == 67


def test_what_is_printed_of_rounds_is_what_is_counted() -> None:
    assert [str(one) for round_ in Round.objects.all() for one in stated_and_counted(round_)] == []


def test_a_city_sees_what_lies_on_it() -> None:
    chungju = queries.place_seen("mois-43130", by=ANYBODY, on=ON)
    assert {register.key for register, _ in chungju.cases} >= {"zone-education", "zone-culture"}
    case = next(one for register, cases in chungju.cases if register.key == "zone-culture" for one in cases)
    seen = queries.case_seen(case.number, by=ANYBODY, on=ON)
    assert "zone-education" in {one.register.key for one in seen.overlaps}


def test_of_announcements_due_in_the_third_quarter_and_in_october_only_those_are_late_on_its_first_day() -> (
    None
):
    late = queries.late(by=ANYBODY, on=date(2024, 10, 1), register="legal-reform")
    grants = {one.case.title: one.expected.date_printed for one in late if "교부" in one.case.title}
    assert grants == {"조정교부금 개선": "3분기", "부동산교부세 배분기준 혁신": "3분기"}
    assert not [one for one in late if one.expected.date_printed == "~10월"]


def test_every_indicator_that_is_counted_is_one_of_the_plan() -> None:
    found = list(counts_of(2024))
    assert [(one.owner, one.indicator) for one in found if isinstance(one, Uncounted)] == []
    assert len([one for one in found if isinstance(one, Count)]) > 10


def test_proposals_of_chungnam_are_its_indicator() -> None:
    system, at = system_person(), datetime(2024, 6, 3, tzinfo=UTC)
    for number in range(7):
        given = Said(f"사무 {number}", parties=[("proposer", Institution.objects.get(key="chungnam"))])
        open_case(
            register_key="devolved-affair", said=given, stage="proposed", date_said="", by=system, at=at
        )
    count_actuals(year=2024, by=system, at=at)
    counted = [
        one for one in counts_of(2024) if isinstance(one, Count) and one.register.key == "devolved-affair"
    ]
    assert [one.printed for one in counted] == ["7"]


def test_a_transfer_into_the_balance_account_is_found_in_january_and_in_may() -> None:
    secretariat, at = cast.officer("secretariat", Role.SECRETARIAT), datetime(2024, 5, 20, tzinfo=UTC)
    may = open_round(
        register_key="account-transfer", year=2025, part=5, name="2025년 5월", by=secretariat, at=at
    )
    parties: list[tuple[str, Institution | str]] = [
        ("ministry", Institution.objects.get(key="molit")),
        ("treasury", Institution.objects.filter(kind="ministry").exclude(key="molit")[0]),
    ]
    given = said("사업", parties=parties, round=may, values={"present_account": "일반회계"})
    case = open_case(
        register_key="account-transfer", said=given, stage="found", date_said="", by=secretariat, at=at
    )
    move: dict[str, Any] = {"date_said": "", "by": secretariat, "at": at}
    with pytest.raises(Refused, match="있어야 이 단계로"):
        move_case(case_id=case.pk, version=case.version, to="consulted", **move)


def test_a_special_local_government_begins_with_the_resolutions_of_all_councils_and_its_members_join() -> (
    None
):
    secretariat, at = cast.officer("secretariat", Role.SECRETARIAT), datetime(2025, 1, 20, tzinfo=UTC)
    by_key = {one.key: one for one in Institution.objects.all()}
    megaregion = Institution.objects.filter(kind="megaregion").order_by("position")[0]
    newcomer = by_key["jeju"]
    parties: list[tuple[str, Institution | str]] = [("lead", megaregion), ("member", newcomer)]
    councils = ["부산광역시의회", "울산광역시의회", "경상남도의회", "제주특별자치도의회"]
    given = said(
        "특별지방자치단체",
        parties=[*parties, *(("council", name) for name in councils)],
        values={"kind": "special-government"},
    )
    case = open_case(
        register_key="agreement", said=given, stage="councils", date_said="", by=secretariat, at=at
    )
    move: dict[str, Any] = {"date_said": "", "by": secretariat, "at": at}
    for party in case.parties.filter(role="council").exclude(name=councils[3]):
        case = ask_opinion(case_id=case.pk, version=case.version, party_id=party.pk, by=secretariat, at=at)
        opinion = PartyOpinion.objects.get(party=party)
        case = give_opinion(
            opinion_id=opinion.pk,
            case_version=case.version,
            verdict=OpinionVerdict.AGREED,
            text="",
            by=secretariat,
            at=at,
        )
    with pytest.raises(Refused, match="아직 없는 곳: 제주특별자치도의회"):
        move_case(case_id=case.pk, version=case.version, to="approved", **move)

    last = case.parties.get(name=councils[3])
    case = ask_opinion(case_id=case.pk, version=case.version, party_id=last.pk, by=secretariat, at=at)
    case = give_opinion(
        opinion_id=PartyOpinion.objects.get(party=last).pk,
        case_version=case.version,
        verdict=OpinionVerdict.AGREED,
        text="",
        by=secretariat,
        at=at,
    )
    case = move_case(case_id=case.pk, version=case.version, to="approved", **move)
    case = add_evidence(case_id=case.pk, version=case.version, title="고시 제2025-1호", by=secretariat, at=at)
    case = move_case(case_id=case.pk, version=case.version, to="announced", **move)
    assert newcomer not in members_of(megaregion, at.date())
    move_case(case_id=case.pk, version=case.version, to="launched", **move | {"date_said": "2025-01-20"})
    assert newcomer in members_of(megaregion, at.date())
    load_register(by=system_person(), at=at)
    assert newcomer in members_of(megaregion, at.date())
    assert newcomer not in members_of(megaregion, date(2025, 1, 19))


def test_an_active_policy_task_that_no_plan_holds_is_told_and_stopped_by_nothing() -> None:
    secretariat, at = cast.officer("secretariat", Role.SECRETARIAT), datetime(2024, 5, 20, tzinfo=UTC)
    parties = [("ministry", Institution.objects.get(key="molit"))]
    field = next(one for one in queries.register_of("policy-task").said.fields if one.key == "field")
    given = said(
        "새 도로", who="gangwon", role="province", parties=parties, values={"field": field.choices[0].key}
    )
    case = open_case(
        register_key="policy-task", said=given, stage="active", date_said="", by=secretariat, at=at
    )
    told = [one.sentence for one in queries.case_seen(case.number, by=secretariat, on=at.date()).problems]
    assert any("계획의 항목" in one for one in told)
    item = CaseLink.objects.filter(item__isnull=False)[0].item
    link_case(case_id=case.pk, version=case.version, kind=LinkKind.FULFILS, item=item, by=secretariat, at=at)
    assert not queries.case_seen(case.number, by=secretariat, on=at.date()).problems
