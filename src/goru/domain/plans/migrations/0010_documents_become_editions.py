"""Every adopted document becomes a sealed set of editions, and a publication of its cycle; rows are made of the last.

The books are read by the code of now, which reads all versions of them; whom the database does not know as the book
has it stays out of the duties, never out of the editions.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any, ClassVar

from django.db import connection, migrations

from goru.book.composing import decompose
from goru.book.items.identifying import identified
from goru.book.items.placing import digest_of, facts_of
from goru.book.items.walking import items_of
from goru.book.model import PlanBook
from goru.core.codes import code_of
from goru.domain.plans.rules import LETTERS
from goru.domain.plans.vocabulary import ItemKind

_KINDS = {"provincial": "province", "sectoral": "ministry", "megaregional": "megaregion"}


def seal_documents(apps: Any, _editor: Any) -> None:
    documents = apps.get_model("plans", "Document").objects.order_by("cycle_id", "adopted_at", "pk")
    before: dict[int, PlanBook] = {}
    for document in documents.select_related("cycle"):
        book = PlanBook.model_validate(document.content)
        document.has_total_sources_read = "reconciled_source" in document.content["headline"]
        document.save(update_fields=["has_total_sources_read"])
        whole = identified(book, before=before.get(document.cycle_id)).book
        before[document.cycle_id] = whole
        _keep_items(apps, whole)
        _publish(apps, document, whole)


def _keep_items(apps: Any, book: PlanBook) -> None:
    item_model = apps.get_model("plans", "Item")
    kinds = {held.item.item_id: ItemKind(held.kind.value) for held in items_of(book) if held.item.item_id}
    known = set(item_model.objects.values_list("pk", flat=True))
    rows = []
    for one, kind in kinds.items():
        if one not in known:
            with connection.cursor() as cursor:
                cursor.execute("SELECT nextval('plans_item_number') WHERE %s", [kind in LETTERS])
                number = cursor.fetchone()
            rows.append(
                item_model(pk=one, kind=kind.value, code=code_of(LETTERS[kind], *number) if number else None)
            )
    item_model.objects.bulk_create(rows)


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
    return next(
        one for one in known.order_by("pk") if (one.valid_from or day) <= day <= (one.valid_to or day)
    )


class Migration(migrations.Migration):
    dependencies: ClassVar = [("plans", "0009_editions_and_rows"), ("institutions", "0001_initial")]

    operations: ClassVar = [
        migrations.RunSQL(
            "CREATE SEQUENCE plans_item_number MAXVALUE 999999", "DROP SEQUENCE plans_item_number"
        ),
        migrations.RunPython(seal_documents, migrations.RunPython.noop),
    ]
