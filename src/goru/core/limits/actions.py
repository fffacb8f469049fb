from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import F

from goru.core.limits.models import Attempts

_COUNT = """
    INSERT INTO limits_attempts AS kept (key, count, until) VALUES (%(key)s, 1, %(until)s)
    ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN kept.until <= %(at)s THEN 1 ELSE kept.count + 1 END,
        until = CASE WHEN kept.until <= %(at)s THEN excluded.until ELSE kept.until END
    RETURNING count
"""
"""One statement: whoever tries at once is counted one by one, and nobody waits for more than this."""
_FORGET = """
    DELETE FROM limits_attempts
    WHERE id IN (SELECT id FROM limits_attempts WHERE until <= %s LIMIT 100 FOR UPDATE SKIP LOCKED)
"""


def use(key: str, *, most: int, within: timedelta, at: datetime) -> bool:
    """Count one try and say whether it may be made: `most` in `within`, counted from the first.

    The key is kept as a digest: what people type for a name is sometimes their password.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, [at])
        cursor.execute(_COUNT, {"key": _digest(key), "until": at + within, "at": at})
        return int(cursor.fetchone()[0]) <= most


def give_back(key: str) -> None:
    """Count the last try of a key no longer."""
    Attempts.objects.filter(key=_digest(key), count__gt=0).update(count=F("count") - 1)


def clear(key: str) -> None:
    """Forget the tries of a key."""
    Attempts.objects.filter(key=_digest(key)).delete()


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
