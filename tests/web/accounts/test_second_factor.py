"""Who needs a second factor and has none can do nothing else before."""

from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from tests.web.accounts.conftest import RIGHT, confirmed, is_in, opened, sign_in, turn_on

from goru.core.audit.queries import acts_about
from goru.domain.institutions.models import Person
from goru.web.accounts.second_factor import has_one
from goru.web.accounts.vocabulary import AccountAct

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def is_officer(person: Person, on: date) -> bool:
    return person.username == "officer" and on > date(2025, 1, 1)


@pytest.fixture(autouse=True)
def rule(settings: Any) -> None:
    settings.IS_DEMO = False
    settings.SECOND_FACTOR_NEEDED_BY = f"{__name__}.is_officer"


@pytest.mark.parametrize(
    "address", ["/", "/imports/", "/imports/new/", "/accounts/", "/accounts/mails/", "/about/"]
)
def test_every_page_leads_there(desk: Client, address: str) -> None:
    assert desk.get(address).headers["Location"] == "/accounts/second-factor/on/"


@pytest.mark.parametrize(
    "address", ["/imports/new/", "/imports/1/adopt/", "/accounts/everywhere/", "/accounts/password/"]
)
def test_nothing_is_done_by_a_form_either(desk: Client, address: str) -> None:
    assert desk.post(address, {"password": RIGHT}).headers["Location"] == "/accounts/second-factor/on/"


def test_once_it_is_set_up_everything_is_as_for_others(desk: Client) -> None:
    page = confirmed(desk, "/accounts/second-factor/on/").content.decode()
    turn_on(desk)

    assert "맡은 일에 2단계 인증이 필요합니다" in page
    assert desk.get("/imports/").status_code == 200
    assert is_in(desk)


def test_it_may_be_turned_off_for_another_and_must_be_turned_on_again(desk: Client) -> None:
    turn_on(desk)
    confirmed(desk, "/accounts/second-factor/off/")

    desk.post("/accounts/second-factor/off/")

    assert desk.get("/imports/").headers["Location"] == "/accounts/second-factor/on/"


def test_one_may_go_out_before(desk: Client) -> None:
    assert desk.post("/accounts/sign-out/").headers["Location"] == "/"


def test_who_needs_none_is_asked_for_none(officer: Person) -> None:
    opened("other")
    client = Client()
    sign_in(client, username="other")

    assert is_in(client)


def test_in_a_demo_nobody_needs_one(settings: Any, desk: Client) -> None:
    settings.IS_DEMO = True

    assert is_in(desk)


def test_readers_are_not_concerned(client: Client) -> None:
    assert client.get("/about/").status_code == 200


def test_the_picture_for_the_application_passes_the_policy(desk: Client) -> None:
    page = confirmed(desk, "/accounts/second-factor/on/").content.decode()

    assert 'src="data:image/svg+xml;base64,' in page
    assert "<style" not in page
    assert " style=" not in page


def test_who_runs_the_installation_takes_away_what_was_lost(desk: Client, officer: Person) -> None:
    turn_on(desk)

    call_command("end_second_factor", "officer", stdout=StringIO())

    assert not has_one(officer)
    assert desk.get("/about/").headers["Location"] == "/accounts/second-factor/on/"
    (act,) = [one for one in acts_about("person", "officer") if one.act == AccountAct.SECOND_FACTOR_OFF]
    assert act.by.username == "goru"


@pytest.mark.parametrize(
    ("name", "why"), [("nobody", "그런 아이디가 없습니다"), ("officer", "쓰고 있지 않습니다")]
)
def test_there_must_be_one_to_take_away(desk: Client, name: str, why: str) -> None:
    with pytest.raises(CommandError, match=why):
        call_command("end_second_factor", name)
