"""Pages and map follow the provinces of their year: two until June 2026, one from July."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from goru.book.model import PlanBook
from goru.core.verdict import Refused
from goru.domain.institutions.actions import system_person
from goru.domain.plans.models import Document
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.issuing.actions import issue

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def adopt(book: PlanBook, year: int, province: str) -> Document:
    """The small book as of another year, its province another one."""
    facts: dict[str, Any] = book.model_dump(mode="json") | {"year": year}
    for parts in (facts["plans"], *(summary["sheets"] for summary in facts["summaries"])):
        for part in parts:
            part["institution"] = province if part.get("institution") == "세종" else part.get("institution")
    at = datetime(year, 4, 1, tzinfo=UTC)
    of_year = PlanBook.model_validate(facts)
    document = adopt_book(book=of_year, name="book.json", by=system_person(), at=at).document
    assert document
    return document


@pytest.mark.parametrize(
    ("year", "province", "key", "others"),
    [
        (2026, "광주", "gwangju", ["jeonnam-gwangju"]),
        (2027, "전남광주", "jeonnam-gwangju", ["gwangju", "jeonnam"]),
    ],
)
def test_the_map_has_the_provinces_of_its_year(
    client: Client, small_book: PlanBook, year: int, province: str, key: str, others: list[str]
) -> None:
    document = adopt(small_book, year, province)
    issue(cycle=document.cycle)

    page = client.get(f"/{year}/institutions/").content.decode()

    assert f'<a href="/{year}/institutions/{key}/" aria-label="{province} ' in page
    assert [other for other in others if f"/{year}/institutions/{other}/" in page] == []
    assert client.get(f"/{year}/institutions/{key}/").status_code == 200


def test_a_plan_of_a_province_that_is_no_more_is_refused(small_book: PlanBook) -> None:
    with pytest.raises(Refused, match="'광주'"):
        adopt(small_book, 2027, "광주")


def test_the_years_lead_to_the_same_page_where_the_other_year_has_it(
    client: Client, small_book: PlanBook, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    adopt(small_book, 2026, "광주")
    adopt(small_book, 2027, "전남광주")

    def led_to(address: str) -> str:
        page = client.get(address).content.decode()
        years = page[page.index('<ul class="years') :]
        return years[: years.index("</ul>")]

    with django_assert_max_num_queries(15):
        client.get("/2027/institutions/jeonnam-gwangju/")
    assert 'href="/2027/indicators/"' in led_to("/2026/indicators/")
    assert 'href="/2027/institutions/daegu-gyeongbuk/"' in led_to("/2026/institutions/daegu-gyeongbuk/")
    assert 'href="/2027/"' in led_to("/2026/institutions/gwangju/")
    assert 'href="/2027/"' in led_to("/2026/strategies/1/")
