from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from goru.core.audit import rules


class OfficialAct(models.Model):
    """One line of the log of official acts (공적 행위): never changed, never removed."""

    number = models.PositiveBigIntegerField(primary_key=True)
    act = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_key = models.CharField(max_length=200)
    details = models.JSONField(default=dict)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    previous_seal = models.CharField(max_length=64, unique=True)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = (models.Index(fields=("subject_kind", "subject_key"), name="official_act_subject"),)

    class Publishing:
        public = ("number", "act", "subject_kind", "subject_key", "at", "previous_seal", "seal")
        withheld = ("details", "by")

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.subject_key}"

    @property
    def expected_seal(self) -> str:
        """The seal this line must carry if nothing in it was changed."""
        content: dict[str, Any] = {
            "number": self.number,
            "act": self.act,
            "subject_kind": self.subject_kind,
            "subject_key": self.subject_key,
            "details": self.details,
            "by": self.by_id,
        }
        return rules.seal(previous=self.previous_seal, at=self.at, content=content)
