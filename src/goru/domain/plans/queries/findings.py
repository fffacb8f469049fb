"""What the checks found on an adopted book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db.models import Count, Q, QuerySet

from goru.book.paths import Path
from goru.domain.plans.models import Finding, Publication, Sourced
from goru.domain.plans.vocabulary import Severity

PLACE = Sourced.PLACE
Place = tuple[int | str | None, ...]


def findings_on(
    publication: Publication,
    *,
    severity: str = "",
    category: str = "",
    rule: str = "",
    within: Path | None = None,
    concerning: str = "",
) -> QuerySet[Finding]:
    """The findings on what is published, errors first; `within` a place is all that stands there or below it.

    `concerning` is the key of an institution: all that concern it, also those in summaries.
    """
    wanted = {"severity": severity, "category": category, "rule": rule}
    found = Finding.objects.filter(
        publication=publication, **{field: word for field, word in wanted.items() if word}
    )
    if within is not None:
        found = found.filter(Q(subject=str(within)) | Q(subject__startswith=f"{within}/"))
    if concerning:
        found = found.filter(concerns__contains=[concerning])
    return found.order_by("severity", "position")


def doubts_on(findings: Iterable[Finding]) -> Mapping[Place, Finding]:
    """The gravest finding on each place that findings, errors first, rest on."""
    doubts: dict[Place, Finding] = {}
    for finding in findings:
        for source in finding.sources:
            doubts.setdefault(tuple(source.get(name) or None for name in PLACE), finding)
    return doubts


def finding_counts(publication: Publication) -> dict[Severity, int]:
    """How many findings of each severity a publication has; zero is counted too."""
    counts = dict(
        Finding.objects.filter(publication=publication).values_list("severity").annotate(Count("pk"))
    )
    return {severity: counts.get(severity.value, 0) for severity in Severity}
