"""What a phone needs: letters that do not meet, amounts that are seen, a menu that a thumb or a keyboard opens."""

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("issued"),
]
LABELS = """() => [...document.querySelectorAll('.drawing svg')].filter(svg => svg.checkVisibility()).flatMap(svg => {
    const shown = [...svg.querySelectorAll('text')].filter(text => getComputedStyle(text).opacity > 0)
    const boxes = shown.map(text => [text.textContent, text.getBoundingClientRect()])
    const frame = svg.getBoundingClientRect()
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3
    return [
        ...boxes.filter(([_, box]) => box.left < frame.left - 1 || box.right > frame.right + 1).map(([words]) => words),
        ...boxes.flatMap(([a, one], i) => boxes.slice(i + 1).filter(([_, two]) => meet(one, two))
            .map(([b]) => `${a} × ${b}`)),
    ]
})"""
TILES = """() => {
    const svg = [...document.querySelectorAll('svg.tiles')].find(svg => svg.checkVisibility())
    const rooms = [...svg.querySelectorAll('a rect')].map(rect => rect.getBoundingClientRect())
    const inside = (box, room) => box.left >= room.left && box.right <= room.right + 0.5
        && box.top >= room.top - 2 && box.bottom <= room.bottom + 2
    const words = [...svg.querySelectorAll('g > text[text-anchor]')]
    return words.filter(text => !rooms.some(room => inside(text.getBoundingClientRect(), room)))
        .map(text => text.textContent)
}"""
PICTURED = [
    *("/2024/", "/2024/institutions/chungcheong/", "/2024/institutions/mois/", "/2024/strategies/"),
    "/2024/indicators/compare/?name=일자리수",
]


def test_letters_of_pictures_do_not_meet(browser: Browser, live_server: LiveServer) -> None:
    met: dict[str, list[str]] = {}

    for language in ("ko-KR", "en-US"):
        page = browser.new_context(locale=language).new_page()
        for address in PICTURED:
            page.goto(live_server.url + address)
            page.evaluate("document.fonts.ready")
            for width in (320, 360, 390, 768, 1280):
                page.set_viewport_size({"width": width, "height": 900})
                met[f"{address} {language} {width}"] = page.evaluate(LABELS)
                if address == "/2024/" and width < 700:
                    met[f"tiles {language} {width}"] = page.evaluate(TILES)
        page.context.close()

    assert {where: found for where, found in met.items() if found} == {}


def test_on_a_phone_map_and_menu_lead_on_also_by_keyboard_and_without_scripts(
    browser: Browser, live_server: LiveServer, axe: str
) -> None:
    for has_scripts in (True, False):
        page = _phone(browser, has_scripts=has_scripts)
        page.goto(live_server.url + "/2024/institutions/")
        menu = page.get_by_role("navigation", name="주 메뉴")
        box = menu.bounding_box()

        assert box is not None
        assert box["height"] <= 2 * 32, "two lines"
        expect(menu.get_by_role("link")).to_have_count(0)
        menu.get_by_role("button", name="메뉴").focus()
        page.keyboard.press("Enter")
        expect(menu.get_by_role("link")).to_have_count(11)
        if has_scripts:
            rules = "axe.run().then(found => found.violations.map(one => one.id + ': ' + one.nodes[0].html))"
            assert page.evaluate(f"{axe}; {rules}") == []
        page.keyboard.press("Escape")
        expect(menu.get_by_role("link")).to_have_count(0)
        menu.get_by_role("button", name="메뉴").click()
        menu.get_by_role("link", name="일정", exact=True).click()
        expect(page).to_have_url(live_server.url + "/2024/timeline/")
        page.go_back()
        tiles = page.locator("svg.tiles").first
        expect(tiles.get_by_text("5.5조")).to_be_visible()
        tiles.get_by_role("link", name="서울 54,742억원").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("서울특별시")
        page.context.close()


def _phone(browser: Browser, *, has_scripts: bool) -> Page:
    context = browser.new_context(
        viewport={"width": 360, "height": 780}, locale="ko-KR", java_script_enabled=has_scripts
    )
    return context.new_page()
