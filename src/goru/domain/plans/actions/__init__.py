from goru.domain.plans.actions.cycles import open_cycle
from goru.domain.plans.actions.documents import keep_document, keep_findings, keep_lines
from goru.domain.plans.actions.focus_tasks import write_focus_tasks
from goru.domain.plans.actions.frame import write_frame
from goru.domain.plans.actions.own_plans import link_core_tasks, write_plans

__all__ = [
    "keep_document",
    "keep_findings",
    "keep_lines",
    "link_core_tasks",
    "open_cycle",
    "write_focus_tasks",
    "write_frame",
    "write_plans",
]
