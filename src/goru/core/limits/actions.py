from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from goru.core.limits.models import Attempts


@transaction.atomic
def use(key: str, *, most: int, within: timedelta, at: datetime) -> bool:
    """Count one try and say whether it may be made: `most` in `within`, counted from the first.

    The key is kept as a digest: what people type for a name is sometimes their password.
    """
    Attempts.objects.filter(until__lte=at).delete()
    tries, is_first = Attempts.objects.select_for_update().get_or_create(
        key=_digest(key), defaults={"count": 1, "until": at + within}
    )
    if not is_first:
        tries.count += 1
        tries.save(update_fields=["count"])
    return tries.count <= most


def give_back(key: str) -> None:
    """Count the last try of a key no longer."""
    Attempts.objects.filter(key=_digest(key), count__gt=0).update(count=F("count") - 1)


def clear(key: str) -> None:
    """Forget the tries of a key."""
    Attempts.objects.filter(key=_digest(key)).delete()


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()
