from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from tests.at_once import beside
from tests.domain.plans.actions.conftest import AT, opened

from goru.book.items.editing import Change, Deed
from goru.book.model import PlanBook
from goru.book.model.editions import InstitutionPlan
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.plans import actions
from goru.domain.plans.actions import Edited
from goru.domain.plans.models import Edit, Edition, Item, Plan, Publication
from goru.domain.plans.vocabulary import EditionOrigin, EditionState, EditWay, ItemKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def task(edition: Edition, at: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = Edition.objects.get(pk=edition.pk).content["plan"]["core_tasks"][at]
    return found


def naming(edition: Edition, new: str, *, seen: str | None = None, at: int = 0) -> Change:
    one = task(edition, at)
    return Change(Deed.SET, UUID(one["item_id"]), "name", seen=seen or one["name"], new=new)


def edit(edition: Edition, *changes: Change, by: Person, at: datetime = AT, **rest: Any) -> Edited:
    return actions.edit(edition_id=edition.pk, changes=changes, way=EditWay.FORM, by=by, at=at, **rest)


def test_an_edition_begins_with_a_whole_value_whose_origin_it_names(edition: Edition, by: Person) -> None:
    base = edition.bases.get()

    assert (edition.state, edition.version, edition.digest) == (EditionState.OPEN, 1, "")
    assert edition.beginning == edition.content == base.content
    assert (edition.opened_by, edition.opened_at) == (by, AT)


def test_one_edition_of_a_plan_is_open(edition: Edition, by: Person) -> None:
    with pytest.raises(Refused):
        opened(edition.plan, by)


def test_a_stranger_opens_edits_seals_and_abandons_nothing(
    edition: Edition, stranger_in_busan: Person
) -> None:
    plan = Plan.objects.exclude(pk=edition.plan_id).filter(institution__key="jeju").get()
    given: dict[str, Any] = {"edition_id": edition.pk, "version": 1, "by": stranger_in_busan, "at": AT}

    for deed in (
        lambda: opened(plan, stranger_in_busan),
        lambda: edit(edition, naming(edition, "새 이름"), by=stranger_in_busan),
        lambda: actions.seal(**given),
        lambda: actions.abandon(**given),
    ):
        with pytest.raises(Refused) as found:
            deed()
        assert found.value.why is not Why.STATE
    assert not edition.edits.exists()
    assert not plan.editions.filter(state=EditionState.OPEN).exists()
    assert Edition.objects.get(pk=edition.pk).state == EditionState.OPEN


@pytest.mark.django_db(transaction=True)
def test_of_two_who_open_an_edition_at_once_one_is_refused(plan: Plan, by: Person) -> None:
    answer = beside(lambda: opened(plan, by), lambda: opened(plan, by))

    assert isinstance(answer, Refused)
    assert plan.editions.filter(state=EditionState.OPEN).count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_edit_at_once_both_are_kept(edition: Edition, by: Person) -> None:
    one, other = naming(edition, "하나"), naming(edition, "둘", at=1)

    answer = beside(lambda: edit(edition, one, by=by), lambda: edit(edition, other, by=by))

    assert isinstance(answer, Edited)
    assert (task(edition)["name"], task(edition, 1)["name"]) == ("하나", "둘")
    assert Edition.objects.get(pk=edition.pk).version == 3


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("deed", [actions.seal, actions.abandon])
def test_what_ends_at_once_is_edited_no_more(edition: Edition, by: Person, deed: Any) -> None:
    change = naming(edition, "하나")

    answer = beside(
        lambda: deed(edition_id=edition.pk, version=1, by=by, at=AT), lambda: edit(edition, change, by=by)
    )

    assert isinstance(answer, Refused)
    assert not Edit.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_end_an_edition_at_once_one_looks_again(edition: Edition, by: Person) -> None:
    given: dict[str, Any] = {"edition_id": edition.pk, "version": 1, "by": by, "at": AT}

    answer = beside(lambda: actions.seal(**given), lambda: actions.abandon(**given))

    assert isinstance(answer, Outdated)
    assert Edition.objects.get(pk=edition.pk).state == EditionState.SEALED


def test_an_edit_is_applied_and_kept_with_who_when_and_by_which_way(edition: Edition, by: Person) -> None:
    before = task(edition)["name"]

    done = edit(edition, naming(edition, "새 이름"), by=by)

    [kept] = done.applied
    assert (kept.number, kept.seen, kept.new, kept.way, kept.by, kept.at) == (
        1,
        before,
        "새 이름",
        EditWay.FORM,
        by,
        AT,
    )
    assert task(edition)["name"] == "새 이름"
    assert Edition.objects.get(pk=edition.pk).version == 2


def test_what_is_not_as_seen_is_given_back_and_the_others_are_applied(edition: Edition, by: Person) -> None:
    stale = naming(edition, "둘", seen="옛 이름", at=1)

    done = edit(edition, naming(edition, "하나"), stale, by=by)

    assert [one.new for one in done.applied] == ["하나"]
    assert done.conflicts == [(stale, task(edition, 1)["name"])]


def test_of_a_workbook_all_is_applied_or_nothing(edition: Edition, by: Person) -> None:
    stale = naming(edition, "둘", seen="옛 이름", at=1)

    done = edit(edition, naming(edition, "하나"), stale, by=by, all_or_nothing=True)

    assert (done.applied, len(done.conflicts)) == ((), 1)
    assert task(edition)["name"] != "하나"
    assert Edition.objects.get(pk=edition.pk).version == 1


def test_a_field_set_again_within_ten_minutes_by_the_same_person_is_one_edit(
    edition: Edition, by: Person
) -> None:
    first = task(edition)["name"]
    edit(edition, naming(edition, "하나"), by=by)
    edit(edition, naming(edition, "둘"), by=by, at=AT + timedelta(minutes=10))
    edit(edition, naming(edition, "셋"), by=by, at=AT + timedelta(minutes=10, seconds=1))
    edit(edition, naming(edition, "넷"), by=system_person(), at=AT + timedelta(minutes=12))

    assert list(edition.edits.order_by("number").values_list("number", "seen", "new")) == [
        (1, first, "둘"),
        (2, "둘", "셋"),
        (3, "셋", "넷"),
    ]


def test_setting_what_is_there_is_no_edit(edition: Edition, by: Person) -> None:
    edited = edit(edition, naming(edition, task(edition)["name"], seen="딴말"), by=by)

    assert (list(edited.applied), list(edited.conflicts)) == ([], [])
    assert not Edit.objects.exists()
    assert Edition.objects.get(pk=edition.pk).version == 1


def test_an_item_that_is_added_is_kept_with_a_code_of_its_own(edition: Edition, by: Person) -> None:
    new, deep = uuid4(), uuid4()
    steps = [
        {"item_id": str(deep), "text": "착공", "start": None, "end": None, "precision": "year", "done": False}
    ]
    given = {"name": "정원 사업", "steps": steps}

    edit(edition, Change(Deed.ADD, new, "projects", UUID(task(edition)["item_id"]), new=given), by=by)

    kept = Item.objects.in_bulk([new, deep])
    assert {one: kept[one].kind for one in kept} == {new: ItemKind.PROJECT, deep: ItemKind.MILESTONE}
    assert (kept[new].code or "")[0] == "P"
    assert kept[new].code != kept[deep].code


@pytest.mark.parametrize("given", [{"name": 5}, {"name": "x", "steps": [{"text": "번호 없음"}]}])
def test_what_cannot_be_there_is_refused_whole(edition: Edition, by: Person, given: Any) -> None:
    added = Change(Deed.ADD, uuid4(), "projects", UUID(task(edition)["item_id"]), new=given)

    with pytest.raises(Refused):
        edit(edition, naming(edition, "하나"), added, by=by)

    assert task(edition)["name"] != "하나"
    assert not Edit.objects.exists()


def test_a_sealed_edition_is_final_and_the_act_is_on_record(edition: Edition, by: Person) -> None:
    edit(edition, naming(edition, "하나"), by=by)

    sealed = actions.seal(edition_id=edition.pk, version=2, by=by, at=AT)

    assert (sealed.state, len(sealed.digest), sealed.ended_by) == (EditionState.SEALED, 64, by)
    assert OfficialAct.objects.filter(act="plans.edition_sealed").count() == 1
    with pytest.raises(Refused):
        edit(edition, naming(edition, "둘"), by=by)
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.filter(pk=edition.pk).update(content={})


def test_what_went_on_meanwhile_is_neither_sealed_nor_abandoned(edition: Edition, by: Person) -> None:
    edit(edition, naming(edition, "하나"), by=by)

    for deed in (actions.seal, actions.abandon):
        with pytest.raises(Outdated):
            deed(edition_id=edition.pk, version=1, by=by, at=AT)
    actions.abandon(edition_id=edition.pk, version=2, by=by, at=AT)

    act = OfficialAct.objects.get(act="plans.edition_abandoned")
    assert (act.subject_kind, act.subject_key, act.by_id) == ("edition", str(edition.pk), by.pk)
    assert Edition.objects.get(pk=edition.pk).state == EditionState.ABANDONED
    assert opened(edition.plan, by).state == EditionState.OPEN


def test_facts_are_printed_where_the_base_has_them_until_they_are_set(edition: Edition, by: Person) -> None:
    first, second = task(edition), task(edition, 1)

    def places() -> dict[str, Any]:
        found: dict[str, Any] = edition.printed_places.get().places
        return found

    before = places()
    total = Change(Deed.SET, None, "plan/budget/total", seen=1200, new=1300)
    edit(edition, total, naming(edition, "하나"), naming(edition, "둘", at=1), by=by)

    gone = {at for at in before if at not in places()}
    named = {f"{one['item_id']}/source" for one in (first, second)}
    assert named | {"/plan/budget/source"} == gone
    assert before == edition.bases.get().printed_places.get().places


def test_a_document_with_the_same_facts_makes_no_new_edition(
    adopted: Publication, small_book: PlanBook
) -> None:
    before = adopted.editions.get(plan__institution__key="sejong")
    value = InstitutionPlan.model_validate(before.content)
    assert adopted.document

    same = actions.keep_printed(
        plan=before.plan,
        value=value,
        printed=None,
        document=adopted.document,
        before=before,
        by=system_person(),
        at=AT,
    )
    other = actions.keep_printed(
        plan=before.plan,
        value=value.model_copy(update={"position": 5}),
        printed=value,
        document=adopted.document,
        before=before,
        by=system_person(),
        at=AT,
    )

    assert same == before
    assert other != before
    assert (other.state, list(other.bases.all())) == (EditionState.SEALED, [before])


def test_an_edition_that_a_document_begins_keeps_its_items_and_where_they_are_printed(
    adopted: Publication, plan: Plan, by: Person
) -> None:
    value = InstitutionPlan.model_validate(plan.editions.get().content)
    assert value.plan
    new = uuid4()
    first, *others = value.plan.core_tasks
    tasks = [first.model_copy(update={"item_id": new, "public_code": None}), *others]

    edition = actions.open_edition(
        plan=plan,
        value=value.model_copy(update={"plan": value.plan.model_copy(update={"core_tasks": tasks})}),
        origin=EditionOrigin.DOCUMENT,
        document=adopted.document,
        by=by,
        at=AT,
    )

    assert Item.objects.get(pk=new).kind == ItemKind.CORE_TASK
    assert edition.printed_places.get().document == adopted.document


def test_another_print_of_a_document_replaces_where_it_was_printed(adopted: Publication) -> None:
    before = adopted.editions.get(plan__institution__key="sejong")
    value = InstitutionPlan.model_validate(before.content)
    assert adopted.document

    actions.keep_places(edition=before, document=adopted.document, value=value)

    assert before.printed_places.count() == 1
    assert before.printed_places.get().places == {}


def test_an_item_that_is_added_twice_in_one_value_is_refused_whole(edition: Edition, by: Person) -> None:
    twice = str(uuid4())
    step = {"item_id": twice, "text": "착공", "start": None, "end": None, "precision": "year", "done": False}
    given = {"name": "정원 사업", "steps": [step, step]}
    added = Change(Deed.ADD, uuid4(), "projects", UUID(task(edition)["item_id"]), new=given)

    with pytest.raises(Refused, match="적을 수 없는 값입니다: item_id") as refused:
        edit(edition, added, by=by)

    assert refused.value.about == ("edition", str(edition.pk))

    assert not Edit.objects.exists()
    assert not Item.objects.filter(pk=twice).exists()
