"""Deeds, and the acts that they leave in the log.

All acts of a deed are written when it ends, as the last statements of its transaction: the log has one end, so one
writer at a time, and who holds its lock waits for nobody.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.contrib.auth.models import AbstractUser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction

from goru.core.audit import rules
from goru.core.audit.models import OfficialAct
from goru.core.audit.vocabulary import Act
from goru.core.verdict import Subject

P = ParamSpec("P")
R = TypeVar("R")

_ONE_WRITER = 0x60_72_75
"""An advisory lock of the database: the chain has one end, so one writer at a time."""


@dataclass(frozen=True, slots=True)
class _Noted:
    act: Act
    subject: Subject
    by: AbstractUser
    post: str
    at: datetime
    details: Mapping[str, object] = field(default_factory=dict)


_noted: ContextVar[list[_Noted] | None] = ContextVar("noted", default=None)


def deed(action: Callable[P, R]) -> Callable[P, R]:
    """Make an action one transaction, with the acts that it notes or nothing; one within another adds to the outer's."""

    @wraps(action)
    def done(*arguments: P.args, **named: P.kwargs) -> R:
        noted = _noted.get()
        if noted is None:
            return _outermost(action, *arguments, **named)
        before = len(noted)
        try:
            with transaction.atomic():
                return action(*arguments, **named)
        except BaseException:
            del noted[before:]  # undone, so never done
            raise

    return done


def _outermost(action: Callable[P, R], *arguments: P.args, **named: P.kwargs) -> R:
    noted = list[_Noted]()
    with transaction.atomic(durable=True):
        token = _noted.set(noted)
        try:
            result = action(*arguments, **named)
        finally:
            _noted.reset(token)
        if noted:
            _write(noted)
    return result


def note(
    act: Act,
    *,
    subject: Subject,
    by: AbstractUser,
    at: datetime,
    post: str = "",
    details: Mapping[str, object] | None = None,
) -> None:
    """Have the deed that is being done leave an act in the log; `post` is the post (직위) it is done by."""
    noted = _noted.get()
    if noted is None:
        message = f"{act.value} is noted outside of a deed"
        raise RuntimeError(message)
    noted.append(_Noted(act, subject, by, post, at, details or {}))


def _write(noted: Sequence[_Noted]) -> None:
    """Whatever may wait or fail comes before the lock: constraints, and the rows of persons, which the log points at."""
    connection.check_constraints()
    table = connection.ops.quote_name(noted[0].by._meta.db_table)
    with connection.cursor() as cursor:
        persons = sorted({one.by.pk for one in noted})
        cursor.execute(f"SELECT FROM {table} WHERE id = ANY(%s) ORDER BY id FOR KEY SHARE", [persons])
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_WRITER])
    last = OfficialAct.objects.order_by("-number").first()
    for one in noted:
        last = _line(one, after=last)
        last.save(force_insert=True)


def _line(noted: _Noted, *, after: OfficialAct | None) -> OfficialAct:
    line = OfficialAct(
        number=after.number + 1 if after else 1,
        act=noted.act.value,
        subject_kind=noted.subject.kind,
        subject_key=noted.subject.key,
        details=json.loads(json.dumps(noted.details, cls=DjangoJSONEncoder)),
        at=noted.at,
        by_id=noted.by.pk,
        previous_seal=after.seal if after else rules.START,
    )
    line.seal = line.expected_seal
    return line
