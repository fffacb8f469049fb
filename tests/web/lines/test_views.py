"""The printed words at a place: shown where the installation was given the book, else what the place is."""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from tests.conftest import SMALL_BOOK

from goru.book.model import Headline, PlanBook
from goru.book.reading import read
from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries as plans
from goru.domain.plans.actions import keep_lines
from goru.domain.plans.models import Document, PrintedLine, Publication
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.importing.vocabulary import Part

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def printed(publication: Publication) -> Document:
    """The document that prints the national part."""
    assert publication.document
    return publication.document


@pytest.fixture
def given(adopted: Publication) -> Document:
    lines = [(line.page, line.number, line.cell, line.text) for line in read(SMALL_BOOK)]
    document = printed(adopted)
    keep_lines(document=document, lines=lines)
    return document


def test_where_the_book_was_given_places_lead_to_its_words(given: Document, client: Client) -> None:
    plan = client.get("/2025/institutions/sejong/").content.decode()
    address = plan.split('<a class="place" href="')[1].split('"')[0].replace("&amp;", "&")

    page = client.get(address).content.decode()

    line = PrintedLine.objects.get(
        document=given, number=int(address.partition("first_line=")[2].split("&")[0])
    )
    assert f'<li class="here"><span class="place">{line.number}</span> <span lang="ko">{line.text}' in page
    assert page.count('<li class="here">') >= 1
    assert page.count("<li><span") >= 3
    assert given.title in page


def test_a_finding_leads_to_each_of_its_places(given: Document, client: Client) -> None:
    given_of = plans.published(given.cycle)
    given_of.findings.all().delete()
    sources = [{"first_line": 3, "last_line": 4}, {"first_line": 9, "last_line": 9}]
    given_of.findings.create(
        position=1,
        rule="misspelt-word",
        severity="warning",
        category="accuracy",
        subject="plans/세종",
        sources=sources,
    )

    page = client.get("/2025/findings/").content.decode()

    assert "first_line=3&amp;last_line=4" in page
    assert "first_line=9&amp;last_line=9" in page


def test_where_the_book_was_not_given_a_place_leads_to_what_it_is(
    adopted: Publication, client: Client
) -> None:
    plan = client.get("/2025/institutions/sejong/").content.decode()
    address = plan.split('<a class="place" href="')[1].split('"')[0].replace("&amp;", "&")

    page = client.get(address).content.decode()

    assert '<span class="place">' not in plan
    assert "원문을 보일 수 없습니다" in page
    assert "텍스트 파일(텍스트본)의 행 번호이며" in page
    assert 'class="excerpt"' not in page


@pytest.mark.parametrize(
    ("form", "query", "words"),
    [
        ("text", "first_line=5&last_line=5", ["<h1>텍스트본 5행<", "텍스트본", "인쇄본 1–2쪽 사이입니다"]),
        ("text", "first_line=5&last_line=7", ["<h1>텍스트본 5–7행<"]),
        ("pdf", "first_line=3&last_line=3&page=12", ["<h1>12쪽 3행<", "PDF 파일의 쪽과"]),
        ("hwpx", "first_line=12&last_line=12", ["<h1>문단 12<", "문단 번호이거나"]),
        ("hwpx", "first_line=12&last_line=12&cell=표 3 B2", ["<h1>표 3 B2<"]),
    ],
)
def test_a_place_says_what_it_is(
    adopted: Publication, client: Client, form: str, query: str, words: list[str]
) -> None:
    Document.objects.filter(pk=printed(adopted).pk).update(form=form)

    page = client.get(f"/2025/lines/?{query}").content.decode()

    assert [word for word in words if word not in page] == []


def test_the_printed_page_is_said_as_far_as_it_is_known(adopted: Publication, client: Client) -> None:
    def said(line: int) -> str:
        return client.get(f"/2025/lines/?first_line={line}&last_line={line}").content.decode()

    numbers = [(number, line) for number, line in ((2, 20), (3, 30), (7, 70))]
    kept = [{"number": number, "source": {"first_line": line, "last_line": line}} for number, line in numbers]
    Document.objects.filter(pk=printed(adopted).pk).update(page_numbers=kept)
    known, between, after = said(25), said(31), said(71)
    Document.objects.filter(pk=printed(adopted).pk).update(page_numbers=[])

    assert "인쇄본 3쪽입니다" in known
    assert "인쇄본 4–7쪽 사이입니다" in between
    assert "인쇄본 8쪽이나 그 뒤입니다" in after
    assert "몇 쪽인지 알 수 없습니다" in said(25)


@pytest.mark.parametrize(
    "query",
    [
        *("", "first_line=x&last_line=1", "first_line=0&last_line=1", "first_line=99999&last_line=99999"),
        "first_line=20&last_line=10",
    ],
)
def test_a_place_that_is_none_is_not_found(given: Document, client: Client, query: str) -> None:
    assert client.get(f"/2025/lines/?{query}").status_code == 404


def test_in_a_book_of_pages_a_place_may_run_over_two(adopted: Publication, client: Client) -> None:
    lines = [(page, number, None, f"{page}쪽의 {number}번째 줄") for page in (1, 2) for number in (1, 2, 3)]
    keep_lines(document=printed(adopted), lines=lines)

    page = client.get("/2025/lines/?first_line=3&last_line=1&page=1&last_page=2").content.decode()

    assert page.count('<li class="here">') == 2
    assert '<li class="here"><span class="place">1-3</span> <span lang="ko">1쪽의 3번째 줄' in page


def test_lines_are_kept_with_the_book_and_later_too(adopted: Publication, small_book: PlanBook) -> None:
    def adopt(words: str) -> None:
        at = datetime(2025, 4, 5, tzinfo=UTC)
        adopt_book(
            book=small_book,
            name="book.txt",
            by=system_person(),
            at=at,
            lines=[(None, 1, None, words)],
        )

    adopt("처음 준 줄")
    adopt("다시 준 줄")

    assert [line.text for line in printed(adopted).lines.all()] == ["처음 준 줄"]


def test_places_of_a_plan_that_came_alone_lead_to_its_own_document(
    given: Document, small_book: PlanBook, client: Client
) -> None:
    plan = small_book.plans[0]
    assert plan.budget
    assert plan.budget.total
    larger = plan.model_copy(
        update={"budget": plan.budget.model_copy(update={"total": plan.budget.total + 1})}
    )
    lists: dict[str, object] = {
        name: [] for name in PlanBook.model_fields if isinstance(getattr(small_book, name), list)
    }
    alone = small_book.model_copy(
        update={**lists, "headline": Headline(budget=[]), "grand_total": None, "plans": [larger]}
    )
    lines = [(None, number, None, f"새 파일의 {number}번째 줄") for number in range(1, 200)]
    at = datetime(2025, 5, 5, tzinfo=UTC)
    adopt_book(book=alone, name="sejong.txt", by=system_person(), at=at, accepted=list(Part), lines=lines)
    own = Document.objects.get(name="sejong.txt")

    def places(address: str) -> list[str]:
        return re.findall(
            r'<a class="place" href="([^"]*)"', client.get(address).content.decode().replace("&amp;", "&")
        )

    sejong, jeju = places("/2025/institutions/sejong/"), places("/2025/institutions/jeju/")
    assert f"document={own.pk}" in sejong[0]
    assert "새 파일의" in client.get(sejong[0]).content.decode()
    assert jeju
    assert not any("document=" in address for address in jeju)
    assert "새 파일의" not in client.get(jeju[0]).content.decode()


@pytest.mark.parametrize("document", ["0", "x", "99999999999999999999"])
def test_a_document_that_prints_nothing_of_it_is_not_found(
    given: Document, client: Client, document: str
) -> None:
    answer = client.get(f"/2025/lines/?first_line=3&last_line=3&document={document}")

    assert answer.status_code == 404
