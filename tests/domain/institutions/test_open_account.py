"""The command that lets a person sign in."""

import io
import secrets
from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from goru.core.audit import queries as audit
from goru.core.verdict import Refused
from goru.domain.institutions.actions import load_register, open_account, system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.queries import posts_of

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2024, 4, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def loaded(db: None) -> None:
    load_register(by=system_person(), at=datetime(2024, 4, 4, tzinfo=UTC))


def opened(monkeypatch: pytest.MonkeyPatch, password: str, *posts: str) -> Person:
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    call_command("open_account", "officer", name="담당자", post=list(posts), stdout=io.StringIO())
    return Person.objects.get(username="officer")


def test_who_is_let_in_has_the_password_and_the_posts(monkeypatch: pytest.MonkeyPatch) -> None:
    password = secrets.token_urlsafe()

    person = opened(monkeypatch, password, "secretariat", "author:seoul", "contributor:seoul/문화본부")

    assert person.check_password(password)
    assert [one.name for one in posts_of(person, timezone.localdate())] == [
        "지방시대위원회 기획단",
        "서울 총괄 담당자",
        "서울 문화본부 작성 담당자",
    ]
    assert [act.act for act in audit.acts_about("person", "officer")] == ["institutions.account_opened"]
    assert [act.act for act in audit.acts_about("institution", "seoul")] == ["institutions.unit_opened"]


def test_a_name_has_no_signs_that_an_address_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(secrets.token_urlsafe() + "\n"))

    with pytest.raises(CommandError, match="@"):
        call_command("open_account", "kim/../<b>", name="김", stdout=io.StringIO())

    assert not Person.objects.filter(first_name="김").exists()


@pytest.mark.parametrize(
    ("password", "post"),
    [
        ("1234", "secretariat"),
        (secrets.token_urlsafe(), "importing.bring_in_books"),
        (secrets.token_urlsafe(), "author:nowhere"),
        (secrets.token_urlsafe(), "author"),
        (secrets.token_urlsafe(), "secretariat:seoul"),
    ],
    ids=["a weak password", "no such role", "no such institution", "no author there", "no secretariat there"],
)
def test_a_weak_password_or_a_post_that_is_not_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, password: str, post: str
) -> None:
    with pytest.raises(CommandError):
        opened(monkeypatch, password, post)

    assert not Person.objects.filter(username="officer").exists()


def test_who_has_an_account_keeps_the_posts_they_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    opened(monkeypatch, secrets.token_urlsafe(), "author:seoul")

    person = opened(monkeypatch, secrets.token_urlsafe(), "author:seoul", "evaluator")

    assert [one.role for one in posts_of(person, timezone.localdate())] == ["author", "evaluator"]


def account(by: Person, username: str = "kim", *posts: str, at: datetime = AT, email: str = "") -> None:
    open_account(
        username=username,
        name="김",
        password=secrets.token_urlsafe(),
        posts=posts,
        by=by,
        at=at,
        email=email,
    )


@pytest.mark.parametrize("posts", [(), ("author:seoul",)])
def test_a_stranger_lets_nobody_in(stranger_in_busan: Person, posts: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match="계정은 시스템 관리자가"):
        account(stranger_in_busan, "kim", *posts)

    assert not Person.objects.filter(username="kim").exists()


def test_an_account_has_a_persons_name_an_address_and_posts_that_are_there(administrator: Person) -> None:
    with pytest.raises(Refused, match="이 이름은 프로그램이"):
        account(administrator, "Goru")
    with pytest.raises(ValidationError):
        account(administrator, email="kim@")
    with pytest.raises(Refused, match="없어진 기관"):
        account(administrator, "kim", "author:gwangju", at=datetime(2026, 7, 2, tzinfo=UTC))
    assert not Person.objects.filter(first_name="김").exists()

    account(administrator, "kim", "author:gwangju", email="kim@example.org")
    assert Person.objects.get(username="kim").email == "kim@example.org"
