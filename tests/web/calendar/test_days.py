"""The calendar as pages and as a file for calendar programs."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from goru.domain.plans.models import Duty, DutyException, Publication, TemporaryHoliday

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def text_of(client: Client, address: str, **said: str) -> str:
    content = client.get(address, said).content.decode()
    return " ".join(re.sub(r"<[^>]*>", " ", content.partition("<main")[2]).split())


def events(client: Client, address: str, **said: str) -> dict[str, object]:
    answer = client.get(address, said)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    found = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(one["UID"]): one for one in found}


def test_a_year_shows_both_days_and_what_is_law_and_what_practice(
    client: Client, adopted: Publication
) -> None:
    page = text_of(client, "/calendar/2025/")

    assert "2025-02-15 (토요일) 2025-02-17 (월요일) 지남 2025년 시행계획과 2024년 추진실적 법정" in page
    assert "시·도 시행계획 시·도지사 → 관계 중앙행정기관의 장, 지방시대위원회" in page
    assert "2025-01-15 (수요일) 같은 날" in page
    assert "2025년 시행계획의 지방시대위원회 심의·의결 관행" in page


def test_this_year_is_shown_where_none_is_asked_for(client: Client, adopted: Publication) -> None:
    year = timezone.localdate().year

    assert f"{year}-02-15" in text_of(client, "/calendar/")


def test_the_calendar_is_found_from_every_page(client: Client, adopted: Publication) -> None:
    assert 'href="/calendar/"' in client.get("/").content.decode()


@pytest.mark.parametrize("address", ["/calendar/2022/", "/calendar/2100/", "/calendar/2022.ics"])
def test_a_year_without_a_calendar_is_not_there(client: Client, adopted: Publication, address: str) -> None:
    assert client.get(address).status_code == 404


def test_an_institution_that_is_not_known_is_not_there(client: Client, adopted: Publication) -> None:
    assert client.get("/calendar/2025/", {"institution": "nowhere\0"}).status_code == 404


def test_a_file_has_an_event_a_day_of_the_law_on_the_day_that_it_is_due(
    client: Client, adopted: Publication
) -> None:
    found = events(client, "/calendar/2025.ics")
    plan = found["P1-2025@testserver"]

    assert len(found) == 16
    assert plan["DTSTART"].dt == date(2025, 2, 17)  # type: ignore[index]
    assert plan["DTEND"].dt == date(2025, 2, 18)  # type: ignore[index]
    assert str(plan["SUMMARY"]) == "2025년 시행계획과 2024년 추진실적"  # type: ignore[index]
    assert "법정 기한: 2025-02-15" in str(plan["DESCRIPTION"])  # type: ignore[index]
    assert str(plan["URL"]) == "http://testserver/calendar/2025/"  # type: ignore[index]


def test_lines_of_a_file_are_folded_as_the_standard_asks(client: Client, adopted: Publication) -> None:
    lines = client.get("/calendar/2025.ics").content.split(b"\r\n")

    assert max(map(len, lines)) <= 75


def test_an_event_that_moves_stays_the_same_event(client: Client, adopted: Publication) -> None:
    TemporaryHoliday.objects.create(day=date(2025, 2, 17), name="임시공휴일", source="관보")

    found = events(client, "/calendar/2025.ics")

    assert found["P1-2025@testserver"]["DTSTART"].dt == date(2025, 2, 18)  # type: ignore[index]


def test_an_institution_gets_what_it_owes_with_its_exception(client: Client, adopted: Publication) -> None:
    duty = Duty.objects.get(cycle=adopted.cycle, institution__key="seoul", kind="yearly-plan")
    DutyException.objects.create(duty=duty, due_date=date(2025, 3, 4), reason="수해")

    found = events(client, "/calendar/2025.ics", institution="seoul")

    assert {uid.partition("@")[0] for uid in found} == {
        f"seoul-{name}-2025" for name in ("C1", "P1", "S1", "B1", "C0")
    }
    assert found["seoul-P1-2025@testserver"]["DTSTART"].dt == date(2025, 3, 4)  # type: ignore[index]


def test_who_subscribes_gets_this_year_and_the_next(client: Client, adopted: Publication) -> None:
    year = timezone.localdate().year

    assert {f"P1-{year}@testserver", f"P1-{year + 1}@testserver"} <= set(events(client, "/calendar.ics"))


def test_who_owes_is_shown_with_exceptions_and_not_who_is_late(client: Client, adopted: Publication) -> None:
    duty = Duty.objects.get(cycle=adopted.cycle, institution__key="seoul", kind="yearly-plan")
    DutyException.objects.create(duty=duty, due_date=date(2025, 3, 4), reason="수해 복구")

    page = text_of(client, "/calendar/2025/duties/")

    assert "법정 기한 2025-02-15 (토요일) · 실제 기한 2025-02-17 (월요일)" in page
    assert "서울 법 제7조④, 영 제8조③ 2025-03-04 (화요일) 수해 복구" in page
    assert "기한 지남" not in page
    assert "예외 두기" not in page


def test_a_year_that_nobody_owes_yet_says_so(client: Client, adopted: Publication) -> None:
    assert "아직 정해지지 않았습니다" in text_of(client, "/calendar/2026/duties/")


def test_english_pages_are_english(client: Client, adopted: Publication) -> None:
    answer = client.get("/calendar/2025/", headers={"accept-language": "en"}).content.decode()

    assert "Statutory day" in answer
    assert "Plan of 2025, with the results of 2024" in answer
