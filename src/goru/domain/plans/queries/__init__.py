"""What pages ask of plans. Whatever is not there raises Django's DoesNotExist of its kind."""

from goru.domain.plans.queries.cycles import (
    current_document,
    current_documents,
    cycle_of,
    cycles,
    latest_cycle,
    lines_around,
    years,
)
from goru.domain.plans.queries.findings import PLACE, doubts_on, finding_counts, findings_on, subjects_of
from goru.domain.plans.queries.focus_tasks import (
    FocusTaskContent,
    focus_task_of,
    focus_tasks_of,
    milestones_naming,
    milestones_of,
)
from goru.domain.plans.queries.frame import (
    ActionTaskContent,
    action_task_content,
    action_task_of,
    action_tasks_of,
    aims_of,
    core_task_of,
    frame_of,
    plan_core_tasks_like,
    projects_of,
    strategy_of,
)
from goru.domain.plans.queries.own_plans import (
    PlanContent,
    counts_of,
    items_of,
    plan_content,
    plan_of,
    plans_of,
    years_of,
)
from goru.domain.plans.queries.statements import has_prose

__all__ = [
    "PLACE",
    "ActionTaskContent",
    "FocusTaskContent",
    "PlanContent",
    "action_task_content",
    "action_task_of",
    "action_tasks_of",
    "aims_of",
    "core_task_of",
    "counts_of",
    "current_document",
    "current_documents",
    "cycle_of",
    "cycles",
    "doubts_on",
    "finding_counts",
    "findings_on",
    "focus_task_of",
    "focus_tasks_of",
    "frame_of",
    "has_prose",
    "items_of",
    "latest_cycle",
    "lines_around",
    "milestones_naming",
    "milestones_of",
    "plan_content",
    "plan_core_tasks_like",
    "plan_of",
    "plans_of",
    "projects_of",
    "strategy_of",
    "subjects_of",
    "years",
    "years_of",
]
