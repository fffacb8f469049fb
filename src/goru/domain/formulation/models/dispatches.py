"""To whom a guideline was sent, by which letter, and who opened it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from goru.domain.formulation.models.guidelines import Guideline
from goru.domain.institutions.models import Institution


class Dispatch(models.Model):
    """A guideline sent to an institution (송부) by an official letter (공문: number, date, signer), and its receipt (접수).

    `digest` is of the text that was sent, as it is printed on the letter's annex.
    """

    guideline = models.ForeignKey(Guideline, on_delete=models.CASCADE, related_name="dispatches")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="dispatches")
    letter_number = models.CharField(max_length=60)
    letter_date = models.DateField()
    signer = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    receipt_number = models.CharField(max_length=60, blank=True)
    received_at = models.DateTimeField(null=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="dispatch_to_an_institution_is_one", fields=("guideline", "institution")
            ),
            models.CheckConstraint(
                name="dispatch_has_a_letter",
                condition=~Q(letter_number="") & ~Q(signer="") & Q(digest__regex=r"^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(
                name="dispatch_received_says_when_and_by_whom",
                condition=Q(receipt_number="", received_at=None, received_by=None)
                | ~Q(receipt_number="") & Q(received_at__isnull=False, received_by__isnull=False),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "guideline", "institution", "letter_number", "letter_date", "signer", "digest"),
            *("receipt_number", "received_at", "received_by"),
        )

    def __str__(self) -> str:
        return f"{self.guideline} → {self.institution}"


class Reading(models.Model):
    """Somebody of a recipient who opened a guideline (열람), first `at`; what changed up to `known` they have seen."""

    dispatch = models.ForeignKey(Dispatch, on_delete=models.CASCADE, related_name="readings")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="readings")
    known = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(name="reading_of_a_person_is_one", fields=("dispatch", "by")),)

    class Publishing:
        public = ()
        withheld = ("id", "dispatch", "at", "by", "known")

    def __str__(self) -> str:
        return f"{self.dispatch} {self.by}"
