"""Jobs of the queue; the worker runs them (config/worker.py)."""

from __future__ import annotations

from django.db import connection
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from goru.core.mail import actions
from goru.core.readiness import AWAY

_MOST_TRIES, _PAUSE = 3, 5
"""How often a mail is tried by itself; minutes between two tries."""


@app.task(queue="mail", retry=RetryStrategy(max_attempts=5, wait=2, retry_exceptions=AWAY))
def deliver_mail(*, mail_id: int, tries: int = 1) -> None:
    """Send a mail; one that failed is tried again in a while, and waits for a person after the last time."""
    if tries > 1:
        actions.try_again(mail_id=mail_id)
    if not actions.deliver(mail_id=mail_id) and tries < _MOST_TRIES:
        later = deliver_mail.configure(schedule_in={"minutes": _PAUSE})
        later.defer(mail_id=mail_id, tries=tries + 1)


def fail_forsaken() -> None:
    """What the worker does now and then, in a thread of its own."""
    try:
        actions.fail_forsaken()
    finally:
        connection.close()
