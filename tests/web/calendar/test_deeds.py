"""The forms by which the calendar and the five-year plans are kept."""

from datetime import date

import pytest
from django.test import Client
from tests import cast

from goru.domain.institutions.models import Person
from goru.domain.plans.models import (
    ApprovalStep,
    DevelopmentPlan,
    Duty,
    DutyException,
    ParentChange,
    ParentItem,
    Publication,
    TemporaryHoliday,
)

pytestmark = [pytest.mark.web, pytest.mark.django_db]
COMPREHENSIVE = "/calendar/plans/committee/2023/"


@pytest.fixture
def desk(adopted: Publication, secretariat: Person) -> Client:
    return cast.signed_in(secretariat)


@pytest.fixture
def duty(adopted: Publication) -> Duty:
    return Duty.objects.get(cycle=adopted.cycle, institution__key="seoul", kind="yearly-plan")


def test_a_holiday_is_added_and_taken_out(desk: Client) -> None:
    said = {"day": "2025-02-17", "name": "임시공휴일", "source": "관보 제1호"}

    added = desk.post("/calendar/holidays/add/", said, follow=True)
    assert added.redirect_chain == [("/calendar/holidays/", 302)]
    assert "관보 제1호" in added.content.decode()
    assert TemporaryHoliday.objects.get().day == date(2025, 2, 17)

    taken = desk.post("/calendar/holidays/2025-02-17/take/", {"source": "취소"}, follow=True)
    assert "더한 임시공휴일이 없습니다" in taken.content.decode()


@pytest.mark.parametrize("day", ["2025-02-17", "soon"])
def test_a_holiday_that_is_not_there_is_not_taken_out(desk: Client, day: str) -> None:
    assert desk.get(f"/calendar/holidays/{day}/take/").status_code == 404


def test_a_form_that_is_not_right_says_so_and_does_nothing(desk: Client) -> None:
    answer = desk.post("/calendar/holidays/add/", {"day": "2025-02-30", "name": "", "source": ""})

    assert answer.status_code == 400
    assert not TemporaryHoliday.objects.exists()


def test_an_exception_is_given_changed_and_ended(desk: Client, duty: Duty) -> None:
    page = f"/calendar/duties/{duty.pk}/exception/"
    assert 'name="version" value="0"' in desk.get(page).content.decode()

    given = desk.post(page, {"version": 0, "due_date": "2025-03-04", "reason": "수해"}, follow=True)
    assert given.redirect_chain == [("/calendar/2025/duties/", 302)]
    assert "수해" in given.content.decode()
    assert 'name="version" value="1"' in desk.get(page).content.decode()
    stale = desk.post(page, {"version": 0, "due_date": "2025-03-05", "reason": "수해"})
    assert stale.status_code == 409

    desk.post(f"{page}end/", {"version": 1, "reason": "복구됨"})
    assert not DutyException.objects.exists()


def test_an_exception_that_is_no_later_is_refused(desk: Client, duty: Duty) -> None:
    said = {"version": 0, "due_date": "2025-02-16", "reason": "수해"}
    answer = desk.post(f"/calendar/duties/{duty.pk}/exception/", said)

    assert answer.status_code == 400
    assert "실제 기한(2025-02-17)보다 뒤" in answer.content.decode()
    assert 'value="2025-02-16"' in answer.content.decode()
    assert "수해" in answer.content.decode()


def test_an_author_puts_the_own_five_year_plan_on_record(
    adopted: Publication, author_in_seoul: Person
) -> None:
    author = cast.signed_in(author_in_seoul)
    form = author.get("/calendar/plans/add/").content.decode()
    assert ('value="seoul"' in form, 'value="busan"' in form) == (True, False)

    said = {"institution": "seoul", "first_year": 2023, "last_year": 2027}
    assert author.post("/calendar/plans/add/", {**said, "institution": "busan"}).status_code == 400
    author.post("/calendar/plans/add/", said)

    plan = DevelopmentPlan.objects.get(institution__key="seoul")
    assert "시·도 계획" in author.get("/calendar/plans/").content.decode()
    own = author.get("/calendar/plans/seoul/2023/")
    assert "항목 고치기" in own.content.decode()
    assert "항목 고치기" not in Client().get("/calendar/plans/seoul/2023/").content.decode()
    step = {"version": plan.version, "day": "2023-09-01", "evidence": "공문"}
    author.post("/calendar/plans/seoul/2023/steps/guideline/", step)
    assert ApprovalStep.objects.get().step == "guideline"


def test_who_keeps_no_five_year_plan_is_told_so(adopted: Publication, contributor: Person) -> None:
    answer = cast.signed_in(contributor).get("/calendar/plans/add/")

    assert answer.status_code == 403


def test_the_comprehensive_plan_gets_its_steps_changes_and_items(desk: Client) -> None:
    items = {"version": 1, "items": "Ⅰ-1 지방분권\n\nⅠ-2  교육 자치 "}
    desk.post(f"{COMPREHENSIVE}items/", items)
    desk.post(f"{COMPREHENSIVE}steps/cabinet/", {"version": 2, "day": "2023-10-30", "evidence": ""})
    desk.post(f"{COMPREHENSIVE}steps/president/", {"version": 3, "day": "2023-10-30", "evidence": "재가"})
    change = {"version": 4, "day": "2024-05-05", "ground": "size", "percent": "-3.5", "what": "사업비"}
    desk.post(f"{COMPREHENSIVE}changes/add/", change)

    page = desk.get(COMPREHENSIVE).content.decode()

    assert [(one.code, one.name) for one in ParentItem.objects.order_by("position")] == [
        ("Ⅰ-1", "지방분권"),
        ("Ⅰ-2", "교육 자치"),
    ]
    assert ParentChange.objects.get().ground == "size"
    assert "2023-10-30에 확정된 계획입니다." in page
    assert "(-3.50%)" in page


def test_a_step_taken_before_its_condition_is_refused_with_the_way_back(desk: Client) -> None:
    answer = desk.post(f"{COMPREHENSIVE}steps/president/", {"version": 1, "day": "2023-10-30"})

    assert answer.status_code == 400
    assert "국무회의 심의" in answer.content.decode()
    assert COMPREHENSIVE in answer.content.decode()


def test_a_line_without_a_name_is_no_item(desk: Client) -> None:
    answer = desk.post(f"{COMPREHENSIVE}items/", {"version": 1, "items": "Ⅰ-1"})

    assert answer.status_code == 400
    assert "이름이 없는 줄" in answer.content.decode()


@pytest.mark.parametrize("page", ["items/", "changes/add/", "steps/cabinet/", ""])
def test_a_plan_that_is_not_on_record_is_not_there(desk: Client, page: str) -> None:
    assert desk.get(f"/calendar/plans/seoul/1999/{page}").status_code == 404
