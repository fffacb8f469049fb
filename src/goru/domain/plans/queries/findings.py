"""What the checks found on an adopted book."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from django.db.models import Count, Q, QuerySet

from goru.domain.plans.models import ActionTask, Document, Finding, Plan
from goru.domain.plans.vocabulary import PlanKind, Severity

PLACE = ("first_line", "last_line", "page", "last_page", "cell")
Place = tuple[int | str | None, ...]


def findings_on(
    document: Document,
    *,
    severity: str = "",
    category: str = "",
    rule: str = "",
    subjects: Collection[str] | None = None,
) -> QuerySet[Finding]:
    """The findings on a document, errors first; a subject takes in all below it (`plans/서울` → `plans/서울/budget`)."""
    wanted = {"severity": severity, "category": category, "rule": rule}
    found = Finding.objects.filter(
        document=document, **{field: word for field, word in wanted.items() if word}
    )
    if subjects is not None:
        below = Q(*(("subject__startswith", f"{subject}/") for subject in subjects), _connector=Q.OR)
        found = found.filter(Q(subject__in=subjects) | below)
    return found.order_by("severity", "position")


def doubts_on(findings: Iterable[Finding]) -> Mapping[Place, Finding]:
    """The gravest finding on each place that findings, errors first, rest on."""
    doubts: dict[Place, Finding] = {}
    for finding in findings:
        for source in finding.sources:
            doubts.setdefault(tuple(source.get(name) or None for name in PLACE), finding)
    return doubts


def subjects_of(plan: Plan, action_tasks: Iterable[ActionTask]) -> list[str]:
    """What findings on a plan are about: a ministry's plan is printed as the action tasks it has a part in."""
    if plan.kind != PlanKind.SECTORAL:
        return [f"plans/{plan.institution.short_name}"]
    return [f"action_tasks/{task.code}" for task in action_tasks]


def finding_counts(document: Document) -> dict[Severity, int]:
    """How many findings of each severity a document has; zero is counted too."""
    counts = dict(Finding.objects.filter(document=document).values_list("severity").annotate(Count("pk")))
    return {severity: counts.get(severity.value, 0) for severity in Severity}
