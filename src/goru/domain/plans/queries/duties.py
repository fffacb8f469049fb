"""What is owed by when: the days of the law in a year, who owes what of a cycle, and what of it waits for whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from goru.core.verdict import Subject
from goru.core.waiting import Waiting
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Holding, Institution
from goru.domain.institutions.permissions import in_charge_of
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans.models import Duty, DutyException, TemporaryHoliday
from goru.domain.plans.rules import OWED_BY, statutory
from goru.domain.plans.rules.duties import duty_state
from goru.domain.plans.vocabulary import DutyKind, DutyState, Party

HandedIn = Mapping[int, date]
"""On which day duties (by their keys in the database) were met, as whoever receives them knows."""
_NOTHING: HandedIn = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DutyOn:
    """A duty as it stands on a day: `statutory` is the day of the law, `effective` the working day that it moves to.

    `due` is the effective day or, where there is an exception, the day of that.
    """

    duty: Duty
    what: str
    basis: str
    statutory: date
    effective: date
    due: date
    exception: DutyException | None
    state: DutyState
    days_left: int


def late_holidays() -> frozenset[date]:
    """The temporary holidays that were added."""
    return frozenset(TemporaryHoliday.objects.values_list("day", flat=True))


def temporary_holidays() -> QuerySet[TemporaryHoliday]:
    """The same with their names and sources, the latest first."""
    return TemporaryHoliday.objects.order_by("-day")


def duty_of(number: int) -> Duty:
    """A duty by its key in the database; Duty.DoesNotExist where there is none."""
    return Duty.objects.select_related("cycle", "institution", "exception").get(pk=number)


def subject_of_duty(duty: Duty) -> Subject:
    """A duty as the subject of a deed."""
    return Subject("duty", f"{duty.cycle.year}/{duty.institution.key}/{duty.kind}")


def duties_of(year: int, on: date, handed_in: HandedIn = _NOTHING) -> list[DutyOn]:
    """What is owed of a plan year, by whom, in the order of books; how each stands on a day."""
    found = Duty.objects.filter(cycle__year=year).select_related("cycle", "institution", "exception")
    also = late_holidays()
    in_order = found.order_by("due_date", "institution__position")
    return [duty_on(one, on, also, handed_in.get(one.pk)) for one in in_order]


def duty_on(duty: Duty, on: date, also: frozenset[date], handed_in: date | None = None) -> DutyOn:
    """How a duty stands on a day."""
    kind, exception = DutyKind(duty.kind), getattr(duty, "exception", None)
    effective = statutory.effective_day(kind, duty.due_date, also)
    due = exception.due_date if exception else effective
    entry, year = statutory.entry_of(kind), duty.cycle.year
    return DutyOn(
        duty=duty,
        what=what_of(entry, year - entry.of),
        basis=_basis_of(entry, duty.institution, duty.due_date),
        statutory=duty.due_date,
        effective=effective,
        due=due,
        exception=exception,
        state=duty_state(due, on, handed_in),
        days_left=(due - on).days,
    )


def what_of(entry: statutory.Entry, year: int) -> str:
    """What an entry is whose day falls in a year, in the reader's language."""
    about = year + entry.of
    return entry.what.said(get_language()).format(year=about, before=about - 1)


def recipients_of(duty: Duty, on: date) -> list[Institution]:
    """Who gets what is handed in, on a day: the Committee, and of a province's or megaregion's the ministries concerned.

    The law leaves open which these are: we read those that owe a plan of the same cycle, or who succeeded them.
    """
    way = _way_of(statutory.entry_of(DutyKind(duty.kind)), duty.institution)
    keys = {one for one in way.to if one not in Party.values} if way else set()
    found = {one.pk: one for one in Institution.objects.filter(key__in=keys)}
    if way and Party.CONCERNED_MINISTRY in way.to:
        ministries = Institution.objects.filter(duties__cycle=duty.cycle, kind=InstitutionKind.MINISTRY)
        for ministry in ministries.distinct():
            found |= {one.pk: one for one in in_charge_of(ministry, on)}
    return sorted(found.values(), key=lambda one: (one.kind != InstitutionKind.COMMITTEE, one.position))


def waiting(posts: Iterable[Holding], on: date, handed_in: HandedIn = _NOTHING) -> list[Waiting]:
    """What the institutions of these posts owe in all cycles that are open on a day, what is due first.

    Not what is published, nor what was handed in (`handed_in`); of an institution that has ended, its successor's posts.
    """
    owing = _answered_for(posts, on)
    duties = Duty.objects.filter(institution__in=owing, published=None).exclude(pk__in=handed_in)
    also = late_holidays()
    open_ones = [
        duty_on(one, on, also)
        for one in duties.select_related("cycle", "institution", "exception")
        if statutory.waits(DutyKind(one.kind), one.cycle.year, on, also)
    ]
    in_order = sorted(open_ones, key=lambda one: (one.due, one.duty.institution.position))
    return [_waiting(one) for one in in_order]


def _waiting(found: DutyOn) -> Waiting:
    is_plan = found.duty.kind == DutyKind.YEARLY_PLAN
    institution = found.duty.institution
    where = Subject("plan", f"{found.duty.cycle.year}/{institution.key}")
    why = _("%(state)s. 근거: %(basis)s") % {"state": found.state.label, "basis": found.basis}
    if found.exception:
        why += _(" 기한 예외: %(reason)s") % {"reason": found.exception.reason}
    return Waiting(
        what=f"{institutions.named(institution)}: {found.what}",
        where=where if is_plan else subject_of_duty(found.duty),
        due=found.due,
        statutory=found.statutory,
        why=why,
    )


def _answered_for(posts: Iterable[Holding], on: date) -> set[int]:
    """The institutions of the posts, and those before them that have ended by the day."""
    found, places = set[int](), [one.post.place for one in posts]
    while places:
        place = places.pop()
        if place.pk not in found:
            found.add(place.pk)
            places.extend(one for one in place.predecessors.all() if one.is_over(on))
    return found


def _way_of(entry: statutory.Entry, institution: Institution) -> statutory.Way | None:
    """The way of an entry by which an institution owes it."""
    kind = OWED_BY.get(institution.kind)
    return next((one for one in entry.ways if one.kind == kind), None)


def _basis_of(entry: statutory.Entry, institution: Institution, day: date) -> str:
    way = _way_of(entry, institution)
    return statutory.cited(way.basis, day, get_language()) if way else ""
