"""The plan of 2024 as it is shipped: the same items under the same ids and codes in every installation."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from goru.book.items.walking import items_of
from goru.book.model import PlanBook
from goru.book.writing.package import as_json, without_prose
from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries
from goru.domain.plans.models import Edition, Item, Publication
from goru.domain.plans.queries.compositions import book_of
from goru.domain.plans.rules import LETTERS
from goru.domain.plans.vocabulary import ItemKind
from goru.pipelines.importing.actions import Adoption, adopt_book
from goru.pipelines.importing.vocabulary import Part

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]
DATA = Path(__file__).parents[3] / "data" / "2024" / "plan.json"
AT = datetime(2024, 5, 1, tzinfo=UTC)


def shipped() -> PlanBook:
    return PlanBook.model_validate_json(DATA.read_text(encoding="utf-8"))


def adopt(book: PlanBook, name: str) -> Adoption:
    return adopt_book(book=book, name=name, by=system_person(), at=AT, accepted=set(Part))


def items() -> set[Any]:
    return set(Item.objects.values_list("pk", "kind", "code"))


def in_force() -> Publication:
    return queries.published(queries.cycle_of(2024))


def test_a_fresh_installation_has_the_items_of_the_file_with_their_codes() -> None:
    book = shipped()

    assert items() == {(one.item.item_id, one.kind.value, one.item.public_code) for one in items_of(book)}
    assert all((code or "")[:1] == LETTERS.get(ItemKind(kind), "") for _, kind, code in items())
    assert as_json(without_prose(book_of(in_force()))) == DATA.read_text(encoding="utf-8")


def test_an_item_that_is_new_has_a_code_after_all_that_are_shipped() -> None:
    book = shipped()
    plan = book.plans[0]
    task = plan.core_tasks[0].model_copy(update={"name": "새 핵심과제", "item_id": None, "public_code": None})
    changed = plan.model_copy(
        update={"core_tasks": [*plan.core_tasks, task.model_copy(update={"items": []})]}
    )
    before = items()

    adopt(book.model_copy(update={"plans": [changed, *book.plans[1:]]}), "next.json")

    [(_, kind, code)] = items() - before
    assert kind == ItemKind.CORE_TASK
    assert int(code[1:-1]) > max(int(one[1:-1]) for _, _, one in before if one)


def test_the_same_file_again_changes_nothing() -> None:
    before = items(), Edition.objects.count(), in_force().mark

    adoption = adopt(shipped(), "plan.json")

    assert (adoption.is_applied, adoption.difference.changes) == (False, ())
    assert (items(), Edition.objects.count(), in_force().mark) == before


@pytest.mark.book
def test_the_text_of_the_book_over_it_keeps_all_items_and_adds_its_sentences(real_book: PlanBook) -> None:
    before = items()

    assert adopt(real_book, "plan-2024.txt").is_applied

    assert before < items()
    assert {(kind, code) for _, kind, code in items() - before} == {(ItemKind.STATEMENT, None)}
    published = {one.item.item_id for one in items_of(book_of(in_force()))}
    assert {one for one, _, _ in before} <= published
