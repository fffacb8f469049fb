"""Accounts to try things with are there for `make run`, and let nobody into a service."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from tests import cast
from tests.cast import BEGINNING
from tests.conftest import ROOT

from goru.config import demo
from goru.core.audit import queries as audit
from goru.domain.institutions.actions import load_register, open_account, system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.queries import posts_of

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("GORU_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(autouse=True)
def quick(settings: object) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # type: ignore[attr-defined]


@pytest.fixture
def opened(home: Path) -> Person:
    load_register(by=system_person(), at=BEGINNING)
    demo.open_accounts()
    return Person.objects.get(username="secretariat")


def password_of(name: str) -> str:
    found = re.search(rf"^  {name} +(\S+)", demo.table(), re.MULTILINE)
    assert found
    return found[1]


def is_in(name: str, password: str) -> bool:
    client = Client()
    answer = client.post("/accounts/sign-in/", {"username": name, "password": password})
    return answer.status_code == 302


def test_only_make_run_asks_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("GORU_DEMO", raising=False)
    service = demo.are_wanted()
    monkeypatch.setenv("GORU_DEMO", "on")

    assert (service, demo.are_wanted()) == (False, True)
    assert "GORU_DEMO" in (ROOT / "Makefile").read_text()
    assert "GORU_DEMO" not in (ROOT / "deploy" / "goru.service").read_text()


def test_there_is_one_for_each_role_and_its_password_lets_in(opened: Person) -> None:
    assert opened.is_demo
    assert is_in("secretariat", password_of("secretariat"))


def test_a_service_lets_nobody_in_by_them_and_says_so_in_the_log(opened: Person) -> None:
    session = cast.signed_in(opened)
    on = timezone.localdate()

    demo.lock_accounts()

    assert not is_in("secretariat", password_of("secretariat"))
    assert session.get("/imports/").status_code == 302
    assert not Person.objects.filter(is_demo=True, is_active=True).exists()
    assert [one.act for one in audit.acts_about("person", "secretariat")][-1] == "institutions.account_locked"
    assert posts_of(opened, on), "what they hold is not ended"


def test_those_that_a_demo_opened_before_it_marked_them_are_known_by_their_passwords(opened: Person) -> None:
    Person.objects.update(is_demo=False)

    demo.lock_accounts()

    assert not Person.objects.get(pk=opened.pk).is_active


def test_those_that_came_from_elsewhere_with_the_database_are_locked_too(opened: Person, home: Path) -> None:
    (home / "demo-accounts.json").unlink()

    demo.lock_accounts()

    assert not Person.objects.get(pk=opened.pk).is_active


def test_an_account_of_the_same_name_that_a_person_has_is_left_alone(home: Path) -> None:
    load_register(by=system_person(), at=BEGINNING)
    open_account(
        username="seoul",
        name="서울",
        password=secrets.token_urlsafe(20),
        posts=[],
        by=system_person(),
        at=BEGINNING,
    )

    demo.lock_accounts()

    assert Person.objects.get(username="seoul").is_active
    assert list(home.iterdir()) == []


def test_the_next_demo_opens_them_again(opened: Person) -> None:
    demo.lock_accounts()

    demo.open_accounts()

    assert is_in("secretariat", password_of("secretariat"))
