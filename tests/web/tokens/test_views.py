"""A person makes a token for a program, sees it once, and ends it."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests import cast

from goru.core.audit import queries as audit
from goru.core.dates import day_in_korea
from goru.core.mail.models import Mail
from goru.domain.institutions.models import Person, Token
from goru.domain.institutions.queries import token_said
from goru.domain.institutions.vocabulary import InstitutionAct, Role

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("register_loaded")]

PASSWORD = "세 낱말로 된 비밀번호"  # noqa: S105 - of somebody who is made here


@pytest.fixture
def author() -> Person:
    person = cast.officer("author", Role.AUTHOR, "seoul")
    person.set_password(PASSWORD)
    person.email = "author@example.org"
    person.save()
    return person


def sent(**said: Any) -> dict[str, Any]:
    day = day_in_korea(datetime.now(UTC)) + timedelta(days=30)
    return {"name": "연계 7", "institution": "seoul", "scope": "write", "last_day": day.isoformat(), **said}


def confirmed(client: Client, **said: Any) -> Any:
    """The answer to the form; the password is said too, which holds for some minutes."""
    asked = client.post("/accounts/tokens/", sent(**said))
    if asked.status_code != 302:
        return asked
    assert asked["Location"].startswith("/accounts/confirm/")
    return client.post(asked["Location"], {"password": PASSWORD})


def test_a_token_is_made_with_the_password_shown_once_and_ended(author: Person) -> None:
    client = cast.signed_in(author)
    page = client.get("/accounts/tokens/").content.decode()
    made = confirmed(client).content.decode()
    found = re.search(r"goru_[\w-]{43}", made)
    again = client.get("/accounts/tokens/").content.decode()

    assert "토큰 만들기" in page
    assert found
    token = token_said(found.group())
    assert token is not None
    assert (token.person, token.institution.key, token.scope) == (author, "seoul", "write")
    assert "goru_" not in again
    assert "연계 7" in again
    assert Mail.objects.filter(address="author@example.org").exists()

    client.post(f"/accounts/tokens/{token.pk}/end/")

    assert "연계 7" not in client.get("/accounts/tokens/").content.decode()
    assert Token.objects.get().ended_by == author
    acts = [one.act for one in audit.acts_about("person", "author")]
    assert {InstitutionAct.TOKEN_MADE, InstitutionAct.TOKEN_ENDED} <= set(acts)


def test_what_cannot_be_is_refused_on_the_form(author: Person) -> None:
    client = cast.signed_in(author)
    far = day_in_korea(datetime.now(UTC)) + timedelta(days=400)

    wrong = ({"institution": "busan"}, {"last_day": far.isoformat()}, {"name": " "}, {"scope": "all"})
    answers = [confirmed(client, **one) for one in wrong]

    assert [one.status_code for one in answers] == [400] * 4
    assert "1년 안" in answers[1].content.decode()
    assert not Token.objects.exists()


def test_who_writes_no_plan_makes_none() -> None:
    client = cast.signed_in(cast.officer("certifier", Role.CERTIFIER, "seoul"))

    page = client.get("/accounts/tokens/").content.decode()

    assert "맡은 사람이 만들 수 있습니다" in page
    assert 'name="scope"' not in page
