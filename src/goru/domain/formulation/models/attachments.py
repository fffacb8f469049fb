from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.core.files import KINDS
from goru.core.verdict import Subject
from goru.domain.plans.models import Edition


class Attachment(models.Model):
    """A file that is attached to a plan while an edition of it is written, to a section of it or to all of it (첨부).

    `section` is the key of a section, empty for the whole plan; `form` what the file is by what stands in it
    (goru.core.files), `size` in bytes, `digest` its SHA-256.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="attachments")
    section = models.CharField(max_length=100, blank=True)
    name = models.TextField()
    form = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    content = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            within_ranges("attachment_is_within_ranges", names=("name",)),
            models.CheckConstraint(
                name="attachment_has_a_name_and_something_in_it", condition=~Q(name="") & Q(size__gt=0)
            ),
            models.CheckConstraint(
                name="attachment_is_of_a_kind_that_is_taken", condition=Q(form__in=[*KINDS])
            ),
            models.UniqueConstraint(
                name="attachment_is_attached_once_to_a_section", fields=("edition", "section", "digest")
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "edition", "section", "name", "form", "size", "digest", "content"),
            *("added_at", "added_by"),
        )

    @property
    def subject(self) -> Subject:
        """What deeds on it are about."""
        return Subject("attachments", str(self.edition_id))

    @property
    def content_type(self) -> str:
        """Its type on the internet."""
        return KINDS[self.form].content_type

    def __str__(self) -> str:
        return self.name
