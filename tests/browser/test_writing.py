"""Writing a plan in Chromium: axe finds nothing, nothing is beyond the edge; by keyboard, two at once, to the seal."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, expect
from pytest_django.live_server_helper import LiveServer
from tests import cast
from tests.browser.test_guidelines import as_
from tests.browser.test_posts import look

from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.actions import carry_over, keep_duties, open_cycle, plan_for
from goru.domain.plans.models import Cycle, Edition, Publication
from goru.domain.plans.vocabulary import EditionState, PlanKind

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AT = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.fixture
def author(adopted: Publication) -> Person:
    cycle = open_cycle(year=2026, by=system_person(), at=AT)
    keep_duties(cycle=cycle, ministries=["교육부"])
    return cast.officer("author", Role.AUTHOR, "sejong")


def total(edition: Edition) -> object:
    edition.refresh_from_db()
    return edition.content["plan"]["budget"]["total"]


@pytest.fixture
def office(browser: Browser, live_server: LiveServer, author: Person) -> Iterator[BrowserContext]:
    context = as_(author, browser, live_server)
    yield context
    context.close()


@pytest.fixture
def edition(author: Person) -> Edition:
    plan = plan_for(cycle=Cycle.objects.get(year=2026), kind=PlanKind.PROVINCIAL, name="세종")
    bases = Edition.objects.filter(plan__institution__key="sejong", plan__cycle__year=2025)
    return carry_over(plan=plan, bases=list(bases), by=author, at=AT)[0]


def test_a_plan_begins_with_last_years(
    office: BrowserContext, axe: str, live_server: LiveServer, author: Person
) -> None:
    page = office.new_page()
    page.goto(f"{live_server.url}/desk/")
    look(page, axe, "desk")
    page.get_by_role("link", name=re.compile("2026 세종")).first.click()
    look(page, axe, "plan-desk")
    page.get_by_role("button", name="지난해 계획을 이어받아 시작").click()
    look(page, axe, "edition")
    edition = Edition.objects.get(state=EditionState.OPEN)
    sections = (
        "vision",
        "core-tasks",
        "money",
        "indicators",
        "reforms",
        "decentralization",
        "performance",
        "summary",
    )
    for section in sections:
        page.goto(f"{live_server.url}/writing/editions/{edition.pk}/{section}/")
        look(page, axe, f"section-{section}")


def test_a_field_is_kept_when_it_is_left_and_never_over_what_another_wrote(
    office: BrowserContext, axe: str, live_server: LiveServer, edition: Edition
) -> None:
    page, other = office.new_page(), office.new_page()
    money = f"{live_server.url}/writing/editions/{edition.pk}/money/"
    page.goto(money)
    other.goto(money)

    page.get_by_label("합계").fill("5,000")
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_contain_text("저장됨")
    assert total(edition) == 5000
    page.get_by_label("합계").fill("약 20억")
    page.keyboard.press("Tab")
    expect(page.get_by_role("alert")).to_contain_text("숫자로 읽을 수 없습니다")
    expect(page.get_by_label("합계")).to_have_value("약 20억")

    other.get_by_label("합계").fill("7")
    other.keyboard.press("Tab")
    expect(other.get_by_role("alert")).to_contain_text("그사이 다른 사람이")
    look(other, axe, "section-conflict")
    assert total(edition) == 5000
    other.get_by_role("button", name="내 값으로").click()
    expect(other.get_by_label("합계")).to_have_value("7")
    assert total(edition) == 7


def test_items_are_added_by_keyboard_and_the_plan_is_sealed(
    office: BrowserContext, axe: str, live_server: LiveServer, edition: Edition
) -> None:
    page, here = office.new_page(), f"{live_server.url}/writing/editions/{edition.pk}"
    page.goto(f"{here}/performance/")
    page.get_by_role("button", name="문장 더하기").focus()
    page.keyboard.press("Enter")
    expect(page.locator("fieldset.entry").last.get_by_role("textbox")).to_have_value("")
    page.goto(f"{here}/history/")
    look(page, axe, "edition-history")
    page.goto(f"{here}/against/{edition.bases.get().pk}/")
    look(page, axe, "comparison")
    page.get_by_role("link", name="확정하기").click()
    look(page, axe, "seal-edition")
    page.get_by_role("button", name="확정하기").click()
    expect(page.get_by_text("확정").first).to_be_visible()
    edition.refresh_from_db()
    assert edition.state == EditionState.SEALED


def test_the_money_grid_is_filled_by_keyboard_on_a_phone(
    office: BrowserContext, axe: str, live_server: LiveServer, edition: Edition
) -> None:
    page = office.new_page()
    page.set_viewport_size({"width": 320, "height": 800})
    task = edition.content["plan"]["core_tasks"][0]["item_id"]
    page.goto(f"{live_server.url}/writing/editions/{edition.pk}/core-task-{task}/")
    page.get_by_role("button", name="사업 더하기").click()
    page.get_by_label("회계 새 줄").select_option("지특회계 지역지원계정")
    page.get_by_role("button", name="사업비 줄 더하기").click()

    held: list[Route] = []

    def hold(one: Route) -> None:
        held.append(one)

    page.route("**/core-task-*/", hold, times=1)
    national = page.get_by_label("국비").first
    national.fill("500")
    page.keyboard.press("Tab")
    page.keyboard.type("1,300")
    page.keyboard.press("Tab")
    national.fill("600")
    page.keyboard.press("Tab")
    expect(page.locator(".grid tfoot output").last).to_be_empty()
    held[0].continue_()
    expect(page.locator(".grid tfoot output").last).to_have_text("1,900")
    expect(national).to_have_value("600")

    look(page, axe, "section-grid")
    here = page.url
    for deed, name in (("나누기", "split-item"), ("합치기", "merge-items")):
        page.get_by_role("button", name=deed).first.click()
        look(page, axe, name)
        page.goto(here)
    page.reload()
    expect(page.locator(".grid tbody output")).to_have_text("1,900")


def test_the_board_shows_every_plan(
    browser: Browser, axe: str, live_server: LiveServer, edition: Edition, secretariat: Person
) -> None:
    board = as_(secretariat, browser, live_server)
    page = board.new_page()
    page.goto(f"{live_server.url}/desk/board/2026/")
    look(page, axe, "board")
    expect(page.get_by_role("row", name=re.compile("세종"))).to_contain_text("작성중")
    board.close()


def test_what_is_noted_attached_and_changed_stands_on_pages_for_everybody(
    office: BrowserContext, axe: str, live_server: LiveServer, edition: Edition
) -> None:
    draft = f"{live_server.url}/writing/editions/{edition.pk}/"
    page = office.new_page()
    page.goto(f"{draft}indicators/")
    page.get_by_label("목표").first.fill("77")
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_contain_text("저장됨")
    page.get_by_role("link", name="메모 쓰기 성과지표 1", exact=True).click()
    look(page, axe, "comment")
    page.get_by_label("내용").fill("목표를 다시 봐 주세요")
    page.get_by_role("button", name="메모 쓰기").click()
    expect(page.get_by_text("목표를 다시 봐 주세요").first).to_be_visible()
    look(page, axe, "section-comments")
    page.get_by_role("link", name=re.compile("이 절의 첨부")).click()
    page.get_by_label("파일").set_input_files({"name": "근거.pdf", "mimeType": "", "buffer": b"%PDF-1.7\n"})
    page.get_by_role("button", name="파일 첨부하기").click()
    expect(page.get_by_role("link", name="근거.pdf", exact=True)).to_be_visible()
    look(page, axe, "attachments")

    page.goto(f"{draft}history/")
    look(page, axe, "history")
    page.get_by_role("button", name="두 때를 견주기").click()
    expect(page.get_by_role("cell", name="77")).to_be_visible()
    look(page, axe, "moments")
    page.get_by_role("rowheader").get_by_role("link").first.click()
    look(page, axe, "item-history")
