"""Publications of a year: listed, told apart, and gone back to by who may."""

import re
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob
from tests import cast

from goru.book.model import PlanBook
from goru.core.audit import queries as audit
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.plans import queries as plans
from goru.domain.plans.actions import record_succession
from goru.domain.plans.models import Item, PlanCoreTask, Publication
from goru.domain.plans.vocabulary import ItemKind, SuccessionKind
from goru.domain.publication import queries as publications
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.importing.vocabulary import Part
from goru.pipelines.issuing.vocabulary import ISSUE_AGAIN

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 5, 5, tzinfo=UTC)
REASON = "계획을 공표할 권한이 없습니다."


def changed(book: PlanBook) -> PlanBook:
    """The small book with a new core task in the first plan, and another sum."""
    plan, *others = book.plans
    assert plan.budget
    assert plan.budget.total
    new = plan.core_tasks[0].model_copy(update={"name": "전에 없던 과제", "items": []})
    budget = plan.budget.model_copy(update={"total": plan.budget.total + 7})
    whole = plan.model_copy(update={"core_tasks": [*plan.core_tasks, new], "budget": budget})
    return book.model_copy(update={"plans": [whole, *others]})


@pytest.fixture
def second(adopted: Publication, small_book: PlanBook) -> Publication:
    adopt_book(book=changed(small_book), name="b.json", by=system_person(), at=AT, accepted=list(Part))
    return plans.published(adopted.cycle)


@pytest.fixture
def desk(secretariat: Person) -> Client:
    return cast.signed_in(secretariat)


def text_of(answer: object) -> str:
    content: bytes = answer.content  # type: ignore[attr-defined]
    return " ".join(re.sub(r"<[^>]*>", " ", content.decode()).split())


def test_the_list_says_which_editions_each_publication_changed(second: Publication, client: Client) -> None:
    page = text_of(client.get("/2025/publications/"))

    assert page.index("제2호") < page.index("제1호")
    assert "달라진 판: 세종" in page
    assert "그해의 첫 공표입니다." in page
    assert page.count("설치 프로그램") == 2


def test_a_person_who_published_is_said_by_role_alone(
    desk: Client, second: Publication, client: Client
) -> None:
    desk.post("/2025/publications/1/return/", {"seen": "2"})

    page = client.get("/2025/publications/").content.decode()

    assert "계획을 공표할 수 있는 담당자" in page
    assert "secretariat" not in page


def test_a_publication_shows_what_is_another_than_in_the_one_before(
    second: Publication, client: Client
) -> None:
    page = text_of(client.get("/2025/publications/2/"))

    assert re.search(r"세종 › 재정투입 › 총액 [\d,]+ [\d,]+", page)
    assert "전에 없던 과제" in page
    assert "item_id" not in page
    assert "공표본" in page
    assert plans.editions_of(second)[0].digest[:12] in page


def test_the_first_publication_has_nothing_to_be_compared_with(second: Publication, client: Client) -> None:
    page = text_of(client.get("/2025/publications/1/"))

    assert "견줄 것이 없습니다" in page
    assert "지금의 계획은 제2호입니다" in page
    assert page.count("지금은 다른 판") == 1


def test_a_publication_that_was_not_is_not_found(second: Publication, client: Client) -> None:
    assert client.get("/2025/publications/3/").status_code == 404
    assert client.get("/2026/publications/").status_code == 404


def test_citation_data_page_and_sitemap_lead_to_the_publication(second: Publication, client: Client) -> None:
    page = client.get("/2025/").content.decode()
    data = client.get("/data/2025/").content.decode()
    addresses = client.get("/2025/sitemap.xml").content.decode()

    assert "판 2025-2." in page
    assert 'href="/2025/publications/2/"' in page
    assert 'href="/2025/publications/"' in data
    assert all(f"/2025/publications/{one}<" in addresses for one in ("", "1/", "2/"))


def test_only_who_may_publish_is_offered_to_go_back(
    second: Publication, desk: Client, client: Client
) -> None:
    button = "/2025/publications/1/return/"

    assert button in desk.get("/2025/publications/1/").content.decode()
    assert button not in desk.get("/2025/publications/2/").content.decode()
    assert button not in client.get("/2025/publications/1/").content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_publish_is_refused_with_a_sentence(
    second: Publication, author_in_seoul: Person, method: str
) -> None:
    answer = getattr(cast.signed_in(author_in_seoul), method)("/2025/publications/1/return/", {"seen": "2"})

    assert answer.status_code == 403
    assert REASON in answer.content.decode()
    assert 'href="/2025/publications/"' in answer.content.decode()
    assert plans.published(second.cycle) == second


def test_who_is_not_signed_in_is_asked_to(second: Publication, client: Client) -> None:
    answer = client.post("/2025/publications/1/return/", {"seen": "2"})

    assert answer.headers["Location"].startswith("/accounts/sign-in/")
    assert plans.published(second.cycle) == second


def test_going_back_names_what_something_hangs_on_and_counts_what_goes(
    second: Publication, desk: Client
) -> None:
    new = PlanCoreTask.objects.select_related("item").get(name="전에 없던 과제").item
    other = Item.objects.filter(kind=ItemKind.CORE_TASK).exclude(pk=new.pk).earliest("code")
    record_succession(
        kind=SuccessionKind.SPLIT, predecessor=other.pk, successor=new.pk, by=system_person(), at=AT
    )

    page = text_of(desk.get("/2025/publications/1/return/"))

    assert f"전에 없던 과제 {new.code} · 핵심과제 · 세종 · 기록 1건" in page
    assert "핵심과제: 1개" in page
    assert [one.code for one in publications.items_missing(publications.publication_of(2025, 1))] == [
        new.code
    ]


def test_going_back_publishes_the_earlier_editions_as_a_new_publication_and_has_it_issued(
    second: Publication, adopted: Publication, desk: Client
) -> None:
    answer = desk.post("/2025/publications/1/return/", {"seen": "2"})

    now = plans.published(second.cycle)
    assert answer.headers["Location"] == "/2025/publications/3/"
    assert (now.number, now.digest) == (3, adopted.digest)
    assert set(plans.editions_of(now)) == set(plans.editions_of(adopted))
    assert not PlanCoreTask.objects.filter(name="전에 없던 과제").exists()
    assert audit.acts_about("cycle", "2025")[-1].act == "publication.published"
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name LIKE '%issue_cycle'")
        assert cursor.fetchone() == (1,)


@pytest.mark.parametrize("seen", ["1", "", "x"])
def test_who_saw_another_publication_in_force_has_to_look_again(
    second: Publication, desk: Client, seen: str
) -> None:
    answer = desk.post("/2025/publications/1/return/", {"seen": seen})

    assert answer.status_code == 409
    assert plans.published(second.cycle) == second


def test_going_back_to_what_is_in_force_is_refused(second: Publication, desk: Client) -> None:
    answer = desk.post("/2025/publications/2/return/", {"seen": "2"})

    assert answer.status_code == 409
    assert "되돌릴 것이 없습니다" in answer.content.decode()


def test_pages_of_publications_speak_english_too(second: Publication, client: Client) -> None:
    english = {"Accept-Language": "en"}
    for address in ("/2025/publications/", "/2025/publications/2/"):
        page = client.get(address, headers=english).content.decode()
        heading = re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)
        assert heading
        assert not re.search("공표|이력", heading[1])


def test_the_plan_of_each_publication_can_be_taken_away_as_it_was(
    second: Publication, small_book: PlanBook, client: Client
) -> None:
    names = []
    for number in (1, 2):
        answer = client.get(f"/2025/publications/{number}/plan.json")
        book = PlanBook.model_validate_json(answer.content)
        names.append({task.name for task in book.plans[0].core_tasks})

    assert names[1] - names[0] == {"전에 없던 과제"}
    assert names[0] == {task.name for task in small_book.plans[0].core_tasks}
    assert client.get("/2025/publications/9/plan.json").status_code == 404


@pytest.mark.usefixtures("empty_queue")
def test_the_data_of_an_earlier_publication_are_made_again_for_who_asks(
    second: Publication, client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.ISSUES = tmp_path
    asked = [client.get("/2025/publications/1/data/") for _ in range(2)]
    (job,) = ProcrastinateJob.objects.all()

    call_command("issue", job.args["year"], publication=job.args["number"], stdout=StringIO())

    assert [(one.status_code, one["Retry-After"], one["Cache-Control"]) for one in asked] == [
        (202, "5", "no-store")
    ] * 2
    assert job.task_name == ISSUE_AGAIN.task
    page = client.get("/2025/publications/1/data/")
    assert page.status_code == 200
    assert 'href="/2025/publications/1/data/plans.csv"' in page.content.decode()
    taken = client.get("/2025/publications/1/data/plan-core-tasks.json")
    assert taken["Content-Disposition"] == 'attachment; filename="2025-1-plan-core-tasks.json"'
    assert "전에 없던 과제" not in taken.content.decode()
    assert PlanCoreTask.objects.filter(name="전에 없던 과제").exists()
    assert plans.published(second.cycle) == second
    assert client.get("/2025/publications/1/data/secret.csv").status_code == 404


@pytest.mark.usefixtures("empty_queue")
def test_data_that_could_not_be_made_are_not_tried_at_each_visit(
    second: Publication, client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.ISSUES = tmp_path
    client.get("/2025/publications/1/data/")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")

    pages = [client.get("/2025/publications/1/data/") for _ in range(3)]

    assert [page.status_code for page in pages] == [200] * 3
    assert "누리집 운영자에게 알려 주세요" in pages[0].content.decode()
    assert "http-equiv" not in pages[0].content.decode()
    assert ProcrastinateJob.objects.count() == 1


def test_the_data_of_the_publication_in_force_are_those_of_the_year(
    second: Publication, client: Client
) -> None:
    answer = client.get("/2025/publications/2/data/")

    assert (answer.status_code, answer["Location"]) == (302, "/data/2025/")
