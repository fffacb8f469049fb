"""What moves the days of duties is the secretariat's, and on record."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions.models import Person
from goru.domain.plans import actions, queries
from goru.domain.plans.models import Duty, DutyException, Publication, TemporaryHoliday
from goru.domain.plans.vocabulary import DutyKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 1, 20, tzinfo=UTC)
DAY = date(2025, 2, 17)


@pytest.fixture
def duty(adopted: Publication) -> Duty:
    return Duty.objects.get(cycle=adopted.cycle, kind=DutyKind.YEARLY_PLAN, institution__key="seoul")


def due_of(duty: Duty) -> date:
    return next(one.due for one in queries.duties_of(2025, AT.date()) if one.duty == duty)


def last_act() -> OfficialAct:
    return OfficialAct.objects.latest("number")


def test_a_holiday_that_came_late_moves_what_is_due_on_it_and_is_on_record(
    duty: Duty, secretariat: Person
) -> None:
    actions.add_holiday(day=DAY, name="임시공휴일", source="관보 제1호", by=secretariat, at=AT)

    assert due_of(duty) == date(2025, 2, 18)
    assert Duty.objects.get(pk=duty.pk).due_date == date(2025, 2, 15)
    assert last_act().subject_key == "2025-02-17"
    assert last_act().line.details["source"] == "관보 제1호"


@pytest.mark.parametrize("day", [date(2025, 2, 16), date(2025, 1, 27), DAY])
def test_a_day_becomes_a_holiday_once(day: date, secretariat: Person) -> None:
    TemporaryHoliday.objects.create(day=DAY, name="임시공휴일", source="관보")

    with pytest.raises(Refused, match="이미 공휴일"):
        actions.add_holiday(day=day, name="임시공휴일", source="관보", by=secretariat, at=AT)


def test_a_holiday_that_is_taken_out_moves_nothing_any_more(duty: Duty, secretariat: Person) -> None:
    actions.add_holiday(day=DAY, name="임시공휴일", source="관보", by=secretariat, at=AT)
    actions.take_holiday(day=DAY, source="취소", by=secretariat, at=AT)

    assert due_of(duty) == DAY
    assert last_act().act == "plans.holiday_taken"
    with pytest.raises(Outdated):
        actions.take_holiday(day=DAY, source="취소", by=secretariat, at=AT)


def test_nobody_else_keeps_the_calendar(duty: Duty, author_in_seoul: Person) -> None:
    TemporaryHoliday.objects.create(day=DAY, name="임시공휴일", source="관보")
    by: dict[str, Any] = {"by": author_in_seoul, "at": AT}
    deeds = [
        lambda: actions.add_holiday(day=date(2025, 3, 4), name="-", source="-", **by),
        lambda: actions.take_holiday(day=DAY, source="-", **by),
        lambda: actions.except_duty(duty_id=duty.pk, version=0, due_date=date(2025, 3, 4), reason="-", **by),
        lambda: actions.end_exception(duty_id=duty.pk, version=0, reason="-", **by),
    ]

    for deed in deeds:
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.why is Why.FORBIDDEN
    assert TemporaryHoliday.objects.count() == 1
    assert not DutyException.objects.exists()


def test_an_exception_is_one_institutions_with_its_reason(duty: Duty, secretariat: Person) -> None:
    later = date(2025, 3, 4)

    actions.except_duty(
        duty_id=duty.pk, version=0, due_date=later, reason="산불 피해 복구", by=secretariat, at=AT
    )

    found = queries.duties_of(2025, AT.date())
    assert [one.duty for one in found if one.due == later] == [duty]
    assert last_act().subject_key == "2025/seoul/yearly-plan"
    assert last_act().line.details == {"due_date": "2025-03-04", "reason": "산불 피해 복구"}


def test_an_exception_gives_more_time_than_the_law(duty: Duty, secretariat: Person) -> None:
    with pytest.raises(Refused, match="2025-02-17"):
        actions.except_duty(duty_id=duty.pk, version=0, due_date=DAY, reason="-", by=secretariat, at=AT)


def test_an_exception_is_changed_and_ended_as_it_was_seen(duty: Duty, secretariat: Person) -> None:
    by: dict[str, Any] = {"duty_id": duty.pk, "by": secretariat, "at": AT}
    actions.except_duty(version=0, due_date=date(2025, 3, 4), reason="-", **by)

    with pytest.raises(Outdated):
        actions.except_duty(version=0, due_date=date(2025, 3, 5), reason="-", **by)
    changed = actions.except_duty(version=1, due_date=date(2025, 3, 5), reason="더", **by)
    with pytest.raises(Outdated):
        actions.end_exception(version=1, reason="-", **by)
    actions.end_exception(version=changed.version, reason="복구됨", **by)

    assert due_of(duty) == DAY
    assert last_act().line.details == {"reason": "복구됨"}
    with pytest.raises(Refused, match="예외가 없는"):
        actions.end_exception(version=0, reason="-", **by)
