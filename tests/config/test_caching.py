"""What caches may keep: what is public, and nothing that is shown to somebody who is signed in."""

import pytest
from django.test import Client
from tests import cast

from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.mark.parametrize("address", ["/", "/about/", "/imports/", "/accounts/", "/nope/", "/search/?q=a"])
def test_nothing_that_somebody_sees_who_is_signed_in_is_kept(secretariat: Person, address: str) -> None:
    answer = cast.signed_in(secretariat).get(address)

    assert answer.headers["Cache-Control"] == "no-store, private"


def test_signing_out_is_not_kept_either(secretariat: Person) -> None:
    answer = cast.signed_in(secretariat).post("/accounts/sign-out/")

    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("address", ["/", "/about/"])
def test_what_readers_see_is_kept_as_ever(client: Client, address: str) -> None:
    assert "no-store" not in client.get(address).headers.get("Cache-Control", "")


def test_what_is_the_same_for_all_may_be_kept_whoever_asks(secretariat: Person) -> None:
    client = cast.signed_in(secretariat)

    first, second = (client.get("/api/openapi.json") for _ in range(2))

    assert "sessionid" in first.cookies  # the session was begun
    assert first.headers["Cache-Control"] == "no-store, private"
    assert not second.cookies
    assert "public" in second.headers["Cache-Control"]


def test_a_public_answer_that_ends_a_session_is_its_reader_s_alone(secretariat: Person) -> None:
    client = cast.signed_in(secretariat)
    session = client.session
    session["seen"] = 0
    session.save()

    answer = client.get("/audit/seals.txt")

    assert answer.cookies["sessionid"].value == ""
    assert answer.headers["Cache-Control"] == "no-store, private"
