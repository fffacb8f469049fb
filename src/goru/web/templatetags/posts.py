"""What the pages of posts write."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def unit_query(unit_id: int | None) -> str:
    """What the address of a deed says of a unit; nothing where the post is the institution's own."""
    return f"?unit={unit_id}" if unit_id else ""
