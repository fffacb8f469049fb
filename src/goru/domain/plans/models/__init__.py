from goru.domain.plans.models.cycles import ComprehensivePlan, Cycle
from goru.domain.plans.models.documents import Document, PrintedLine, Sourced
from goru.domain.plans.models.duties import DevelopmentPlan, Duty
from goru.domain.plans.models.editions import Edit, Edition, Plan, PrintedPlaces
from goru.domain.plans.models.findings import Finding
from goru.domain.plans.models.focus_tasks import FocusTask, Milestone, Subtask
from goru.domain.plans.models.frame import ActionTask, ActionTaskMinistry, CoreTask, Project, Strategy
from goru.domain.plans.models.items import Item, ItemSuccession
from goru.domain.plans.models.own_plans import PlanCoreTask, PublishedPlan, TaskItem
from goru.domain.plans.models.publications import Projection, Publication, PublishedEdition
from goru.domain.plans.models.rows import Row, SourcedRow, placed_once
from goru.domain.plans.models.statements import Statement

__all__ = [
    "ActionTask",
    "ActionTaskMinistry",
    "ComprehensivePlan",
    "CoreTask",
    "Cycle",
    "DevelopmentPlan",
    "Document",
    "Duty",
    "Edit",
    "Edition",
    "Finding",
    "FocusTask",
    "Item",
    "ItemSuccession",
    "Milestone",
    "Plan",
    "PlanCoreTask",
    "PrintedLine",
    "PrintedPlaces",
    "Project",
    "Projection",
    "Publication",
    "PublishedEdition",
    "PublishedPlan",
    "Row",
    "Sourced",
    "SourcedRow",
    "Statement",
    "Strategy",
    "Subtask",
    "TaskItem",
    "placed_once",
]
