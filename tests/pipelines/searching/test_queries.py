"""Finding by words: morphemes, synonyms, typing errors, facets."""

import pytest

from goru.domain.plans.models import Publication, PublishedPlan
from goru.pipelines.searching.actions import index_cycle
from goru.pipelines.searching.queries import search
from goru.pipelines.searching.questions import Question

pytestmark = pytest.mark.web


@pytest.fixture
def indexed(adopted: Publication) -> Publication:
    index_cycle(cycle=adopted.cycle)
    return adopted


def titles(text: str, **chosen: str) -> list[str]:
    return [entry.title for entry in search(text, chosen).entries]


def test_a_word_of_two_syllables_finds_the_compounds_it_is_in(indexed: Publication) -> None:
    assert any("시험특구" in title for title in titles("특구"))


def test_particles_do_not_matter(indexed: Publication) -> None:
    assert titles("정원산업을") == titles("정원산업")
    assert titles("정원산업")


def test_every_word_must_be_found(indexed: Publication) -> None:
    assert titles("정원산업 청년")
    assert set(titles("정원산업 청년")) < set(titles("청년"))


def test_where_nothing_has_all_words_the_most_common_are_left_out_and_named(indexed: Publication) -> None:
    found = search("정원산업 특구 없는말이다", {})

    assert found.count == found.entries.count() > 0
    assert found.question.left_out[0] == "없는말이다"
    assert set(found.question.left_out[1:]) < {"정원산업", "특구"}


@pytest.mark.parametrize(("apart", "together"), [("정원 산업", "정원산업"), ("시험 특구", "시험특구")])
def test_blanks_do_not_matter(indexed: Publication, apart: str, together: str) -> None:
    assert titles(together)
    assert set(titles(apart)) == set(titles(together))


@pytest.mark.parametrize("asked", ["전략 2", "전략2", "전략 Ⅱ", "전략Ⅱ의"])
def test_a_strategy_is_found_by_its_number(indexed: Publication, asked: str) -> None:
    found = search(asked, {})

    assert (found.entries[0].kind, found.entries[0].key) == ("strategy", "Ⅱ")
    assert {entry.strategy for entry in found.entries} == {"Ⅱ"}


@pytest.mark.parametrize("year", ["2031", "2031년"])
def test_another_year_is_not_taken_for_a_typing_error(indexed: Publication, year: str) -> None:
    assert search(year, {}).question == Question((), {}, (year,))


def test_a_number_that_nothing_has_is_left_out_as_it_was_typed(indexed: Publication) -> None:
    found = search("정원산업 전략 9", {})

    assert found.entries
    assert found.question.left_out == ("전략 9",)


@pytest.mark.parametrize("asked", ["Ⅰ-1-(1)", "1-1-(1)", "1-1-1", "실천과제 1-1-1"])
def test_a_task_is_found_by_its_number(indexed: Publication, asked: str) -> None:
    first = search(asked, {}).entries[0]

    assert (first.kind, first.key) == ("action_task", "Ⅰ-1-(1)")


@pytest.mark.parametrize("asked", ["{}", "{} 2025", "2025년 {}"])
def test_an_institution_comes_first_by_any_of_its_names(indexed: Publication, asked: str) -> None:
    plan = PublishedPlan.objects.filter(kind="provincial").select_related("institution")[0]
    own = plan.institution

    for name in (own.short_name, plan.full_name, own.key, own.name_en):
        first = search(asked.format(name), {}).entries[0]
        assert (first.kind, first.key) == ("institution", own.key)


def test_a_synonym_finds_what_the_word_does_not(indexed: Publication) -> None:
    assert set(titles("고용")) >= {"일자리수"}


@pytest.mark.parametrize("typed", ["정언산업", "재생애너지", "xmrrn"])
def test_a_typing_error_is_forgiven_and_said(indexed: Publication, typed: str) -> None:
    found = search(typed, {})

    assert found.entries
    assert typed in found.question.corrections


def test_facets_count_what_they_leave(indexed: Publication) -> None:
    found = search("청년", {})

    for name, facets in found.facets.items():
        for facet in facets:
            assert search("청년", {name: facet.value}).entries.count() == facet.count


@pytest.mark.parametrize("text", ["", "!!!", "'; DROP", "쀍쀍쀍", "a" * 500, "( & |", "\\"])
def test_nothing_breaks_on_what_is_no_word(indexed: Publication, text: str) -> None:
    found = search(text, {})

    assert found.count == found.entries.count()
