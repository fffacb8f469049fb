"""What moves the days of duties: holidays that came late, and exceptions by name."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.history import because
from goru.core.verdict import Outdated, Refused, Subject, require
from goru.core.working_days import is_public_holiday
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions
from goru.domain.plans.models import Duty, DutyException, TemporaryHoliday
from goru.domain.plans.queries.duties import late_holidays, subject_of_duty
from goru.domain.plans.rules import duties as rules
from goru.domain.plans.rules import statutory
from goru.domain.plans.vocabulary import DutyKind, PlanAct


@audit.deed
def add_holiday(*, day: date, name: str, source: str, by: Person, at: datetime) -> TemporaryHoliday:
    """Add a temporary holiday (임시공휴일) that the program does not know, with where it was made one."""
    subject = Subject("holiday", day.isoformat())
    verdict = require(permissions.may_keep_calendar(by, day_in_korea(at)), about=subject)
    if is_public_holiday(day, late_holidays()):
        raise Refused(_("이미 공휴일인 날입니다."), about=subject, field="day")
    with because(PlanAct.HOLIDAY_ADDED, by=by, reason=source):
        added = TemporaryHoliday.objects.create(day=day, name=name, source=source)
    details = {"name": name, "source": source}
    audit.note(PlanAct.HOLIDAY_ADDED, subject=subject, by=by, post=verdict.post, at=at, details=details)
    return added


@audit.deed
def take_holiday(*, day: date, source: str, by: Person, at: datetime) -> None:
    """Take a temporary holiday out again, with where that stands."""
    subject = Subject("holiday", day.isoformat())
    verdict = require(permissions.may_keep_calendar(by, day_in_korea(at)), about=subject)
    with because(PlanAct.HOLIDAY_TAKEN, by=by, reason=source):
        gone, _rows = TemporaryHoliday.objects.filter(day=day).delete()
    if not gone:
        raise Outdated(_("그사이 빠진 날입니다. 지금 상태를 확인하세요."), about=subject)
    details = {"source": source}
    audit.note(PlanAct.HOLIDAY_TAKEN, subject=subject, by=by, post=verdict.post, at=at, details=details)


@audit.deed
def except_duty(
    *, duty_id: int, version: int, due_date: date, reason: str, by: Person, at: datetime
) -> DutyException:
    """Give a duty a later day, or another one than it was given; `version` is the exception's that was seen, 0 where none was."""
    duty, subject = _as_seen(duty_id, version)
    verdict = require(permissions.may_keep_calendar(by, day_in_korea(at)), about=subject)
    effective = statutory.effective_day(DutyKind(duty.kind), duty.due_date, late_holidays())
    require(rules.is_later(due_date, effective), about=subject, field="due_date")
    with because(PlanAct.DUTY_EXCEPTED, by=by, reason=reason):
        made, _is_new = DutyException.objects.update_or_create(
            duty=duty, defaults={"due_date": due_date, "reason": reason, "version": version + 1}
        )
    details = {"due_date": due_date, "reason": reason}
    audit.note(PlanAct.DUTY_EXCEPTED, subject=subject, by=by, post=verdict.post, at=at, details=details)
    return made


@audit.deed
def end_exception(*, duty_id: int, version: int, reason: str, by: Person, at: datetime) -> None:
    """Have a duty be due again on the day of the law."""
    duty, subject = _as_seen(duty_id, version)
    verdict = require(permissions.may_keep_calendar(by, day_in_korea(at)), about=subject)
    if not version:
        raise Refused(_("기한 예외가 없는 의무입니다."), about=subject)
    with because(PlanAct.DUTY_EXCEPTION_ENDED, by=by, reason=reason):
        DutyException.objects.filter(duty=duty).delete()
    details = {"reason": reason}
    audit.note(
        PlanAct.DUTY_EXCEPTION_ENDED, subject=subject, by=by, post=verdict.post, at=at, details=details
    )


def _as_seen(duty_id: int, version: int) -> tuple[Duty, Subject]:
    """The duty, held until the deed is done; Outdated where its exception is not the one that was seen."""
    duty = Duty.objects.select_for_update(of=("self",)).select_related("cycle", "institution").get(pk=duty_id)
    subject = subject_of_duty(duty)
    now = DutyException.objects.filter(duty=duty).values_list("version", flat=True).first() or 0
    if now != version:
        raise Outdated(
            _("그사이 이 의무의 기한이 바뀌었습니다. 지금 상태를 확인한 뒤 다시 하세요."), about=subject
        )
    return duty, subject
