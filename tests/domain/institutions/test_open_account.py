"""The command that lets a person sign in."""

import io
import secrets

import pytest
from django.core.management import CommandError, call_command

from goru.core.audit import queries as audit
from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def opened(monkeypatch: pytest.MonkeyPatch, password: str, *rights: str) -> Person:
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    call_command("open_account", "officer", name="담당자", right=list(rights), stdout=io.StringIO())
    return Person.objects.get(username="officer")


def test_who_is_let_in_has_the_password_and_the_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    password = secrets.token_urlsafe()

    person = opened(monkeypatch, password, "importing.bring_in_books")

    assert person.check_password(password)
    assert person.has_perm("importing.bring_in_books")
    assert [act.act for act in audit.acts_about("person", "officer")] == ["institutions.account_opened"]


@pytest.mark.parametrize(
    ("password", "rights"),
    [("1234", []), (secrets.token_urlsafe(), ["no.such"])],
    ids=["a weak password", "an unknown right"],
)
def test_a_weak_password_or_an_unknown_right_opens_nothing(
    monkeypatch: pytest.MonkeyPatch, password: str, rights: list[str]
) -> None:
    with pytest.raises(CommandError):
        opened(monkeypatch, password, *rights)

    assert not Person.objects.filter(username="officer").exists()
