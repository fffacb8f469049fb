"""Every adopted document becomes a sealed set of editions, and a publication of its cycle: the current one the last.

The books are read by the code of now, which reads all versions of them, one at a time: they are large. Rows are made of
the last publication when it is next served (publication.actions.refresh_outdated).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.db import connection, migrations
from pydantic import ValidationError

from goru.book.composing import decompose
from goru.book.items.identifying import identified
from goru.book.items.placing import digest_of, facts_of
from goru.book.items.walking import items_of
from goru.book.model import PlanBook
from goru.core.codes import number_in, public_code
from goru.core.places import shipped
from goru.domain.plans.rules import LETTERS
from goru.domain.plans.vocabulary import ItemKind

_KINDS = {"provincial": "province", "sectoral": "ministry", "megaregional": "megaregion"}


def seal_documents(apps: Any, _editor: Any) -> None:
    document_model = apps.get_model("plans", "Document")
    latest: dict[int, PlanBook] = {}  # by year
    in_order = document_model.objects.order_by("cycle__year", "is_current", "adopted_at", "pk")
    for key in list(in_order.values_list("pk", flat=True)):
        document = document_model.objects.select_related("cycle").get(pk=key)
        year = document.cycle.year
        document.has_total_sources_read = "reconciled_source" in document.content["headline"]
        document.save(update_fields=["has_total_sources_read"])
        book = _read(document.content)
        before = latest.get(year) or _shipped(year)
        whole = identified(book, before=before, last_year=latest.get(year - 1)).book
        _keep_items(apps, whole, _codes_of(before))
        _publish(apps, document, whole)
        latest = {one: latest[one] for one in latest if one == year - 1} | {year: whole}


def _read(content: dict[str, Any]) -> PlanBook:
    """The book of a document. Version 0.1.0 had no limits: words that are over those of now are cut, and show it."""
    try:
        return PlanBook.model_validate(content)
    except ValidationError as error:
        for one in error.errors():
            if one["type"] != "string_too_long":
                raise
            *above, last = one["loc"]
            holder: Any = content
            for step in above:
                holder = holder[step]
            holder[last] = f"{holder[last][: one['ctx']['max_length'] - 1]}…"
        return PlanBook.model_validate(content)


def _shipped(year: int) -> PlanBook | None:
    """The plan that comes with the program, where it is of this year: all installations know its items by the same ids."""
    file = shipped(f"data/{year}/plan.json")
    return PlanBook.model_validate_json(file.read_bytes()) if file.exists() else None


def _codes_of(book: PlanBook | None) -> dict[UUID, str]:
    items = [held.item for held in items_of(book)] if book else []
    return {one.item_id: one.public_code for one in items if one.item_id and one.public_code}


def _keep_items(apps: Any, book: PlanBook, codes: Mapping[UUID, str]) -> None:
    """Keep the items of a book that are not kept yet, with the codes that they come with and others beyond them."""
    item_model = apps.get_model("plans", "Item")
    kinds = {held.item.item_id: ItemKind(held.kind.value) for held in items_of(book) if held.item.item_id}
    known = set(item_model.objects.filter(pk__in=kinds).values_list("pk", flat=True))
    fresh = {one: kind for one, kind in kinds.items() if one not in known}
    taken = set(item_model.objects.filter(code__in=codes.values()).values_list("code", flat=True))
    given = {one: codes[one] for one in fresh if one in codes and codes[one] not in taken}
    rest = [one for one, kind in fresh.items() if kind in LETTERS and one not in given]
    numbers = _numbers(len(rest), after=max(map(number_in, given.values()), default=0))
    made = {one: public_code(LETTERS[fresh[one]], number) for one, number in zip(rest, numbers, strict=True)}
    item_model.objects.bulk_create(
        item_model(pk=one, kind=kind.value, code=given.get(one) or made.get(one))
        for one, kind in fresh.items()
    )


def _numbers(count: int, *, after: int) -> range:
    """The numbers beyond all that codes have."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(substr(code, 2, 6)::int), 0) FROM plans_item")
        first = max(after, *cursor.fetchone()) + 1
    return range(first, first + count)


def _publish(apps: Any, document: Any, book: PlanBook) -> None:
    parts = decompose(book)
    values = [(None, "", parts.national), *((one.institution, one.kind, one) for one in parts.plans)]
    editions = [_sealed(apps, document, name, kind, value) for name, kind, value in values]
    publication = apps.get_model("plans", "Publication")
    number = publication.objects.filter(cycle=document.cycle).count() + 1
    digests = "\n".join(sorted(edition.digest for edition in editions))
    made = publication.objects.create(
        cycle=document.cycle,
        number=number,
        title=book.title,
        decided_date=book.decided,
        document=document,
        total_sources=document.total_sources,
        digest=hashlib.sha256(digests.encode()).hexdigest(),
        mark=document.mark,
        at=document.adopted_at,
        by=document.adopted_by,
    )
    published = apps.get_model("plans", "PublishedEdition")
    published.objects.bulk_create(
        published(publication=made, plan=edition.plan, edition=edition) for edition in editions
    )


def _sealed(apps: Any, document: Any, name: str | None, kind: str, value: Any) -> Any:
    """The sealed edition of a plan in a document: that of the document before, where the facts are the same."""
    plan, _ = apps.get_model("plans", "Plan").objects.get_or_create(
        cycle=document.cycle, institution=_institution(apps, document, name, kind), defaults={"kind": kind}
    )
    facts, places = facts_of(value.model_dump(mode="json"))
    edition, _ = apps.get_model("plans", "Edition").objects.get_or_create(
        plan=plan,
        digest=digest_of(facts),
        defaults={
            "state": "sealed",
            "origin": "document",
            "document": document,
            "beginning": facts,
            "content": facts,
            "opened_at": document.adopted_at,
            "opened_by": document.adopted_by,
            "ended_at": document.adopted_at,
            "ended_by": document.adopted_by,
        },
    )
    apps.get_model("plans", "PrintedPlaces").objects.create(edition=edition, document=document, places=places)
    return edition


def _institution(apps: Any, document: Any, name: str | None, kind: str) -> Any:
    if name is None:
        return None
    day = date(document.cycle.year, 1, 1)
    known = apps.get_model("institutions", "Institution").objects.filter(kind=_KINDS[kind], short_name=name)
    in_force = (one for one in known if (one.valid_from or day) <= day <= (one.valid_to or day))
    found = next(in_force, None) or known.order_by("position").last()
    if found is None:
        raise LookupError(f"the document {document.pk} names an institution that is not there: {name}")
    return found


class Migration(migrations.Migration):
    dependencies: ClassVar = [("plans", "0009_editions_and_rows"), ("institutions", "0001_initial")]

    operations: ClassVar = [
        migrations.RunPython(seal_documents, migrations.RunPython.noop),
    ]
