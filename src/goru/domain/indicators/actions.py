from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from goru.book import model as book_model
from goru.domain.indicators.models import Indicator
from goru.domain.indicators.rules import figure
from goru.domain.indicators.vocabulary import IndicatorKind
from goru.domain.plans.models import ActionTask, CoreTask, Document, Plan, printed_at


@transaction.atomic
def write_indicators(*, document: Document, book: book_model.PlanBook) -> None:
    """Write the indicators of a book anew; plans and tasks come first."""
    cycle = document.cycle
    plans = {
        (plan.kind, plan.institution.short_name): plan for plan in cycle.plans.select_related("institution")
    }
    core_tasks = {task.code: task for task in CoreTask.objects.filter(strategy__cycle=cycle)}
    action_tasks = {task.code: task for task in ActionTask.objects.filter(core_task__strategy__cycle=cycle)}
    Indicator.objects.filter(document__cycle=cycle).delete()
    Indicator.objects.bulk_create(
        [
            *_of_plans(document, book, plans),
            *_goals(
                document, ((t.indicators, {"core_task": core_tasks[t.id]}) for t in book.sectoral_core_tasks)
            ),
            *_goals(
                document, ((t.indicators, {"action_task": action_tasks[t.id]}) for t in book.action_tasks)
            ),
        ]
    )


def _of_plans(
    document: Document, book: book_model.PlanBook, plans: Mapping[tuple[str, str], Plan]
) -> Iterable[Indicator]:
    for printed in book.plans:
        for position, row in enumerate(printed.indicators, start=1):
            yield Indicator(
                kind=row.group or IndicatorKind.UNGROUPED,
                plan=plans[printed.kind, printed.institution],
                position=position,
                strategy_wording=row.strategy or "",
                name=row.name,
                unit=row.unit or "",
                baseline_year=book.year - 1,
                baseline_printed=row.actual,
                baseline=figure(row.actual),
                target_year=book.year,
                target_printed=row.target,
                target=figure(row.target),
                change_printed=row.change,
                change=figure(row.change),
                **printed_at(document, row.source),
            )


def _goals(
    document: Document,
    groups: Iterable[tuple[list[book_model.GoalIndicator], Mapping[str, CoreTask | ActionTask]]],
) -> Iterable[Indicator]:
    for rows, owner in groups:
        for position, row in enumerate(rows, start=1):
            yield Indicator(
                kind=IndicatorKind.GOAL,
                **owner,
                position=position,
                name=row.name,
                unit=row.unit or "",
                baseline_year=row.baseline_year,
                baseline_printed=row.baseline or "",
                baseline=figure(row.baseline),
                target_year=row.target_year,
                target_printed=row.target or "",
                target=figure(row.target),
                **printed_at(document, row.source),
            )
