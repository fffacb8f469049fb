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
    answer = cast.signed_in(secretariat).get("/api/openapi.json")

    assert "public" in answer.headers["Cache-Control"]
