"""A cycle that is only being written is no year to the public: nothing says that there is one."""

import json
import re
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.test import Client

from goru.book.model import Plan, PlanBook
from goru.book.model.editions import InstitutionPlan
from goru.book.model.plans import PlanCoreTask
from goru.domain.institutions.actions import load_register, system_person
from goru.domain.plans.actions import open_cycle, open_edition, plan_for
from goru.domain.plans.models import Cycle, Item, Publication
from goru.domain.plans.vocabulary import EditionOrigin, PlanKind
from goru.pipelines.searching.actions import index_cycle

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 1, 5, tzinfo=UTC)
DRAFTED = "아무도모르는비밀과제"
PUBLIC = (
    *("/", "/data/", "/api/v1/", "/api/v1/cycles", "/about/", "/data/catalogue.jsonld", "/robots.txt"),
    *("/2025/sitemap.xml", "/2025/publications/", "/2025/institutions/"),
)
OF_2026 = ("/2026/", "/2026/institutions/", "/2026/publications/", "/2026/sitemap.xml", "/data/2026/")


@pytest.fixture
def draft(db: None) -> Cycle:
    """2026 with an open edition of 세종's plan, and no publication."""
    load_register(by=system_person(), at=AT)
    cycle = open_cycle(year=2026, by=system_person(), at=AT)
    task = PlanCoreTask(item_id=uuid4(), strategy="전략", name=DRAFTED, items=[], source=None)
    own = Plan(
        kind="provincial",
        institution="세종",
        full_name="세종특별자치시",
        vision=None,
        strategies=[],
        core_tasks=[task],
        budget=None,
        indicators=[],
        performance_management=[],
        source=None,
    )
    open_edition(
        plan=plan_for(cycle=cycle, kind=PlanKind.PROVINCIAL, name="세종"),
        value=InstitutionPlan(kind="provincial", year=2026, institution="세종", plan=own),
        origin=EditionOrigin.EMPTY,
        by=system_person(),
        at=AT,
    )
    return cycle


def said(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address)
    return answer.status_code, answer.content.decode()


@pytest.mark.parametrize("address", PUBLIC)
def test_public_pages_work_beside_it_and_say_nothing_of_it(
    draft: Cycle, adopted: Publication, client: Client, address: str
) -> None:
    status, page = said(client, address)

    assert status == 200
    assert "/2026/" not in page
    assert DRAFTED not in page


def test_a_search_finds_nothing_of_it(draft: Cycle, adopted: Publication, client: Client) -> None:
    index_cycle(cycle=adopted.cycle)

    assert "검색 결과 0건" in said(client, f"/search/?q={DRAFTED}")[1]


def test_without_any_publication_the_first_page_says_what_to_do(draft: Cycle, client: Client) -> None:
    assert "아직 채택된 계획이 없습니다" in said(client, "/")[1]
    assert [said(client, one)[0] for one in ("/api/v1/", "/robots.txt", "/about/", "/search/?q=가")] == [
        200
    ] * 4
    assert json.loads(said(client, "/data/catalogue.jsonld")[1])
    assert said(client, "/data/")[0] == 200


@pytest.mark.parametrize("address", OF_2026)
def test_its_year_is_not_found_and_the_page_leads_to_the_years_there_are(
    draft: Cycle, adopted: Publication, client: Client, address: str
) -> None:
    status, page = said(client, address)

    assert status == 404
    assert "이 누리집에는 공표된 계획만 있고, 2026년 계획은 없습니다." in page
    assert 'href="/2025/"' in page
    assert DRAFTED not in page


def test_a_year_that_nobody_began_is_answered_alike(
    draft: Cycle, adopted: Publication, client: Client
) -> None:
    began, never = said(client, "/2026/")[1], said(client, "/2031/")[1]

    assert without_tokens(began).replace("2026", "2031") == without_tokens(never)


def without_tokens(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


def test_the_api_knows_nothing_of_its_year(draft: Cycle, adopted: Publication, client: Client) -> None:
    years = [one["year"] for one in json.loads(said(client, "/api/v1/cycles")[1])["data"]]

    assert years == [2025]
    assert said(client, "/api/v1/plans?year=2026") == said(client, "/api/v1/plans?year=2031")


def test_its_items_are_not_found_by_their_codes(draft: Cycle, adopted: Publication, client: Client) -> None:
    own = Item.objects.get(pk__in=_items_of(draft), code__isnull=False)

    assert said(client, f"/items/{own.code}")[0] == 404


def _items_of(cycle: Cycle) -> list[str]:
    edition = cycle.plans.get().editions.get()
    return [task["item_id"] for task in edition.content["plan"]["core_tasks"]]


def test_the_same_institution_is_shown_of_the_published_year_alone(
    draft: Cycle, adopted: Publication, small_book: PlanBook, client: Client
) -> None:
    page = said(client, "/2025/institutions/sejong/")[1]

    assert small_book.plans[0].core_tasks[0].name in page
    assert DRAFTED not in page
