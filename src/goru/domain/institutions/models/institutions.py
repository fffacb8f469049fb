from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from goru.core.history import with_history
from goru.domain.institutions.models.regions import Region
from goru.domain.institutions.models.validity import Valid, in_order, never_two_at_once
from goru.domain.institutions.rules import LOCAL_GOVERNMENTS
from goru.domain.institutions.vocabulary import InstitutionKind


@with_history
class Institution(Valid):
    """An institution (기관): of the register, or a municipality (시·군·구), whose officers contribute to its province's plan.

    A megaregion has no region of its own: it is its members' regions. A municipality's short name is its whole one,
    with its province's before it, for most repeat (중구); it has no English one, for none is official for all.
    `is_own`: the secretariat added it, for the program's register does not know it.
    """

    key = models.SlugField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, choices=InstitutionKind)
    short_name = models.CharField(max_length=40)
    name_en = models.CharField(max_length=100)
    aliases = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    position = models.PositiveSmallIntegerField()
    region = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="institutions")
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors")
    is_own = models.BooleanField(default=False)

    class Meta:
        constraints = (
            in_order("institution_valid_from_before_valid_to"),
            never_two_at_once("institution_short_name_is_one_of_its_kind", "kind", "short_name"),
            models.CheckConstraint(
                name="institution_has_a_region_if_it_governs_one",
                condition=Q(kind__in=LOCAL_GOVERNMENTS, region__isnull=False)
                | (~Q(kind__in=LOCAL_GOVERNMENTS) & Q(region__isnull=True)),
            ),
        )

    class Publishing:
        public = (
            *("id", "key", "kind", "short_name", "name_en", "aliases", "position", "region", "successors"),
            *("valid_from", "valid_to", "is_own"),
        )
        withheld = ()

    @property
    def printed_names(self) -> list[str]:
        """The names that books print it by."""
        return [self.short_name, *self.aliases]

    def __str__(self) -> str:
        return self.short_name


@with_history
class InstitutionName(Valid):
    """An official name (정식 명칭) and the time it was in force."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="names")
    full_name = models.CharField(max_length=60)

    class Meta:
        constraints = (
            in_order("institution_name_valid_from_before_valid_to"),
            never_two_at_once("institution_has_one_name_at_a_time", "institution"),
        )

    class Publishing:
        public = ("id", "institution", "full_name", "valid_from", "valid_to")
        withheld = ()

    def __str__(self) -> str:
        return self.full_name


@with_history
class Membership(Valid):
    """A province in a megaregion (초광역권 구성). The head of the lead province certifies the megaregion's plan.

    `is_own`: it was made here, when a special local government began; the program's register does not know it.
    """

    megaregion = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="memberships")
    member = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="megaregion_memberships")
    is_lead = models.BooleanField()
    is_own = models.BooleanField(default=False)

    class Meta:
        constraints = (
            in_order("membership_valid_from_before_valid_to"),
            never_two_at_once("member_joins_a_megaregion_once_at_a_time", "megaregion", "member"),
            never_two_at_once("megaregion_has_one_lead_at_a_time", "megaregion", condition=Q(is_lead=True)),
            models.CheckConstraint(
                name="megaregion_is_not_its_own_member", condition=~Q(megaregion=F("member"))
            ),
        )

    class Publishing:
        public = ("id", "megaregion", "member", "is_lead", "valid_from", "valid_to")
        withheld = ("is_own",)

    def __str__(self) -> str:
        return f"{self.megaregion} ∋ {self.member}"
