from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.functions import TruncDate

from goru.core.audit import rules
from goru.core.audit.models import LogCheck, OfficialAct
from goru.core.dates import SEOUL

_SEALS = """
    WITH RECURSIVE days (day, number, seal) AS (
        (SELECT (at AT TIME ZONE 'Asia/Seoul')::date AS day, number, seal
         FROM audit_officialact ORDER BY day DESC, number DESC LIMIT 1)
        UNION ALL
        SELECT before.* FROM days CROSS JOIN LATERAL (
            SELECT (at AT TIME ZONE 'Asia/Seoul')::date AS day, number, seal
            FROM audit_officialact WHERE (at AT TIME ZONE 'Asia/Seoul')::date < days.day
            ORDER BY day DESC, number DESC LIMIT 1
        ) before
    )
    SELECT day, number, seal FROM days
"""
"""From one day's last line to that of the day before, by the index: it costs the days, not the acts."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found: the lines, the last seal, the first line that is not as it must be, expected seals that are in none.

    `broken` is the number of a line that was changed, that is no text of ours, or that stands where one was removed.
    """

    lines: int
    seal: str
    broken: int | None = None
    missing: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return self.broken is None and not self.missing


@dataclass(frozen=True, slots=True)
class DaySeal:
    """The last line of a day in Seoul and its seal."""

    day: date
    number: int
    seal: str


def verify(*, expected: Collection[str] = ()) -> Verified:
    """Count the whole log again. Only a seal that is kept elsewhere shows lines cut off at the end: say it as expected."""
    previous, count, missing = rules.START, 0, dict.fromkeys(expected)
    broken = None
    for line in OfficialAct.objects.order_by("number").iterator():
        count += 1
        is_next = line.number == count and line.previous_seal == previous
        if broken is None and not (is_next and line.is_as_sealed):
            broken = count
        previous = line.seal
        missing.pop(previous, None)
    return Verified(count, previous, broken, tuple(missing))


def seen() -> dict[str, int]:
    """What checks saw, which must be there for ever: the seal of the last line then, and its number."""
    return dict(LogCheck.objects.filter(lines__gt=0).values_list("seal", "lines"))


def is_guarded() -> bool:
    """Whether the role that asks may only add to the log; one that may do more is kept from it by triggers alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege(%s, 'UPDATE, DELETE, TRUNCATE, TRIGGER')",
            [OfficialAct._meta.db_table],
        )
        return not cursor.fetchone()[0]


def last_check() -> LogCheck | None:
    """The last time that the log was checked."""
    return LogCheck.objects.order_by("-pk").first()


def acts(*, act: str = "", words: str = "", day: date | None = None) -> QuerySet[OfficialAct]:
    """The acts of a kind, about what words name, of a day in Seoul; the latest first."""
    found = OfficialAct.objects.order_by("-number")
    if act:
        found = found.filter(act=act)
    if words:
        found = found.filter(Q(subject_key__icontains=words) | Q(subject_kind=words))
    if day:
        found = found.annotate(day=TruncDate("at", tzinfo=SEOUL)).filter(day=day)
    return found


def acts_about(kind: str, key: str) -> list[OfficialAct]:
    """What was done about one subject, oldest first."""
    return list(OfficialAct.objects.filter(subject_kind=kind, subject_key=key).order_by("number"))


def seals_of_days() -> list[DaySeal]:
    """The last line of each day, the latest day first; today's is the last so far."""
    with connection.cursor() as cursor:
        cursor.execute(_SEALS)
        return [DaySeal(*row) for row in cursor]
