"""Guidelines as persons see them, and whom they are sent to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max, Prefetch

from goru.core.verdict import Verdict, require
from goru.domain.formulation import permissions, rules
from goru.domain.formulation.models import (
    Briefing,
    BriefingAttendance,
    Dispatch,
    Guideline,
    GuidelineConsultation,
    Reading,
)
from goru.domain.formulation.queries.texts import Guidance, known_to, sections_for
from goru.domain.institutions.models import Institution, Person
from goru.domain.meetings import queries as meetings
from goru.domain.meetings.models import AgendaItem
from goru.domain.plans.models import Cycle, Duty, Edition
from goru.domain.plans.vocabulary import DutyKind, EditionState, PlanKind


@dataclass(frozen=True, slots=True)
class Listed:
    """A guideline in a list: how far it is and, for who was sent it, what they were sent."""

    guideline: Guideline
    own: Sequence[Dispatch]


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis of the guideline, whether its partners were consulted, and whether only after it was resolved."""

    kind: PlanKind
    article: str
    is_consulted: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class Own:
    """What was sent to an institution of who looks, and whether they may enter its receipt."""

    dispatch: Dispatch
    may_receive: Verdict


@dataclass(frozen=True, slots=True)
class GuidelineSeen:
    """A guideline as a person sees it, and what they may do; `days_late` is how late it was sent, or is by now."""

    guideline: Guideline
    sections: Sequence[Guidance]
    bases: Sequence[Basis]
    consultations: Sequence[GuidelineConsultation]
    briefings: Sequence[Briefing]
    agenda: Sequence[AgendaItem]
    own: Sequence[Own]
    dispatches: Sequence[Dispatch]
    recipients: Sequence[Institution]
    days_left: int
    days_late: int
    may: Mapping[str, Verdict]

    @property
    def news(self) -> list[Guidance]:
        """The sections in which something is others since the person looked."""
        return [one for one in self.sections if one.is_changed]


def guidelines_seen_by(by: Person, on: date) -> list[Listed]:
    """The guidelines that a person may read, the latest year first."""
    found = Guideline.objects.select_related("cycle").order_by("-cycle__year")
    return [
        Listed(one, permissions.dispatches_to(by, one, on))
        for one in found
        if permissions.may_read(by, one, on)
    ]


def guideline_read_by(year: int, by: Person | AnonymousUser, on: date) -> bool:
    """Whether a year has a guideline that a person may read."""
    found = Guideline.objects.select_related("cycle").filter(cycle__year=year).first()
    return found is not None and bool(permissions.may_read(by, found, on))


def guideline_of(year: int) -> Guideline:
    """The guideline of a year's plans."""
    return Guideline.objects.select_related("cycle", "frame", "agenda_item__meeting__body").get(
        cycle__year=year
    )


def guideline_seen(year: int, *, by: Person, on: date) -> GuidelineSeen:
    """One guideline; Refused to who may not read it. Readings and who was sent it are for who writes it."""
    guideline = guideline_of(year)
    require(permissions.may_read(by, guideline, on), about=guideline.subject)
    may = _deeds(by, guideline, on)
    own = permissions.dispatches_to(by, guideline, on)
    consultations = consultations_of(guideline)
    late = ((_sent_on(guideline) or on) - guideline.due_date).days
    return GuidelineSeen(
        guideline=guideline,
        sections=sections_for(
            guideline, known=known_to(guideline, by), asked_for=own, sees_all=bool(may["write"])
        ),
        bases=_bases(guideline, consultations),
        consultations=consultations,
        briefings=_briefings(guideline),
        agenda=meetings.items_about(guideline.subject) if may["write"] else (),
        own=[Own(one, permissions.may_receive(by, one, on)) for one in own],
        dispatches=_dispatches(guideline) if may["write"] else (),
        recipients=recipients_of(guideline) if may["write"] else (),
        days_left=max(-late, 0),
        days_late=max(late, 0),
        may=may,
    )


def recipients_of(guideline: Guideline) -> list[Institution]:
    """Who is sent a guideline: every institution that owes a plan in its cycle."""
    owing = Duty.objects.filter(cycle=guideline.cycle_id, kind=DutyKind.YEARLY_PLAN)
    return list(Institution.objects.filter(pk__in=owing.values("institution")).order_by("position"))


def frames_for(cycle: Cycle) -> list[Edition]:
    """The editions of the national part that can be a guideline's frame, the latest first: those that never change."""
    found = Edition.objects.filter(plan__cycle=cycle, plan__institution=None, state=EditionState.SEALED)
    return list(found.order_by("-ended_at", "-pk"))


def cycles_without() -> list[Cycle]:
    """The cycles that have no guideline yet, the latest first."""
    return list(Cycle.objects.filter(guideline=None).order_by("-year"))


def consultations_of(guideline: Guideline) -> list[GuidelineConsultation]:
    """The consultations on a guideline, with who took part."""
    everybody = Prefetch("participants", Institution.objects.order_by("position"))
    return list(guideline.consultations.prefetch_related(everybody).order_by("begun_date", "pk"))


def consultation_of(year: int, number: int) -> GuidelineConsultation:
    """A consultation on a year's guideline."""
    found = GuidelineConsultation.objects.select_related("guideline__cycle")
    return found.get(guideline__cycle__year=year, pk=number)


def dispatch_of(year: int, number: int) -> Dispatch:
    """A dispatch of a year's guideline."""
    found = Dispatch.objects.select_related("guideline__cycle", "institution")
    return found.get(guideline__cycle__year=year, pk=number)


def partners_on(day: date) -> list[Institution]:
    """The institutions that can be consulted on a day: ministries, provinces and megaregions, by kind."""
    kinds = {kind for basis in rules.BASES.values() for group in basis.partners for kind in group}
    found = (
        Institution.objects.filter(kind__in=kinds).exclude(kind="municipality").order_by("kind", "position")
    )
    return [one for one in found if one.is_in_force(day)]


def _deeds(by: Person, guideline: Guideline, on: date) -> dict[str, Verdict]:
    """What a person who reads it may do; who may not write may do nothing of what writers do, for the same reason."""
    write = permissions.may_open(by, on)
    of_writers = {
        "remove": permissions.may_remove_sections,
        "carry": permissions.may_carry_sections,
        "frame": permissions.may_choose_frame,
        "consult": permissions.may_consult,
        "agenda": permissions.may_put_on_agenda,
        "resolve": permissions.may_resolve,
        "send": permissions.may_send,
    }
    return {
        "write": write,
        "ask": permissions.may_ask(by, guideline, on),
        **{deed: may(by, guideline, on) if write else write for deed, may in of_writers.items()},
    }


def _sent_on(guideline: Guideline) -> date | None:
    """The day of the last letter by which it was sent to all."""
    last: date | None = guideline.dispatches.aggregate(last=Max("letter_date"))["last"]
    return last


def _bases(guideline: Guideline, consultations: Sequence[GuidelineConsultation]) -> list[Basis]:
    held = permissions.consulted_on(consultations)
    resolved = guideline.agenda_item.meeting.held_date if guideline.agenda_item else None
    lacking = rules.not_consulted(held)
    in_time = rules.not_consulted(held, before=resolved)
    return [
        Basis(kind, basis.article, kind not in lacking, kind in in_time and kind not in lacking)
        for kind, basis in rules.BASES.items()
    ]


def _dispatches(guideline: Guideline) -> list[Dispatch]:
    readings = Prefetch("readings", Reading.objects.select_related("by").order_by("at"))
    found = guideline.dispatches.select_related("institution", "received_by").prefetch_related(readings)
    return list(found.order_by("institution__position"))


def _briefings(guideline: Guideline) -> list[Briefing]:
    in_order = BriefingAttendance.objects.select_related("institution").order_by("institution__position")
    return list(
        guideline.briefings.prefetch_related(Prefetch("attendances", in_order)).order_by("held_date", "pk")
    )
