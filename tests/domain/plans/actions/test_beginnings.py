"""What an edition begins with, where nothing was printed."""

from datetime import UTC, datetime

import pytest

from goru.book.items.editing import Change, Deed
from goru.book.model.editions import InstitutionPlan
from goru.book.paths import Path
from goru.core.verdict import Refused
from goru.domain.institutions.actions import system_person
from goru.domain.plans import actions, queries
from goru.domain.plans.models import ActionTask, Edition, Plan, PlanCoreTask, Publication
from goru.domain.plans.queries.compositions import book_of, item_at
from goru.domain.plans.vocabulary import EditionOrigin, EditWay, PlanKind
from goru.domain.publication import actions as publication
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.importing.vocabulary import Part

pytestmark = pytest.mark.web
AT = datetime(2026, 1, 2, tzinfo=UTC)


def edition_of(adopted: Publication, key: str) -> Edition:
    return next(
        one
        for one in queries.editions_of(adopted)
        if one.plan.institution and one.plan.institution.key == key
    )


def next_year(kind: PlanKind = PlanKind.PROVINCIAL, name: str = "세종") -> Plan:
    cycle = actions.open_cycle(year=2026, by=system_person(), at=AT)
    return actions.plan_for(cycle=cycle, kind=kind, name=name)


def test_an_empty_plan_holds_its_name_and_nothing_else(adopted: Publication) -> None:
    edition = actions.open_empty_plan(plan=next_year(), by=system_person(), at=AT)

    value = InstitutionPlan.model_validate(edition.content)
    assert (edition.origin, value.year, value.institution) == (EditionOrigin.EMPTY, 2026, "세종")
    assert value.plan
    assert (value.plan.full_name, value.plan.core_tasks) == ("세종특별자치시", [])


def test_a_plan_is_carried_over_with_its_items_and_says_what_it_emptied(adopted: Publication) -> None:
    base = edition_of(adopted, "sejong")

    edition, emptied = actions.carry_over(plan=next_year(), bases=[base], by=system_person(), at=AT)

    before, after = (InstitutionPlan.model_validate(one.content).plan for one in (base, edition))
    assert before
    assert after
    assert [one.item_id for one in after.core_tasks] == [one.item_id for one in before.core_tasks]
    assert [one.actual for one in after.indicators] == [one.target for one in before.indicators]
    assert {one.field for one in emptied} >= {"amount", "target", "plan/budget/total"}
    assert not edition.printed_places.exists()


def test_only_what_is_sealed_earlier_and_of_its_own_line_is_carried_over(adopted: Publication) -> None:
    by, sejong = system_person(), edition_of(adopted, "sejong")
    other = next(
        one for one in queries.editions_of(adopted) if one.plan_id != sejong.plan_id and one.plan.institution
    )
    draft = actions.continue_edition(base=sejong, by=by, at=AT)

    for plan, bases, said in (
        (next_year(), [draft], "확정된 것이어야"),
        (sejong.plan, [sejong], "앞선 해의 판만"),
        (next_year(), [other], "이 기관이나 이 기관이 이어받은"),
        (next_year(), [], "확정된 것이어야"),
    ):
        with pytest.raises(Refused, match=said):
            actions.carry_over(plan=plan, bases=bases, by=by, at=AT)


def test_what_is_not_changed_in_the_next_edition_keeps_its_place_and_one_row_is_touched(
    adopted: Publication,
) -> None:
    by, base = system_person(), edition_of(adopted, "sejong")
    before = {row.item_id: row.first_line for row in PlanCoreTask.objects.all()}
    task = PlanCoreTask.objects.filter(plan__institution__key="sejong").order_by("position")[0]

    draft = actions.continue_edition(base=base, by=by, at=AT)
    change = Change(Deed.SET, task.item_id, "name", seen=task.name, new="새 이름")
    actions.edit(edition_id=draft.pk, changes=[change], way=EditWay.FORM, by=by, at=AT)
    sealed = actions.seal(edition_id=draft.pk, version=2, by=by, at=AT)
    others = [one for one in queries.editions_of(adopted) if one.plan_id != base.plan_id]
    publication.publish(cycle=adopted.cycle, editions=[*others, sealed], by=by, at=AT)

    after = {row.item_id: row.first_line for row in PlanCoreTask.objects.all()}
    assert {item for item in before if before[item] != after[item]} == {task.item_id}
    assert after[task.item_id] is None
    assert PlanCoreTask.objects.get(item=task.item_id).name == "새 이름"


def test_who_writes_a_draft_that_is_behind_is_told(adopted: Publication) -> None:
    by, base = system_person(), edition_of(adopted, "sejong")
    draft = actions.continue_edition(base=base, by=by, at=AT)
    assert list(queries.drafts_behind(adopted)) == []

    changed = actions.abandon(edition_id=draft.pk, version=1, by=by, at=AT)
    first = actions.continue_edition(base=base, by=by, at=AT)
    item = PlanCoreTask.objects.filter(plan__institution__key="sejong")[0]
    change = Change(Deed.SET, item.item_id, "name", seen=item.name, new="새 이름")
    actions.edit(edition_id=first.pk, changes=[change], way=EditWay.FORM, by=by, at=AT)
    sealed = actions.seal(edition_id=first.pk, version=2, by=by, at=AT)
    late = actions.continue_edition(base=base, by=by, at=AT)
    others = [one for one in queries.editions_of(adopted) if one.plan_id != base.plan_id]
    made = publication.publish(cycle=adopted.cycle, editions=[*others, sealed], by=by, at=AT)

    assert changed.pk != late.pk
    assert [one.pk for one in queries.drafts_behind(made)] == [late.pk]


def test_a_place_leads_to_its_item(adopted: Publication) -> None:
    task = ActionTask.objects.order_by("position")[0]

    found = item_at(adopted, Path.of("action_tasks", task.code, "name"))

    assert found
    assert found.pk == task.item_id
    assert item_at(adopted, Path.of("headline")) is None


def test_a_task_with_all_that_stands_under_it_can_go(adopted: Publication) -> None:
    """Its ministries, money, projects and their links go with it."""
    book = book_of(adopted)
    gone = book.action_tasks[0].id
    less = book.model_copy(update={"action_tasks": book.action_tasks[1:]})

    adopt_book(book=less, name="less.json", by=system_person(), at=AT, accepted=list(Part))

    assert not ActionTask.objects.filter(code=gone, cycle=adopted.cycle).exists()
    assert ActionTask.objects.filter(cycle=adopted.cycle).count() == len(less.action_tasks)


def test_what_is_still_written_is_not_continued_and_the_national_part_never_begins_empty(
    adopted: Publication,
) -> None:
    by = system_person()
    draft = actions.continue_edition(base=edition_of(adopted, "sejong"), by=by, at=AT)

    with pytest.raises(Refused, match="확정된 것이어야"):
        actions.continue_edition(base=draft, by=by, at=AT)
    with pytest.raises(Refused, match="총괄은 지난해 총괄이나"):
        actions.open_empty_plan(plan=actions.national_part_of(cycle=adopted.cycle), by=by, at=AT)
