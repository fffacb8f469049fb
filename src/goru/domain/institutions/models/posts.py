"""Posts and who holds them. Duties hang on posts, not on persons."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import and_

from django.db import models
from django.db.models import Q
from django.utils.translation import override

from goru.core.history import with_history
from goru.domain.institutions.models.institutions import Institution
from goru.domain.institutions.models.people import Person
from goru.domain.institutions.models.validity import Valid, in_order, never_two_at_once, valid_on
from goru.domain.institutions.rules import SOLE, TELEPHONE
from goru.domain.institutions.vocabulary import HoldingKind, Role, UnitKind


@with_history
class Unit(Valid):
    """A department (부서) or affiliate (출연기관) of an institution, for a time."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="units")
    kind = models.CharField(max_length=20, choices=UnitKind)
    name = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            in_order("unit_valid_from_before_valid_to"),
            never_two_at_once("unit_name_is_one_of_its_institution", "institution", "name"),
            models.CheckConstraint(name="unit_has_a_name", condition=~Q(name="")),
        )

    class Publishing:
        public = ()
        withheld = ("id", "institution", "kind", "name", "version", "valid_from", "valid_to")

    def __str__(self) -> str:
        return f"{self.institution} {self.name}"


@with_history
class Post(models.Model):
    """A role (직위) at an institution or at one unit of it; once and for all, it is held for a time.

    It ends with its unit or institution: what is given of an institution's that has ended, its successor's posts take over.
    `telephone` is of the office, for whoever holds it; empty where none is said.
    """

    institution = models.ForeignKey(Institution, null=True, on_delete=models.PROTECT, related_name="posts")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=20, choices=Role)
    telephone = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="post_telephone_is_of_an_office",
                condition=Q(telephone="") | Q(telephone__regex=TELEPHONE),
            ),
            models.UniqueConstraint(
                name="post_of_a_role_is_one", fields=("institution", "unit", "role"), nulls_distinct=False
            ),
            models.CheckConstraint(
                name="post_is_of_an_institution_or_a_unit",
                condition=Q(institution__isnull=False, unit=None) | Q(institution=None, unit__isnull=False),
            ),
            models.UniqueConstraint(name="post_role_for_its_holdings", fields=("id", "role")),
        )

    class Publishing:
        public = ()
        withheld = ("id", "institution", "unit", "role", "telephone")

    @property
    def place(self) -> Institution:
        """The institution it belongs to, by its unit or straight."""
        place = self.unit.institution if self.unit else self.institution
        if place is None:
            raise ValueError("A post is of an institution or of a unit.")
        return place

    @property
    def key(self) -> str:
        """As a command line says it: `author:seoul`, `contributor:seoul/기획조정실`."""
        return f"{self.role}:{self.place.key}{f'/{self.unit.name}' if self.unit else ''}"

    @property
    def name(self) -> str:
        """As the log of official acts keeps it, in Korean."""
        with override("ko"):
            return f"{self.unit or self.institution} {self.get_role_display()}"

    def __str__(self) -> str:
        return self.name


class HoldingQuerySet(models.QuerySet["Holding"]):
    """Holdings, with their posts and people."""

    def in_force(self, day: date) -> HoldingQuerySet:
        """Those by which a person acts on a day: neither they nor their unit or institution have ended."""
        places = ("post__institution__", "post__unit__", "post__unit__institution__")
        valid = [valid_on(day, prefix) for prefix in ("", *places)]
        return self.filter(reduce(and_, valid)).select_related(
            "person", "post__institution", "post__unit__institution"
        )


@with_history
class Holding(Valid):
    """A post held by a person (보직) from a day to a day, in their own right or standing in for a time.

    `role` is the post's (a foreign key of both sees to it), so that the database can tell which posts have one holder.
    """

    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="holdings")
    role = models.CharField(max_length=20, choices=Role)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    kind = models.CharField(max_length=20, choices=HoldingKind, default=HoldingKind.OWN)
    version = models.PositiveIntegerField(default=1)

    objects = HoldingQuerySet.as_manager()

    class Meta:
        constraints = (
            in_order("holding_valid_from_before_valid_to"),
            models.CheckConstraint(name="holding_begins_on_a_day", condition=Q(valid_from__isnull=False)),
            models.CheckConstraint(
                name="holding_of_a_stand_in_ends",
                condition=Q(kind=HoldingKind.OWN) | Q(valid_to__isnull=False),
            ),
            never_two_at_once(
                "holding_of_a_sole_post_is_one_at_a_time", "post", "kind", condition=Q(role__in=SOLE)
            ),
            never_two_at_once("holding_of_a_person_is_one_at_a_time", "post", "person"),
        )

    class Publishing:
        public = ()
        withheld = ("id", "post", "role", "person", "kind", "version", "valid_from", "valid_to")

    @property
    def name(self) -> str:
        """The post's name; a stand-in says so."""
        with override("ko"):
            stands_in = f" {self.get_kind_display()}" if self.kind == HoldingKind.STAND_IN else ""
        return f"{self.post.name}{stands_in}"

    def __str__(self) -> str:
        return f"{self.post} {self.person}"
