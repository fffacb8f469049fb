from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from pgtrigger import After, Before, Delete, Insert, Protect, Trigger, Update
from pgtrigger import Q as Changed

from goru.core.constraints import within_ranges
from goru.domain.plans.models import Item
from goru.domain.registers.models.cases import Case, Party
from goru.domain.registers.models.printed import Dated, Printed, dated_in_order, printed_in_order
from goru.domain.registers.vocabulary import OpinionVerdict

_FROM_WHERE_IT_STANDS = """
IF NOT EXISTS (SELECT FROM registers_case WHERE id = NEW.case_id AND stage = NEW.from_stage FOR UPDATE) THEN
    RAISE EXCEPTION 'A case moves on from the stage it stands in.' USING ERRCODE = '23514';
END IF;
RETURN NEW;
"""
_CASE_FOLLOWS = """
UPDATE registers_case SET stage = NEW.to_stage, stage_start = coalesce(NEW.date_start, NEW.date_end)
WHERE id = NEW.case_id;
RETURN NEW;
"""


class Move(Printed, Dated):
    """A case comes from one stage into another (단계 이동). It stays as it is: another puts a wrong one right (`corrects`)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="moves")
    sequence = models.PositiveSmallIntegerField()
    from_stage = models.CharField(max_length=40, blank=True)
    to_stage = models.CharField(max_length=40)
    reason = models.TextField(blank=True)
    note = models.TextField(blank=True)
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            within_ranges(
                "move_is_within_ranges",
                years=("printed_year",),
                places=("first_line", "last_line"),
                counts=("sequence",),
                texts=("reason", "note"),
            ),
            printed_in_order("move_is_printed_in_order"),
            dated_in_order("move_dates_in_order"),
            models.UniqueConstraint(name="move_is_the_next_of_its_case", fields=("case", "sequence")),
        )
        ordering = ("sequence",)
        triggers: ClassVar = (
            Protect(name="move_never_changes", operation=Update | Delete),
            Trigger(
                name="move_begins_where_its_case_stands",
                when=Before,
                operation=Insert,
                func=_FROM_WHERE_IT_STANDS,
            ),
            Trigger(name="case_follows_its_move", when=After, operation=Insert, func=_CASE_FOLLOWS),
        )

    class Publishing:
        public = (
            *("id", "case", "sequence", "from_stage", "to_stage", "corrects", "recorded_at"),
            *(*Printed.LINES, *Dated.DATE),
        )
        withheld = ("reason", "note", "recorded_by")

    def __str__(self) -> str:
        return f"{self.case.number} → {self.to_stage}"


class ExpectedStage(Printed, Dated):
    """By when a case shall come into a stage (예정 단계), as a plan prints it or an officer says. `item` is what promises it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="expected")
    stage = models.CharField(max_length=40)
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="promises")

    class Meta:
        constraints = (
            within_ranges(
                "expected_stage_is_within_ranges",
                years=("printed_year",),
                places=("first_line", "last_line"),
            ),
            printed_in_order("expected_stage_is_printed_in_order"),
            dated_in_order("expected_stage_dates_in_order"),
            models.UniqueConstraint(
                name="expected_stage_is_said_once", fields=("case", "stage", "date_printed")
            ),
        )

    class Publishing:
        public = ("id", "case", "stage", "item", *Printed.LINES, *Dated.DATE)
        withheld = ()

    def __str__(self) -> str:
        return f"{self.case.number} {self.date_printed} {self.stage}"


class PartyOpinion(models.Model):
    """What a party of a case was asked, and what it said (의견). `due_date` is until when; an answer stays as it is."""

    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="opinions")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_date = models.DateField(null=True)
    verdict = models.CharField(max_length=20, choices=OpinionVerdict, blank=True)
    text = models.TextField(blank=True)
    given_at = models.DateTimeField(null=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            within_ranges("party_opinion_is_within_ranges", texts=("text",)),
            models.UniqueConstraint(
                name="party_opinion_is_asked_for_once", fields=("party",), condition=Q(given_at=None)
            ),
            models.CheckConstraint(
                name="party_opinion_is_given_by_somebody",
                condition=Q(verdict="", given_at=None, given_by=None)
                | (~Q(verdict="") & Q(given_at__isnull=False, given_by__isnull=False)),
            ),
        )
        triggers: ClassVar = (
            Protect(
                name="party_opinion_given_never_changes",
                operation=Update | Delete,
                condition=Changed(old__given_at__isnull=False),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "party", "asked_at", "asked_by", "due_date", "verdict", "text", "given_at", "given_by"),
        )

    def __str__(self) -> str:
        return f"{self.party} {self.verdict}"
