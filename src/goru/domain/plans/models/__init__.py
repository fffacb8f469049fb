from goru.domain.plans.models.cycles import ComprehensivePlan, Cycle
from goru.domain.plans.models.documents import Document, PrintedLine, Sourced
from goru.domain.plans.models.duties import Duty, DutyException, TemporaryHoliday
from goru.domain.plans.models.editions import Edit, Edition, Plan, PrintedPlaces, ProposedSuccession
from goru.domain.plans.models.findings import Explanation, Finding
from goru.domain.plans.models.focus_tasks import FocusTask, Milestone, Subtask
from goru.domain.plans.models.frame import ActionTask, ActionTaskMinistry, CoreTask, Project, Strategy
from goru.domain.plans.models.items import Item, ItemSuccession
from goru.domain.plans.models.own_plans import PlanCoreTask, PublishedPlan, TaskItem
from goru.domain.plans.models.parents import (
    ApprovalStep,
    DevelopmentPlan,
    Parent,
    ParentChange,
    ParentItem,
)
from goru.domain.plans.models.publications import Projection, Publication, PublishedEdition
from goru.domain.plans.models.rows import Row, SourcedRow, placed_once
from goru.domain.plans.models.statements import Statement

__all__ = [
    "ActionTask",
    "ActionTaskMinistry",
    "ApprovalStep",
    "ComprehensivePlan",
    "CoreTask",
    "Cycle",
    "DevelopmentPlan",
    "Document",
    "Duty",
    "DutyException",
    "Edit",
    "Edition",
    "Explanation",
    "Finding",
    "FocusTask",
    "Item",
    "ItemSuccession",
    "Milestone",
    "Parent",
    "ParentChange",
    "ParentItem",
    "Plan",
    "PlanCoreTask",
    "PrintedLine",
    "PrintedPlaces",
    "Project",
    "Projection",
    "ProposedSuccession",
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
    "TemporaryHoliday",
    "placed_once",
]
