"""The plans of a book: those it prints, and those of the ministries whose tasks it prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from goru.book import model as book_model
from goru.core.postpositions import particle
from goru.core.verdict import refuse, require
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Institution
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans import rules
from goru.domain.plans.actions.statements import write_statements
from goru.domain.plans.models import CoreTask, Cycle, Document, Plan, PlanCoreTask, TaskItem, printed_at
from goru.domain.plans.vocabulary import PlanKind, StatementKind


@transaction.atomic
def write_plans(*, document: Document, book: book_model.PlanBook) -> None:
    """Bring the cycle's plans to what the book says. A plan that stays keeps its row: what hangs on it stays."""
    rows = [*_printed_plans(document, book), *_sectoral_plans(document, book)]
    for position, row in enumerate(rows, start=1):
        row.position = position
    fields = ["kind", "full_name", "position", "first_line", "last_line", "page", "last_page", "cell"]
    kept = Plan.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["cycle", "institution"], update_fields=fields
    )
    document.cycle.plans.exclude(pk__in=[plan.pk for plan in kept]).delete()
    by_name = {(plan.kind, plan.institution.short_name): plan for plan in kept}
    for printed in book.plans:
        _write_parts(document, by_name[printed.kind, printed.institution], printed)


@transaction.atomic
def link_core_tasks(*, cycle: Cycle) -> None:
    """Say of each plan's own core task which national one it is named after; one of its own words stays alone."""
    national = {rules.name_key(task.name): task for task in CoreTask.objects.filter(strategy__cycle=cycle)}
    own = list(PlanCoreTask.objects.filter(plan__cycle=cycle))
    for task in own:
        task.national = national.get(rules.name_key(task.name))
    PlanCoreTask.objects.bulk_update(own, ["national"])


def _printed_plans(document: Document, book: book_model.PlanBook) -> Iterable[Plan]:
    known = {
        rules.OWED_BY[kind]: institutions.by_short_name(kind, date(book.year, 1, 1))
        for kind in (InstitutionKind.PROVINCE, InstitutionKind.MEGAREGION)
    }
    for printed in book.plans:
        kind = PlanKind(printed.kind)
        yield Plan(
            cycle=document.cycle,
            institution=_known(printed.institution, known[kind]),
            kind=kind,
            full_name=printed.full_name,
            **printed.source.model_dump(exclude={"cell"}),
            cell=printed.source.cell or "",
        )


def _sectoral_plans(document: Document, book: book_model.PlanBook) -> Iterable[Plan]:
    """One plan for each ministry that the core tasks name: those that received the guideline (특별법 제8조).

    Ministries that only action tasks name, or that only have money, owe none.
    """
    day = date(book.year, 1, 1)
    named = {name for task in book.sectoral_core_tasks for name in task.ministries}
    known = institutions.by_short_name(InstitutionKind.MINISTRY, day)
    full_names = institutions.full_names(InstitutionKind.MINISTRY, day)
    ministries = {_known(name, known) for name in named}
    for ministry in sorted(ministries, key=lambda ministry: ministry.position):
        full_name = full_names[ministry.pk]
        yield Plan(cycle=document.cycle, institution=ministry, kind=PlanKind.SECTORAL, full_name=full_name)


def _known(name: str, known: Mapping[str, Institution]) -> Institution:
    if name not in known:
        reason = "'%(name)s'%(topic)s 기관 등록부에 없습니다. 이름을 확인하거나 등록부에 더하세요."
        require(refuse(reason, name=name, topic=particle(name, "은/는")))
    return known[name]


def _write_parts(document: Document, plan: Plan, printed: book_model.Plan) -> None:
    """The plan's own sentences, core tasks and items, written anew."""
    vision = [printed.vision] if printed.vision else []
    write_statements(document, StatementKind.VISION, vision, plan=plan)
    write_statements(document, StatementKind.STRATEGY, printed.strategies, plan=plan)
    write_statements(document, StatementKind.PERFORMANCE, printed.performance_management, plan=plan)
    plan.core_tasks.all().delete()
    core_tasks = PlanCoreTask.objects.bulk_create(
        PlanCoreTask(
            plan=plan,
            position=position,
            strategy_wording=task.strategy,
            name=task.name,
            **printed_at(document, task.source),
        )
        for position, task in enumerate(printed.core_tasks, start=1)
    )
    TaskItem.objects.bulk_create(
        TaskItem(core_task=kept, position=position, text=item.text, **printed_at(document, item.source))
        for kept, task in zip(core_tasks, printed.core_tasks, strict=True)
        for position, item in enumerate(task.items, start=1)
    )
