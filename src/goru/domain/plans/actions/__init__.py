from goru.domain.plans.actions.beginnings import carry_frame, carry_over, continue_edition, open_empty_plan
from goru.domain.plans.actions.cycles import open_cycle
from goru.domain.plans.actions.documents import keep_document, keep_lines
from goru.domain.plans.actions.duties import add_holiday, end_exception, except_duty, take_holiday
from goru.domain.plans.actions.editions import (
    Edited,
    Unwritable,
    abandon,
    apply_edits,
    edit,
    held_edition,
    keep_places,
    keep_printed,
    open_edition,
    seal,
)
from goru.domain.plans.actions.explanations import answer_error, explain
from goru.domain.plans.actions.findings import keep_findings
from goru.domain.plans.actions.items import join_items, keep_items, record_succession
from goru.domain.plans.actions.parents import add_parent, keep_parent_items, record_change, record_step
from goru.domain.plans.actions.plans import keep_duties, load_development_plans, national_part_of, plan_for
from goru.domain.plans.actions.successions import propose_successions, put_successions_in_force

__all__ = [
    "Edited",
    "Unwritable",
    "abandon",
    "add_holiday",
    "add_parent",
    "answer_error",
    "apply_edits",
    "carry_frame",
    "carry_over",
    "continue_edition",
    "edit",
    "end_exception",
    "except_duty",
    "explain",
    "held_edition",
    "join_items",
    "keep_document",
    "keep_duties",
    "keep_findings",
    "keep_items",
    "keep_lines",
    "keep_parent_items",
    "keep_places",
    "keep_printed",
    "load_development_plans",
    "national_part_of",
    "open_cycle",
    "open_edition",
    "open_empty_plan",
    "plan_for",
    "propose_successions",
    "put_successions_in_force",
    "record_change",
    "record_step",
    "record_succession",
    "seal",
    "take_holiday",
]
