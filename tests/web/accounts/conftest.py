"""People who sign in, their second factors and what comes to them by mail."""

import re
import secrets
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client

from goru.core.mail.actions import deliver
from goru.core.mail.models import Mail
from goru.domain.institutions.actions import load_register, open_account, system_person
from goru.domain.institutions.models import Person

AT = datetime(2025, 4, 5, tzinfo=UTC)
RIGHT, WRONG, NEW = (secrets.token_urlsafe() for _ in range(3))


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.MD5PasswordHasher"
    ]  # hundreds of tries are made


def opened(username: str = "officer", *posts: str) -> Person:
    load_register(by=system_person(), at=AT)
    person = open_account(
        username=username, name="담당자", password=RIGHT, posts=posts, by=system_person(), at=AT
    )
    person.email = f"{username}@example.org"
    person.save()
    return person


@pytest.fixture
def officer(db: None) -> Person:
    return opened("officer", "secretariat")


@pytest.fixture
def desk(officer: Person) -> Client:
    """Signed in as people sign in."""
    client = Client()
    sign_in(client)
    return client


def sign_in(client: Client, password: str = RIGHT, address: str = "192.0.2.1", **fields: str) -> str:
    """Where it leads, or the page that says why not."""
    fields = {"username": "officer", "password": password, **fields}
    answer = client.post("/accounts/sign-in/", fields, REMOTE_ADDR=address)
    return answer.headers.get("Location", "") or answer.content.decode()


def is_in(client: Client) -> bool:
    return client.get("/accounts/mails/").status_code == 200


def confirmed(client: Client, address: str) -> Any:
    """A page that asks who one is once more, after that was said."""
    answer = client.get(address)
    if answer.status_code == 302:
        answer = client.post(answer.headers["Location"], {"password": RIGHT, "next": address}, follow=True)
    return answer


def code_of(secret: str, ahead: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead)))


def turn_on(client: Client) -> tuple[str, list[str]]:
    """Set up a second factor; its secret and the recovery codes."""
    page = confirmed(client, "/accounts/second-factor/on/").content.decode()
    secret = re.findall(r"<code>([A-Z2-7]{32})</code>", page)[0]
    answer = client.post("/accounts/second-factor/on/", {"code": code_of(secret)})
    assert answer.headers["Location"] == "/accounts/recovery-codes/", answer.content.decode()
    codes = client.get("/accounts/recovery-codes/").content.decode()
    return secret, re.findall(r"<code>(\d{8})</code>", codes)


def delivered() -> list[Any]:
    """Send what waits as the worker does; what came of it."""
    mail.outbox.clear()
    for one in Mail.objects.filter(state="waiting").order_by("pk"):
        deliver(mail_id=one.pk)
    return list(mail.outbox)


def link_in(letter: Any) -> str:
    """The way in a mail's link, without its host."""
    return str(re.findall(r"http://localhost:\d+(/accounts/new-password/\S+)", letter.body)[0])


def follow(client: Client, link: str) -> tuple[str, Any]:
    """Open a link: where its form is, and its page."""
    answer = client.get(link, follow=True)
    return answer.request["PATH_INFO"], answer
