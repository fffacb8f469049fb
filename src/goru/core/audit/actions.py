"""Deeds, and the acts that they leave in the log.

All acts of a deed are written when it ends, as the last statements of its transaction: the log has one end, so one
writer at a time, and who holds its lock waits for nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import ParamSpec, TypeVar

from django.contrib.auth.models import AbstractUser
from django.db import connection, transaction

from goru.core.audit import queries, rules
from goru.core.audit.models import LogCheck, OfficialAct
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
    """Whatever may wait or fail comes before the lock: who has it needs nothing more than to write."""
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_WRITER])
    last = OfficialAct.objects.order_by("-number").first()
    for one in noted:
        last = _line(one, after=last)
        last.save(force_insert=True)


def _line(noted: _Noted, *, after: OfficialAct | None) -> OfficialAct:
    line = rules.Line(
        number=after.number + 1 if after else 1,
        act=noted.act.value,
        subject=noted.subject,
        by=noted.by.pk,
        name=noted.by.get_full_name() or noted.by.get_username(),
        post=noted.post,
        at=noted.at,
        details=noted.details,
        previous=after.seal if after else rules.START,
    )
    return OfficialAct(
        number=line.number,
        act=line.act,
        subject_kind=line.subject.kind,
        subject_key=line.subject.key,
        at=line.at,
        by_id=line.by,
        text=line.text,
        previous_seal=line.previous,
        seal=rules.seal(line.text),
    )


def check(*, at: datetime) -> LogCheck:
    """Count the log again and keep what was found; whatever a check saw must be there for ever."""
    seen = queries.seen()
    found = queries.verify(expected=seen)
    gone = [seen[one] for one in found.missing]
    broken = min((one for one in (found.broken, *gone) if one), default=None)
    return LogCheck.objects.create(moment=at, lines=found.lines, seal=found.seal, broken=broken)
