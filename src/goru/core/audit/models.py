from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Func

from goru.core.audit import rules
from goru.core.audit.vocabulary import label_of
from goru.core.verdict import Subject


class OfficialAct(models.Model):
    """One line of the log of official acts (공적 행위): never changed, never removed.

    `text` is what was sealed; all other columns say the same, to ask by. No constraint on `by`: who writes the log
    would wait for whoever holds that person's row, and the other for the log.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    act = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60)
    subject_key = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", db_constraint=False
    )
    text = models.TextField()
    previous_seal = models.CharField(max_length=64, unique=True)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        indexes = (
            models.Index(fields=("subject_kind", "subject_key"), name="official_act_subject"),
            models.Index(
                Func(F("at"), template="((%(expressions)s AT TIME ZONE 'Asia/Seoul')::date)"),
                F("number"),
                name="official_act_day_in_seoul",
            ),
        )

    class Publishing:
        public = ("number", "act", "subject_kind", "subject_key", "at", "previous_seal", "seal")
        withheld = ("text", "by")

    def __str__(self) -> str:
        return f"{self.number} {self.act} {self.subject_key}"

    @property
    def line(self) -> rules.Line:
        """What was sealed; ValueError where that is no text of ours."""
        return rules.read(self.text)

    @property
    def line_or_none(self) -> rules.Line | None:
        """The same for a page, which shows a broken log too."""
        try:
            return self.line
        except ValueError:
            return None

    @property
    def is_as_sealed(self) -> bool:
        """Whether the text carries its seal, and every column says what it says."""
        line = self.line_or_none
        if line is None:
            return False
        said = (line.number, line.act, line.subject, line.by, line.at, line.previous, rules.seal(self.text))
        subject = Subject(self.subject_kind, self.subject_key)
        return said == (self.number, self.act, subject, self.by_id, self.at, self.previous_seal, self.seal)

    @property
    def label(self) -> str:
        """The act in words."""
        return label_of(self.act)


class LogCheck(models.Model):
    """The log, checked (기록 점검): how many lines it had, the last one's seal, the first broken line if there was one."""

    moment = models.DateTimeField()
    lines = models.PositiveBigIntegerField()
    seal = models.CharField(max_length=64)
    broken = models.PositiveBigIntegerField(null=True)

    class Publishing:
        public = ("id", "moment", "lines", "seal", "broken")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.moment} {self.lines} {self.broken or 'whole'}"
