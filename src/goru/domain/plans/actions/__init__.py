from goru.domain.plans.actions.beginnings import carry_over, continue_edition, open_empty_plan
from goru.domain.plans.actions.cycles import open_cycle
from goru.domain.plans.actions.documents import keep_document, keep_lines
from goru.domain.plans.actions.editions import (
    Edited,
    abandon,
    edit,
    keep_places,
    keep_printed,
    open_edition,
    seal,
)
from goru.domain.plans.actions.findings import keep_findings
from goru.domain.plans.actions.items import join_items, keep_items, record_succession
from goru.domain.plans.actions.plans import keep_duties, load_development_plans, national_part_of, plan_for

__all__ = [
    "Edited",
    "abandon",
    "carry_over",
    "continue_edition",
    "edit",
    "join_items",
    "keep_document",
    "keep_duties",
    "keep_findings",
    "keep_items",
    "keep_lines",
    "keep_places",
    "keep_printed",
    "load_development_plans",
    "national_part_of",
    "open_cycle",
    "open_edition",
    "open_empty_plan",
    "plan_for",
    "record_succession",
    "seal",
]
