"""Properties of values: taken apart and put together, without their places and with them, with ids for all items."""

import json
from typing import Any
from uuid import UUID

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.property.generated import Made, books

from goru.book.composing import Parts, compose, decompose
from goru.book.items.identifying import identified, places, without_ids
from goru.book.items.placing import digest_of, facts_of, with_places
from goru.book.items.walking import Held, items_of, mapped
from goru.book.model import Item, Measure, Measured, Part, PlanBook, Source, held_by
from goru.book.model.editions import InstitutionPlan

many_books = settings(parent=settings.get_profile("books"))


@many_books
@given(made=books())
def test_a_book_taken_apart_and_put_together_is_itself(made: Made) -> None:
    book = made.book
    assert compose(decompose(book)) == book


@many_books
@given(made=books())
def test_its_parts_come_back_from_where_they_are_kept(made: Made) -> None:
    book = made.book
    parts = decompose(book)

    national = kept(parts.national)
    plans = tuple(kept(plan) for plan in parts.plans)

    assert compose(Parts(national, plans)) == book


@many_books
@given(made=books())
def test_each_part_has_what_is_one_institutions(made: Made) -> None:
    book = made.book
    parts = decompose(book)

    assert not parts.national.plans
    assert not [row for task in parts.national.action_tasks for row in task.budget_rows if row.ministry]
    for plan in parts.plans:
        rows = [row for task in plan.tasks for row in task.rows]
        assert {row.ministry for row in rows} <= {plan.institution}
        assert {sheet.institution for sheet in plan.sheets} <= {plan.institution}


@many_books
@given(made=books(), random=st.randoms(use_true_random=False))
def test_the_order_of_the_parts_does_not_matter_to_rows_of_ministries(made: Made, random: Any) -> None:
    book = made.book
    parts = decompose(book)
    shuffled = list(parts.plans)
    random.shuffle(shuffled)

    assert compose(Parts(parts.national, tuple(shuffled))) == book


@many_books
@given(made=books())
def test_facts_hold_no_place_and_have_them_all_again(made: Made) -> None:
    book = made.book
    value = book.model_dump(mode="json")

    facts, where = facts_of(value)

    assert with_places(facts, where) == value
    assert len(where) == places_in(value)
    assert not list(held_by(PlanBook.model_validate(facts), Source))


@many_books
@given(made=books(), lines=st.integers(1, 50))
def test_another_print_or_other_ids_of_the_same_facts_have_the_same_digest(made: Made, lines: int) -> None:
    book = made.book
    facts, _ = facts_of(book.model_dump(mode="json"))

    reprinted, _ = facts_of(moved(book.model_dump(mode="json"), lines))
    nameless, _ = facts_of(without_ids(book).model_dump(mode="json"))

    assert digest_of(reprinted) == digest_of(nameless) == digest_of(facts)
    assert digest_of({**facts, "title": "다른 제목"}) != digest_of(facts)


@many_books
@given(made=books())
def test_every_item_gets_an_id_of_its_own_and_keeps_the_one_it_has(made: Made) -> None:
    book = made.book
    had = [held.item.item_id for held in items_of(book) if held.item.item_id]

    named = identified(book).book

    ids = ids_of(named)
    assert None not in ids
    assert len(set(ids)) == len(ids)
    assert set(had) <= set(ids)


@many_books
@given(made=books())
def test_a_book_that_is_identified_stays_as_it_is(made: Made) -> None:
    book = made.book
    named = identified(book).book

    assert identified(named) == identified(named, before=named)
    assert identified(named).book == named


@many_books
@given(made=books())
def test_the_same_book_without_ids_gets_all_of_them_again(made: Made) -> None:
    book = made.book
    before = identified(book).book

    again = identified(without_ids(before), before=before)

    assert without_codes(again.book) == without_codes(before)
    assert again.similar == ()


@many_books
@given(made=books())
def test_the_same_frame_a_year_later_gets_all_ids_that_names_can_tell(made: Made) -> None:
    book = made.book
    before = identified(book).book

    later = identified(without_ids(before), last_year=before).book

    assert set(ids_of(later)) & set(ids_of(before))


@many_books
@given(made=books(), data=st.data())
def test_a_reworded_item_changes_itself_and_what_stands_under_it_alone(
    made: Made, data: st.DataObject
) -> None:
    book = made.book
    before = identified(book).book
    items = items_of(before)
    at = data.draw(st.sampled_from([at for at, held in enumerate(items) if is_one_of_its_name(held, items)]))
    assume(worded(items[at].item))
    below = under(at, items)

    after = identified(without_ids(reworded(before, items[at].item.item_id)), before=before)

    ids = dict(zip(places(items_of(after.book)), ids_of(after.book), strict=True))
    expected = dict(zip(places(items), ids_of(before), strict=True))
    kept_ones = {place: one for place, one in expected.items() if one not in below}
    assert {place: ids[place] for place in kept_ones} == kept_ones
    assert not below & set(ids_of(after.book))


@many_books
@given(made=books(), data=st.data())
def test_what_a_person_takes_for_the_same_keeps_its_id_and_those_below(
    made: Made, data: st.DataObject
) -> None:
    book = made.book
    before = identified(book).book
    items = items_of(before)
    at = data.draw(st.sampled_from([at for at, held in enumerate(items) if is_one_of_its_name(held, items)]))
    assume(worded(items[at].item))
    changed = without_ids(reworded(before, items[at].item.item_id))
    place, known = places(items_of(changed))[at], items[at].item.item_id
    assert known

    after = identified(changed, before=before, same={place: known})

    assert ids_of(after.book) == ids_of(before)


WORDS = "전혀 다른 말로 고쳐 적은 이름"


def kept(value: Part) -> Any:
    """A value as it comes back from where it was kept: as JSON, without places and with them again."""
    facts, where = facts_of(value.model_dump(mode="json"))
    stored = json.loads(json.dumps([facts, where]))
    return type(value).model_validate(with_places(*stored))


def moved(value: Any, lines: int) -> Any:
    """The JSON of a book as if it were printed some lines further down."""
    if isinstance(value, dict):
        return {
            name: one + lines if name in ("first_line", "last_line") else moved(one, lines)
            for name, one in value.items()
        }
    return [moved(one, lines) for one in value] if isinstance(value, list) else value


def places_in(value: Any) -> int:
    """How many facts of a book have a place; all its page numbers together are one."""
    if isinstance(value, dict):
        own = sum(bool(one) for name, one in value.items() if is_place(name, one))
        return own + sum(places_in(one) for name, one in value.items() if not is_place(name, one))
    return sum(places_in(one) for one in value) if isinstance(value, list) else 0


def is_place(name: str, value: Any) -> bool:
    return name == "page_numbers_source" or (isinstance(value, dict) and "first_line" in value)


def ids_of(value: PlanBook | InstitutionPlan) -> list[UUID | None]:
    return [held.item.item_id for held in items_of(value)]


def without_codes(book: PlanBook) -> PlanBook:
    return mapped(book, lambda _: {"public_code": None})


def is_one_of_its_name(held: Held, items: list[Held]) -> bool:
    return sum((one.under, one.key[:-1]) == (held.under, held.key[:-1]) for one in items) == 1


def worded(item: Item) -> str | None:
    """The field that an item's key is made of, if it is words alone; an indicator's are those of its measure too."""
    if (
        isinstance(item, Measure | Measured)
        or "id" in type(item).model_fields
        or "group" in type(item).model_fields
    ):
        return None
    return next((name for name in ("name", "title", "text") if getattr(item, name, None)), None)


def reworded(book: PlanBook, which: UUID | None) -> PlanBook:
    def change(item: Item) -> dict[str, object]:
        field = worded(item)
        return {field: WORDS} if item.item_id == which and field else {}

    return mapped(book, change)


def under(at: int, items: list[Held]) -> set[UUID | None]:
    """The ids of an item and of all that stand under it."""
    below = {at}
    for number, held in enumerate(items):
        if held.under in below:
            below.add(number)
    return {items[number].item.item_id for number in below}
