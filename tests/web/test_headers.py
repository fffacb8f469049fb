"""What every answer tells a browser, whatever is asked: pages, refusals, the API, forms, static files."""

import secrets

import pytest
from django.test import Client

from goru.config.security import POLICY
from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]

PASSWORD = secrets.token_urlsafe()
ANSWERS = {
    "/about/": "text/html; charset=utf-8",
    "/accounts/sign-in/": "text/html; charset=utf-8",
    "/nowhere/": "text/html; charset=utf-8",
    "/robots.txt": "text/plain; charset=utf-8",
    "/audit/seals.txt": "text/plain; charset=utf-8",
    "/health": "text/plain; charset=utf-8",
    "/ready": "application/json",
    "/api/v1/": "application/json; charset=utf-8",
    "/api/nowhere": "application/problem+json",
}


@pytest.fixture
def officer(db: None) -> Person:
    person: Person = Person.objects.create_user("officer", password=PASSWORD)
    return person


@pytest.mark.parametrize("address", ANSWERS)
def test_an_answer_says_what_it_is_and_who_may_do_what_with_it(client: Client, address: str) -> None:
    headers = client.get(address).headers

    assert headers["Content-Type"] == ANSWERS[address]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert not {"Server", "X-Powered-By"} & {*headers}


@pytest.mark.parametrize("said", ["script-src 'self'", "frame-ancestors 'none'", "default-src 'none'"])
def test_the_policy_lets_no_foreign_and_no_inline_script_run_and_nobody_frame_a_page(said: str) -> None:
    assert said in POLICY
    assert "unsafe" not in POLICY


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_a_page_for_reading_is_only_read(client: Client, method: str) -> None:
    assert getattr(client, method)("/about/").status_code == 405


def test_every_cookie_is_for_this_site_and_for_no_script(client: Client, officer: Person) -> None:
    client.post("/theme/", {"theme": "light"})
    client.post("/language/", {"language": "en"})
    client.post("/accounts/sign-in/", {"username": "officer", "password": PASSWORD})

    assert {*client.cookies} == {"theme", "django_language", "csrftoken", "sessionid", "device"}
    assert {(one["samesite"], one["httponly"]) for one in client.cookies.values()} == {("Lax", True)}
