"""Plans as they are written: editions, where they were printed, edits."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from goru.domain.institutions.models import Institution
from goru.domain.plans.models.cycles import Cycle
from goru.domain.plans.models.documents import Document
from goru.domain.plans.models.items import Item
from goru.domain.plans.vocabulary import (
    EditDeed,
    EditionOrigin,
    EditionState,
    EditWay,
    PlanKind,
    SuccessionKind,
)


class Plan(models.Model):
    """The plan (시행계획) of one institution for one cycle, whatever became of it.

    The national part (총괄) is the cycle's own: of no institution, and of no kind.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="plans")
    institution = models.ForeignKey(Institution, null=True, on_delete=models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=20, choices=PlanKind, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="plan_one_of_an_institution_and_cycle",
                fields=("cycle", "institution"),
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="plan_of_no_institution_is_the_national_part",
                condition=Q(institution=None, kind="") | (Q(institution__isnull=False) & ~Q(kind="")),
            ),
        )

    class Publishing:
        public = ("id", "cycle", "institution", "kind")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.cycle} {self.institution or '총괄'}"


class Edition(models.Model):
    """The whole content of one plan (판): open, sealed or abandoned. A sealed one never changes; a trigger sees to it.

    `content` is its value (goru.book.model.PlanBook of the national part, else InstitutionPlan) as JSON without the
    places of facts; `beginning` what it was when it was opened. `version` counts what changed it. `digest` is of the
    facts (goru.book.items.placing), made when it is sealed.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="editions")
    state = models.CharField(max_length=10, choices=EditionState, default=EditionState.OPEN)
    origin = models.CharField(max_length=20, choices=EditionOrigin)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="editions")
    bases = models.ManyToManyField("self", symmetrical=False, related_name="continuations")
    beginning = models.JSONField(encoder=DjangoJSONEncoder)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    version = models.PositiveIntegerField(default=1)
    digest = models.CharField(max_length=64, blank=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="edition_is_the_only_open_one_of_its_plan",
                fields=("plan",),
                condition=Q(state=EditionState.OPEN),
            ),
            models.CheckConstraint(
                name="edition_is_open_until_it_ended",
                condition=Q(state=EditionState.OPEN, ended_at=None, ended_by=None)
                | (~Q(state=EditionState.OPEN) & Q(ended_at__isnull=False, ended_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="edition_has_a_digest_if_it_is_sealed",
                condition=Q(state=EditionState.SEALED, digest__regex=r"^[0-9a-f]{64}$")
                | (~Q(state=EditionState.SEALED) & Q(digest="")),
            ),
            models.CheckConstraint(
                name="edition_of_a_document_names_it",
                condition=Q(origin=EditionOrigin.DOCUMENT, document__isnull=False)
                | (~Q(origin=EditionOrigin.DOCUMENT) & Q(document=None)),
            ),
        )

    class Publishing:
        public = ("id", "plan", "state", "origin", "document", "digest", "ended_at")
        withheld = ("bases", "beginning", "content", "version", "opened_at", "opened_by", "ended_by")

    def __str__(self) -> str:
        return f"{self.plan} {self.get_state_display()}"


class PrintedPlaces(models.Model):
    """Where a document prints the facts of an edition (인쇄된 자리); the latest is what pages show."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="printed_places")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="printed_places")
    places = models.JSONField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="printed_places_of_an_edition_in_a_document", fields=("edition", "document")
            ),
        )

    class Publishing:
        public = ("id", "edition", "document")
        withheld = ("places",)

    def __str__(self) -> str:
        return f"{self.edition} {self.document}"


class Edit(models.Model):
    """One edit of an open edition (수정): of which item and field, what was seen there, what is there now."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="edits")
    number = models.PositiveIntegerField()
    deed = models.CharField(max_length=10, choices=EditDeed)
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="edits")
    field = models.TextField(blank=True)
    under = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    seen = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    new = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    way = models.CharField(max_length=10, choices=EditWay)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(name="edit_number_in_its_edition", fields=("edition", "number")),
            models.CheckConstraint(
                name="edit_of_no_item_sets_a_field_of_the_plan",
                condition=Q(item__isnull=False) | Q(deed=EditDeed.SET),
            ),
        )
        indexes = (models.Index(fields=("edition", "item"), name="edit_item"),)

    class Publishing:
        public = ()
        withheld = (
            "id",
            "edition",
            "number",
            "deed",
            "item",
            "field",
            "under",
            "seen",
            "new",
            "way",
            "at",
            "by",
        )

    def __str__(self) -> str:
        return f"{self.edition_id} #{self.number} {self.deed}"


class ProposedSuccession(models.Model):
    """What an item of a draft is to become (항목 승계 예정), in force once the plan is published so (`ItemSuccession`)."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="proposed_successions")
    kind = models.CharField(max_length=10, choices=SuccessionKind)
    predecessor = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="proposed_succession_is_said_once", fields=("edition", "predecessor", "successor")
            ),
            models.CheckConstraint(
                name="proposed_succession_is_of_two_items", condition=~Q(predecessor=F("successor"))
            ),
        )

    class Publishing:
        public = ()
        withheld = ("id", "edition", "kind", "predecessor", "successor", "at", "by")

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
