import pytest

from goru.book.composing import decompose
from goru.book.items.identifying import identified
from goru.book.items.placing import digest_of, facts_of, with_places
from goru.book.model import PlanBook


def test_places_lie_beside_the_facts_and_come_back(small_book: PlanBook) -> None:
    value = small_book.model_dump(mode="json")

    facts, places = facts_of(value)

    assert "first_line" not in str(facts)
    assert facts["page_numbers_source"] == []
    assert with_places(facts, places) == value
    assert value == small_book.model_dump(mode="json")


def test_a_place_is_that_of_an_item_wherever_it_went(small_book: PlanBook) -> None:
    parts = decompose(identified(small_book).book)
    value = parts.plans[0].model_dump(mode="json")
    facts, places = facts_of(value)

    facts["plan"]["core_tasks"].reverse()

    expected = list(reversed(value["plan"]["core_tasks"]))
    assert with_places(facts, places)["plan"]["core_tasks"] == expected


def test_a_fact_without_a_place_stays_without() -> None:
    assert with_places({"source": None, "item_id": "x"}, {}) == {"source": None, "item_id": "x"}


def test_a_word_that_only_ends_in_source_is_no_place() -> None:
    measure = {"name": "일자리수", "data_source": "통계청"}

    assert facts_of(measure) == (measure, {})


@pytest.mark.parametrize("field", ["source", "body_source"])
def test_the_digest_is_of_facts_alone(small_book: PlanBook, field: str) -> None:
    facts, _ = facts_of(small_book.model_dump(mode="json"))
    named, _ = facts_of(
        identified(small_book.model_copy(update={"action_tasks": []})).book.model_dump(mode="json")
    )
    other, _ = facts_of(
        identified(small_book.model_copy(update={"action_tasks": []})).book.model_dump(mode="json")
    )

    assert digest_of({**facts, "plans": [{**facts["plans"][0], "vision": None}]}) != digest_of(facts)
    assert digest_of(named) == digest_of(other)
    assert named != other
    assert field not in [name for name, value in facts["action_tasks"][0].items() if value]
