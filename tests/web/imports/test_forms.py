"""Which items are the same: what a person chose of what the preview asked."""

import json
import re
from uuid import uuid4

import pytest
from django.test import Client
from tests.web.imports.conftest import bring_in, decide, in_force

from goru.book.model import PlanBook
from goru.domain.plans.models import PlanCoreTask, Publication
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.vocabulary import Part

pytestmark = [pytest.mark.web, pytest.mark.django_db]
OLD, NEW = "지방재정 살림 강화", "지방재정 살림 다지기"


def bring_in_reworded(desk: Client, book: PlanBook) -> Import:
    """The small book as data without ids, a core task of a plan worded anew."""
    facts = book.model_dump(mode="json")
    (task,) = [one for plan in facts["plans"] for one in plan["core_tasks"] if one["name"] == OLD]
    task["name"] = NEW
    return bring_in(desk, json.dumps(facts).encode(), "plan.json")


def similar_in(page: str) -> list[tuple[str, str]]:
    """The choices of what is the same: field and value."""
    return re.findall(r'name="(same-\d+)" value="([^"]+)"', page)


@pytest.mark.parametrize("is_same", [True, False])
def test_a_reworded_core_task_keeps_its_item_where_a_person_says_that_it_is_the_same(
    desk: Client, adopted: Publication, small_book: PlanBook, is_same: bool
) -> None:
    before = PlanCoreTask.objects.get(name=OLD)
    items = set(before.items.values_list("item", flat=True))
    one = bring_in_reworded(desk, small_book)
    page = desk.get(f"/imports/{one.pk}/").content.decode()
    losses = re.findall(r'name="accepted_losses" value="([a-z-]+)" required', page)
    ((name, value),) = [pair for pair in similar_in(page) if pair[1].startswith(str(before.item_id))]
    seen = {"replaces": adopted.digest, "is_accepted": "on", "accepted_losses": losses}

    answer = decide(desk, one, "adopt", **seen, **{name: value if is_same else ""})

    after = PlanCoreTask.objects.get(name=NEW)
    assert answer.status_code == 302
    assert f"<strong>{NEW}</strong>" in page
    assert f"<strong>{OLD}</strong>" in page
    assert (after.item_id == before.item_id) == is_same
    assert (set(after.items.values_list("item", flat=True)) == items) == is_same


@pytest.mark.parametrize("value", ["x", "{old} /somewhere", "{other} {place}"])
def test_only_pairs_that_the_preview_showed_are_taken_for_the_same(
    desk: Client, adopted: Publication, small_book: PlanBook, value: str
) -> None:
    one = bring_in_reworded(desk, small_book)
    _name, shown = similar_in(desk.get(f"/imports/{one.pk}/").content.decode())[0]
    old, _blank, place = shown.partition(" ")
    sent = value.format(old=old, place=place, other=uuid4())
    accepted = {"is_accepted": "on", "accepted_losses": [part.value for part in Part]}

    answer = decide(desk, one, "adopt", replaces=adopted.digest, **accepted, **{"same-1": sent})

    assert answer.status_code == 409
    assert in_force() == adopted
