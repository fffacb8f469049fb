from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Any

import pytest

from goru.book.model import Headline, Plan, PlanBook, Source
from goru.core.audit import queries as audit
from goru.core.verdict import Refused
from goru.domain.finance import queries as finance
from goru.domain.finance.models import BudgetLine
from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries as plans
from goru.domain.plans.actions import keep_lines
from goru.domain.plans.models import (
    ActionTask,
    Cycle,
    Document,
    Edition,
    PrintedPlaces,
    Publication,
    PublishedEdition,
    PublishedPlan,
    TaskItem,
)
from goru.domain.plans.queries.compositions import book_of
from goru.domain.plans.vocabulary import EditionState
from goru.pipelines.importing.actions import Adoption, adopt_book
from goru.pipelines.importing.vocabulary import Part

pytestmark = [pytest.mark.web, pytest.mark.django_db]
EOK = 100_000_000
AT = datetime(2025, 4, 5, tzinfo=UTC)


def adopt(book: PlanBook, *, accepted: Collection[Part] | None = None) -> Adoption:
    return adopt_book(book=book, name="book.json", by=system_person(), at=AT, accepted=accepted)


def in_force() -> Publication:
    return plans.published(plans.cycle_of(2025))


def without_first_plan(book: PlanBook) -> PlanBook:
    return book.model_copy(update={"plans": book.plans[1:]})


def part_of(book: PlanBook, *plans_of_it: Plan) -> PlanBook:
    """A file that has plans of institutions alone."""
    lists: dict[str, object] = {
        name: [] for name in PlanBook.model_fields if isinstance(getattr(book, name), list)
    }
    nothing = {"headline": Headline(budget=[]), "grand_total": None, "plans": list(plans_of_it)}
    return book.model_copy(update=lists | nothing)


def with_a_larger_budget(plan: Plan) -> Plan:
    assert plan.budget
    assert plan.budget.total
    return plan.model_copy(update={"budget": plan.budget.model_copy(update={"total": plan.budget.total + 1})})


def with_a_renamed_task(book: PlanBook) -> PlanBook:
    first, *others = book.action_tasks
    return book.model_copy(update={"action_tasks": [first.model_copy(update={"name": "새 이름"}), *others]})


def test_the_first_book_of_a_cycle_is_published(
    adopted: Publication, small_book: PlanBook, facts_of: Callable[[PlanBook], Any]
) -> None:
    printed = PublishedPlan.objects.filter(first_line__isnull=False)

    assert adopted.number == 1
    assert adopted.title == small_book.title
    assert plain(facts_of(book_of(adopted))) == plain(facts_of(small_book))
    assert printed.count() == len(small_book.plans)
    assert {one.state for one in plans.editions_of(adopted)} == {EditionState.SEALED}


def plain(facts: Any) -> Any:
    """Facts as the book says them: without what makes items of them."""
    own = {"item_id", "public_code", "covers", "measures", "measure", "strategies"}
    if isinstance(facts, dict):
        return {name: plain(one) for name, one in facts.items() if name not in own}
    return [plain(one) for one in facts] if isinstance(facts, list) else facts


def test_adopting_the_same_book_twice_changes_nothing(adopted: Publication, small_book: PlanBook) -> None:
    items = set(TaskItem.objects.values_list("pk", "item"))

    again = adopt(small_book)

    assert (again.is_applied, bool(again.difference)) == (False, False)
    assert again.document == adopted.document
    assert in_force() == adopted
    assert set(TaskItem.objects.values_list("pk", "item")) == items
    assert [act.act for act in audit.acts_about("cycle", "2025")] == [
        "plans.cycle_opened",
        "publication.published",
        "importing.book_adopted",
    ]


def test_a_changed_book_shows_its_difference_and_changes_nothing(
    adopted: Publication, small_book: PlanBook
) -> None:
    found = adopt(without_first_plan(small_book))

    assert not found.is_applied
    assert [(change.kind, change.path) for change in found.difference.changes] == [("removed", "plans/세종")]
    assert PublishedPlan.objects.filter(institution__key="sejong").exists()
    assert in_force() == adopted


def test_an_accepted_difference_is_published_and_recorded(adopted: Publication, small_book: PlanBook) -> None:
    applied = adopt(without_first_plan(small_book), accepted=list(Part))

    now = in_force()
    assert applied.is_applied
    assert now.number == adopted.number + 1
    assert not PublishedPlan.objects.filter(institution__key="sejong").exists()
    assert not BudgetLine.objects.filter(plan__institution__key="sejong").exists()
    published, last = audit.acts_about("cycle", "2025")[-2:]
    assert published.line.details == {
        "number": 2,
        "digest": now.digest,
        "editions": len(plans.editions_of(now)),
    }
    details = dict(last.line.details)
    assert details.pop("losses")["provincial-plans"] == 1
    assert applied.document
    assert details == {"digest": applied.document.digest, "publication": 2, "changes": 1}
    assert audit.verify().broken is None


def test_a_part_of_one_plan_makes_one_edition_and_one_publication(
    adopted: Publication, small_book: PlanBook
) -> None:
    before = {edition.plan_id: edition for edition in plans.editions_of(adopted)}

    applied = adopt(part_of(small_book, with_a_larger_budget(small_book.plans[0])), accepted=[])

    now = in_force()
    after = {edition.plan_id: edition for edition in plans.editions_of(now)}
    (changed,) = {plan for plan, edition in after.items() if before.get(plan) != edition}
    assert after.keys() == before.keys()
    assert after[changed].plan.institution.short_name == small_book.plans[0].institution  # type: ignore[union-attr]
    assert after[changed].document == applied.document
    assert list(after[changed].bases.all()) == [before[changed]]
    assert Edition.objects.count() == len(before) + 1
    assert (now.number, Publication.objects.count()) == (2, 2)
    assert now.document == adopted.document


def test_a_part_takes_away_what_of_its_own_plan_it_lacks_and_nothing_else(
    adopted: Publication, small_book: PlanBook
) -> None:
    plan = small_book.plans[0]
    fewer = plan.model_copy(update={"core_tasks": plan.core_tasks[1:]})

    found = adopt(part_of(small_book, fewer))

    assert found.difference.changes
    assert {change.path.split("/")[1] for change in found.difference.changes} == {"세종"}
    assert Part.FOCUS_TASKS not in {loss.part for loss in found.losses}


def test_a_part_that_says_the_same_publishes_nothing(adopted: Publication, small_book: PlanBook) -> None:
    again = adopt(part_of(small_book, small_book.plans[0]))

    assert (again.is_applied, bool(again.difference)) == (False, False)
    assert in_force() == adopted


def test_going_back_from_a_part_gives_the_first_editions(adopted: Publication, small_book: PlanBook) -> None:
    adopt(part_of(small_book, with_a_larger_budget(small_book.plans[0])), accepted=[])

    adopt(part_of(small_book, small_book.plans[0]), accepted=list(Part))

    now = in_force()
    assert now.number == 3
    assert now.digest == adopted.digest


def test_a_book_that_loses_something_is_not_applied_before_each_loss_is_accepted(
    adopted: Publication, small_book: PlanBook
) -> None:
    fewer = without_first_plan(small_book)
    some = {loss.part for loss in adopt(fewer, accepted=[]).losses} - {Part.PLAN_MONEY}

    found = adopt(fewer, accepted=some)

    assert not found.is_applied
    assert Part.PLAN_MONEY in {loss.part for loss in found.losses}
    assert in_force() == adopted
    assert PublishedPlan.objects.filter(institution__key="sejong").exists()


def test_the_same_file_with_other_places_alone_is_applied(adopted: Publication, small_book: PlanBook) -> None:
    plan, *others = small_book.plans
    moved = plan.model_copy(update={"source": Source(first_line=1, last_line=1)})
    book = small_book.model_copy(update={"plans": [moved, *others]})
    editions = Edition.objects.count()

    of_another_file = adopt(book)
    Document.objects.update(name="book.json")
    of_the_same = adopt(book)

    assert (of_another_file.is_applied, of_the_same.is_applied) == (False, True)
    assert PublishedPlan.objects.get(institution__key="sejong").first_line == 1
    assert (in_force(), Edition.objects.count()) == (adopted, editions)
    assert PrintedPlaces.objects.filter(document=of_the_same.document).exists()


def test_the_same_file_is_not_applied_unasked_where_something_is_lost(
    adopted: Publication, small_book: PlanBook
) -> None:
    Document.objects.update(name="book.json")

    again = adopt(small_book.model_copy(update={"page_numbers_source": []}))

    assert (again.is_applied, [loss.part for loss in again.losses]) == (False, [Part.PLACES])
    assert Document.objects.get().page_numbers


def test_the_same_file_with_other_places_is_not_applied_unasked_where_its_lines_are_lost(
    adopted: Publication, small_book: PlanBook
) -> None:
    Document.objects.update(name="book.json")
    keep_lines(document=Document.objects.get(), lines=[(None, 1, None, "가")])
    plan, *others = small_book.plans
    moved = plan.model_copy(update={"source": Source(first_line=1, last_line=1)})

    found = adopt(small_book.model_copy(update={"plans": [moved, *others]}))

    assert (found.is_applied, [loss.part for loss in found.losses]) == (False, [Part.LINES])


def test_a_field_that_an_older_program_did_not_know_is_no_difference(
    adopted: Publication, small_book: PlanBook
) -> None:
    edition = adopted.editions.get(plan__institution=None)
    places = edition.printed_places.get()
    assert edition.content.pop("decided", "none") is None
    older = _again(edition)
    PrintedPlaces.objects.create(edition=older, document=places.document, places=places.places)
    PublishedEdition.objects.filter(edition=edition).update(edition=older)

    assert not adopt(small_book).difference


def _again(edition: Edition) -> Edition:
    """Another edition of the same plan, as another program would have kept it."""
    return Edition.objects.create(
        **{
            field.attname: getattr(edition, field.attname)
            for field in Edition._meta.concrete_fields
            if not field.primary_key
        }
    )


def test_what_stays_in_a_changed_book_keeps_its_row(adopted: Publication, small_book: PlanBook) -> None:
    plan, task = plans.plan_of(2025, "jeju"), plans.action_task_of(2025, "Ⅰ-1-(1)")

    adopt(with_a_renamed_task(small_book), accepted=[])

    assert plans.plan_of(2025, "jeju").pk == plan.pk
    renamed = ActionTask.objects.get(pk=task.pk)
    assert (renamed.name, renamed.item_id) == ("새 이름", task.item_id)


def test_going_back_to_the_first_book_gives_the_first_facts(
    adopted: Publication, small_book: PlanBook
) -> None:
    before = list(BudgetLine.objects.order_by("first_line", "position").values_list("won", "wording"))
    adopt(without_first_plan(small_book), accepted=list(Part))

    back = adopt(small_book, accepted=[])

    after = list(BudgetLine.objects.order_by("first_line", "position").values_list("won", "wording"))
    assert before == after
    assert back.is_applied
    assert in_force().digest == adopted.digest


def test_an_unknown_ministry_is_refused_by_name_and_nothing_is_written(small_book: PlanBook) -> None:
    task, *others = small_book.action_tasks
    unknown = task.model_copy(update={"ministries": ["없는부"]})

    with pytest.raises(Refused, match="없는부"):
        adopt(small_book.model_copy(update={"action_tasks": [unknown, *others]}))

    assert not Cycle.objects.exists()


def test_an_unknown_institution_is_refused_by_name_and_nothing_is_written(small_book: PlanBook) -> None:
    plan, *others = small_book.plans
    unknown = plan.model_copy(update={"institution": "없는도"})

    with pytest.raises(Refused, match="'없는도'"):
        adopt(small_book.model_copy(update={"plans": [unknown, *others]}))

    assert not Cycle.objects.exists()


def test_an_action_task_without_its_core_task_is_refused(small_book: PlanBook) -> None:
    book = small_book.model_copy(update={"sectoral_core_tasks": small_book.sectoral_core_tasks[:1]})

    with pytest.raises(Refused, match=r"Ⅱ-1-\(1\)"):
        adopt(book)


@pytest.mark.parametrize("part", ["plans", "sectoral_core_tasks", "action_tasks", "focus_tasks"])
def test_a_book_that_says_the_same_twice_is_refused(small_book: PlanBook, part: str) -> None:
    parts = getattr(small_book, part)

    with pytest.raises(Refused, match="두 번"):
        adopt(small_book.model_copy(update={part: [*parts, parts[0]]}))


def test_findings_of_the_same_book_are_brought_up_to_date(adopted: Publication, small_book: PlanBook) -> None:
    found = list(plans.findings_on(adopted).values_list("rule", "subject"))
    assert found
    plans.findings_on(adopted).update(rule="of-an-older-program")

    adopt(small_book)

    assert list(plans.findings_on(in_force()).values_list("rule", "subject")) == found


@pytest.mark.book
def test_the_real_book_gives_the_headline_and_the_raw_totals(db: None, real_book: PlanBook) -> None:
    document = adopt(real_book).document
    assert document
    cycle = document.cycle

    nation = finance.nation_at_a_glance(cycle)
    assert [(money.kind.value, money.plans, money.stated // EOK) for money in nation.by_kind] == [
        ("provincial", 17, 471_563),
        ("sectoral", 14, 246_237),
        ("megaregional", 7, 24_214),
    ]
    assert nation.reconciled == 422_000 * EOK
    assert ActionTask.objects.count() == 68
    assert str(plans.frame_of(cycle).get(code="Ⅰ")) == "Ⅰ 자율성 키우는 과감한 지방분권"
    assert not adopt(real_book).difference


def test_lines_that_come_with_the_same_book_later_are_kept_once_and_recorded(
    adopted: Publication, small_book: PlanBook
) -> None:
    def again(text: str) -> None:
        lines = [(3, 1, None, text), (3, 2, "가", "둘째 줄")]
        adopt_book(book=small_book, name="book.json", by=system_person(), at=AT, lines=lines)

    again("첫 줄")
    again("다른 줄")

    assert adopted.document
    kept = adopted.document.lines.order_by("position")
    assert list(kept.values_list("position", "page", "number", "cell", "text")) == [
        (1, 3, 1, "", "첫 줄"),
        (2, 3, 2, "가", "둘째 줄"),
    ]
    acts = [act for act in audit.acts_about("cycle", "2025") if act.act == "importing.lines_kept"]
    assert [act.line.details for act in acts] == [{"digest": adopted.document.digest, "lines": 2}]
