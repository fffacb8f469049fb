from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from goru.core.repeats.models import KeptAnswer

_KEPT = timedelta(days=1)


class OtherRequest(Exception):
    """The key was used for another request."""


@transaction.atomic
def once(whose: str, key: str, *, request: str, do: Callable[[], Any], at: datetime) -> Any:
    """Do something and keep its answer (JSON); the same request of the same key gets that answer, and nothing is done.

    `request` is the digest of what is asked. Who sends the same at once waits for the first. Raises OtherRequest.
    """
    KeptAnswer.objects.filter(until__lte=at).delete()
    kept, is_new = KeptAnswer.objects.get_or_create(
        whose=whose, key=key, defaults={"request": request, "until": at + _KEPT}
    )
    if kept.request != request:
        raise OtherRequest
    if is_new:
        kept.answer = do()
        kept.save(update_fields=["answer"])
    return kept.answer
