"""Rules on what is not there at all."""

from collections.abc import Iterator

from goru.book.checking.rule import Found, first_line
from goru.book.model import PlanBook
from goru.book.paths import Path, each
from goru.book.register import authors


def missing_plans(book: PlanBook) -> Iterator[Found]:
    """Institutions that the overview (추진 목표 및 전략) announces and that have no plan in the book.

    Not those whose chapter the document does not have.
    """
    present = {plan.institution for plan in book.plans}
    announced = {
        sheet.institution: sheet.source
        for summary in book.summaries
        if summary.kind == "overview" and (not book.scope or f"{summary.of_plans}_plans" in book.scope)
        for sheet in reversed(summary.sheets)
    }
    for institution, source in announced.items():
        if institution not in present:
            yield Found(Path.of("plans", institution), [source], parameters={"institution": institution})


def missing_parts(book: PlanBook) -> Iterator[Found]:
    """Plans without vision, strategies, core tasks, budget or indicators; action tasks without a body."""
    for at, plan in each(book.plans, Path.of("plans")):
        parts = {
            "vision": plan.vision,
            "strategies": plan.strategies,
            "core_tasks": plan.core_tasks,
            "budget": plan.budget,
            "indicators": plan.indicators,
        }
        for part, value in parts.items():
            if not value:
                yield Found(at / part, [plan.source], case=part)
    has_body = not book.scope or "action_tasks" in book.scope
    for at, task in each(book.action_tasks, Path.of("action_tasks")):
        if has_body and not task.heading:
            yield Found(at, [task.source], case="body")


def core_tasks_without_items(book: PlanBook) -> Iterator[Found]:
    """Core tasks (핵심과제) of a plan under which no item (세부과제) stands."""
    for at, plan in each(book.plans, Path.of("plans")):
        for here, task in each(plan.core_tasks, at / "core_tasks"):
            if not task.items:
                yield Found(here, [task.source], found=task.name)


def unread_lines(book: PlanBook) -> Iterator[Found]:
    """Lines of the document that were not read though something was expected where they stand."""
    for run in book.unread:
        yield Found(Path.of("unread", run.part), [run.source], run.expected, parameters={"part": run.part})


def unknown_institutions(book: PlanBook) -> Iterator[Found]:
    """Plans of institutions that the register does not know as one of their kind."""
    for at, plan in each(book.plans, Path.of("plans")):
        if plan.institution not in authors(plan.kind):
            yield Found(at, [first_line(plan.source)], found=plan.institution)
