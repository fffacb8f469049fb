"""States: a field with one table of moves, moved by one conditional UPDATE."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Model
from django.utils.translation import gettext as _

from goru.core.verdict import Outdated, Refused, Subject

PROGRAM = "program"
"""Who moves what no person moves: a job of the queue."""

Moves = Mapping[tuple[str, str], str]
"""Who (a role, or PROGRAM) moves a field from one state to another; what is not in it is no move."""


def move(
    row: Model,
    field: str,
    *,
    to: str,
    moves: Moves,
    also: Mapping[str, Any] | None = None,
    about: Subject | None = None,
) -> None:
    """Bring a field of a row to another state, and what goes with it (`also`); Refused where that is no move.

    Where the row is no longer in the state, or (if it has one) in the version, that `row` says, nothing is done:
    Outdated. A person's move counts the version up, so that a page or a job that knows an older one moves nothing.
    """
    now = str(getattr(row, field))
    if (now, to) not in moves:
        raise Refused(_("지금 상태에서는 할 수 없는 일입니다."), about=about)
    as_seen = {"pk": row.pk, field: now}
    changes: dict[str, Any] = {field: to, **(also or {})}
    if hasattr(row, "version"):
        as_seen["version"] = row.version
        changes |= {} if moves[now, to] == PROGRAM else {"version": F("version") + 1}
    if not type(row)._base_manager.filter(**as_seen).update(**changes):
        raise Outdated(_("그사이 다른 사람이 처리했습니다. 지금 상태를 확인하세요."), about=about)
    row.refresh_from_db(fields=list(changes))
