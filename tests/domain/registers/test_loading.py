"""What comes with the program, as it stands in the database once it is loaded."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django.plugin import DjangoDbBlocker
from tests.undone import undone

from goru.core.places import shipped
from goru.domain.institutions.actions import load_register, system_person
from goru.domain.registers import reading
from goru.domain.registers.actions import load_registers
from goru.domain.registers.models import Case, Register, Round
from goru.domain.registers.queries import gauges, late, public_cases, public_values
from goru.domain.registers.queries.knowing import stated_and_counted

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def load() -> int:
    return load_registers(
        reading.definitions_in(shipped("data/registers")),
        reading.all_cases_in([shipped("data/2024/registers")]),
        by=system_person(),
        at=datetime(2024, 4, 4, tzinfo=UTC),
    )


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), undone():
        load_register(by=system_person(), at=datetime(2024, 4, 4, tzinfo=UTC))
        load()
        yield


def test_all_is_there_and_public_and_nothing_is_new_the_second_time() -> None:
    assert Register.objects.count() == 33
    assert Case.objects.count() == public_cases(date(2024, 4, 4)).count() == 180
    assert load() == 0


def test_a_register_of_two_versions_opens_cases_under_the_second() -> None:
    register = Register.objects.get(key="disclosure-council")
    assert register.definitions.count() == 2
    assert len(register.said.returns[0].values) == 8


def test_no_round_is_stated_otherwise_than_counted() -> None:
    assert Round.objects.count() > 10
    assert {one.key: stated_and_counted(one) for one in Round.objects.all() if stated_and_counted(one)} == {}


def test_what_is_public_from_a_stage_on_is_told_of_cases_that_began_later() -> None:
    town = Case.objects.get(register__key="zone-education", source_key="type2-busan")
    assert public_values(town)["type"] == "type2"


def test_nothing_can_be_judged_of_a_province_whose_class_is_not_printed() -> None:
    most = {
        one.who.key: one.most for one in gauges("zone-opportunity", by=AnonymousUser(), on=date(2024, 4, 4))
    }
    assert most["busan"] == 4_958_700
    assert most["gyeongbuk"] == most["jeonnam"] == 6_611_600


def test_only_announcements_whose_time_is_over_are_late() -> None:
    on = date(2024, 10, 1)
    found = [
        one
        for one in late(by=AnonymousUser(), on=on, register="legal-reform")
        if one.stage.key == "announced"
    ]
    assert {one.case.source_key for one in found} == {"adjustment-grant", "property-grant"}
    halves = {
        one.case.source_key for one in late(by=AnonymousUser(), on=date(2024, 7, 1), register="legal-reform")
    }
    assert "second-home" in halves
    assert "adjustment-grant" not in halves
