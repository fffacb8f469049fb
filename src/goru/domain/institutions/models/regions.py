from __future__ import annotations

from django.db import models
from django.db.models import Q

from goru.domain.institutions.models.validity import Valid, in_order, never_two_at_once
from goru.domain.institutions.vocabulary import CodeScheme, RegionLevel


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
            in_order("region_valid_from_before_valid_to"),
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
            in_order("region_code_valid_from_before_valid_to"),
            never_two_at_once("region_code_names_one_region_at_a_time", "scheme", "code"),
            never_two_at_once("region_has_one_code_of_a_scheme_at_a_time", "region", "scheme"),
        )

    class Publishing:
        public = ("id", "region", "scheme", "code", "valid_from", "valid_to")
        withheld = ()

    def __str__(self) -> str:
        return f"{self.scheme}:{self.code}"
