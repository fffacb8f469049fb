"""The pages in Chromium, at a desk's width and a phone's: no violation that axe knows, nothing refused by the policy."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("plan_2024"),
]

PAGES = {
    "nation": "/",
    "province": "/institutions/seoul/",
    "megaregion": "/institutions/chungcheong/",
    "action-task": "/action-tasks/5-4-2/",
    "focus-task": "/focus-tasks/zones/1/",
    "findings": "/findings/",
}
PICTURES = Path(__file__).parents[2] / "test-output"


@pytest.mark.parametrize("width", [1280, 360])
def test_pages_are_accessible(browser: Browser, axe: str, live_server: LiveServer, width: int) -> None:
    PICTURES.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=False)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    violations: dict[str, list[str]] = {}

    for name, address in PAGES.items():
        page.goto(live_server.url + address)
        page.screenshot(path=str(PICTURES / f"{name}-{width}.png"))
        found = page.evaluate(
            axe
            + "; axe.run().then(result => result.violations.map(one => one.id + ': ' + one.nodes[0].html))"
        )
        violations[name] = found
        overflow = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert overflow <= 0, f"{name} is wider than {width} px"

    context.close()
    assert {name: found for name, found in violations.items() if found} == {}
    assert complaints == []


def test_the_keyboard_reaches_the_content_first(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page()
    page.goto(live_server.url)

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "skip"
    page.close()
