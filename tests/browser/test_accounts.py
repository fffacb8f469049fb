"""Everything one does with an account, in Chromium: without JavaScript, and accessible at both widths."""

import re
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.web.accounts.conftest import code_of

from goru.core.mail.models import Mail
from goru.domain.institutions.actions import open_account, system_person
from goru.web.accounts.links import link_for

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = Path(__file__).parents[2] / "test-output"
SECRET = re.compile("^[A-Z2-7]{32}$")
PASSWORD = secrets.token_urlsafe()
RULES = "axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html))"
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def officer(settings: Any) -> Any:
    settings.ADDRESS = "http://localhost:8000"
    at = datetime(2025, 4, 5, tzinfo=UTC)
    person = open_account(
        username="officer", name="담당자", password=PASSWORD, posts=[], by=system_person(), at=at
    )
    Mail.objects.create(
        letter="invitation",
        address="somebody-with-a-long-name@regional-office.example.org",
        asked_at=at,
        asked_by=person,
        state="failed",
        failure="SMTPRecipientsRefused: mailbox unavailable",
    )
    return person


def sign_in(page: Page, server: LiveServer) -> None:
    page.goto(f"{server.url}/accounts/sign-in/?next=/accounts/")
    page.get_by_label("아이디").fill("officer")
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="로그인").click()


@pytest.mark.usefixtures("officer")
def test_a_second_factor_is_set_up_and_used_without_javascript(
    browser: Browser, live_server: LiveServer
) -> None:
    page = browser.new_context(locale="ko-KR", java_script_enabled=False).new_page()
    sign_in(page, live_server)

    page.get_by_role("link", name="2단계 인증 켜기").click()
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="확인").click()
    secret = page.get_by_text(SECRET).inner_text()
    page.get_by_label("코드").fill(code_of(secret))
    page.get_by_role("button", name="켜기").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("복구 코드")
    page.get_by_role("button", name="로그아웃").click()
    sign_in(page, live_server)
    page.get_by_label("코드").fill(code_of(secret, ahead=1))
    page.get_by_role("main").get_by_role("button", name="확인").click()

    expect(page.get_by_text("켜져 있습니다.")).to_be_visible()


class Looked:
    """Pages as they were looked at, and what axe found on each."""

    def __init__(self, page: Page, server: LiveServer, axe: str) -> None:
        self.page, self.server, self.axe = page, server, axe
        self.violations: dict[str, list[str]] = {}

    def at(self, name: str, address: str = "") -> None:
        if address:
            self.page.goto(self.server.url + address)
        width = self.page.viewport_size["width"] if self.page.viewport_size else 0
        self.page.screenshot(path=str(PICTURES / f"account-{name}-{width}.png"), full_page=True)
        if found := self.page.evaluate(f"{self.axe}; {RULES}"):
            self.violations[name] = found
        assert self.page.evaluate(BEYOND) <= 0, f"{name} is wider than {width} px"

    def press(self, name: str) -> None:
        self.page.get_by_role("main").get_by_role("button", name=name).click()


@pytest.fixture(params=[1280, 320])
def looked(
    browser: Browser, axe: str, live_server: LiveServer, request: Any, officer: Any
) -> Iterator[Looked]:
    PICTURES.mkdir(exist_ok=True)
    size: Any = {"width": request.param, "height": 900}
    page = browser.new_context(locale="ko-KR", viewport=size).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    looked = Looked(page, live_server, axe)

    yield looked

    assert looked.violations == {}
    assert complaints == []


def test_the_pages_before_signing_in_are_accessible(looked: Looked) -> None:
    looked.at("sign-in", "/accounts/sign-in/")
    looked.at("lost-password", "/accounts/lost-password/")
    looked.at("lost-password-sent", "/accounts/lost-password/sent/")
    looked.at("no-link", "/accounts/new-password/1-x/")
    looked.at("new-password-done", "/accounts/new-password/done/")


def test_the_page_of_a_link_is_accessible(looked: Looked, officer: Any) -> None:
    looked.at("new-password", link_for(officer).partition(":8000")[2])

    expect(looked.page.get_by_label("새 비밀번호", exact=True)).to_be_visible()


def test_the_pages_of_an_account_are_accessible(looked: Looked) -> None:
    sign_in(looked.page, looked.server)
    for name in ("", "password/", "everywhere/", "mails/", "confirm/"):
        looked.at(name.strip("/") or "account", f"/accounts/{name}")
    looked.page.goto(f"{looked.server.url}/accounts/password/")
    looked.page.get_by_label("현재 비밀번호").fill("wrong")
    looked.page.get_by_label("새 비밀번호", exact=True).fill("short")
    looked.page.get_by_label("새 비밀번호 다시").fill("other")
    looked.press("비밀번호 변경")
    looked.at("password-wrong")


def test_the_pages_of_a_second_factor_are_accessible(looked: Looked) -> None:
    page = looked.page
    sign_in(page, looked.server)
    page.goto(f"{looked.server.url}/accounts/second-factor/on/")
    page.get_by_label("비밀번호").fill(PASSWORD)
    looked.press("확인")
    looked.at("second-factor-on")
    page.get_by_label("코드").fill(code_of(page.get_by_text(SECRET).inner_text()))
    looked.press("켜기")
    looked.at("recovery-codes")
    looked.at("recovery-codes-again", "/accounts/recovery-codes/")
    looked.at("new-recovery-codes", "/accounts/recovery-codes/new/")
    looked.at("second-factor-off", "/accounts/second-factor/off/")
    looked.at("confirm-with-code", "/accounts/confirm/code/")
    page.context.clear_cookies()
    sign_in(page, looked.server)
    looked.at("code")
    page.get_by_label("코드").fill("000000")
    looked.press("확인")
    looked.at("code-wrong")
