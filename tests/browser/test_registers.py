"""Registers in Chromium: axe finds nothing, nothing is beyond the edge; a case is moved by hand."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer
from tests import cast, registering
from tests.browser.test_guidelines import as_
from tests.browser.test_posts import look
from tests.registering import ZONE, said

from goru.domain.institutions.vocabulary import Role
from goru.domain.registers.actions import move_case, open_case

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_case_is_looked_at_and_moved(browser: Browser, axe: str, live_server: LiveServer) -> None:
    registering.load(ZONE)
    secretariat = cast.officer("secretariat", Role.SECRETARIAT)
    given = said("포항 이차전지 특구", who="gyeongbuk", area="6347136", place="gyeongbuk")
    opened = open_case(
        register_key="zone",
        said=given,
        stage="applied",
        date_said="'24.2월",
        by=secretariat,
        at=registering.AT,
    )
    opened.expected.create(
        stage="designated", date_printed="'24.3분기", date_start="2024-07-01", date_end="2024-09-30"
    )
    one = move_case(
        case_id=opened.pk,
        version=opened.version,
        to="deliberated",
        date_said="2024-03-18",
        by=secretariat,
        at=registering.AT,
    )
    at = f"/registers/zone/{quote(one.number)}/"
    page = as_(secretariat, browser, live_server).new_page()

    for path, name in (
        ("/registers/", "registers"),
        ("/registers/zone/", "register"),
        ("/registers/calendar/2024/", "registers-calendar"),
        ("/registers/late/?by=lead", "registers-late"),
        ("/places/?q=경북", "places"),
        ("/places/gyeongbuk/", "place"),
        (f"{at}change/", "change-case"),
        (at, "case"),
    ):
        page.goto(live_server.url + path)
        look(page, axe, name)
    page.get_by_role("link", name="‘지정’ 단계로").click()
    look(page, axe, "move-case")
    page.get_by_label("날짜").fill("어제쯤")
    page.get_by_role("button", name="단계 이동").click()
    expect(page.get_by_role("alert")).to_contain_text("날짜로 읽히지 않습니다")
    page.get_by_label("날짜").fill("2024-03-20")
    page.get_by_role("button", name="단계 이동").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("지정")
    expect(page.locator(".course .passed")).to_have_count(3)
    page.context.close()
