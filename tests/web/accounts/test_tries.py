"""How often signing in may be tried, from one address and from many."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from tests.web.accounts.conftest import NEW, RIGHT, WRONG, delivered, follow, link_in, opened, sign_in

from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]
TOO_MANY = "로그인 시도 횟수를 넘었습니다"


def attack(times: int = 30) -> None:
    """Tries from as many addresses."""
    for number in range(times):
        sign_in(Client(), WRONG, address=f"198.51.100.{number}")


def test_a_name_is_tried_thirty_times_from_wherever(officer: Person) -> None:
    attack()

    assert TOO_MANY in sign_in(Client(), RIGHT, address="203.0.113.1")


def test_who_signed_in_with_a_browser_is_not_locked_out_of_it(officer: Person) -> None:
    known = Client()
    sign_in(known)
    known.post("/accounts/sign-out/")

    attack()

    assert sign_in(known, address="203.0.113.1") == "/desk/"


def test_who_sets_the_password_by_a_link_is_not_locked_out(officer: Person) -> None:
    attack()
    new = Client()
    new.post("/accounts/lost-password/", {"email": officer.email})
    form, _ = follow(new, link_in(delivered()[0]))

    new.post(form, {"password1": NEW, "password2": NEW})

    assert sign_in(new, NEW) == "/desk/"


def test_a_known_browser_has_ten_tries_and_then_none_that_is_only_its_own(officer: Person) -> None:
    known = Client()
    sign_in(known)
    known.post("/accounts/sign-out/")

    for number in range(10):
        sign_in(known, WRONG, address=f"198.51.100.{number}")

    assert TOO_MANY in sign_in(known, RIGHT, address="203.0.113.1")


def test_a_browser_known_to_one_helps_with_no_other(officer: Person) -> None:
    opened("other")
    known = Client()
    sign_in(known, username="other")
    known.post("/accounts/sign-out/")

    attack()

    assert TOO_MANY in sign_in(known, RIGHT, address="203.0.113.1")


@pytest.mark.parametrize("forged", ["", "nonsense", "WyJvZmZpY2VyIiwgIngiXQ:1:x"])
def test_a_forged_cookie_makes_no_browser_known(officer: Person, forged: str) -> None:
    client = Client()
    client.cookies["device"] = forged

    attack()

    assert TOO_MANY in sign_in(client, RIGHT)


@pytest.mark.django_db(transaction=True)
def test_forty_people_sign_in_at_once() -> None:
    names = [f"person-{number}" for number in range(40)]
    for name in names:
        opened(name)
    together = Barrier(40)

    def enter(name: str) -> str:
        try:
            together.wait(timeout=60)
            return sign_in(Client(), username=name)
        finally:
            connection.close()

    with ThreadPoolExecutor(40) as pool:
        answers = list(pool.map(enter, names))

    assert answers == ["/desk/"] * 40
