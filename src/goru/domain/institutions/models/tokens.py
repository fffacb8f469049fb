"""Tokens by which programs act for people."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goru.domain.institutions.models.institutions import Institution
from goru.domain.institutions.models.people import Person
from goru.domain.institutions.vocabulary import TokenScope


class Token(models.Model):
    """By what a program acts for a person in the drafts of one institution (토큰), until its last day or until it is ended.

    It gives no rights: what the person may do at the moment, and the token's scope and institution, bound it. The token itself
    is not kept, only its SHA-256; 256 random bits need no slower one.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="tokens")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=60)
    scope = models.CharField(max_length=10, choices=TokenScope)
    digest = models.CharField(max_length=64, unique=True)
    last_day = models.DateField()
    last_used = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        constraints = (
            models.CheckConstraint(name="token_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(name="token_is_made_by_its_person", condition=Q(made_by=F("person"))),
            models.CheckConstraint(
                name="token_digest_is_a_sha256", condition=Q(digest__regex=r"^[0-9a-f]{64}$")
            ),
            models.CheckConstraint(name="token_scope_is_known", condition=Q(scope__in=TokenScope.values)),
            models.CheckConstraint(
                name="token_ended_at_and_by_go_together",
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        )

    class Publishing:
        public = ()
        withheld = (
            *("id", "person", "institution", "name", "scope", "digest", "last_day", "last_used"),
            *("made_at", "made_by", "ended_at", "ended_by"),
        )

    def __str__(self) -> str:
        return f"{self.person} {self.name}"
