from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value

from goru.domain.institutions.vocabulary import CodeScheme, InstitutionKind, RegionLevel


def _never_two_at_once(name: str, *fields: str, condition: Q | None = None) -> ExclusionConstraint:
    """Rows alike in these fields may not be valid on the same day."""
    days = Func(
        F("valid_from"), F("valid_to"), Value("[]"), function="daterange", output_field=DateRangeField()
    )
    same = [(field, RangeOperators.EQUAL) for field in fields]
    return ExclusionConstraint(
        name=name, expressions=[*same, (days, RangeOperators.OVERLAPS)], condition=condition
    )


def _in_order(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_from__lte=F("valid_to")),
    )


def valid_on(day: date, prefix: str = "") -> Q:
    """The condition that rows, or those that `prefix` leads to, are in force on a day; open ends reach for ever."""
    begun = Q((f"{prefix}valid_from", None)) | Q((f"{prefix}valid_from__lte", day))
    return begun & (Q((f"{prefix}valid_to", None)) | Q((f"{prefix}valid_to__gte", day)))


class Valid(models.Model):
    """In force from one day to another, both included; open where null."""

    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Person(AbstractUser):
    """Who signs in (사용자). Duties hang on posts, not on persons."""

    class Publishing:
        public = ()
        withheld = (
            *("id", "username", "password", "first_name", "last_name", "email", "is_staff", "is_active"),
            *("is_superuser", "last_login", "date_joined", "groups", "user_permissions"),
        )


class Region(Valid):
    """A territory (지역) that official codes name and statistics count: a province, or a municipality in one.

    `is_abolished`: it is gone since a day that the register does not know; where it knows, `valid_to` says it.
    """

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=40)
    level = models.CharField(max_length=20, choices=RegionLevel)
    province = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="municipalities"
    )
    is_abolished = models.BooleanField(default=False)
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors")

    class Meta:
        constraints = (
            _in_order("region_valid_from_before_valid_to"),
            models.CheckConstraint(
                name="region_has_a_province_if_it_is_a_municipality",
                condition=Q(level=RegionLevel.MUNICIPALITY, province__isnull=False)
                | Q(level=RegionLevel.PROVINCE, province__isnull=True),
            ),
            models.CheckConstraint(
                name="region_abolished_on_an_unknown_day_has_no_last_day",
                condition=Q(is_abolished=False) | Q(valid_to=None),
            ),
        )

    class Publishing:
        public = (
            *("id", "key", "name", "level", "province", "is_abolished", "successors"),
            *("valid_from", "valid_to"),
        )
        withheld = ()

    def __str__(self) -> str:
        return self.name


class RegionCode(Valid):
    """A code (코드) of a region in one scheme, for a time."""

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="codes")
    scheme = models.CharField(max_length=20, choices=CodeScheme)
    code = models.CharField(max_length=20)

    class Meta:
        constraints = (
            _in_order("region_code_valid_from_before_valid_to"),
            _never_two_at_once("region_code_names_one_region_at_a_time", "scheme", "code"),
            _never_two_at_once("region_has_one_code_of_a_scheme_at_a_time", "region", "scheme"),
        )

    class Publishing:
        public = ("id", "region", "scheme", "code", "valid_from", "valid_to")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.scheme}:{self.code}"


class Institution(Valid):
    """An institution (기관) of the register. A megaregion has no region of its own: it is its members' regions."""

    key = models.SlugField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, choices=InstitutionKind)
    short_name = models.CharField(max_length=40)
    name_en = models.CharField(max_length=100)
    aliases = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    position = models.PositiveSmallIntegerField()
    region = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="institutions")
    successors = models.ManyToManyField("self", symmetrical=False, related_name="predecessors")

    class Meta:
        constraints = (
            _in_order("institution_valid_from_before_valid_to"),
            _never_two_at_once("institution_short_name_is_one_of_its_kind", "kind", "short_name"),
            models.CheckConstraint(
                name="institution_has_a_region_if_it_is_a_province",
                condition=Q(kind=InstitutionKind.PROVINCE, region__isnull=False)
                | (~Q(kind=InstitutionKind.PROVINCE) & Q(region__isnull=True)),
            ),
        )

    class Publishing:
        public = (
            *("id", "key", "kind", "short_name", "name_en", "aliases", "position", "region", "successors"),
            *("valid_from", "valid_to"),
        )
        withheld = ()

    @property
    def printed_names(self) -> list[str]:
        """The names that books print it by."""
        return [self.short_name, *self.aliases]

    def __str__(self) -> str:
        return self.short_name


class InstitutionName(Valid):
    """An official name (정식 명칭) and the time it was in force."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="names")
    full_name = models.CharField(max_length=60)

    class Meta:
        constraints = (
            _in_order("institution_name_valid_from_before_valid_to"),
            _never_two_at_once("institution_has_one_name_at_a_time", "institution"),
        )

    class Publishing:
        public = ("id", "institution", "full_name", "valid_from", "valid_to")
        withheld = ()

    def __str__(self) -> str:
        return self.full_name


class Membership(Valid):
    """A province in a megaregion (초광역권 구성). The head of the lead province certifies the megaregion's plan."""

    megaregion = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="memberships")
    member = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="megaregion_memberships")
    is_lead = models.BooleanField()

    class Meta:
        constraints = (
            _in_order("membership_valid_from_before_valid_to"),
            _never_two_at_once("member_joins_a_megaregion_once_at_a_time", "megaregion", "member"),
            _never_two_at_once("megaregion_has_one_lead_at_a_time", "megaregion", condition=Q(is_lead=True)),
            models.CheckConstraint(
                name="megaregion_is_not_its_own_member", condition=~Q(megaregion=F("member"))
            ),
        )

    class Publishing:
        public = ("id", "megaregion", "member", "is_lead", "valid_from", "valid_to")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.megaregion} ∋ {self.member}"
