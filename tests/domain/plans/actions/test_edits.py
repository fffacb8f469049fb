"""What is kept, said and put on record of editions and of edits in them."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.domain.plans.actions.conftest import AT, opened
from tests.domain.plans.actions.test_editions import edit, naming, task

from goru.book.items.editing import Change, Deed
from goru.book.items.placing import digest_of, facts_of
from goru.book.model.editions import InstitutionPlan
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Subject
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.plans import actions
from goru.domain.plans.models import Document, Edit, Edition, Item, Plan, Publication
from goru.domain.plans.vocabulary import EditionOrigin, EditionState, EditWay, ItemKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
TOTAL = "plan/budget/total"


def about(edition: Edition) -> Subject:
    return Subject("edition", str(edition.pk))


def total(edition: Edition, new: int) -> Change:
    return Change(Deed.SET, None, TOTAL, seen=total_of(edition), new=new)


def total_of(edition: Edition) -> int:
    found: int = Edition.objects.get(pk=edition.pk).content["plan"]["budget"]["total"]
    return found


@pytest.fixture
def document(adopted: Publication) -> Document:
    assert adopted.document
    return adopted.document


@pytest.fixture
def sealed(plan: Plan) -> Edition:
    return plan.editions.get(state=EditionState.SEALED)


def printed(document: Document, before: Edition, value: InstitutionPlan, **others: Any) -> Edition:
    given: dict[str, Any] = {"printed": value, "base": before, "by": system_person(), "at": AT} | others
    return actions.keep_printed(
        plan=before.plan, value=value, document=document, before=given.pop("base"), **given
    )


def another(document: Document) -> Document:
    return Document.objects.create(
        cycle=document.cycle,
        title="다른 판",
        name="other",
        digest="0" * 64,
        form=document.form,
        page_numbers=[],
        adopted_at=AT,
        adopted_by=system_person(),
    )


def with_places(edition: Edition) -> InstitutionPlan:
    """What a document prints that has the edition's facts, each title on a line of its own."""
    content = edition.content
    assert content["plan"]
    source = {"page": 3, "first_line": 7, "last_line": 7}
    return InstitutionPlan.model_validate(content | {"plan": content["plan"] | {"source": source}})


def test_an_edition_that_is_opened_is_on_record_with_its_plan_and_its_origin(
    edition: Edition, by: Person
) -> None:
    act = OfficialAct.objects.get(act="plans.edition_opened", subject_key=str(edition.pk))

    assert (act.line.subject, act.by, act.at) == (about(edition), by, AT)
    assert act.line.details == {"plan": "2025/sejong", "origin": "editions"}
    assert act.line.post == "세종 총괄 담당자"


def test_who_may_not_open_one_is_refused_about_the_plan_and_where_one_is_open_about_that(
    edition: Edition, by: Person, stranger_in_busan: Person
) -> None:
    with pytest.raises(Refused) as refused:
        opened(edition.plan, stranger_in_busan)
    with pytest.raises(Refused, match="이미 쓰고 있는 초안") as twice:
        opened(edition.plan, by)

    assert refused.value.about == Subject("plan", "2025/sejong")
    assert twice.value.about == about(edition)


def test_a_sealed_edition_is_on_record_with_its_digest_and_the_version_that_was_seen(
    edition: Edition, by: Person
) -> None:
    edit(edition, naming(edition, "하나"), by=by)

    later = AT + timedelta(hours=1)
    actions.seal(edition_id=edition.pk, version=2, by=by, at=later)

    kept = Edition.objects.get(pk=edition.pk)
    assert (kept.digest, kept.ended_by, kept.ended_at) == (digest_of(kept.content), by, later)
    act = OfficialAct.objects.get(act="plans.edition_sealed")
    assert (act.line.subject, act.by, act.at, act.line.post) == (
        about(edition),
        by,
        later,
        "세종 총괄 담당자",
    )
    assert act.line.details == {"digest": kept.digest, "version": 2}


def test_an_abandoned_edition_keeps_who_gave_it_up_and_when(edition: Edition, by: Person) -> None:
    later = AT + timedelta(hours=1)

    actions.abandon(edition_id=edition.pk, version=1, by=by, at=later)

    kept = Edition.objects.get(pk=edition.pk)
    assert (kept.state, kept.digest, kept.ended_by, kept.ended_at) == (EditionState.ABANDONED, "", by, later)
    act = OfficialAct.objects.get(act="plans.edition_abandoned")
    assert (act.line.subject, act.by, act.at, act.line.post) == (
        about(edition),
        by,
        later,
        "세종 총괄 담당자",
    )


@pytest.mark.parametrize("deed", [actions.seal, actions.abandon])
def test_who_ends_what_went_on_or_is_anothers_is_told_about_the_edition(
    edition: Edition, by: Person, stranger_in_busan: Person, deed: Any
) -> None:
    with pytest.raises(Outdated, match="그사이 이 초안이 바뀌었습니다") as outdated:
        deed(edition_id=edition.pk, version=2, by=by, at=AT)
    with pytest.raises(Refused) as refused:
        deed(edition_id=edition.pk, version=1, by=stranger_in_busan, at=AT)
    deed(edition_id=edition.pk, version=1, by=by, at=AT)
    with pytest.raises(Refused, match="지금 상태에서는") as again:
        deed(edition_id=edition.pk, version=2, by=by, at=AT)

    assert {one.value.about for one in (outdated, refused, again)} == {about(edition)}


def test_edits_are_refused_about_the_edition(edition: Edition, by: Person, stranger_in_busan: Person) -> None:
    project = Change(Deed.ADD, uuid4(), "projects", UUID(task(edition)["item_id"]), new={"name": 5})

    with pytest.raises(Refused) as strangers:
        edit(edition, naming(edition, "하나"), by=stranger_in_busan)
    with pytest.raises(Refused, match=r"적을 수 없는 값입니다: .*name") as unfit:
        edit(edition, project, by=by)
    actions.abandon(edition_id=edition.pk, version=1, by=by, at=AT)
    with pytest.raises(Refused, match="고칠 수 없습니다") as ended:
        edit(edition, naming(edition, "하나"), by=by)

    assert {one.value.about for one in (strangers, unfit, ended)} == {about(edition)}


def test_edits_of_several_fields_are_numbered_and_counted_as_one_version(
    edition: Edition, by: Person
) -> None:
    before = total_of(edition)
    new, under = uuid4(), UUID(task(edition)["item_id"])
    added = Change(Deed.ADD, new, "projects", under, new={"name": "정원 사업"})

    done = edit(edition, total(edition, 1300), added, by=by)

    assert done.edition.version == Edition.objects.get(pk=edition.pk).version == 2
    assert done.conflicts == []
    fields = ("number", "deed", "item", "field", "under", "seen", "new", "way", "by")
    assert list(Edit.objects.order_by("number").values_list(*fields)) == [
        (1, "set", None, TOTAL, None, before, 1300, "form", by.pk),
        (2, "add", new, "projects", under, None, {"name": "정원 사업"}, "form", by.pk),
    ]


def test_nothing_is_applied_of_what_is_all_stale_and_no_version_is_counted(
    edition: Edition, by: Person
) -> None:
    stale = naming(edition, "둘", seen="옛 이름")

    done = edit(edition, stale, by=by)

    assert (done.edition, done.applied) == (edition, ())
    assert [change for change, _ in done.conflicts] == [stale]
    assert Edition.objects.get(pk=edition.pk).version == 1


def test_all_or_nothing_applies_all_where_nothing_is_stale(edition: Edition, by: Person) -> None:
    done = edit(edition, naming(edition, "하나"), naming(edition, "둘", at=1), by=by, all_or_nothing=True)

    assert [one.number for one in done.applied] == [1, 2]
    assert (task(edition)["name"], task(edition, 1)["name"]) == ("하나", "둘")


def test_an_edit_goes_on_in_its_field_by_its_way_alone(edition: Edition, by: Person) -> None:
    """Each of these is another edit: another field of the item, another way, another deed, another item."""
    item = UUID(task(edition)["item_id"])

    edit(edition, naming(edition, "하나"), by=by)
    edit(edition, Change(Deed.SET, item, "strategy", seen=task(edition)["strategy"], new="자치"), by=by)
    edit(edition, naming(edition, "둘"), by=by)
    actions.edit(edition_id=edition.pk, changes=[naming(edition, "셋")], way=EditWay.WORKBOOK, by=by, at=AT)
    edit(edition, naming(edition, "넷", at=1), by=by)
    edit(edition, Change(Deed.REMOVE, item, seen=task(edition)), by=by)

    assert list(edition.edits.order_by("number").values_list("number", "deed", "field", "way")) == [
        (1, "set", "name", "form"),
        (2, "set", "strategy", "form"),
        (3, "set", "name", "form"),
        (4, "set", "name", "workbook"),
        (5, "set", "name", "form"),
        (6, "remove", "", "form"),
    ]


def test_an_edit_goes_on_until_something_else_is_edited(edition: Edition, by: Person) -> None:
    """So that whatever was there at a moment is what the edits until then say."""
    for at, new in enumerate((1300, 1400)):
        edit(edition, total(edition, new), by=by, at=AT + timedelta(minutes=at))
        edit(edition, naming(edition, str(new)), by=by, at=AT + timedelta(minutes=at))
        edit(edition, naming(edition, f"{new}!"), by=by, at=AT + timedelta(minutes=at))

    kept = edition.edits.order_by("number").values_list("number", "field", "new")
    assert list(kept) == [(1, TOTAL, 1300), (2, "name", "1300!"), (3, TOTAL, 1400), (4, "name", "1400!")]


def test_what_is_there_is_kept_as_the_item_that_it_was(edition: Edition, by: Person) -> None:
    one = task(edition)
    item = Item.objects.get(pk=one["item_id"])

    edit(edition, naming(edition, "하나"), by=by)

    assert Item.objects.get(pk=item.pk).code == item.code
    assert Item.objects.get(pk=item.pk).kind == ItemKind.CORE_TASK


def test_a_document_with_other_facts_makes_a_sealed_edition_with_all_that_it_says(
    sealed: Edition, document: Document
) -> None:
    new = uuid4()
    value = InstitutionPlan.model_validate(sealed.content)
    assert value.plan
    first, *others = value.plan.core_tasks
    tasks = [first.model_copy(update={"item_id": new, "public_code": None, "name": "새 과제"}), *others]
    value = value.model_copy(update={"plan": value.plan.model_copy(update={"core_tasks": tasks})})

    made = Edition.objects.get(pk=printed(document, sealed, value).pk)

    facts, _ = facts_of(value.model_dump(mode="json"))
    assert (made.plan, made.state, made.origin) == (sealed.plan, EditionState.SEALED, EditionOrigin.DOCUMENT)
    assert (made.beginning, made.content, made.digest) == (facts, facts, digest_of(facts))
    assert (made.document, made.opened_at, made.ended_at) == (document, AT, AT)
    assert (made.opened_by, made.ended_by) == (system_person(), system_person())
    assert Item.objects.get(pk=new).kind == ItemKind.CORE_TASK


def test_the_first_that_is_printed_of_a_plan_has_no_base(sealed: Edition, document: Document) -> None:
    value = InstitutionPlan.model_validate(sealed.content)

    made = printed(document, sealed, value, base=None, printed=None)

    assert made != sealed
    assert not made.bases.exists()
    assert not made.printed_places.exists()


def test_another_print_of_the_same_facts_moves_their_places(sealed: Edition, document: Document) -> None:
    known = sealed.printed_places.get()
    other = another(document)

    same = printed(other, sealed, with_places(sealed))

    assert same == sealed
    latest = sealed.printed_places.latest("pk")
    assert (latest.document, list(latest.places)) == (other, ["/plan/source"])
    assert sealed.printed_places.filter(pk=known.pk, places=known.places).exists()


def test_the_same_places_are_kept_once_and_those_of_a_document_with_lines_again(
    sealed: Edition, document: Document
) -> None:
    first, value = sealed.printed_places.get(), with_places(sealed)
    bare = another(document)

    actions.keep_places(edition=sealed, document=bare, value=value)
    of_the_bare = sealed.printed_places.latest("pk")
    actions.keep_places(edition=sealed, document=bare, value=value)
    again = sealed.printed_places.latest("pk")
    actions.keep_lines(document=document, lines=[(1, 1, None, "한 줄")])
    actions.keep_places(edition=sealed, document=document, value=value)

    assert of_the_bare == again != first
    latest = sealed.printed_places.latest("pk")
    assert (latest.document, sealed.printed_places.count()) == (document, 2)
    actions.keep_places(edition=sealed, document=bare, value=value)
    assert sealed.printed_places.latest("pk") == latest


def test_what_begins_as_no_base_or_as_two_is_printed_nowhere(
    edition: Edition, plan: Plan, sealed: Edition, by: Person
) -> None:
    value = InstitutionPlan.model_validate(sealed.content)
    changed = value.model_copy(update={"position": 5})
    other = Edition.objects.exclude(plan=plan).filter(plan__institution__isnull=False)[0]
    printed_at = edition.printed_places.get()
    assert (printed_at.document, printed_at.places) == (
        sealed.printed_places.get().document,
        sealed.printed_places.get().places,
    )

    for version, (given, bases) in enumerate([(value, [sealed, other]), (changed, [sealed]), (value, [])]):
        last = plan.editions.get(state=EditionState.OPEN)
        actions.abandon(edition_id=last.pk, version=1, by=by, at=AT)
        begun = actions.open_edition(
            plan=plan,
            value=given,
            origin=EditionOrigin.EDITIONS,
            bases=bases,
            by=by,
            at=AT + timedelta(hours=version),
        )
        assert not begun.printed_places.exists()
        assert set(begun.bases.all()) == set(bases)


def test_what_is_added_or_stays_is_printed_where_it_was(edition: Edition, by: Person) -> None:
    before = edition.printed_places.get().places
    added = Change(Deed.ADD, uuid4(), "projects", UUID(task(edition)["item_id"]), new={"name": "정원 사업"})

    edit(edition, added, by=by)

    assert edition.printed_places.get().places == before


def test_where_a_task_was_printed_is_forgotten_with_its_body_once_it_is_set(adopted: Publication) -> None:
    by, base = system_person(), adopted.editions.get(plan__institution=None)
    draft = actions.continue_edition(base=base, by=by, at=AT)
    before = draft.printed_places.get().places
    item = next(at.partition("/")[0] for at in before if at.endswith("/body_source"))
    found = [one for tasks in draft.content.values() if isinstance(tasks, list) for one in tasks]
    named = next(one for one in found if one.get("item_id") == item)

    edit(draft, Change(Deed.SET, UUID(item), "name", seen=named["name"], new="새 이름"), by=by)

    kept = draft.printed_places.get().places
    assert {f"{item}/source", f"{item}/body_source"} & set(before) == set(before) - set(kept)
    assert f"{item}/body_source" in before
