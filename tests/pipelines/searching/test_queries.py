"""Finding by words: morphemes, synonyms, typing errors, facets."""

import pytest

from goru.domain.plans.models import Document
from goru.pipelines.searching.actions import index_cycle
from goru.pipelines.searching.models import Entry
from goru.pipelines.searching.queries import search

pytestmark = pytest.mark.web


@pytest.fixture
def indexed(adopted: Document) -> Document:
    index_cycle(cycle=adopted.cycle)
    return adopted


def titles(text: str, **chosen: str) -> list[str]:
    return [entry.title for entry in search(text, chosen).entries]


def test_a_word_of_two_syllables_finds_the_compounds_it_is_in(indexed: Document) -> None:
    assert any("시험특구" in title for title in titles("특구"))


def test_particles_do_not_matter(indexed: Document) -> None:
    assert titles("정원산업을") == titles("정원산업")
    assert titles("정원산업")


def test_every_word_must_be_found(indexed: Document) -> None:
    assert titles("정원산업 청년")
    assert not titles("정원산업 특구")


def test_a_synonym_finds_what_the_word_does_not(indexed: Document) -> None:
    assert set(titles("고용")) >= {"일자리수"}


@pytest.mark.parametrize("typed", ["정언산업", "재생애너지", "xmrrn"])
def test_a_typing_error_is_forgiven_and_said(indexed: Document, typed: str) -> None:
    found = search(typed, {})

    assert found.entries
    assert typed in found.question.corrections


def test_facets_count_what_they_leave(indexed: Document) -> None:
    found = search("청년", {})

    for name, facets in found.facets.items():
        for facet in facets:
            assert search("청년", {name: facet.value}).entries.count() == facet.count


@pytest.mark.parametrize("text", ["", "!!!", "'; DROP", "쀍쀍쀍", "a" * 500, "( & |", "\\"])
def test_nothing_breaks_on_what_is_no_word(indexed: Document, text: str) -> None:
    found = search(text, {})

    assert found.count == found.entries.count()


def test_an_index_is_made_once_and_again_with_another_book(indexed: Document) -> None:
    before = Entry.objects.count()

    assert not index_cycle(cycle=indexed.cycle)
    assert Entry.objects.count() == before
