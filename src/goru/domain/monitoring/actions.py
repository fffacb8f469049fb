"""Indicators that registers count are counted."""

from __future__ import annotations

from datetime import datetime

from goru.core.audit import actions as audit
from goru.core.verdict import Subject, require
from goru.domain.indicators.models import Actual
from goru.domain.indicators.vocabulary import ActualSource
from goru.domain.institutions.models import Person
from goru.domain.institutions.permissions import may_load_registers
from goru.domain.monitoring import queries
from goru.domain.monitoring.vocabulary import MonitoringAct


@audit.deed
def count_actuals(*, year: int, by: Person, at: datetime) -> int:
    """Keep what registers count for the indicators of a plan year as their actuals; how many were others than before."""
    subject = Subject("cycle", str(year))
    verdict = require(may_load_registers(by), about=subject)
    changed = 0
    for one in queries.counts_of(year):
        if isinstance(one, queries.Uncounted):
            continue
        before = Actual.objects.filter(
            item=one.item, period=str(year), source=ActualSource.COUNTED, revised_by=None
        ).first()
        if before and before.printed == one.printed:
            continue
        Actual.objects.create(
            item=one.item,
            period=str(year),
            source=ActualSource.COUNTED,
            printed=one.printed,
            value=one.value,
            note=one.register.key,
            revises=before,
            at=at,
            by=by,
        )
        changed += 1
    if changed:
        details = {"changed": changed}
        audit.note(MonitoringAct.COUNTED, subject=subject, by=by, post=verdict.post, at=at, details=details)
    return changed
