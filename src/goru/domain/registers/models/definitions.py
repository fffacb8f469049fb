from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from pgtrigger import Delete, Protect, Update

from goru.core.constraints import within_ranges
from goru.core.verdict import Subject
from goru.domain.institutions.models import Institution
from goru.domain.registers.models.printed import Printed, printed_in_order
from goru.domain.registers.rules.definition import RegisterDefinition
from goru.domain.registers.vocabulary import Period

_READ: dict[str, RegisterDefinition] = {}
"""What definitions say, by their digests."""


class Register(models.Model):
    """A register (대장). `version` counts whatever changes its cases: who changes one holds this row meanwhile."""

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    name_en = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField()
    owner = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="registers")
    definition = models.ForeignKey("Definition", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position", "key")

    class Publishing:
        public = ("id", "key", "name", "name_en", "position", "owner", "definition")
        withheld = ("version",)

    @property
    def subject(self) -> Subject:
        """What deeds on it are about."""
        return Subject("case-register", self.key)

    @property
    def current(self) -> Definition:
        """Its definition in force; every register that was loaded has one."""
        if self.definition is None:
            raise Definition.DoesNotExist
        return self.definition

    @property
    def said(self) -> RegisterDefinition:
        """What its definition in force says."""
        return self.current.said

    def __str__(self) -> str:
        return self.name


class Definition(models.Model):
    """What a register was from a moment on (대장 정의): a reviewed file, kept as it is; a change is a new version."""

    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="definitions")
    version = models.PositiveSmallIntegerField()
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    stages = ArrayField(models.CharField(max_length=40))
    loaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="definition_version_is_one_of_its_register", fields=("register", "version")
            ),
        )
        triggers = (Protect(name="definition_never_changes", operation=Update | Delete),)

    class Publishing:
        public = ("id", "register", "version", "content", "digest", "stages")
        withheld = ("loaded_at", "loaded_by")

    @property
    def said(self) -> RegisterDefinition:
        """What it says, read once: it never changes."""
        if self.digest not in _READ:
            _READ[self.digest] = RegisterDefinition.model_validate(self.content)
        return _READ[self.digest]

    def __str__(self) -> str:
        return f"{self.register} {self.version}"


class Round(Printed):
    """A round (회차): a half-year, a month, a call for applications. `stated` are the numbers printed for its stages."""

    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="rounds")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=100)
    year = models.PositiveSmallIntegerField()
    period = models.CharField(max_length=10, choices=Period)
    part = models.PositiveSmallIntegerField(default=1)
    opens_on = models.DateField(null=True)
    closes_on = models.DateField(null=True)
    quota = models.PositiveIntegerField(null=True)
    stated = models.JSONField(default=dict)

    class Meta:
        constraints = (
            within_ranges(
                "round_is_within_ranges",
                years=("year", "printed_year"),
                counts=("part", "quota"),
                places=("first_line", "last_line"),
                names=("name",),
            ),
            printed_in_order("round_is_printed_in_order"),
            models.UniqueConstraint(name="round_key_in_its_register", fields=("register", "key")),
            models.CheckConstraint(
                name="round_opens_before_it_closes",
                condition=Q(opens_on=None) | Q(closes_on=None) | Q(opens_on__lte=F("closes_on")),
            ),
        )
        ordering = ("year", "part", "key")

    class Publishing:
        public = (
            *("id", "register", "key", "name", "year", "period", "part", "opens_on", "closes_on", "quota"),
            *("stated", *Printed.LINES),
        )
        withheld = ()

    @property
    def subject(self) -> Subject:
        """What deeds on it are about."""
        return Subject("round", f"{self.register.key}/{self.key}")

    def __str__(self) -> str:
        return self.name
