"""Pages of what is refused or goes wrong: ours, in Korean, with nothing that the content security policy forbids."""

import re
from typing import Any, NoReturn
from wsgiref.util import is_hop_by_hop

import pytest
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.db import OperationalError
from django.test import Client
from django.urls import include, path

from goru.core.verdict import Refused, Subject, Why
from goru.domain.plans.models import Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@login_not_required
def lose_the_database(_request: object) -> NoReturn:
    raise OperationalError("connection to server failed")


@login_not_required
def fail(_request: object) -> NoReturn:
    raise RuntimeError("secret of the program")


@login_not_required
def refuse_it(_request: object, why: str, kind: str, key: str) -> NoReturn:
    raise Refused("그럴 수 없습니다.", why=Why(why), about=Subject(kind, key))


handler500 = "goru.web.refusals.server_error"
urlpatterns = [
    path("fail/", fail),
    path("lost/", lose_the_database),
    path("api/lost/", lose_the_database),
    path("refused/<str:why>/<str:kind>/<str:key>/", refuse_it),
    path("api/refused/<str:why>/<str:kind>/<str:key>/", refuse_it),
    path("", include("goru.config.urls")),
]


def has_inline_style(page: str) -> bool:
    return bool(re.search(r"<style|\sstyle=", page))


def test_a_form_without_its_token_is_refused_in_korean() -> None:
    answer = Client(enforce_csrf_checks=True).post("/theme/", {"theme": "light"})
    page = answer.content.decode()

    assert answer.status_code == 403
    assert "이 누리집의 화면에서 온 요청인지 확인하지 못했습니다" in page
    assert not has_inline_style(page)


def test_a_form_without_its_token_is_refused_in_english() -> None:
    answer = Client(enforce_csrf_checks=True).post("/theme/", headers={"Accept-Language": "en"})

    assert "Allow cookies, reload the page and try again." in answer.content.decode()


@pytest.mark.urls(__name__)
def test_an_error_of_the_program_has_a_page_that_needs_nothing_of_it() -> None:
    answer = Client(raise_request_exception=False).get("/fail/")
    page = answer.content.decode()

    assert answer.status_code == 500
    assert "화면을 보여 주지 못했습니다" in page
    assert "secret" not in page
    assert not has_inline_style(page)
    assert "style-src 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.urls(__name__)
def test_the_styles_of_an_error_page_are_there() -> None:
    page = Client(raise_request_exception=False).get("/fail/").content.decode()

    styles = re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"', page)

    assert styles
    assert all(finders.find(style) for style in styles)


def test_the_page_of_a_body_too_large_has_no_header_that_web_servers_forbid(settings: Any) -> None:
    settings.MOST_UPLOAD = 1_000

    answer = Client().post("/imports/new/", {"file": "x" * 1_001})

    assert answer.status_code == 413
    assert not [name for name in answer.headers if is_hop_by_hop(name)]


@pytest.mark.urls(__name__)
def test_a_database_that_is_away_is_said_with_when_to_come_again() -> None:
    page = Client(raise_request_exception=False).get("/lost/")
    problem = Client(raise_request_exception=False).get("/api/lost/")

    assert page.status_code == problem.status_code == 503
    assert page.headers["Retry-After"] == problem.headers["Retry-After"] == "5"
    assert "지금 답하지 못합니다" in page.content.decode()
    assert not has_inline_style(page.content.decode())
    assert problem.json()["status"] == 503
    assert problem.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "charset", ["hex", "undefined", "idna", "rot13", "zlib", "nonsense", "utf-16", "utf-7"]
)
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]
)
def test_a_body_of_a_strange_charset_is_refused(charset: str, kind: str) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)

    for address in ("/theme/", "/accounts/sign-in/", "/imports/new/", "/language/", "/imports/1/adopt/"):
        answer = client.generic("POST", address, b"a=%ED%95%9C", content_type=f"{kind}; charset={charset}")
        assert 400 <= answer.status_code < 500
    for address in ("/about/", "/search/?q=a", "/api/v1/plans?q=a"):
        assert (
            client.get(address, content_type=f"{kind}; charset={charset}", QUERY_STRING="q=a").status_code
            < 500
        )


@pytest.mark.parametrize("cookie", ["sessionid", "csrftoken", "theme", "django_language"])
def test_a_cookie_with_a_nul_is_none_of_ours(cookie: str) -> None:
    client = Client(raise_request_exception=False)

    answer = client.get("/about/", headers={"Cookie": f'{cookie}="aaaaaaaaaaaaaaaa\\000"'})
    signing_in = client.get("/imports/", headers={"Cookie": f'{cookie}="aaaaaaaaaaaaaaaa\\000"'})

    assert (answer.status_code, signing_in.status_code) == (200, 302)


@pytest.mark.parametrize("length", ["", "many", "-1", "9" * 5_000, "٣"])
def test_a_length_that_is_none_breaks_nothing(length: str) -> None:
    answer = Client(raise_request_exception=False).post("/theme/", CONTENT_LENGTH=length)

    assert answer.status_code < 500


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("why", "kind", "key", "status", "back"),
    [
        ("forbidden", "import", "3", 403, None),  # nobody is signed in: they may not see it
        ("state", "cycle", "2025", 409, "/2025/publications/"),
        ("state", "cycle", "2024", 409, None),  # nothing is published
        ("state", "item", "P0001237", 409, "/items/P0001237"),
        ("state", "nobody-knows", "1-1", 409, None),
    ],
)
def test_a_refusal_says_by_its_status_which_kind_it_is_and_leads_to_its_subject(
    adopted: Publication, why: str, kind: str, key: str, status: int, back: str | None
) -> None:
    answer = Client().get(f"/refused/{why}/{kind}/{key}/")
    page = answer.content.decode()

    assert answer.status_code == status
    assert "그럴 수 없습니다." in page
    assert (f'<a href="{back}">지금 상태 보기</a>' in page) if back else ("지금 상태 보기" not in page)


@pytest.mark.urls(__name__)
def test_what_one_may_not_see_is_as_what_is_not_there() -> None:
    hidden, missing = Client().get("/refused/hidden/import/3/"), Client().get("/nowhere/")

    assert hidden.status_code == 404
    assert "그럴 수 없습니다." not in hidden.content.decode()
    assert ("/imports/3/" in hidden.content.decode()) is ("/imports/3/" in missing.content.decode()) is False


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(("why", "status"), [("hidden", 404), ("forbidden", 403), ("state", 409)])
def test_a_program_is_refused_by_the_same_status_with_a_problem(why: str, status: int) -> None:
    answer = Client().get(f"/api/refused/{why}/import/3/")

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json().get("detail") == (None if why == "hidden" else "그럴 수 없습니다.")
