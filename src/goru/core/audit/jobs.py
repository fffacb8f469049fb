from __future__ import annotations

import logging
from datetime import UTC, datetime

from procrastinate.contrib.django import app

from goru.core.audit import actions

_AT_NIGHT = "0 18 * * *"
"""Three o'clock in Seoul."""
_log = logging.getLogger(__name__)


@app.periodic(cron=_AT_NIGHT)
@app.task(queue="default", queueing_lock="audit.check")
def check_log(timestamp: int) -> None:
    """Count the log again every night; what is wrong is said in the program's log, on /ready and on the log's page."""
    found = actions.check(at=datetime.fromtimestamp(timestamp, UTC))
    if found.broken:
        _log.error("공적 행위 기록의 %s번 줄이 바뀌었거나 빠졌습니다.", found.broken)
