"""Pages of posts in Chromium: no violation that axe knows, nothing beyond the edge, and a post handed over by hand."""

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests import cast

from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = Path(__file__).parents[2] / "test-output"


def look(page: Page, axe: str, name: str) -> None:
    PICTURES.mkdir(exist_ok=True)
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.screenshot(path=str(PICTURES / f"{name}-{width}.png"), full_page=True)
        rules = "axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html))"
        assert page.evaluate(f"{axe}; {rules}") == [], name
        beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(beyond) <= 0, f"{name} is wider than {width} px"


def test_an_author_sees_who_holds_what_and_hands_the_post_over(
    browser: Browser, axe: str, live_server: LiveServer, author_in_seoul: Person, contributor: Person
) -> None:
    cast.person("successor")
    session = cast.signed_in(author_in_seoul).cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(locale="ko-KR")
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()

    page.goto(live_server.url + "/posts/seoul/")
    look(page, axe, "posts-of")
    page.goto(live_server.url + "/posts/")
    look(page, axe, "posts")
    page.get_by_role("link", name="인계하기").click()
    look(page, axe, "hand-over")
    page.get_by_label("받을 사람의 아이디").fill("successor")
    page.get_by_role("button", name="인계하기").click()

    expect(page.get_by_text("맡은 직위가 없습니다.")).to_be_visible()
    context.close()


def test_an_administrator_looks_at_accounts_and_locks_one(
    browser: Browser, axe: str, live_server: LiveServer, administrator: Person, contributor: Person
) -> None:
    session = cast.signed_in(administrator).cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(locale="ko-KR")
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()

    page.goto(live_server.url + "/posts/accounts/")
    look(page, axe, "accounts")
    page.get_by_role("row", name="contributor").get_by_role("link", name="계정 잠그기").click()
    look(page, axe, "lock-account")
    page.get_by_role("button", name="계정 잠그기").click()

    expect(page.get_by_role("row", name="contributor")).to_contain_text("잠김")
    context.close()
