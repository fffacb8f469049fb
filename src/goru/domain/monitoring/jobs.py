from __future__ import annotations

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from goru.domain.institutions.actions import system_person
from goru.domain.monitoring import actions
from goru.domain.plans import queries as plans

_AT_NIGHT = "30 18 * * *"
"""Half past three in Seoul."""


@app.periodic(cron=_AT_NIGHT)
@app.task(queue="default", queueing_lock="monitoring.count")
def count(timestamp: int) -> None:
    """Count again, every night, what registers count for the indicators of each year."""
    for cycle in plans.cycles():
        actions.count_actuals(year=cycle.year, by=system_person(), at=datetime.fromtimestamp(timestamp, UTC))
