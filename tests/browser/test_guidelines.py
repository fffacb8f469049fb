"""Meetings and the guideline in Chromium: axe finds nothing, nothing is beyond the edge; resolved, sent and read by hand."""

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, expect
from pytest_django.live_server_helper import LiveServer
from tests import cast, formulating
from tests.browser.test_posts import look

from goru.domain.institutions.models import Person
from goru.domain.plans.models import Publication

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def as_(who: Person, browser: Browser, live_server: LiveServer) -> BrowserContext:
    session = cast.signed_in(who).cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(locale="ko-KR")
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    return context


def test_a_guideline_is_resolved_sent_and_read(
    browser: Browser,
    axe: str,
    live_server: LiveServer,
    adopted: Publication,
    secretariat: Person,
    author_in_seoul: Person,
) -> None:
    guideline, meeting = (
        formulating.consulting(secretariat),
        formulating.called(formulating.committee(secretariat), secretariat),
    )
    formulating.held(meeting, formulating.brought(guideline, meeting, secretariat), secretariat)
    office = as_(secretariat, browser, live_server)
    page = office.new_page()

    for path, name in (
        ("/meetings/", "meetings"),
        ("/meetings/committee/", "body"),
        ("/meetings/committee/3/", "meeting"),
        ("/guidelines/", "guidelines"),
        ("/guidelines/2025/consultations/add/", "record-consultation"),
        ("/guidelines/2025/", "guideline"),
    ):
        page.goto(live_server.url + path)
        look(page, axe, name)
    page.get_by_role("link", name="의결 반영").click()
    page.get_by_role("button", name="의결 반영").click()
    page.get_by_role("link", name="송부하기").click()
    look(page, axe, "send-guideline")
    page.get_by_label("공문 날짜").fill("2024-11-22")
    page.get_by_label("결재한 사람").fill("위원장 김하나")
    for kind in ("시·도", "중앙행정기관", "초광역권"):
        page.get_by_label(f"공문 번호: {kind}").fill("총괄-1")
    page.get_by_role("button", name="송부하기").click()
    expect(page.get_by_role("table", name="송부")).to_contain_text("총괄-1")
    look(page, axe, "guideline-sent")
    office.close()

    province = as_(author_in_seoul, browser, live_server)
    page = province.new_page()
    formulating.reword(formulating.as_it_is(guideline), secretariat, "추진전략", at=timezone.localtime())
    page.goto(live_server.url + "/guidelines/2025/")
    look(page, axe, "guideline-read")
    page.get_by_role("button", name="바뀐 것을 확인했습니다").click()
    expect(page.get_by_role("button", name="바뀐 것을 확인했습니다")).to_have_count(0)
    province.close()
