"""Items: kept as soon as something names them, and what they turn out to be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from goru.core import projecting
from goru.core.audit import actions as audit
from goru.core.codes import number_in, public_code
from goru.core.dates import day_in_korea
from goru.core.verdict import Subject, require
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions, rules
from goru.domain.plans.models import Item, ItemSuccession
from goru.domain.plans.vocabulary import ItemKind, PlanAct, SuccessionKind

_MOST_AHEAD = 50_000
"""Numbers that data may be ahead of the sequence: hostile data shall not use it up."""


@transaction.atomic
def keep_items(items: Mapping[UUID, tuple[ItemKind, str | None]]) -> None:
    """Keep items that are not kept yet, each of its kind and, where it is free, with the code that is given.

    One sequence numbers all codes: the next is beyond the largest, given or made.
    """
    known = set(Item.objects.filter(pk__in=items).values_list("pk", flat=True))
    wanted = {one: said for one, said in items.items() if one not in known}
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('plans.item_codes'))")
    numbered = _free(
        {one: code for one, (kind, code) in wanted.items() if code and rules.is_code_of(kind, code)}
    )
    rest = [one for one, (kind, _) in wanted.items() if one not in numbered and kind in rules.LETTERS]
    fresh = dict(
        zip(rest, _numbers(len(rest), after=max(map(number_in, numbered.values()), default=0)), strict=True)
    )
    rows = [
        Item(
            pk=one,
            kind=kind.value,
            code=numbered.get(one)
            or (public_code(rules.LETTERS[kind], fresh[one]) if one in fresh else None),
        )
        for one, (kind, _) in wanted.items()
    ]
    projecting.add(Item, rows)


def _free(given: Mapping[UUID, str]) -> dict[UUID, str]:
    """Of given codes those that no other item has, and that do not use up the sequence; of equal ones the first."""
    most = _last_number() + _MOST_AHEAD
    taken = set(Item.objects.filter(code__in=given.values()).values_list("code", flat=True))
    owners = {code: one for one, code in reversed(list(given.items()))}
    return {one: code for code, one in owners.items() if code not in taken and number_in(code) <= most}


def _last_number() -> int:
    """The largest number that a code has. Items never go, so none is given twice, and a restored backup knows it too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(substr(code, 2, 6)::int), 0) FROM plans_item")
        return int(cursor.fetchone()[0])


def _numbers(count: int, *, after: int) -> range:
    """The next numbers, beyond `after` and all that are given; who asks holds the lock of codes."""
    first = max(after, _last_number()) + 1
    return range(first, first + count)


def _about(item: UUID) -> Subject:
    code = Item.objects.filter(pk=item).values_list("code", flat=True).first()
    return Subject("item", code or str(item))


@audit.deed
def join_items(*, item: UUID, same_as: UUID, by: Person, at: datetime) -> Item:
    """Say that an item is another one: the younger code leads to the older from now on (공적 행위)."""
    about = _about(item)
    verdict = require(permissions.may_decide_on_items(by, day_in_korea(at)), about=about)
    pair = sorted(
        Item.objects.select_for_update().filter(pk__in=[item, same_as]),
        key=lambda one: number_in(one.code) if one.code else 0 if one.pk == same_as else 1,
    )
    require(rules.are_two_of_a_kind([(one.kind, one.same_as_id) for one in pair]), about=about)
    older, younger = pair
    younger.same_as = older
    younger.save(update_fields=["same_as"])
    Item.objects.filter(same_as=younger).update(same_as=older)
    details = {"same_as": str(older.pk), "code": younger.code}
    audit.note(
        PlanAct.ITEMS_JOINED,
        subject=_about(younger.pk),
        by=by,
        post=verdict.post,
        at=at,
        details=details,
    )
    return older


@audit.deed
def record_succession(
    *, kind: SuccessionKind, predecessor: UUID, successor: UUID, by: Person, at: datetime
) -> ItemSuccession:
    """Say that an item came of another, by a split or a merge (공적 행위)."""
    about = _about(predecessor)
    verdict = require(permissions.may_decide_on_items(by, day_in_korea(at)), about=about)
    pair = Item.objects.filter(pk__in=[predecessor, successor])
    require(rules.are_two_of_a_kind([(one.kind, one.same_as_id) for one in pair]), about=about)
    succession, is_new = ItemSuccession.objects.get_or_create(
        predecessor_id=predecessor, successor_id=successor, defaults={"kind": kind, "at": at, "by": by}
    )
    if is_new:
        details = {"kind": kind.value, "successor": str(successor)}
        audit.note(PlanAct.ITEM_SUCCEEDED, subject=about, by=by, post=verdict.post, at=at, details=details)
    return succession
