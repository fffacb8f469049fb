"""A plan from the guideline to what is signed, in Chromium: carried over, collected, written by form, workbook and document."""

import io
import re
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests import cast
from tests.browser.test_guidelines import as_
from tests.browser.test_posts import look
from tests.reading import read_all

from goru.config.demo_cycle import open_cycle
from goru.domain.formulation.models import Assignment
from goru.domain.formulation.vocabulary import SubmissionState
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.models import Edition
from goru.domain.plans.vocabulary import EditionState

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DEPARTMENTS = ("기획조정실", "경제실", "문화본부", "복지실", "교통실")
MUNICIPALITIES = ("mois-11110", "mois-11140")


@pytest.fixture
def author(plan_2024: None, settings: Any, tmp_path: Path) -> Person:
    settings.UPLOADS = tmp_path
    open_cycle()
    return cast.officer("author", Role.AUTHOR, "seoul")


@pytest.fixture
def office(browser: Browser, live_server: LiveServer, author: Person) -> Page:
    return as_(author, browser, live_server).new_page()


def begun(page: Page, at: str) -> Edition:
    """The plan of 2025, begun with that of 2024."""
    page.goto(f"{at}/desk/")
    page.get_by_role("link", name=re.compile("2025 서울")).first.click()
    page.get_by_role("button", name="지난해 계획을 이어받아 시작").click()
    return Edition.objects.get(state=EditionState.OPEN)


def plan_of(edition: Edition) -> dict[str, Any]:
    edition.refresh_from_db()
    found: dict[str, Any] = edition.content["plan"]
    return found


def kept(page: Page, field: Locator, text: str) -> None:
    """A field that is left, and so kept."""
    field.fill(text)
    page.keyboard.press("Tab")
    expect(page.locator("#saved")).to_contain_text("저장됨")


def collect(page: Page, url: str, edition: Edition) -> None:
    """Sections for five departments and two municipalities."""
    tasks = [f"core-task-{one['item_id']}" for one in plan_of(edition)["core_tasks"][:4]]
    places = Institution.objects.filter(key__in=MUNICIPALITIES).order_by("position")
    to = [*DEPARTMENTS, *(one.short_name for one in places)]
    for section, one in zip(["performance", *tasks, "indicators", "reforms"], to, strict=True):
        page.goto(f"{url}/writing/2025/seoul/collecting/assign/?sections={section}")
        page.get_by_label("맡을 부서나 시·군·구").select_option(label=f"{one} (작성 담당자 없음)")
        page.get_by_label("내부 기한").fill((timezone.localdate() + timedelta(days=9)).isoformat())
        page.get_by_role("button", name="절 맡기기").click()


def contribute(context: BrowserContext, url: str) -> None:
    """What waits for who was assigned a section, written and handed in."""
    page = context.new_page()
    page.goto(f"{url}/desk/")
    page.get_by_role("link", name=re.compile("맡은 절 쓰고 제출")).first.click()
    page.get_by_role("button", name="문장 더하기").click()
    page.locator("fieldset.entry").last.get_by_role("textbox").fill("분기마다 점검하고 결과를 공개한다")
    page.get_by_role("button", name="이 절 저장").click()
    page.get_by_role("link", name="제출하기").click()
    page.get_by_role("button", name="제출하기").click()
    context.close()


def with_amounts(workbook: bytes, amount: int) -> bytes:
    """The workbook with an amount for each strategy."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    money = next(sheet for sheet in book if "재정" in sheet.title)
    head = next(cell for row in money.iter_rows() for cell in row if cell.value == "금액")
    for row in range(head.row + 1, money.max_row + 1):
        if money.cell(row, 1).value or money.cell(row, 2).value:
            money.cell(row, head.column).value = amount
    filled = io.BytesIO()
    book.save(filled)
    return filled.getvalue()


def bring_in(page: Page, at: str, name: str, content: bytes, seen: Callable[[], None]) -> None:
    """Bring a file into the draft, look at what it changes, take it over."""
    page.goto(f"{at}bring-in/")
    page.get_by_label("엑셀 서식 또는 계획 문서").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    page.get_by_role("button", name="올리고 바뀌는 것 보기").click()
    read_all()
    page.reload()
    seen()
    page.get_by_role("button", name="고른 것 반영").click()


def test_a_plan_is_carried_over_and_collected(
    office: Page, browser: Browser, axe: str, live_server: LiveServer
) -> None:
    url, page = live_server.url, office
    departments = [cast.department("seoul", one) for one in DEPARTMENTS]
    edition = begun(page, url)
    look(page, axe, "formulation-begun")

    collect(page, url, edition)
    writer = cast.officer("writer", Role.CONTRIBUTOR, "seoul", departments[0])
    contribute(as_(writer, browser, live_server), url)
    page.goto(f"{url}/writing/2025/seoul/collecting/")
    look(page, axe, "formulation-collected")
    page.get_by_role("link", name="절 접수하기").first.click()
    page.get_by_role("button", name="절 접수하기").click()

    states = Counter(Assignment.objects.values_list("state", flat=True))
    assert states == {SubmissionState.ACCEPTED: 1, SubmissionState.DRAFT: 6}
    assert "분기마다 점검" in str(plan_of(edition)["performance_management"])


def test_a_plan_is_written_by_form_workbook_and_document_to_the_seal(
    office: Page, axe: str, live_server: LiveServer
) -> None:
    page, edition = office, begun(office, live_server.url)
    at = f"{live_server.url}/writing/editions/{edition.pk}/"
    vision = plan_of(edition)["vision"]["text"]

    page.goto(f"{at}money/")
    kept(page, page.get_by_label("합계"), "1,000")
    workbook = with_amounts(page.request.get(f"{at}workbook.xlsx").body(), 300)
    bring_in(page, at, "서울.xlsx", workbook, lambda: look(page, axe, "formulation-workbook"))
    amounts = [one["amount"] for one in plan_of(edition)["budget"]["by_strategy"]]
    assert set(amounts) == {300}
    page.goto(at)
    expect(page.get_by_text("접수를 막는 것이 있습니다")).to_contain_text("오류 1건")
    look(page, axe, "formulation-findings")

    printed = page.request.get(f"{at}plan.hwpx").body()
    page.goto(f"{at}vision/")
    kept(page, page.locator("form.write textarea").first, "다른 말")
    bring_in(page, at, "서울.hwpx", printed, lambda: look(page, axe, "formulation-document"))
    assert plan_of(edition)["vision"]["text"] == vision
    page.goto(f"{at}money/")
    kept(page, page.get_by_label("합계"), f"{sum(amounts):,}")

    page.goto(at)
    expect(page.get_by_text("접수를 막는 것이 있습니다")).to_contain_text("오류 0건")
    assert page.request.get(f"{at}plan.pdf").body().startswith(b"%PDF")
    page.get_by_role("link", name="확정하기").click()
    look(page, axe, "formulation-seal")
    page.get_by_role("button", name="확정하기").click()
    edition.refresh_from_db()
    assert (edition.state, plan_of(edition)["budget"]["total"]) == (EditionState.SEALED, sum(amounts))
