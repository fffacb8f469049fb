from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.core.verdict import Subject
from goru.domain.registers.models.definitions import Register


class CaseUpload(models.Model):
    """A list of cases as a file (올린 목록): looked at first, then taken once (`taken_at`), and its content forgotten."""

    register = models.ForeignKey(Register, on_delete=models.CASCADE, related_name="uploads")
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    content = models.BinaryField(default=bytes)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            within_ranges("case_upload_is_within_ranges", names=("name",)),
            models.UniqueConstraint(name="case_upload_is_kept_once", fields=("register", "digest")),
            models.CheckConstraint(
                name="case_upload_has_a_content_until_taken",
                condition=Q(taken_at=None) ^ Q(content=b""),
            ),
            models.CheckConstraint(
                name="case_upload_is_taken_by_somebody",
                condition=Q(taken_at=None, taken_by=None) | Q(taken_at__isnull=False, taken_by__isnull=False),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "register", "digest", "name", "content", "made_at", "made_by", "taken_at", "taken_by"),
        )

    @property
    def subject(self) -> Subject:
        """What deeds on it are about: the register."""
        return self.register.subject

    def __str__(self) -> str:
        return self.name
