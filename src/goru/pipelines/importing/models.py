from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from goru.domain.plans.models import Document, Edition
from goru.domain.plans.vocabulary import EditWay
from goru.pipelines.importing.vocabulary import Decision, IssueState, ProposalState, ReadingState

_UNREAD = (ProposalState.READING, ProposalState.FAILED)
_HAS_FAILED = Q(reading=ReadingState.FAILED) | Q(issuing=IssueState.FAILED)


class Import(models.Model):
    """A book that somebody brought in (가져오기): the file, how far its reading is, what was decided, how far its issue is.

    `stated_year` is whose plan the person says it is, for a document that does not say.

    `version` counts what persons did to it: a page that shows an older one changes nothing, and neither does a job
    that was begun for an older one. The file itself lies under settings.UPLOADS by its digest.
    """

    name = models.TextField()
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    received_at = models.DateTimeField()
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reading = models.CharField(max_length=10, choices=ReadingState, default=ReadingState.RECEIVED)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    issuing = models.CharField(max_length=10, choices=IssueState, default=IssueState.NONE)
    version = models.PositiveIntegerField(default=1)
    lines = models.PositiveIntegerField(null=True)
    failure = models.TextField(blank=True)
    failure_en = models.TextField(blank=True)
    stated_year = models.PositiveSmallIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    book = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    checked = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    printed = models.JSONField(default=list)
    account = models.JSONField(default=dict)
    document = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="imports")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        indexes = (models.Index(fields=("digest",), name="import_digest"),)
        constraints = (
            models.CheckConstraint(
                name="import_states_are_known",
                condition=Q(
                    reading__in=ReadingState.values,
                    decision__in=Decision.values,
                    issuing__in=IssueState.values,
                ),
            ),
            models.CheckConstraint(
                name="import_says_why_it_failed",
                condition=(_HAS_FAILED & ~Q(failure="") & ~Q(failure_en=""))
                | (~_HAS_FAILED & Q(failure="", failure_en="")),
            ),
            models.CheckConstraint(
                name="import_that_is_read_has_a_book_until_it_is_discarded",
                condition=~Q(reading=ReadingState.READ)
                | Q(decision=Decision.DISCARDED)
                | Q(book__isnull=False, year__isnull=False),
            ),
            models.CheckConstraint(
                name="import_that_is_adopted_was_read_and_has_a_document_and_an_issue",
                condition=Q(decision=Decision.ADOPTED, reading=ReadingState.READ, document__isnull=False)
                & ~Q(issuing=IssueState.NONE)
                | ~Q(decision=Decision.ADOPTED) & Q(document__isnull=True, issuing=IssueState.NONE),
            ),
            models.CheckConstraint(
                name="import_that_is_decided_says_when",
                condition=Q(decision=Decision.OPEN, decided_at__isnull=True)
                | ~Q(decision=Decision.OPEN) & Q(decided_at__isnull=False),
            ),
            models.CheckConstraint(
                name="import_decided_at_and_by_go_together",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "name", "digest", "size", "received_at", "received_by", "reading", "decision"),
            *(
                "issuing",
                "version",
                "lines",
                "failure",
                "failure_en",
                "stated_year",
                "year",
                "book",
                "checked",
                "printed",
                "account",
                "document",
                "decided_at",
                "decided_by",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def standing(self) -> str:
        """Where it stands, in a word: the latest of its three fields that has begun."""
        if self.issuing != IssueState.NONE:
            return self.get_issuing_display()
        return self.get_reading_display() if self.decision == Decision.OPEN else self.get_decision_display()


class Proposal(models.Model):
    """Edits of an open edition that a workbook or a document proposes (불러온 수정), until somebody decides on them.

    A job reads the file, which lies under settings.UPLOADS until then; `failure` says why it could not.
    `read` is what the file says (goru.pipelines.importing.reading.brought), `same` which item each row or part is that a
    person was asked about; `changes`, `told` and `asked` follow from these and from what the edition was.
    `seen_edition` and `seen_version` are what a workbook was made from.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="proposals")
    name = models.TextField()
    digest = models.CharField(max_length=64)
    way = models.CharField(max_length=10, choices=EditWay, blank=True)
    state = models.CharField(max_length=10, choices=ProposalState, default=ProposalState.READING)
    failure = models.TextField(blank=True)
    failure_en = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    read = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    same = models.JSONField(default=dict)
    changes = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    told = models.JSONField(default=list)
    asked = models.JSONField(default=list)
    seen_edition = models.PositiveBigIntegerField(null=True)
    seen_version = models.PositiveIntegerField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="proposal_is_of_a_workbook_or_a_document_once_it_is_read",
                condition=Q(state__in=_UNREAD, way="", seen_edition=None, seen_version=None)
                | ~Q(state__in=_UNREAD)
                & Q(way=EditWay.WORKBOOK, seen_edition__isnull=False, seen_version__isnull=False)
                | ~Q(state__in=_UNREAD) & Q(way=EditWay.DOCUMENT, seen_edition=None, seen_version=None),
            ),
            models.CheckConstraint(
                name="proposal_says_why_it_failed",
                condition=Q(state=ProposalState.FAILED) & ~Q(failure="") & ~Q(failure_en="")
                | ~Q(state=ProposalState.FAILED) & Q(failure="", failure_en=""),
            ),
            models.CheckConstraint(
                name="proposal_is_not_decided_until_it_is_proposed",
                condition=Q(state__in=(*_UNREAD, ProposalState.PROPOSED), decided_at=None, decided_by=None)
                | Q(
                    state__in=(ProposalState.APPLIED, ProposalState.DISCARDED),
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                ),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *(
                "id",
                "edition",
                "name",
                "digest",
                "way",
                "state",
                "failure",
                "version",
                "read",
                "same",
                "changes",
            ),
            *(
                "failure_en",
                "told",
                "asked",
                "seen_edition",
                "seen_version",
                "made_at",
                "made_by",
                "decided_at",
                "decided_by",
            ),
        )

    def __str__(self) -> str:
        return self.name
