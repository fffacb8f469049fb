"""Everything one does with an account, in Chromium: without JavaScript, and accessible at both widths."""

import re
import secrets
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.web.accounts.conftest import code_of

from goru.core.mail.models import Mail
from goru.domain.institutions.actions import open_account, system_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURES = Path(__file__).parents[2] / "test-output"
PASSWORD = secrets.token_urlsafe()
RULES = "axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html))"
BEYOND = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def officer(settings: Any) -> Any:
    settings.SECURE_HSTS_SECONDS = 0
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
    secret = page.get_by_text(re.compile("^[A-Z2-7]{32}$")).inner_text()
    page.get_by_label("코드").fill(code_of(secret))
    page.get_by_role("button", name="켜기").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("복구 코드")
    page.get_by_role("button", name="로그아웃").click()
    sign_in(page, live_server)
    page.get_by_label("코드").fill(code_of(secret, ahead=1))
    page.get_by_role("main").get_by_role("button", name="확인").click()

    expect(page.get_by_text("켜져 있습니다.")).to_be_visible()


@pytest.mark.usefixtures("officer")
@pytest.mark.parametrize("width", [1280, 320])
def test_the_pages_of_an_account_are_accessible(
    browser: Browser, axe: str, live_server: LiveServer, width: int
) -> None:
    PICTURES.mkdir(exist_ok=True)
    page = browser.new_context(locale="ko-KR", viewport={"width": width, "height": 900}).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    violations: dict[str, list[str]] = {}

    def look(name: str) -> None:
        page.screenshot(path=str(PICTURES / f"account-{name}-{width}.png"), full_page=True)
        violations[name] = page.evaluate(f"{axe}; {RULES}")
        assert page.evaluate(BEYOND) <= 0, f"{name} is wider than {width} px"

    def at(name: str, address: str) -> None:
        page.goto(live_server.url + address)
        look(name)

    at("sign-in", "/accounts/sign-in/")
    at("lost-password", "/accounts/lost-password/")
    at("lost-password-sent", "/accounts/lost-password/sent/")
    at("no-link", "/accounts/new-password/1-x/")
    at("new-password-done", "/accounts/new-password/done/")
    sign_in(page, live_server)
    for name in ("", "password/", "everywhere/", "mails/", "confirm/"):
        at(name.strip("/") or "account", f"/accounts/{name}")
    page.goto(f"{live_server.url}/accounts/password/")
    page.get_by_label("지금 비밀번호").fill("wrong")
    page.get_by_label("새 비밀번호", exact=True).fill("short")
    page.get_by_label("새 비밀번호 다시").fill("other")
    page.get_by_role("main").get_by_role("button").click()
    look("password-wrong")
    page.goto(f"{live_server.url}/accounts/second-factor/on/")
    page.get_by_label("비밀번호").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="확인").click()
    look("second-factor-on")
    secret = page.get_by_text(re.compile("^[A-Z2-7]{32}$")).inner_text()
    page.get_by_label("코드").fill(code_of(secret))
    page.get_by_role("button", name="켜기").click()
    look("recovery-codes")
    at("recovery-codes-again", "/accounts/recovery-codes/")
    at("new-recovery-codes", "/accounts/recovery-codes/new/")
    at("second-factor-off", "/accounts/second-factor/off/")
    at("confirm-with-code", "/accounts/confirm/code/")
    page.context.clear_cookies()
    sign_in(page, live_server)
    look("code")
    page.get_by_label("코드").fill("000000")
    page.get_by_role("main").get_by_role("button", name="확인").click()
    look("code-wrong")

    assert {name: found for name, found in violations.items() if found} == {}
    assert complaints == []
