"""Where an item stands in what is published, and what it was where it stands there no more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, ForeignKey, Model, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from goru.book.items.walking import Held, across_years, items_of
from goru.core.codes import is_code
from goru.core.text import normalise
from goru.domain.plans.models import Edit, Edition, Finding, Item, PublishedEdition
from goru.domain.plans.queries.compositions import value_class
from goru.domain.plans.vocabulary import ItemKind

_SAYS_NOTHING = (Edit, Finding, Item)
"""What points at items and does not hang on them: it goes with an edition, or leads on."""


@dataclass(frozen=True, slots=True)
class Departed:
    """An item that was published and is not in force any more: what it was called, in whose plan of which year.

    `plan` is None where it was of the national part; `successors` are what it became, if that was said.
    """

    item: Item
    kind: ItemKind
    name: str
    edition: Edition
    publication: int
    successors: Sequence[Item]


def item_of(code: str) -> Item:
    """The item of a code as somebody typed it; where it is another one (same_as), that. Item.DoesNotExist if none is."""
    found = Item.objects.select_related("same_as").get(code=as_code(code))
    return found.same_as or found


def as_code(typed: str) -> str:
    """A code as it is kept: capitals, without blanks and hyphens."""
    return "".join(letter for letter in normalise(typed).upper() if not letter.isspace() and letter != "-")


def is_mistyped(typed: str) -> bool:
    """Whether what was typed cannot be the code of any item."""
    return not is_code(as_code(typed))


def row_of(item: Item) -> Any:
    """The row of an item, or of one that turned out to be it, in the latest publication in force that has one, or None."""
    return rows_of([item]).get(item.pk)


def rows_of(items: Iterable[Item]) -> dict[UUID, Any]:
    """The same of several at once, by their keys."""
    wanted = {item.pk for item in items}
    known: dict[UUID, Any] = dict(
        Item.objects.filter(Q(pk__in=wanted) | Q(same_as__in=wanted)).values_list("pk", "same_as")
    )
    found: dict[UUID, Any] = {}
    for field in _pointing_at_items():
        if _is_row(field.model):
            rows: QuerySet[Any] = field.model._default_manager.filter(item__in=known)
            for row in rows.select_related("cycle").order_by("cycle__year"):
                found[row.item_id if row.item_id in wanted else known[row.item_id]] = row
    return found


def departed(item: Item) -> Departed:
    """What an item was in the last published edition that had it; Item.DoesNotExist where it was only ever in drafts."""
    was_published = Exists(PublishedEdition.objects.filter(edition=OuterRef("pk")))
    editions = Edition.objects.filter(was_published).annotate(said=Cast("content", TextField()))
    last = (
        PublishedEdition.objects.filter(edition__in=editions.filter(said__contains=str(item.pk)).values("pk"))
        .select_related("edition__plan__institution", "edition__plan__cycle", "publication")
        .order_by(F("publication__cycle__year").desc(), F("publication__number").desc())
        .first()
    )
    held = held_in(last.edition).get(item.pk) if last else None
    if last is None or held is None:
        raise Item.DoesNotExist
    successors = Item.objects.filter(origins__predecessor=item).order_by("code")
    return Departed(
        item,
        ItemKind(item.kind),
        across_years(held.item),
        last.edition,
        last.publication.number,
        list(successors),
    )


def held_in(edition: Edition) -> dict[UUID, Held]:
    """The items of an edition."""
    value = value_class(edition.plan).model_validate(edition.content)
    return {held.item.item_id: held for held in items_of(value) if held.item.item_id}


def hanging_on(items: Collection[UUID]) -> dict[UUID, int]:
    """How much hangs on each of some items, of those that something hangs on: whatever points at them and is no row."""
    counts: dict[UUID, int] = {}
    for field in _pointing_at_items():
        if not _is_row(field.model) and not issubclass(field.model, _SAYS_NOTHING):
            found = field.model._default_manager.filter(**{f"{field.name}__in": items})
            for one in found.values_list(field.attname, flat=True):
                counts[one] = counts.get(one, 0) + 1
    return counts


def _pointing_at_items() -> Iterator[ForeignKey[Any, Any]]:
    for relation in Item._meta.get_fields(include_hidden=True):
        field = getattr(relation, "field", None)
        if isinstance(field, ForeignKey):
            yield field


def _is_row(model: type[Model]) -> bool:
    """Whether a table is made by the projection: it holds an item's part in a cycle."""
    return {"cycle", "item"} <= {field.name for field in model._meta.concrete_fields}
