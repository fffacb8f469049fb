"""The page that finds: words marked, narrowed by facets, in few queries; nothing breaks it."""

from collections.abc import Callable
from html import unescape
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.utils.html import strip_tags
from pytest_django import DjangoDbBlocker

from goru.domain.plans.models import Cycle
from goru.pipelines.searching.actions import index_cycle
from goru.pipelines.searching.models import Entry
from goru.pipelines.searching.vocabulary import Kind
from goru.web.search.hits import hits

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("indexed")]


@pytest.fixture(scope="module")
def indexed(adopted_2024: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        index_cycle(cycle=Cycle.objects.get(year=2024))


def test_words_are_found_and_marked(
    client: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_max_num_queries(15):
        page = client.get("/search/", {"q": "방사광가속기"}).content.decode()

    assert "<mark>방사광가속기</mark>" in page
    assert 'value="방사광가속기"' in page


def test_what_is_found_can_be_narrowed_and_left_again(client: Client) -> None:
    asked = {"q": "특구", "kind": "focus_task", "year": "2024"}

    page = client.get("/search/", asked).content.decode()

    assert "기회발전<mark>특구</mark>" in page
    assert 'href="?q=%ED%8A%B9%EA%B5%AC&amp;year=2024" aria-current="true"' in page


def test_a_typing_error_is_said(client: Client) -> None:
    page = client.get("/search/", {"q": "방사관가속기"}).content.decode()

    assert "「방사관가속기」가 든 것이 없어 「방사광가속기」로 찾았습니다." in page


def test_nothing_found_says_what_to_do(client: Client) -> None:
    page = client.get("/search/", {"q": "쀍뛝쬻"}).content.decode()

    assert "다음 낱말이 든 것이 없습니다: 「쀍뛝쬻」" in page
    assert "낱말을 줄이거나" in page


def test_whatever_is_asked_a_page_answers(client: Client) -> None:
    names = ("q", "kind", "year", "institution", "strategy", "page")
    values = ("", "\x00", "<script>", "99999999999", "0000", "-1", "'", "가" * 500, "( & | !", "'a':*")

    for name, value in product(names, values):
        answer = client.get("/search/", {"q": "특구", name: value})

        assert answer.status_code == 200, (name, value)
        assert "<script" not in answer.content.decode()


def test_every_entry_leads_to_a_page_of_its_year_that_says_it(client: Client) -> None:
    for kind in Kind.values:
        entries = Entry.objects.filter(kind=kind).select_related("institution")[:3]
        assert entries, kind
        for hit in hits(entries, {"특구"}):
            answer = client.get(hit.address)
            assert answer.status_code == 200, hit.address
            if "#" in hit.address:
                assert hit.entry.title in unescape(strip_tags(answer.content.decode())), hit.address


def test_where_words_are_left_out_each_can_be_looked_for(client: Client) -> None:
    page = client.get("/search/", {"q": "방사광가속기 한강버스"}).content.decode()

    assert 'href="?q=%EB%B0%A9%EC%82%AC%EA%B4%91%EA%B0%80%EC%86%8D%EA%B8%B0"' in page
