from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from pgtrigger import AnyChange, Before, Insert, Protect, Trigger, Update
from pgtrigger import Q as Changed

from goru.core.constraints import within_ranges
from goru.core.history import with_history
from goru.core.verdict import Subject
from goru.domain.institutions.models import Institution, Region
from goru.domain.institutions.models.validity import Valid, in_order, never_two_at_once
from goru.domain.registers.models.definitions import Definition, Register, Round
from goru.domain.registers.models.printed import Printed, printed_in_order

_IS_OF_ITS_REGISTER = """
IF NOT EXISTS (
    SELECT FROM registers_definition
    WHERE id = NEW.definition_id AND register_id = NEW.register_id
      AND (NEW.stage = '' OR NEW.stage = ANY (stages))
) THEN
    RAISE EXCEPTION 'A case stands in a stage of a definition of its register.' USING ERRCODE = '23514';
END IF;
IF NEW.round_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM registers_round WHERE id = NEW.round_id AND register_id = NEW.register_id
) THEN
    RAISE EXCEPTION 'A case is of a round of its register.' USING ERRCODE = '23514';
END IF;
RETURN NEW;
"""

_ONLY_MOVES = """
IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'A case comes into a stage by a move alone.' USING ERRCODE = '23514';
END IF;
RETURN NEW;
"""


@with_history
class Case(Printed):
    """A case of a register (사안): what it is called, in which stage it stands, what is said of it.

    `number` is made of its register, its year and its `serial` in these. `values` are those of its definition's fields.
    `stage` follows its last move, and is empty until the first. `alike` is what no two open cases of the register may have in
    common, null where that is nothing or the case is over. `source_key` is its own in the file of the plan year that prints
    it. `version` counts whatever changes it.
    """

    register = models.ForeignKey(Register, on_delete=models.PROTECT, related_name="cases")
    definition = models.ForeignKey(Definition, on_delete=models.PROTECT, related_name="cases")
    round = models.ForeignKey(Round, null=True, on_delete=models.PROTECT, related_name="cases")
    number = models.CharField(max_length=40, unique=True)
    serial = models.PositiveIntegerField()
    title = models.TextField()
    stage = models.CharField(max_length=40, blank=True)
    stage_start = models.DateField(null=True)
    opened_date = models.DateField()
    term_from = models.DateField(null=True)
    term_to = models.DateField(null=True)
    values = models.JSONField(default=dict)
    alike = models.CharField(max_length=200, null=True)
    is_withheld = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    source_key = models.SlugField(max_length=60, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            within_ranges(
                "case_is_within_ranges",
                years=("printed_year",),
                places=("first_line", "last_line"),
                names=("title",),
            ),
            printed_in_order("case_is_printed_in_order"),
            models.CheckConstraint(name="case_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="case_is_printed_or_somebody_opened_it",
                condition=Q(printed_year__isnull=False, opened_by=None) & ~Q(source_key="")
                | Q(printed_year=None, opened_by__isnull=False, source_key=""),
            ),
            models.CheckConstraint(
                name="case_term_in_order",
                condition=Q(term_from=None) | Q(term_to=None) | Q(term_from__lte=F("term_to")),
            ),
            models.UniqueConstraint(
                name="case_source_key_in_its_book",
                fields=("register", "printed_year", "source_key"),
                condition=~Q(source_key=""),
            ),
            models.UniqueConstraint(name="case_is_alike_to_no_other", fields=("register", "alike")),
        )
        indexes = (
            models.Index(name="case_of_a_register", fields=("register", "stage", "number")),
            models.Index(name="case_of_a_round", fields=("round", "stage")),
            models.Index(name="case_by_day", fields=("register", "-opened_date", "number")),
            GinIndex(OpClass(Upper("title"), name="gin_trgm_ops"), name="case_title_words"),
            GinIndex(OpClass(Upper("number"), name="gin_trgm_ops"), name="case_number_words"),
        )
        triggers: ClassVar = (
            Trigger(
                name="case_is_of_its_register",
                when=Before,
                operation=Insert | Update,
                func=_IS_OF_ITS_REGISTER,
            ),
            Trigger(
                name="case_stage_follows_its_moves",
                when=Before,
                operation=Update,
                condition=AnyChange("stage"),
                func=_ONLY_MOVES,
            ),
            Protect(
                name="case_begins_without_a_stage", operation=Insert, condition=Changed(new__stage__gt="")
            ),
        )

    class Publishing:
        public = (
            *("id", "register", "definition", "round", "number", "title", "stage", "stage_start"),
            *("opened_date", "term_from", "term_to", *Printed.LINES),
        )
        withheld = ("values", "alike", "serial", "is_withheld", "version", "source_key", "opened_by")

    @property
    def subject(self) -> Subject:
        """What deeds on it are about."""
        return Subject("case", self.number)

    def is_public(self, on: date) -> bool:
        """Whether everybody may see it on a day: queries.public_cases says the same of all."""
        in_public = self.stage in self.definition.said.public_stages()
        return in_public and not self.is_withheld and self.opened_date <= on

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class CaseRegion(models.Model):
    """A region that a case lies in or is about (지역); `part` names the part of it, empty for the whole."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="places")
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="cases")
    part = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="case_region_is_said_once", fields=("case", "region", "part")),
        )

    class Publishing:
        public = ("id", "case", "region", "part")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.region} {self.part}".strip()


class Party(Valid):
    """Who has a part in a case (관계기관), for a time: an institution, or a body by its name; never a private person."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="parties")
    role = models.CharField(max_length=40)
    institution = models.ForeignKey(
        Institution, null=True, on_delete=models.PROTECT, related_name="parts_in_cases"
    )
    name = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = (
            in_order("party_valid_from_before_valid_to"),
            models.CheckConstraint(
                name="party_is_an_institution_or_a_name",
                condition=Q(institution__isnull=False, name="") | (Q(institution=None) & ~Q(name="")),
            ),
            never_two_at_once("party_has_a_role_once_at_a_time", "case", "role", "institution"),
            never_two_at_once(
                "party_named_has_a_role_once_at_a_time", "case", "role", "name", condition=~Q(name="")
            ),
        )

    class Publishing:
        public = ("id", "case", "role", "institution", "name", "valid_from", "valid_to")
        withheld = ()

    def __str__(self) -> str:
        return str(self.institution or self.name)


class CaseValue(models.Model):
    """A value of a field of a case as a row of its own, several as one text; a view of the database on `Case.values`."""

    id = models.TextField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.DO_NOTHING, related_name="+")
    key = models.TextField()
    value = models.TextField()

    class Meta:
        managed = False
        db_table = "registers_casevalue"

    class Publishing:
        public = ("id", "case", "key", "value")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"
