"""What is printed is whole: nothing cut, nothing that only a screen needs, every picture once, light in every mode."""

import re

import pypdfium2
import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from goru.domain.plans.models import Finding

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("issued"),
]
PAGES = [
    *(
        "/",
        "/2024/institutions/",
        "/2024/institutions/seoul/",
        "/2024/institutions/mois/",
        "/2024/strategies/2/",
    ),
    *(
        "/2024/indicators/",
        "/2024/indicators/compare/?name=일자리수",
        "/2024/timeline/",
        "/2024/findings/?all=1",
    ),
    *("/2024/compare/?with=seoul&with=busan&with=jeju&with=daegu&with=incheon", "/search/?q=특구", "/data/"),
]
FAULTS = """() => [
    ...[...document.querySelectorAll('.menu, .pager, button, .search, figure details')].filter(one => one.checkVisibility())
        .map(one => `${one.className || one.tagName} is on paper`),
    ...[...document.querySelectorAll('main details')].filter(one => one.checkVisibility())
        .filter(one => [...one.children].slice(1).some(part => !part.checkVisibility())).map(one => `${one.id} is closed`),
    ...[...document.querySelectorAll('figure')].map(one => [...one.querySelectorAll('svg')].filter(svg => svg.checkVisibility()))
        .filter(drawn => drawn.length != 1).map(drawn => `${drawn.length} drawings`),
    ...[...document.querySelectorAll('main *')].filter(one => one.scrollWidth > one.clientWidth + 1 && one.clientWidth)
        .filter(one => ['auto', 'hidden'].includes(getComputedStyle(one).overflowX) && !one.matches('.unseen'))
        .map(one => `${one.className} is cut`),
    ...[document.documentElement].filter(one => one.scrollWidth > one.clientWidth).map(() => 'the page is cut'),
    ...[getComputedStyle(document.body)].filter(one => !/255, 255, 255/.test(one.backgroundColor)).map(() => 'it is dark'),
]"""
PAPER = {"width": 703, "height": 1000}
"""A4 less its margins."""


def test_pages_are_printed_whole(browser: Browser, live_server: LiveServer) -> None:
    context = browser.new_context(viewport=PAPER, locale="ko-KR", color_scheme="dark")  # type: ignore[arg-type]
    context.add_cookies([{"name": "theme", "value": "high-contrast", "url": live_server.url}])
    page = context.new_page()
    page.emulate_media(media="print")
    faults: dict[str, list[str]] = {}

    for address in PAGES:
        page.goto(live_server.url + address)
        faults[address] = page.evaluate(FAULTS)
    page.goto(live_server.url + "/2024/findings/?all=1")
    paper = pypdfium2.PdfDocument(page.pdf(format="A4"))
    printed = "".join(sheet.get_textpage().get_text_range() for sheet in paper)

    context.close()
    assert {address: found for address, found in faults.items() if found} == {}
    assert len(re.findall(r"\([a-z-]+\)", printed)) >= Finding.objects.count() > 50
