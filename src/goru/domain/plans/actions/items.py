"""Items: kept as soon as something names them, and what they turn out to be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from goru.core import projecting
from goru.core.audit import actions as audit
from goru.core.codes import code_of, number_of
from goru.core.verdict import require
from goru.domain.institutions.models import Person
from goru.domain.plans import permissions, rules
from goru.domain.plans.models import Item, ItemSuccession
from goru.domain.plans.vocabulary import ItemKind, SuccessionKind


@transaction.atomic
def keep_items(items: Mapping[UUID, tuple[ItemKind, str | None]]) -> None:
    """Keep items that are not kept yet, each of its kind and, where it is free, with the code that is given.

    One sequence numbers all codes; what is given moves it on, so that no number is given twice.
    """
    known = set(Item.objects.filter(pk__in=items).values_list("pk", flat=True))
    wanted = {one: said for one, said in items.items() if one not in known}
    if not wanted:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('plans.item_codes'))")
    given = {code for _, code in wanted.values() if code}
    taken = set(Item.objects.filter(code__in=given).values_list("code", flat=True))
    numbered = {one: code for one, (_, code) in wanted.items() if code and code not in taken}
    rest = [one for one, (kind, _) in wanted.items() if one not in numbered and kind in rules.LETTERS]
    fresh = dict(
        zip(rest, _numbers(len(rest), after=max(map(number_of, numbered.values()), default=0)), strict=True)
    )
    rows = [
        Item(
            pk=one,
            kind=kind.value,
            code=numbered.get(one) or (code_of(rules.LETTERS[kind], fresh[one]) if one in fresh else None),
        )
        for one, (kind, _) in wanted.items()
    ]
    projecting.add(Item, rows)


def _numbers(count: int, *, after: int) -> list[int]:
    """The next numbers of the sequence, which is moved on beyond `after` first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value, is_called FROM plans_item_number")
        last, is_called = cursor.fetchone()
        if after > (last if is_called else 0):
            cursor.execute("SELECT setval('plans_item_number', %s)", [after])
        cursor.execute("SELECT nextval('plans_item_number') FROM generate_series(1, %s)", [count])
        return [number for (number,) in cursor.fetchall()]


@transaction.atomic
def join_items(*, item: UUID, same_as: UUID, by: Person, at: datetime) -> Item:
    """Say that an item is another one: the younger code leads to the older from now on (공적 행위)."""
    require(permissions.may_decide_on_items(by))
    pair = list(Item.objects.select_for_update().filter(pk__in=[item, same_as]).order_by("code"))
    require(rules.may_be_one([(one.kind, one.same_as_id) for one in pair]))
    older, younger = pair
    younger.same_as = older
    younger.save(update_fields=["same_as"])
    Item.objects.filter(same_as=younger).update(same_as=older)
    details = {"same_as": str(older.pk), "code": younger.code}
    audit.record("plans.items_joined", subject=("item", str(younger.pk)), by=by, at=at, details=details)
    return older


@transaction.atomic
def record_succession(
    *, kind: SuccessionKind, predecessor: UUID, successor: UUID, by: Person, at: datetime
) -> ItemSuccession:
    """Say that an item came of another, by a split or a merge (공적 행위)."""
    require(permissions.may_decide_on_items(by))
    pair = Item.objects.filter(pk__in=[predecessor, successor])
    require(rules.may_succeed([(one.kind, one.same_as_id) for one in pair]))
    succession, _ = ItemSuccession.objects.get_or_create(
        predecessor_id=predecessor, successor_id=successor, defaults={"kind": kind, "at": at, "by": by}
    )
    details = {"kind": kind.value, "successor": str(successor)}
    audit.record("plans.item_succeeded", subject=("item", str(predecessor)), by=by, at=at, details=details)
    return succession
