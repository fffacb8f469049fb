"""The book that a publication's editions make together, and where each of its facts was printed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from goru.book import model as book_model
from goru.book.composing import Parts, compose, owing_ministries
from goru.book.items.placing import with_places
from goru.book.items.walking import items_of, mapped
from goru.book.model.editions import InstitutionPlan
from goru.book.paths import Path, way_to
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Institution
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans.models import Cycle, Edition, Item, Plan, PrintedPlaces, Publication
from goru.domain.plans.queries.publications import editions_of
from goru.domain.plans.vocabulary import PlanKind


@dataclass(frozen=True, slots=True)
class PlanOf:
    """A plan of a composition: whose, what it is called, where it was printed."""

    plan: Plan
    institution: Institution
    full_name: str
    source: book_model.Source | None
    document: int | None

    @property
    def kind(self) -> str:
        """Which of the three kinds it is."""
        return self.plan.kind

    @property
    def name(self) -> str:
        """The institution's short name, as the book has it."""
        return self.institution.short_name


@dataclass(frozen=True)
class Composition:
    """A cycle's book made of editions, its plans in order and as values, and the document of the national part."""

    cycle: Cycle
    book: book_model.PlanBook
    plans: Sequence[PlanOf]
    parts: Sequence[InstitutionPlan]
    national: int | None

    @cached_property
    def projects(self) -> list[book_model.Project]:
        """All projects, of action tasks and of plans."""
        book = self.book
        return [
            *(one for task in book.action_tasks for row in task.budget_rows for one in row.covers),
            *(one for task in book.action_tasks for one in task.further_projects),
            *(one for plan in book.plans for task in plan.core_tasks for one in task.projects),
        ]

    @cached_property
    def reforms(self) -> list[book_model.Reform]:
        """All reforms, of action tasks and of plans."""
        tasks = (one for task in self.book.action_tasks for one in task.reforms)
        return [*tasks, *(one for plan in self.book.plans for one in plan.reforms)]

    def known(self, part: book_model.Item) -> dict[str, Any]:
        """The fields that tell the rows of items apart."""
        return {"cycle_id": self.cycle.pk, "item_id": part.item_id}

    def row(self, part: book_model.Item) -> dict[str, Any]:
        """The fields that the rows of all items have: cycle, item, place."""
        return {**self.known(part), **place_of(getattr(part, "source", None))}


def place_of(source: book_model.Source | None) -> dict[str, Any]:
    """The fields that say where a fact was printed; all null where it was written."""
    if source is None:
        return {**dict.fromkeys(book_model.Source.model_fields), "cell": ""}
    return {
        **{name: getattr(source, name) for name in book_model.Source.model_fields},
        "cell": source.cell or "",
    }


def value_class(plan: Plan) -> type[book_model.PlanBook] | type[InstitutionPlan]:
    """What the value of a plan's editions is."""
    return book_model.PlanBook if plan.institution_id is None else InstitutionPlan


def book_of(publication: Publication) -> book_model.PlanBook:
    """The book that a publication is, whose items have the codes that persons call them by."""
    book = composition_of(publication.cycle, editions_of(publication)).book
    ids = [held.item.item_id for held in items_of(book) if held.item.item_id]
    codes = dict(Item.objects.filter(pk__in=ids, code__isnull=False).values_list("pk", "code"))
    return mapped(book, lambda item: {"public_code": codes.get(item.item_id) if item.item_id else None})


def item_at(publication: Publication, path: Path) -> Item | None:
    """The item at a place of what is published, or the nearest that it stands in; None where no item is there."""
    book = composition_of(publication.cycle, editions_of(publication)).book
    parts = [part for _, part in way_to(book, path) if isinstance(part, book_model.Item)]
    return Item.objects.filter(pk=parts[-1].item_id).first() if parts and parts[-1].item_id else None


def composition_of(cycle: Cycle, editions: Sequence[Edition]) -> Composition:
    """What editions, one a plan, make together. Their plans and institutions are fetched with them."""
    places = _latest_places(editions)
    values = {edition.pk: with_places(edition.content, _map(places, edition)) for edition in editions}
    national = next((one for one in editions if one.plan.institution_id is None), None)
    parts = {
        edition.pk: InstitutionPlan.model_validate(values[edition.pk])
        for edition in editions
        if edition is not national
    }
    frame = book_model.PlanBook.model_validate(values[national.pk] if national else empty_frame(cycle.year))
    book = compose(Parts(frame, tuple(parts.values())))
    own = [one for one in editions if one is not national]
    return Composition(
        cycle,
        book,
        _plans(cycle, own, parts, places, owing_ministries(book)),
        tuple(parts.values()),
        places[national.pk].document_id if national and national.pk in places else None,
    )


def _plans(
    cycle: Cycle,
    editions: Sequence[Edition],
    parts: Mapping[int, InstitutionPlan],
    places: Mapping[int, PrintedPlaces],
    owing: Collection[str],
) -> list[PlanOf]:
    """The plans in the order of the book: those it prints, then those of ministries, first the owing, by the register."""
    names = institutions.full_names(InstitutionKind.MINISTRY, date(cycle.year, 1, 1))
    found = []
    for edition in editions:
        part, institution = parts[edition.pk], edition.plan.institution
        if institution is None:
            continue
        own = part.plan
        full_name = own.full_name if own else names.get(institution.pk, institution.short_name)
        document = places[edition.pk].document_id if edition.pk in places else None
        source = own.source if own else None
        found.append((part, PlanOf(edition.plan, institution, full_name, source, document)))
    return [one for _, one in sorted(found, key=lambda each: _order(each[0], each[1], owing))]


def _order(part: InstitutionPlan, one: PlanOf, owing: Collection[str]) -> tuple[bool, int, bool, int]:
    last = 1 << 30
    is_ministry = one.kind == PlanKind.SECTORAL
    position = last if part.position is None else part.position
    return is_ministry, 0 if is_ministry else position, one.name not in owing, one.institution.position


def _latest_places(editions: Sequence[Edition]) -> dict[int, PrintedPlaces]:
    found = PrintedPlaces.objects.filter(edition__in=editions).order_by("pk")
    return {one.edition_id: one for one in found}


def _map(places: Mapping[int, PrintedPlaces], edition: Edition) -> Mapping[str, Any]:
    return places[edition.pk].places if edition.pk in places else {}


def empty_frame(year: int) -> dict[str, Any]:
    """The national part of a cycle that has none yet."""
    lists = ("plans", "sectoral_core_tasks", "action_tasks", "strategy_totals", "focus_tasks", "summaries")
    return {
        "title": f"{year}년 지방시대 시행계획",
        "year": year,
        "headline": {"budget": []},
        **{one: [] for one in lists},
    }
