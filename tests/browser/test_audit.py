"""The log's pages in Chromium: accessible, as wide as the screen."""

import io
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer
from tests.cast import officer, signed_in

from goru.domain.institutions.vocabulary import Role

pytestmark = [pytest.mark.browser, pytest.mark.web]
PICTURES = Path(__file__).parents[2] / "test-output"


@pytest.mark.parametrize("width", [1280, 320])
def test_the_log_is_accessible(
    browser: Browser, axe: str, live_server: LiveServer, transactional_db: None, width: int
) -> None:
    call_command("adopt_book", "data/2024/plan.json", stdout=io.StringIO())
    name = django_settings.SESSION_COOKIE_NAME
    session = signed_in(officer("auditor", Role.AUDITOR)).cookies[name].value
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="ko-KR")
    context.add_cookies([{"name": name, "value": session, "url": live_server.url}])
    page = context.new_page()
    PICTURES.mkdir(exist_ok=True)

    for number, address in enumerate(("/audit/", "/audit/cycle/2024/")):
        page.goto(live_server.url + address)
        page.screenshot(path=str(PICTURES / f"audit-{number}-{width}.png"), full_page=True)
        assert page.locator("tr[id^=line-]").count() > 0
        rules = "axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html))"
        assert page.evaluate(f"{axe}; {rules}") == []
        beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(beyond) <= 0
    context.close()
