"""The index of a year: made once, and of it only what differs."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from goru.book.model import PlanBook
from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.domain.publication import actions as publication
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.searching import actions
from goru.pipelines.searching.actions import index_cycle
from goru.pipelines.searching.models import Entry, Index, Term
from goru.pipelines.searching.queries import search

pytestmark = pytest.mark.web
AT = datetime(2025, 4, 5, tzinfo=UTC)
Keys = dict[int, str]


@pytest.fixture
def indexed(adopted: Publication) -> Publication:
    index_cycle(cycle=adopted.cycle)
    return adopted


@pytest.fixture
def no_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publication, "check", lambda _book, **_by: [])


def entries() -> Keys:
    """The vector of every entry, by its primary key."""
    return dict(Entry.objects.values_list("pk", "vector"))


def adopt_with(book: PlanBook, change: Callable[[str], str]) -> Publication:
    """Adopt a book in which the first item of the first plan is worded otherwise."""
    plan, *plans_after = book.plans
    task, *tasks_after = plan.core_tasks
    item, *items_after = task.items
    items = [item.model_copy(update={"text": change(item.text)}), *items_after]
    changed = plan.model_copy(update={"core_tasks": [task.model_copy(update={"items": items}), *tasks_after]})
    adopt_book(
        book=book.model_copy(update={"plans": [changed, *plans_after]}),
        name="book.json",
        by=system_person(),
        at=AT,
        accepted=(),
    )
    return plans.published(plans.latest_cycle())


def test_an_index_is_made_once(indexed: Publication) -> None:
    before = entries()

    assert not index_cycle(cycle=indexed.cycle)
    assert entries() == before


def test_one_changed_title_touches_one_entry(
    indexed: Publication, small_book: PlanBook, no_findings: None
) -> None:
    publication.check_again(publication=indexed, by=system_person(), at=AT)
    index_cycle(cycle=indexed.cycle)
    before = entries()

    adopt_with(small_book, lambda text: f"{text} 무지개다리")
    assert index_cycle(cycle=indexed.cycle)

    after = entries()
    assert len(before.keys() - after.keys()) == len(after.keys() - before.keys()) == 1
    assert {key: after[key] for key in before.keys() & after.keys()}.items() <= before.items()
    assert [entry.pk for entry in search("무지개다리", {}).entries] == list(after.keys() - before.keys())


def test_words_that_nothing_has_any_more_are_no_terms(indexed: Publication, small_book: PlanBook) -> None:
    adopt_with(small_book, lambda text: f"{text} 무지개다리")
    index_cycle(cycle=indexed.cycle)
    assert Term.objects.filter(text="무지개").exists()

    adopt_with(small_book, lambda text: text)
    index_cycle(cycle=indexed.cycle)

    counted = {term.text: term.entries for term in Term.objects.all()}
    assert "무지개" not in counted
    assert counted["청년"] == Entry.objects.filter(vector="청년").count()


def test_other_findings_on_the_same_book_make_the_index_again(
    indexed: Publication, no_findings: None
) -> None:
    assert Entry.objects.filter(kind="finding").exists()
    publication.check_again(publication=indexed, by=system_person(), at=AT)

    assert index_cycle(cycle=indexed.cycle)
    assert not Entry.objects.filter(kind="finding").exists()


def test_entries_of_another_form_are_all_made_again(
    indexed: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = entries()
    monkeypatch.setattr(actions, "FORM", actions.FORM + 1)

    assert index_cycle(cycle=indexed.cycle)
    assert not before.keys() & entries().keys()
    assert sorted(before.values()) == sorted(entries().values())
    assert Index.objects.get().made_of.endswith(f"-{actions.FORM}")


def test_entries_stand_in_the_order_of_the_book_whichever_row_was_written_last(
    indexed: Publication, small_book: PlanBook
) -> None:
    adopt_with(small_book, lambda text: f"{text} 무지개다리")
    index_cycle(cycle=indexed.cycle)

    items = Entry.objects.filter(kind="item").order_by("position")
    printed = [item.text for plan in small_book.plans for task in plan.core_tasks for item in task.items]
    assert [entry.title.removesuffix(" 무지개다리") for entry in items] == printed
