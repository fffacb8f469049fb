from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from goru.core.audit import rules
from goru.core.audit.models import OfficialAct

_ONE_WRITER = 0x60_72_75  # an advisory lock of the database: the chain has one end, so one writer at a time


@transaction.atomic
def record(
    act: str,
    *,
    subject: tuple[str, str],
    by: AbstractBaseUser,
    at: datetime,
    details: Mapping[str, object] | None = None,
) -> OfficialAct:
    """Append one act about a subject (kind, key) to the log, in the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_WRITER])
    last = OfficialAct.objects.order_by("-number").first()
    line = OfficialAct(
        number=last.number + 1 if last else 1,
        act=act,
        subject_kind=subject[0],
        subject_key=subject[1],
        details=json.loads(json.dumps(details or {}, cls=DjangoJSONEncoder)),
        at=at,
        by_id=by.pk,
        previous_seal=last.seal if last else rules.START,
    )
    line.seal = line.expected_seal
    line.save(force_insert=True)
    return line
