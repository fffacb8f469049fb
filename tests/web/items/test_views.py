"""The code of an item leads to where it stands, for ever."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from goru.book.model import PlanBook
from goru.core.codes import public_code
from goru.domain.institutions.actions import system_person
from goru.domain.plans.actions import join_items, keep_items
from goru.domain.plans.models import ActionTask, Item, Milestone, PlanCoreTask, Project, Publication, TaskItem
from goru.domain.plans.vocabulary import ItemKind
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.importing.vocabulary import Part

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 5, 5, tzinfo=UTC)


def code(row: object) -> str:
    found: str = row.item.code  # type: ignore[attr-defined]
    return found


def test_a_code_leads_to_the_page_where_its_item_stands(adopted: Publication, client: Client) -> None:
    task = ActionTask.objects.get(code="Ⅰ-1-(1)")
    own = PlanCoreTask.objects.filter(plan__institution__key="sejong").earliest("position")
    project, milestone = Project.objects.earliest("pk"), Milestone.objects.earliest("pk")
    item = TaskItem.objects.filter(core_task=own).earliest("position")

    def led(row: object) -> str:
        return client.get(f"/items/{code(row)}").headers["Location"]

    assert led(task) == "/2025/action-tasks/1-1-1/"
    assert led(own) == led(item) == f"/2025/institutions/sejong/#task-{own.position}"
    assert led(project).startswith("/2025/action-tasks/")
    assert "/2025/focus-tasks/" in led(milestone)
    assert "#part-" in led(milestone)


@pytest.mark.usefixtures("plan_2024")
def test_every_item_with_a_code_stands_on_a_page(client: Client) -> None:
    """One of each kind, of the real plan."""
    for kind in ItemKind:
        one = Item.objects.filter(kind=kind, code__isnull=False).order_by("code").first()
        if one:
            answer = client.get(f"/items/{one.code}", follow=True)
            assert (kind, answer.status_code) == (kind, 200)
            assert "/2024/" in answer.redirect_chain[-1][0]


@pytest.mark.parametrize("form", ["{0}", "{1}", "{2} {3}", "{2}-{3}", "{2}–{3}/"])
def test_how_a_code_is_typed_does_not_matter(adopted: Publication, client: Client, form: str) -> None:
    whole = code(ActionTask.objects.earliest("pk"))

    answer = client.get(f"/items/{form.format(whole, whole.lower(), whole[:4], whole[4:])}")

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/2025/action-tasks/")


@pytest.mark.parametrize("typed", ["P0001231", "X", "1234567", "PP001236", "<b>"])
def test_a_mistyped_code_is_said_to_be_one(adopted: Publication, client: Client, typed: str) -> None:
    answer = client.get(f"/items/{typed}")

    assert answer.status_code == 404
    assert "항목 부호를 잘못 적은 것 같습니다" in answer.content.decode()
    assert "<b>" not in answer.content.decode().partition('class="lead"')[2].partition("</p>")[0]


def test_a_code_that_nobody_has_is_not_found(adopted: Publication, client: Client) -> None:
    answer = client.get(f"/items/{public_code('P', 999_999)}")

    assert answer.status_code == 404
    assert "잘못 적은" not in answer.content.decode()


def test_an_item_that_was_joined_leads_to_the_older_one(adopted: Publication, client: Client) -> None:
    older, younger = TaskItem.objects.select_related("item").order_by("item__code")[:2]
    join_items(item=younger.item_id, same_as=older.item_id, by=system_person(), at=AT)

    assert (
        client.get(f"/items/{code(younger)}").headers["Location"]
        == client.get(f"/items/{code(older)}").headers["Location"]
    )


def test_an_older_item_leads_to_where_the_one_that_turned_out_to_be_it_stands(
    adopted: Publication, client: Client
) -> None:
    keep_items({(older := Item(kind=ItemKind.TASK_ITEM)).pk: (ItemKind.TASK_ITEM, public_code("T", 0))})
    younger = TaskItem.objects.select_related("item").earliest("item__code")
    join_items(item=younger.item_id, same_as=older.pk, by=system_person(), at=AT)

    answer = client.get(f"/items/{public_code('T', 0)}")

    assert "#task-" in answer.headers["Location"]


def test_an_item_that_is_published_no_more_says_what_it_was(
    adopted: Publication, small_book: PlanBook, client: Client
) -> None:
    gone = PlanCoreTask.objects.filter(plan__institution__key="sejong").latest("position")
    plan, *others = small_book.plans
    fewer = plan.model_copy(update={"core_tasks": plan.core_tasks[:-1]})
    book = small_book.model_copy(update={"plans": [fewer, *others]})
    adopt_book(book=book, name="b.json", by=system_person(), at=AT, accepted=list(Part))

    answer = client.get(f"/items/{code(gone)}")
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "공표된 계획에 없는 항목입니다" in page
    assert [word for word in (gone.name, "핵심과제", "2025년", "세종", "제1호") if word not in page] == []


def test_an_item_of_drafts_alone_is_not_found(adopted: Publication, client: Client) -> None:
    draft = Item(kind=ItemKind.PROJECT)
    keep_items({draft.pk: (ItemKind.PROJECT, None)})

    answer = client.get(f"/items/{Item.objects.get(pk=draft.pk).code}")

    assert answer.status_code == 404


def test_pages_say_the_codes_of_what_they_show(adopted: Publication, client: Client) -> None:
    task = ActionTask.objects.get(code="Ⅰ-1-(1)")
    own = PlanCoreTask.objects.filter(plan__institution__key="sejong").earliest("position")

    assert f'href="/items/{code(task)}"' in client.get("/2025/action-tasks/1-1-1/").content.decode()
    assert f'href="/items/{code(own)}"' in client.get("/2025/institutions/sejong/").content.decode()
