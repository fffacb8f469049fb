"""The rows of what is published, made of the composed book: the projection's part of this room."""

from goru.domain.plans.actions.rows.frame import write_frame
from goru.domain.plans.actions.rows.kept import Rows, keep, keep_links
from goru.domain.plans.actions.rows.own_plans import write_plans, write_tasks
from goru.domain.plans.actions.rows.parts import write_parts

__all__ = ["Rows", "keep", "keep_links", "write_frame", "write_parts", "write_plans", "write_tasks"]
