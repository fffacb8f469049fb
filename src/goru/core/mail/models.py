from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from goru.core.mail.vocabulary import LetterKind, MailState


class Mail(models.Model):
    """A letter (메일) to an address. Its words are not kept: they are made when it is sent."""

    letter = models.CharField(max_length=40, choices=LetterKind)
    address = models.EmailField(max_length=254)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    values = models.JSONField(default=dict)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+"
    )
    state = models.CharField(max_length=10, choices=MailState, default=MailState.WAITING)
    failure = models.CharField(max_length=300, default="", blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="mail_that_failed_says_why", condition=~Q(state=MailState.FAILED) | ~Q(failure="")
            ),
        )
        indexes = (models.Index(fields=("state", "asked_at"), name="mail_by_state"),)

    class Publishing:
        public = ()
        withheld = (
            *("id", "letter", "address", "person", "values", "asked_at", "asked_by", "state", "failure"),
        )

    def __str__(self) -> str:
        return f"{self.letter} → {self.address}"
