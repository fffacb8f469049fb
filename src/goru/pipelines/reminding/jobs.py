from __future__ import annotations

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from goru.pipelines.reminding import actions

_IN_THE_MORNING = "0 23 * * *"
"""Eight o'clock in Seoul."""


@app.periodic(cron=_IN_THE_MORNING)
@app.task(queue="default", queueing_lock="reminding.remind")
def remind(timestamp: int) -> None:
    """Send the mails of the day."""
    actions.remind_all(at=datetime.fromtimestamp(timestamp, UTC))
