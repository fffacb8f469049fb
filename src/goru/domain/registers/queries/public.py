"""The one gate by which cases of registers go public, and the mark of whatever shows them."""

from __future__ import annotations

import hashlib
from datetime import date

from django.db.models import Q, QuerySet

from goru.domain.registers.models import Case, Definition, Register


def public_cases(on: date) -> QuerySet[Case]:
    """The cases that everybody may see on a day: in a stage that their definition makes public, and not withheld (비공개)."""
    in_public = Q(pk__in=[])
    for one in Definition.objects.all():
        if stages := one.said.public_stages():
            in_public |= Q(definition=one, stage__in=stages)
    return Case.objects.filter(in_public, is_withheld=False, opened_date__lte=on)


def mark(on: date) -> str:
    """What changes as soon as anything that is shown of cases does: their registers' versions, and the day (what is late)."""
    versions = Register.objects.order_by("key").values_list("key", "version", "definition__digest")
    return hashlib.sha256(repr((on, list(versions))).encode()).hexdigest()[:16]
