from collections.abc import Callable, Collection
from datetime import UTC, datetime

import pytest

from goru.book.model import Finding, PlanBook, Source
from goru.core.audit import queries as audit
from goru.core.verdict import Refused
from goru.domain.finance import queries as finance
from goru.domain.finance.models import BudgetLine
from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries as plans
from goru.domain.plans.actions import keep_lines
from goru.domain.plans.models import ActionTask, Cycle, Document, Publication, PublishedPlan, TaskItem
from goru.pipelines.importing.actions import Adoption, adopt_book
from goru.pipelines.importing.vocabulary import Part

pytestmark = [pytest.mark.web, pytest.mark.django_db]
EOK = 100_000_000
AT = datetime(2025, 4, 5, tzinfo=UTC)
Change = Callable[[PlanBook], PlanBook]


def adopt(
    book: PlanBook,
    *,
    findings: list[Finding] | None = None,
    accepted: Collection[Part] | None = None,
) -> Adoption:
    return adopt_book(
        book=book,
        name="book.json",
        by=system_person(),
        at=AT,
        accepted=accepted,
    )


def without_first_plan(book: PlanBook) -> PlanBook:
    return book.model_copy(update={"plans": book.plans[1:]})


def with_a_renamed_task(book: PlanBook) -> PlanBook:
    first, *others = book.action_tasks
    return book.model_copy(update={"action_tasks": [first.model_copy(update={"name": "새 이름"}), *others]})


def test_the_first_book_of_a_cycle_is_applied(adopted: Publication, small_book: PlanBook) -> None:
    assert adopted.is_current
    assert adopted.title == small_book.title
    assert PlanBook.model_validate(adopted.content) == small_book
    assert PublishedPlan.objects.filter(first_line__isnull=False).count() == len(small_book.plans)


def test_adopting_the_same_book_twice_changes_nothing(adopted: Publication, small_book: PlanBook) -> None:
    items = set(TaskItem.objects.values_list("pk", flat=True))

    again = adopt(small_book, findings=[])

    assert (again.is_applied, bool(again.difference)) == (False, False)
    assert again.document == adopted
    assert set(TaskItem.objects.values_list("pk", flat=True)) == items
    assert [act.act for act in audit.acts_about("cycle", "2025")] == [
        "plans.cycle_opened",
        "plans.book_adopted",
    ]


def test_a_changed_book_shows_its_difference_and_changes_nothing(
    adopted: Publication, small_book: PlanBook
) -> None:
    found = adopt(without_first_plan(small_book))

    assert not found.is_applied
    assert [(change.kind, change.path) for change in found.difference.changes] == [
        ("removed", "plans/provincial 세종")
    ]
    assert PublishedPlan.objects.filter(institution__key="sejong").exists()
    assert Document.objects.get(is_current=True) == adopted


def test_an_accepted_difference_is_applied_and_recorded(adopted: Publication, small_book: PlanBook) -> None:
    applied = adopt(without_first_plan(small_book), accepted=list(Part))

    adopted.refresh_from_db()
    assert applied.is_applied
    assert not adopted.is_current
    assert not PublishedPlan.objects.filter(institution__key="sejong").exists()
    assert not BudgetLine.objects.filter(plan__institution__key="sejong").exists()
    last = audit.acts_about("cycle", "2025")[-1]
    assert last.details["losses"]["provincial-plans"] == 1
    del last.details["losses"]
    assert last.details == {"digest": applied.document.digest, "replaces": adopted.digest, "changes": 1}
    assert audit.first_broken() is None


def test_a_book_that_loses_something_is_not_applied_before_each_loss_is_accepted(
    adopted: Publication, small_book: PlanBook
) -> None:
    fewer = without_first_plan(small_book)
    some = {loss.part for loss in adopt(fewer, accepted=[]).losses} - {Part.PLAN_MONEY}

    found = adopt(fewer, accepted=some)

    assert not found.is_applied
    assert Part.PLAN_MONEY in {loss.part for loss in found.losses}
    assert Document.objects.get(is_current=True) == adopted
    assert PublishedPlan.objects.filter(institution__key="sejong").exists()


def test_the_same_file_with_other_places_alone_is_applied(adopted: Publication, small_book: PlanBook) -> None:
    plan, *others = small_book.plans
    moved = plan.model_copy(update={"source": Source(first_line=1, last_line=1)})
    book = small_book.model_copy(update={"plans": [moved, *others]})

    of_another_file = adopt(book)
    Document.objects.update(name="book.json")
    of_the_same = adopt(book)

    assert (of_another_file.is_applied, of_the_same.is_applied) == (False, True)
    assert PublishedPlan.objects.get(institution__key="sejong").first_line == 1


def test_the_same_file_is_not_applied_unasked_where_something_is_lost(
    adopted: Publication, small_book: PlanBook
) -> None:
    Document.objects.update(name="book.json")

    again = adopt(small_book.model_copy(update={"page_numbers_source": []}))

    assert (again.is_applied, [loss.part for loss in again.losses]) == (False, [Part.PLACES])
    assert Document.objects.get(is_current=True).page_numbers


def test_the_same_file_with_other_places_is_not_applied_unasked_where_its_lines_are_lost(
    adopted: Publication, small_book: PlanBook
) -> None:
    Document.objects.update(name="book.json")
    keep_lines(document=adopted, lines=[(None, 1, None, "가")])
    plan, *others = small_book.plans
    moved = plan.model_copy(update={"source": Source(first_line=1, last_line=1)})

    found = adopt(small_book.model_copy(update={"plans": [moved, *others]}))

    assert (found.is_applied, [loss.part for loss in found.losses]) == (False, [Part.LINES])


def test_a_field_that_an_older_program_did_not_know_is_no_difference(
    adopted: Publication, small_book: PlanBook
) -> None:
    del adopted.content["decided"], adopted.content["headline"]["reconciled_source"]
    adopted.save()

    assert not adopt(small_book).difference


def test_what_stays_in_a_changed_book_keeps_its_row(adopted: Publication, small_book: PlanBook) -> None:
    plan, task = plans.plan_of(2025, "jeju"), plans.action_task_of(2025, "Ⅰ-1-(1)")

    adopt(with_a_renamed_task(small_book), accepted=[])

    assert plans.plan_of(2025, "jeju").pk == plan.pk
    renamed = ActionTask.objects.get(pk=task.pk)
    assert renamed.name == "새 이름"
    assert renamed.document == Document.objects.get(is_current=True)


def test_going_back_to_the_first_book_gives_the_first_facts(
    adopted: Publication, small_book: PlanBook
) -> None:
    before = list(BudgetLine.objects.order_by("first_line", "position").values_list("won", "wording"))
    adopt(without_first_plan(small_book), accepted=list(Part))

    back = adopt(small_book, accepted=[])

    after = list(BudgetLine.objects.order_by("first_line", "position").values_list("won", "wording"))
    assert before == after
    assert back.document.digest == adopted.digest


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
    finding = Finding(
        rule="budget-sum",
        severity="warning",
        category="accuracy",
        subject="plans/제주/budget",
        expected=801,
        found=800,
        difference=-1,
        message="합이 다릅니다.",
        parameters={"unit": "억원"},
        sources=[Source(first_line=3, last_line=4)],
    )

    adopt(small_book, findings=[finding])

    kept = plans.findings_on(adopted).get()
    assert (kept.rule, kept.expected, kept.difference) == ("budget-sum", 801, -1)
    assert kept.sources == [{"first_line": 3, "last_line": 4}]


@pytest.mark.book
def test_the_real_book_gives_the_headline_and_the_raw_totals(db: None, real_book: PlanBook) -> None:
    cycle = adopt(real_book).document.cycle

    nation = finance.nation_at_a_glance(cycle)
    assert [(money.kind.value, money.plans, money.stated // EOK) for money in nation.by_kind] == [
        ("provincial", 17, 471_563),
        ("sectoral", 14, 246_237),
        ("megaregional", 7, 24_214),
    ]
    assert nation.reconciled == 422_000 * EOK
    assert ActionTask.objects.count() == 68
    assert str(cycle.strategies.get(code="Ⅰ")) == "Ⅰ 자율성 키우는 과감한 지방분권"
    assert not adopt(real_book).difference
