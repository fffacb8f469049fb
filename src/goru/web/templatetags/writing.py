"""What pages of writing call things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import template

from goru.book.items.reshaping import may_be_reshaped
from goru.book.items.sections import Section
from goru.domain.plans import queries as plans
from goru.web.writing.controls import Control, said
from goru.web.writing.fields import FIELDS, LISTS

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

register = template.Library()


register.filter(may_be_reshaped)


@register.filter
def section_name(section: Section) -> StrOrPromise:
    """What a section is called."""
    return plans.section_name(section)


@register.filter
def list_name(field: str) -> StrOrPromise:
    """What stands in a list."""
    return LISTS[field][0]


@register.filter
def adds_to(field: str) -> StrOrPromise:
    """The button that adds to a list."""
    return LISTS[field][1]


@register.filter
def field_name(field: str) -> StrOrPromise:
    """What a field of a value is called (`budget/total`); one that nobody writes by its name."""
    last = field.rpartition("/")[2]
    known = FIELDS.get(last)
    return known.label if known else last


@register.filter
def list_at(field: str) -> StrOrPromise:
    """What the list that something was added to is called."""
    last = field.rpartition("/")[2]
    return LISTS[last][0] if last in LISTS else field_name(field)


@register.filter
def of_item(controls: Mapping[Any, Sequence[Control]], item: Any) -> Sequence[Control]:
    """The controls of an item."""
    return controls.get(item, ())


@register.filter
def amount(figure: Decimal | None) -> str:
    """A sum of a grid; nothing where nothing is said."""
    return "" if figure is None else f"{figure.normalize():,f}"


@register.filter
def in_words(value: Any) -> str:
    """A value of an edit as one reads it; of an item its name, title or words."""
    if isinstance(value, dict):
        return said(
            next(
                (
                    value[one]
                    for one in ("name", "title", "text", "strategy", "action_task")
                    if value.get(one)
                ),
                "",
            )
        )
    return said(value)
