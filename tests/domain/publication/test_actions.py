from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db.models import Model
from tests.at_once import beside

from goru.book.items.editing import Change, Deed
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Refused, Why
from goru.domain.finance.models import BudgetLine
from goru.domain.indicators.models import Indicator
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.plans import actions as plans
from goru.domain.plans.models import (
    Edition,
    Item,
    PlanCoreTask,
    Project,
    Projection,
    Publication,
    PublishedPlan,
    Statement,
)
from goru.domain.plans.queries.compositions import composition_of, value_class
from goru.domain.plans.queries.publications import editions_of, published
from goru.domain.plans.vocabulary import EditionOrigin, EditWay
from goru.domain.publication import actions

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 5, 1, tzinfo=UTC)


def edition_of(publication: Publication, key: str) -> Edition:
    return publication.editions.get(plan__institution__key=key)


def rewritten(base: Edition, *changes: Change) -> Edition:
    """A sealed edition that began as another and was edited."""
    value = value_class(base.plan).model_validate(base.content)
    edition = plans.open_edition(
        plan=base.plan, value=value, origin=EditionOrigin.EDITIONS, bases=[base], by=system_person(), at=AT
    )
    done = plans.edit(edition_id=edition.pk, changes=changes, way=EditWay.FORM, by=system_person(), at=AT)
    assert not done.conflicts
    return plans.seal(edition_id=edition.pk, version=2, by=system_person(), at=AT)


def publish(before: Publication, *new: Edition, by: Person | None = None) -> Publication:
    replaced = {one.plan_id: one for one in new}
    editions = [replaced.get(one.plan_id, one) for one in editions_of(before)]
    return actions.publish(cycle=before.cycle, editions=editions, by=by or system_person(), at=AT)


def renamed(base: Edition, name: str) -> Edition:
    task = base.content["plan"]["core_tasks"][0]
    return rewritten(base, Change(Deed.SET, UUID(task["item_id"]), "name", seen=task["name"], new=name))


def test_one_changed_title_touches_one_row_of_the_plan(adopted: Publication) -> None:
    new = renamed(edition_of(adopted, "sejong"), "새 이름")
    publication = publish(adopted, new)

    again = actions.refresh(
        publication=publication, composition=composition_of(adopted.cycle, editions_of(adopted))
    )

    assert (publication.number, published(adopted.cycle)) == (2, publication)
    assert {name: count for name, count in again.items() if count and name != "Finding"} == {
        "PlanCoreTask": 1
    }


def test_the_same_editions_again_are_no_new_publication_and_touch_nothing(adopted: Publication) -> None:
    assert publish(adopted) == adopted

    touched = actions.refresh(
        publication=adopted, composition=composition_of(adopted.cycle, editions_of(adopted))
    )

    assert sum(touched.values()) == 0


def test_going_back_is_a_new_publication_with_the_rows_of_before(adopted: Publication) -> None:
    before = set(PlanCoreTask.objects.values_list("pk", "item", "name"))
    publish(adopted, renamed(edition_of(adopted, "sejong"), "새 이름"))

    back = publish(adopted)

    assert (back.number, back.digest) == (3, adopted.digest)
    assert set(PlanCoreTask.objects.values_list("pk", "item", "name")) == before


def test_rows_of_what_is_no_longer_published_go_and_items_stay(adopted: Publication) -> None:
    base = edition_of(adopted, "mois")
    row = next(row for task in base.content["tasks"] for row in task["rows"] if row.get("covers"))
    project = UUID(row["covers"][0]["item_id"])

    publish(adopted, rewritten(base, Change(Deed.REMOVE, UUID(row["item_id"]), seen=row)))

    assert not BudgetLine.objects.filter(item=row["item_id"]).exists()
    assert not Project.objects.filter(item=project).exists()
    assert Item.objects.filter(pk=project).exists()


@pytest.mark.parametrize("state", ["open", "abandoned"])
def test_only_what_is_sealed_is_published(adopted: Publication, state: str) -> None:
    base = edition_of(adopted, "sejong")
    value = InstitutionPlan.model_validate(base.content)
    draft = plans.open_edition(
        plan=base.plan, value=value, origin=EditionOrigin.EMPTY, by=system_person(), at=AT
    )
    if state == "abandoned":
        draft = plans.abandon(edition_id=draft.pk, version=1, by=system_person(), at=AT)

    with pytest.raises(Refused):
        publish(adopted, draft)

    assert published(adopted.cycle) == adopted


def test_a_plan_has_one_edition_in_a_publication(adopted: Publication) -> None:
    new = renamed(edition_of(adopted, "sejong"), "새 이름")

    with pytest.raises(Refused, match="하나씩"):
        actions.publish(cycle=adopted.cycle, editions=[*editions_of(adopted), new], by=system_person(), at=AT)


def test_a_plan_that_speaks_of_a_task_that_the_frame_no_longer_has_is_not_published(
    adopted: Publication,
) -> None:
    national = adopted.editions.get(plan__institution=None)
    task = national.content["action_tasks"][0]
    without = rewritten(national, Change(Deed.REMOVE, UUID(task["item_id"]), seen=task))

    with pytest.raises(Refused, match="총괄에 없는"):
        publish(adopted, without)


def test_a_task_of_a_ministry_that_the_register_does_not_know_is_not_published(adopted: Publication) -> None:
    national = adopted.editions.get(plan__institution=None)
    task = national.content["action_tasks"][0]
    change = Change(Deed.SET, UUID(task["item_id"]), "ministries", seen=task["ministries"], new=["없는부"])

    with pytest.raises(Refused, match="기관 등록부에 없는"):
        publish(adopted, rewritten(national, change))


def test_an_edition_that_says_another_year_than_its_plan_is_not_published(adopted: Publication) -> None:
    base = edition_of(adopted, "sejong")
    value = InstitutionPlan.model_validate({**base.content, "year": 2024})
    other = plans.open_edition(
        plan=base.plan, value=value, origin=EditionOrigin.EDITIONS, bases=[base], by=system_person(), at=AT
    )

    with pytest.raises(Refused, match="다른 해의 내용"):
        publish(adopted, plans.seal(edition_id=other.pk, version=1, by=system_person(), at=AT))


def test_what_is_found_again_is_the_same_finding(adopted: Publication) -> None:
    before = set(adopted.findings.values_list("pk", flat=True))

    after = publish(adopted, renamed(edition_of(adopted, "sejong"), "새 이름"))

    assert set(after.findings.values_list("pk", flat=True)) == before != set()


def test_an_item_that_went_to_another_plan_is_published_with_both_or_not_at_all(adopted: Publication) -> None:
    base, other = edition_of(adopted, "sejong"), edition_of(adopted, "jeju")
    item = base.content["plan"]["core_tasks"][0]["items"][0]
    to = UUID(other.content["plan"]["core_tasks"][0]["item_id"])
    left = rewritten(base, Change(Deed.REMOVE, UUID(item["item_id"]), seen=item))
    come = rewritten(other, Change(Deed.ADD, UUID(item["item_id"]), "items", to, new={"text": item["text"]}))

    with pytest.raises(Refused, match=item["text"]):
        publish(adopted, come)

    assert publish(adopted, left, come).number == 2


def test_a_stranger_does_not_publish(adopted: Publication, stranger_in_busan: Person) -> None:
    new = renamed(edition_of(adopted, "sejong"), "새 이름")

    with pytest.raises(Refused) as found:
        publish(adopted, new, by=stranger_in_busan)

    assert found.value.why is Why.FORBIDDEN
    assert Publication.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_at_once_each_makes_a_publication(adopted: Publication) -> None:
    one = renamed(edition_of(adopted, "sejong"), "새 이름")
    other = renamed(edition_of(adopted, "jeju"), "다른 이름")

    answer = beside(lambda: publish(adopted, one), lambda: publish(adopted, other))

    assert isinstance(answer, Publication)
    assert answer.number == 3
    assert list(Publication.objects.order_by("number").values_list("number", flat=True)) == [1, 2, 3]


def test_plans_of_ministries_without_a_duty_are_published_too(
    adopted: Publication, small_book: PlanBook
) -> None:
    owing = set(PublishedPlan.objects.exclude(duty=None).values_list("institution__short_name", flat=True))
    others = set(PublishedPlan.objects.filter(duty=None).values_list("institution__short_name", flat=True))

    assert {plan.institution for plan in small_book.plans} <= owing
    assert not owing & others


@pytest.mark.parametrize("kind", [BudgetLine, Statement, Indicator])
def test_rows_in_a_form_of_before_are_made_again_once_and_that_is_on_record(
    adopted: Publication, kind: type[Model]
) -> None:
    rows = kind._default_manager.all()
    lines = rows.count()
    rows.delete()
    Projection.objects.update(form=actions.FORM - 1)

    done = [actions.refresh_outdated(by=system_person(), at=AT) for _ in range(2)]

    assert done == [[adopted.cycle], []]
    assert rows.count() == lines > 0
    act = OfficialAct.objects.get(act="publication.refreshed")
    assert (act.subject_key, act.line.details["number"]) == ("2025", 1)
    assert act.line.details["touched"][kind.__name__] == lines


def test_a_stranger_makes_no_rows_again(adopted: Publication, stranger_in_busan: Person) -> None:
    Projection.objects.all().delete()

    with pytest.raises(Refused) as found:
        actions.refresh_outdated(by=stranger_in_busan, at=AT)

    assert found.value.why is Why.FORBIDDEN
    assert not Projection.objects.exists()


def test_a_finding_that_is_not_there_is_found_again_and_that_is_on_record(adopted: Publication) -> None:
    found, mark = adopted.findings.count(), adopted.mark
    adopted.findings.get(position=1).delete()
    Publication.objects.update(mark="")

    actions.check_again(publication=adopted, by=system_person(), at=AT)

    adopted.refresh_from_db()
    assert (adopted.findings.count(), adopted.mark) == (found, mark)
    act = OfficialAct.objects.get(act="publication.checked_again")
    assert (act.subject_key, act.line.details) == ("2025", {"number": 1, "touched": 1})


def test_a_stranger_checks_nothing_again(adopted: Publication, stranger_in_busan: Person) -> None:
    with pytest.raises(Refused) as found:
        actions.check_again(publication=adopted, by=stranger_in_busan, at=AT)

    assert found.value.why is Why.FORBIDDEN
