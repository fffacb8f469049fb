"""Findings: kept with what was checked, and with what was said of them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from goru.book import model as book_model
from goru.core import projecting
from goru.domain.plans.models import Edition, Explanation, Finding, Item, Publication
from goru.domain.plans.rules.acceptance import mark_of

_AGREED = Decimal("0.000001")


@transaction.atomic
def keep_findings(*, of: Publication | Edition, findings: Sequence[book_model.Finding]) -> int:
    """Keep what the checks found, in their order, each with why it stands; how many rows were touched."""
    owner: dict[str, Publication | Edition] = (
        {"publication": of} if isinstance(of, Publication) else {"edition": of}
    )
    said = _published_of(of)
    named = [one.item_id for one in findings if one.item_id]
    known = set(Item.objects.filter(pk__in=named).values_list("pk", flat=True))
    rows = [
        Finding(
            position=position,
            rule=one.rule,
            severity=one.severity,
            category=one.category,
            subject=one.subject,
            item_id=one.item_id if one.item_id in known else None,
            concerns=one.concerns,
            difference=None if one.difference is None else one.difference.quantize(_AGREED),
            message=one.message,
            explanation=said.get(mark_of(one), ""),
            **one.model_dump(mode="json", include={"expected", "found", "parameters", "sources"}),
            **owner,
        )
        for position, one in enumerate(findings, start=1)
    ]
    return projecting.keep(Finding, rows, within=Q(**owner), key=("position",))[1].touched


def _published_of(of: Publication | Edition) -> dict[str, str]:
    """Why findings stand, by their marks, as it is published."""
    plans = {"plan__editions__publications": of} if isinstance(of, Publication) else {"plan__editions": of}
    return {one.mark: one.published for one in Explanation.objects.filter(**plans)}
