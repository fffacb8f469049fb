"""Pages of what is refused or goes wrong: ours, in Korean, with nothing that the content security policy forbids."""

import re
from typing import Any, NoReturn
from wsgiref.util import is_hop_by_hop

import pytest
from django.contrib.auth.decorators import login_not_required
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import include, path

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@login_not_required
def fail(_request: object) -> NoReturn:
    raise RuntimeError("secret of the program")


urlpatterns = [path("fail/", fail), path("", include("goru.config.urls"))]


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
