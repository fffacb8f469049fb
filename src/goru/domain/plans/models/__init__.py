from goru.domain.plans.models.cycles import ComprehensivePlan, Cycle
from goru.domain.plans.models.documents import Document, Finding, PrintedLine, Sourced, printed_at
from goru.domain.plans.models.focus_tasks import FocusTask, Milestone, Subtask
from goru.domain.plans.models.frame import ActionTask, ActionTaskMinistry, CoreTask, Project, Strategy
from goru.domain.plans.models.own_plans import Plan, PlanCoreTask, TaskItem
from goru.domain.plans.models.statements import Statement

__all__ = [
    "ActionTask",
    "ActionTaskMinistry",
    "ComprehensivePlan",
    "CoreTask",
    "Cycle",
    "Document",
    "Finding",
    "FocusTask",
    "Milestone",
    "Plan",
    "PlanCoreTask",
    "PrintedLine",
    "Project",
    "Sourced",
    "Statement",
    "Strategy",
    "Subtask",
    "TaskItem",
    "printed_at",
]
