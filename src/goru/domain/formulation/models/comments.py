from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from goru.core.constraints import within_ranges
from goru.core.verdict import Subject
from goru.domain.plans.models import Item, Plan


class Comment(models.Model):
    """What somebody notes on an item of a plan that is written, or on a section of it (메모); open until it is marked as done.

    `section` is the key of the section it was written in (goru.book.items.sections), `name` what the item was called then:
    an item that was taken out since is still named.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="comments")
    section = models.CharField(max_length=100)
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="comments")
    name = models.TextField(blank=True)
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            within_ranges("comment_is_within_ranges", texts=("name", "text")),
            models.CheckConstraint(
                name="comment_says_something_on_a_section", condition=~Q(text="") & ~Q(section="")
            ),
            models.CheckConstraint(
                name="comment_done_says_when_and_by_whom",
                condition=Q(done_at=None, done_by=None) | Q(done_at__isnull=False, done_by__isnull=False),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "plan", "section", "item", "name", "text", "written_at", "written_by"),
            *("done_at", "done_by", "version"),
        )

    @property
    def subject(self) -> Subject:
        """What deeds on it are about."""
        return Subject("comment", str(self.pk))

    @property
    def is_open(self) -> bool:
        """Whether it still asks for something."""
        return self.done_at is None

    def __str__(self) -> str:
        return f"{self.plan} {self.text[:20]}"


class CommentAnswer(models.Model):
    """What was answered to a comment (답글); an answer is not answered itself."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="answers")
    text = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            within_ranges("comment_answer_is_within_ranges", texts=("text",)),
            models.CheckConstraint(name="comment_answer_says_something", condition=~Q(text="")),
        )

    class Publishing:
        public = ()
        withheld = ("id", "comment", "text", "written_at", "written_by")

    def __str__(self) -> str:
        return f"{self.comment} {self.text[:20]}"
