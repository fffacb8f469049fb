"""The pages in Chromium, at a desk's width and a phone's: no violation that axe knows, nothing refused by the policy."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("issued"),
]

PAGES = {
    "nation": "/",
    "institutions": "/2024/institutions/",
    "province": "/2024/institutions/seoul/",
    "megaregion": "/2024/institutions/chungcheong/",
    "ministry": "/2024/institutions/mois/",
    "strategies": "/2024/strategies/",
    "strategy": "/2024/strategies/2/",
    "core-task": "/2024/core-tasks/2-1/",
    "action-task": "/2024/action-tasks/5-4-2/",
    "projects": "/2024/projects/?q=특구",
    "indicators": "/2024/indicators/",
    "indicator": "/2024/indicators/compare/?name=일자리수",
    "focus-tasks": "/2024/focus-tasks/",
    "focus-task": "/2024/focus-tasks/zones/1/",
    "timeline": "/2024/timeline/",
    "compare": "/2024/compare/?with=seoul&with=busan&with=jeju",
    "findings": "/2024/findings/",
    "publications": "/2024/publications/",
    "publication": "/2024/publications/1/",
    "mistyped-code": "/items/A0000120",
    "search": "/search/?q=특구&kind=item",
    "search-nothing": "/search/?q=쀍뛝 특구",
    "calendar": "/calendar/2026/",
    "calendar-of-one": "/calendar/2026/?institution=seoul",
    "duties": "/calendar/2024/duties/",
    "holidays": "/calendar/holidays/",
    "parents": "/calendar/plans/",
    "parent": "/calendar/plans/committee/2023/",
    "datasets": "/data/",
    "api": "/api/docs",
    "timeline-wrong": "/2024/timeline/?since=soon",
    "sign-in": "/accounts/sign-in/",
    "components": "/components/",
    "about": "/about/",
    "missing": "/2024/institutions/nowhere/",
}
DARK = [
    "nation",
    "institutions",
    "province",
    "indicator",
    "timeline",
    "search",
    "calendar",
    "parent",
    "datasets",
    "api",
    "components",
    "missing",
]
PICTURED = ["nation", "province", "megaregion", "ministry", "strategies", "indicator", "timeline"]
SMALLEST_LETTERS = """() => {
    const drawn = [...document.querySelectorAll('.drawing svg')].filter(svg => svg.checkVisibility())
    return Math.min(...drawn.flatMap(svg => {
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
        return [...svg.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize) * scale)
    }))
}"""
FAINT_LETTERS = """() => {
    const light = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0.05)
    const below = text => {
        text.scrollIntoView({block: 'center'})
        const box = text.getBoundingClientRect()
        const found = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
        const shape = found.find(one => /rect|path/.test(one.tagName) && getComputedStyle(one).fill.startsWith('rgb'))
        return shape ? getComputedStyle(shape).fill : getComputedStyle(document.body).backgroundColor
    }
    const shown = [...document.querySelectorAll('.drawing text')].filter(text => text.checkVisibility())
    return shown.filter(text => getComputedStyle(text).opacity > 0).filter(text => {
        const [more, less] = [light(getComputedStyle(text).fill), light(below(text))].sort((a, b) => b - a)
        return more / less < 4.5
    }).map(text => text.textContent)
}"""
PICTURES = Path(__file__).parents[2] / "test-output"


@pytest.mark.parametrize("width", [1280, 320])
def test_pages_are_accessible(browser: Browser, axe: str, live_server: LiveServer, width: int) -> None:
    PICTURES.mkdir(exist_ok=True)
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="ko-KR")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("requestfailed", lambda request: complaints.append(request.url))
    violations: dict[str, list[str]] = {}

    for name, address in PAGES.items():
        page.goto(live_server.url + address)
        page.screenshot(path=str(PICTURES / f"{name}-{width}.png"), full_page=True)
        violations[name] = _violations(page, axe)
        assert _overflow(page) <= 0, f"{name} is wider than {width} px"

    context.close()
    assert {name: found for name, found in violations.items() if found} == {}
    not_there = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert complaints == [not_there] * len({"missing", "mistyped-code"} & PAGES.keys())


@pytest.mark.parametrize(("chosen_by", "language"), [("cookie", "ko-KR"), ("device", "en-US")])
def test_dark_pages_are_accessible_in_both_languages(
    browser: Browser, axe: str, live_server: LiveServer, chosen_by: str, language: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        locale=language,
        color_scheme="dark" if chosen_by == "device" else "light",
    )
    if chosen_by == "cookie":
        context.add_cookies([{"name": "theme", "value": "high-contrast", "url": live_server.url}])
    page = context.new_page()
    violations: dict[str, list[str]] = {}

    for name in DARK:
        page.goto(live_server.url + PAGES[name])
        page.screenshot(path=str(PICTURES / f"{name}-{language}-{chosen_by}.png"), full_page=True)
        violations[name] = _violations(page, axe)
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
        assert page.evaluate(FAINT_LETTERS) == [], name

    context.close()
    assert {name: found for name, found in violations.items() if found} == {}


@pytest.mark.parametrize("language", ["ko-KR", "en-US"])
def test_letters_of_pictures_can_be_read_on_a_phone(
    browser: Browser, live_server: LiveServer, language: str
) -> None:
    for width in (360, 320):
        page = browser.new_page(viewport={"width": width, "height": 800}, locale=language)
        for name in PICTURED:
            page.goto(live_server.url + PAGES[name])
            assert page.evaluate(SMALLEST_LETTERS) >= 11, f"{name} at {width} px"
            assert _overflow(page) <= 0, f"{name} is wider than {width} px"
        page.close()


def test_a_phone_has_its_own_drawing_of_a_chart(browser: Browser, live_server: LiveServer) -> None:
    for width, shown in ((1280, "in-wide"), (360, "in-narrow")):
        page = browser.new_page(viewport={"width": width, "height": 800}, locale="ko-KR")
        page.goto(live_server.url + PAGES["province"])

        visible = [
            one.get_attribute("class") for one in page.locator(".drawing > div").all() if one.is_visible()
        ]

        assert visible == [shown]
        page.close()


def test_on_paper_a_table_stands_once(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page(locale="ko-KR")
    page.goto(live_server.url + PAGES["province"])

    page.emulate_media(media="print")

    assert page.locator("figure svg").first.is_visible()
    assert not page.locator("figure table").first.is_visible()
    assert page.locator("table:not(figure table)").first.is_visible()
    page.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page()
    page.goto(live_server.url)

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "skip"
    page.close()


def test_a_word_typed_in_the_header_leads_to_the_place_that_says_it(
    browser: Browser, live_server: LiveServer
) -> None:
    page = browser.new_page(locale="ko-KR")
    page.goto(live_server.url)

    page.get_by_role("searchbox", name="검색어").fill("정원산업")
    page.keyboard.press("Enter")
    hit = page.locator(".hits a").first
    words = hit.inner_text()
    hit.click()

    assert page.get_by_text(words).first.is_visible()
    page.close()


def _violations(page: Page, axe: str) -> list[str]:
    """What axe finds wrong, each with the first element it is true of."""
    run = "axe.run().then(result => result.violations.map(one => one.id + ': ' + one.nodes[0].html))"
    found: list[str] = page.evaluate(f"{axe}; {run}")
    return found


def _overflow(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width
