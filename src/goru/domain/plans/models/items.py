"""What lasts through editions and years, and can be pointed at."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goru.domain.plans.vocabulary import ItemKind, SuccessionKind


class Item(models.Model):
    """Anything in a plan that one can point at (항목): a task, a project, an amount, an indicator, a dated step.

    It has no owner: in one publication it stands in one plan. Whatever is said of it hangs here and protects it.
    `code` is for persons: the kind's letter, six digits of one sequence and a check digit; kinds that nobody points at
    have none. An item that was found to be another one (`same_as`) leads to it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=20, choices=ItemKind)
    code = models.CharField(max_length=8, null=True, unique=True)
    same_as = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="others")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="item_code_is_letter_and_digits", condition=Q(code=None) | Q(code__regex=r"^[A-Z]\d{7}$")
            ),
            models.CheckConstraint(
                name="item_is_not_the_same_as_itself", condition=Q(same_as=None) | ~Q(same_as=F("id"))
            ),
        )

    class Publishing:
        public = ("id", "kind", "code", "same_as")
        withheld = ()

    def __str__(self) -> str:
        return self.code or str(self.id)


class ItemSuccession(models.Model):
    """An item that came of another (항목 승계): by splitting one, or by merging several."""

    kind = models.CharField(max_length=10, choices=SuccessionKind)
    predecessor = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="origins")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(name="item_succession_is_said_once", fields=("predecessor", "successor")),
            models.CheckConstraint(
                name="item_does_not_succeed_itself", condition=~Q(predecessor=F("successor"))
            ),
        )

    class Publishing:
        public = ("id", "kind", "predecessor", "successor", "at")
        withheld = ("by",)

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
