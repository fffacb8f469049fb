from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, Update

from goru.core.constraints import within_ranges
from goru.domain.plans.models import Item
from goru.domain.registers.models.cases import Case
from goru.domain.registers.models.printed import Printed, printed_in_order
from goru.domain.registers.vocabulary import LinkKind, QuantityKind


class Quantity(Printed):
    """An amount of a case (수량) in the unit of its definition: promised or actual, of a year where it has one."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="quantities")
    key = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField(null=True)
    kind = models.CharField(max_length=10, choices=QuantityKind)
    amount = models.DecimalField(max_digits=24, decimal_places=4)
    printed = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = (
            within_ranges(
                "quantity_is_within_ranges",
                years=("year", "printed_year"),
                places=("first_line", "last_line"),
                amounts=("amount",),
            ),
            printed_in_order("quantity_is_printed_in_order"),
            models.UniqueConstraint(
                name="quantity_is_said_once", fields=("case", "key", "year", "kind"), nulls_distinct=False
            ),
        )

    class Publishing:
        public = ("id", "case", "key", "year", "kind", "amount", "printed", *Printed.LINES)
        withheld = ()

    def __str__(self) -> str:
        return f"{self.case.number} {self.key} {self.amount}"


class Observation(models.Model):
    """What was told of a case for a period (점검·실적): `period` is 2024, 2024-h1, 2024-q3 or 2024-05. A later one revises it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="observations")
    return_key = models.CharField(max_length=40)
    period = models.CharField(max_length=10)
    values = models.JSONField()
    note = models.TextField(blank=True)
    revises = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="revised_by")
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            within_ranges("observation_is_within_ranges", texts=("note",)),
            models.UniqueConstraint(
                name="observation_is_told_once_or_revised",
                fields=("case", "return_key", "period"),
                condition=Q(revises=None),
            ),
            models.CheckConstraint(
                name="observation_revised_has_a_note", condition=Q(revises=None) | ~Q(note="")
            ),
            models.CheckConstraint(
                name="observation_period_is_one",
                condition=Q(period__regex=r"^\d{4}(-(h[12]|q[1-4]|[01]\d))?$"),
            ),
        )
        triggers: ClassVar = (Protect(name="observation_never_changes", operation=Update | Delete),)

    class Publishing:
        public = ("id", "case", "return_key", "period", "revises")
        withheld = ("values", "note", "told_at", "told_by")

    def __str__(self) -> str:
        return f"{self.case.number} {self.return_key} {self.period}"


class CaseLink(Printed):
    """A case and the item of a plan that promised it, or another case (이은 것).

    `stage`: the item is an indicator whose value is a stage, met when the case is there.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=12, choices=LinkKind)
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="cases")
    other = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="linked_from")
    stage = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = (
            within_ranges(
                "case_link_is_within_ranges", years=("printed_year",), places=("first_line", "last_line")
            ),
            printed_in_order("case_link_is_printed_in_order"),
            models.CheckConstraint(
                name="case_link_leads_to_one_thing",
                condition=Q(item__isnull=False, other=None) | Q(item=None, other__isnull=False),
            ),
            models.CheckConstraint(
                name="case_is_not_linked_to_itself", condition=Q(other=None) | ~Q(other=F("case"))
            ),
            models.UniqueConstraint(
                name="case_link_is_made_once",
                fields=("case", "kind", "item", "other"),
                nulls_distinct=False,
            ),
        )

    class Publishing:
        public = ("id", "case", "kind", "item", "other", "stage", *Printed.LINES)
        withheld = ()

    def __str__(self) -> str:
        return f"{self.case.number} → {self.item or self.other}"


class Evidence(models.Model):
    """What shows that something of a case is so (근거): an act and its article, a notice, an address; `day` is its own date."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="evidence")
    title = models.CharField(max_length=200)
    article = models.CharField(max_length=60, blank=True)
    address = models.URLField(max_length=500, blank=True)
    day = models.DateField(null=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.CheckConstraint(name="evidence_has_a_title", condition=~Q(title="")),)

    class Publishing:
        public = ("id", "case", "title", "article", "address", "day")
        withheld = ("added_at", "added_by")

    def __str__(self) -> str:
        return self.title
