"""What the pages of meetings and guidelines write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from goru.domain.plans.vocabulary import PlanKind
from goru.web.subjects import where

register = template.Library()


@register.simple_tag(takes_context=True)
def subject_address(context: Mapping[str, Any], item: Any) -> str:
    """The page of what an item of an agenda is about, where the reader may see one."""
    return where(item.subject, context["user"]) if item.subject else ""


@register.filter
def plan_kinds(kinds: list[str]) -> str:
    """The kinds of plan by their names."""
    return ", ".join(str(PlanKind(kind).label) for kind in kinds)
