"""Bodies, their members, their meetings, and what these decided."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goru.core.constraints import within_ranges
from goru.core.history import with_history
from goru.core.verdict import Subject
from goru.domain.institutions.models import Institution, Person, valid_on
from goru.domain.institutions.models.validity import Valid, in_order, never_two_at_once
from goru.domain.meetings.rules import CARRIED, SOLE, WITH_REMARK
from goru.domain.meetings.vocabulary import AgendaKind, BodyKind, MeetingState, MemberKind, Outcome

_COUNTS = ("members", "present", "in_favour", "against", "abstained")


@with_history
class Body(Valid):
    """A body (회의체) that an institution has for a time, and that decides by majority."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="bodies")
    kind = models.CharField(max_length=20, choices=BodyKind)
    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)

    class Meta:
        constraints = (
            in_order("body_valid_from_before_valid_to"),
            models.CheckConstraint(
                name="body_begins_on_a_day_and_has_a_name",
                condition=Q(valid_from__isnull=False) & ~Q(name=""),
            ),
            never_two_at_once("body_name_is_one_of_its_institution", "institution", "name"),
            never_two_at_once(
                "body_of_a_sole_kind_is_one_at_a_time", "institution", "kind", condition=Q(kind__in=SOLE)
            ),
        )

    class Publishing:
        public = ()
        withheld = ("id", "institution", "kind", "key", "name", "valid_from", "valid_to")

    def __str__(self) -> str:
        return self.name


class MemberQuerySet(models.QuerySet["Member"]):
    """Members, with the bodies they sit in."""

    def in_office(self, day: date) -> MemberQuerySet:
        """Those whose term a day is in."""
        return self.filter(valid_on(day))


@with_history
class Member(Valid):
    """Somebody who sits in a body (위원) for a term: by office (당연직), or commissioned (위촉), who has a last day.

    `person` is their account, where they have one; `name` and `office` (직함) are as they were on the first day.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="members")
    kind = models.CharField(max_length=20, choices=MemberKind)
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="seats")
    name = models.CharField(max_length=60)
    office = models.CharField(max_length=100, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = MemberQuerySet.as_manager()

    class Meta:
        constraints = (
            in_order("member_valid_from_before_valid_to"),
            models.CheckConstraint(
                name="member_begins_on_a_day_and_has_a_name",
                condition=Q(valid_from__isnull=False) & ~Q(name=""),
            ),
            models.CheckConstraint(
                name="member_commissioned_has_a_last_day",
                condition=~Q(kind=MemberKind.COMMISSIONED) | Q(valid_to__isnull=False),
            ),
            models.CheckConstraint(
                name="member_ex_officio_has_an_office", condition=~Q(kind=MemberKind.EX_OFFICIO, office="")
            ),
            never_two_at_once("member_sits_once_at_a_time", "body", "name", "office"),
            never_two_at_once("member_of_an_account_sits_once_at_a_time", "body", "person"),
        )

    class Publishing:
        public = ()
        withheld = ("id", "body", "kind", "person", "name", "office", "version", "valid_from", "valid_to")

    def __str__(self) -> str:
        return f"{self.name} {self.office}".strip()


class Meeting(models.Model):
    """A numbered meeting of a body (회의). `version` counts whatever changes it, its agenda, its attendance or its decisions."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField()
    held_date = models.DateField()
    place = models.CharField(max_length=100)
    state = models.CharField(max_length=20, choices=MeetingState, default=MeetingState.CALLED)
    version = models.PositiveIntegerField(default=1)
    called_at = models.DateTimeField()
    called_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(name="meeting_number_in_its_body", fields=("body", "number")),
            models.CheckConstraint(name="meeting_is_counted_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="meeting_is_called_until_it_ended",
                condition=Q(state=MeetingState.CALLED, ended_at=None, ended_by=None)
                | (~Q(state=MeetingState.CALLED) & Q(ended_at__isnull=False, ended_by__isnull=False)),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "body", "number", "held_date", "place", "state", "version"),
            *("called_at", "called_by", "ended_at", "ended_by"),
        )

    @property
    def subject(self) -> Subject:
        """What deeds on it are about."""
        return Subject("meeting", f"{self.body.key}/{self.number}")

    def __str__(self) -> str:
        return f"{self.body} 제{self.number}차 회의"


class Attendance(models.Model):
    """A member who was present at a meeting (출석)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="attendances")

    class Meta:
        constraints = (
            models.UniqueConstraint(name="attendance_of_a_member_is_one", fields=("meeting", "member")),
        )

    class Publishing:
        public = ()
        withheld = ("id", "meeting", "member")

    def __str__(self) -> str:
        return f"{self.meeting} {self.member}"


class AgendaItem(models.Model):
    """What a meeting resolves or is told of (안건), what it is about, and what was decided on it.

    The subject is as the log of official acts names it, empty where the system knows nothing of it. `members` (재적) and
    `present` (출석) are those by which it was decided.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=AgendaKind)
    title = models.CharField(max_length=200)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_key = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    remark = models.TextField(blank=True)
    members = models.PositiveSmallIntegerField(null=True)
    present = models.PositiveSmallIntegerField(null=True)
    in_favour = models.PositiveSmallIntegerField(null=True)
    against = models.PositiveSmallIntegerField(null=True)
    abstained = models.PositiveSmallIntegerField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            within_ranges("agenda_item_is_within_ranges", texts=("remark",)),
            models.UniqueConstraint(name="agenda_item_number_in_its_meeting", fields=("meeting", "number")),
            models.CheckConstraint(name="agenda_item_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="agenda_item_subject_has_a_kind_and_a_key",
                condition=Q(subject_kind="", subject_key="") | (~Q(subject_kind="") & ~Q(subject_key="")),
            ),
            models.CheckConstraint(
                name="agenda_item_reported_is_not_decided",
                condition=Q(kind=AgendaKind.RESOLUTION) | Q(outcome=""),
            ),
            models.CheckConstraint(
                name="agenda_item_decided_says_by_whom_and_by_how_many",
                condition=Q(outcome="", remark="", decided_at=None, decided_by=None)
                & Q(**dict.fromkeys(_COUNTS))
                | ~Q(outcome="")
                & Q(decided_at__isnull=False, decided_by__isnull=False)
                & Q(**{f"{name}__isnull": False for name in _COUNTS}),
            ),
            models.CheckConstraint(
                name="agenda_item_votes_are_of_those_present",
                condition=Q(present__lte=F("members"))
                & Q(present__gte=F("in_favour") + F("against") + F("abstained")),
            ),
            models.CheckConstraint(
                name="agenda_item_is_decided_with_a_quorum",
                condition=Q(outcome="") | Q(members__lt=F("present") * 2),
            ),
            models.CheckConstraint(
                name="agenda_item_is_carried_by_a_majority",
                condition=~Q(outcome__in=CARRIED) | Q(present__lt=F("in_favour") * 2),
            ),
            models.CheckConstraint(
                name="agenda_item_amended_or_conditional_says_how",
                condition=~Q(outcome__in=WITH_REMARK) | ~Q(remark=""),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "meeting", "number", "kind", "title", "subject_kind", "subject_key", "outcome", "remark"),
            *("members", "present", "in_favour", "against", "abstained", "decided_at", "decided_by"),
        )

    @property
    def subject(self) -> Subject | None:
        """What it is about, where the system knows that."""
        return Subject(self.subject_kind, self.subject_key) if self.subject_kind else None

    def __str__(self) -> str:
        return f"{self.meeting} 제{self.number}호 {self.title}"
