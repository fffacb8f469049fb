"""What the pages of posts write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django import template

from goru.domain.institutions import queries as institutions
from goru.web.access import today

if TYPE_CHECKING:
    from goru.domain.institutions.models import Institution

register = template.Library()


@register.filter
def unit_query(unit_id: int | None) -> str:
    """What the address of a deed says of a unit; nothing where the post is the institution's own."""
    return f"?unit={unit_id}" if unit_id else ""


@register.inclusion_tag("_contacts.html")
def contacts(institution: Institution | None = None) -> dict[str, Sequence[institutions.Contact]]:
    """Whom one calls about the plan of an institution, if one is said, and at the Committee; for who signed in alone."""
    own = institutions.authors_of(institution, today()) if institution else []
    return {"contacts": [*own, *institutions.secretariat(today())]}
