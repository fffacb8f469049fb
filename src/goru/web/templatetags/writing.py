"""What pages of writing call things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import template
from django.contrib.sessions.backends.base import SessionBase
from django.utils.translation import gettext as _

from goru.book.items.reshaping import may_be_reshaped
from goru.book.items.sections import Section
from goru.book.items.walking import name_in
from goru.core.money import WON
from goru.domain.plans import queries as plans
from goru.domain.plans.rules.acceptance import mark_of
from goru.web.writing import unsaved
from goru.web.writing.controls import Control, said
from goru.web.writing.fields import FIELDS, LISTS

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

    from goru.book.model import Finding
    from goru.domain.plans.models import Edition, Explanation

register = template.Library()


register.filter(may_be_reshaped)


@register.filter
def section_name(section: Section) -> StrOrPromise:
    """What a section is called."""
    return plans.section_name(section)


@register.filter
def mark(finding: Finding) -> str:
    """What tells a finding of a plan from others, in an address."""
    return mark_of(finding)


@register.filter
def explanation(draft: plans.Draft, finding: Finding) -> Explanation | None:
    """Why a finding stands, where somebody said so."""
    return draft.explanation_of(finding)


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
def unsaved_in(session: SessionBase, edition: Edition) -> Mapping[str, int]:
    """In how many fields of each section of an edition something that the person typed is not kept."""
    return unsaved.counts(session, edition.pk)


@register.filter
def exactly(won: int | None) -> str:
    """Won in 억원, to the last won: what is compared is not rounded."""
    return "-" if won is None else f"{(Decimal(won) / WON['억원']).normalize():,f}억원"


@register.filter
def amount(figure: Decimal | None) -> str:
    """A sum of a grid; nothing where nothing is said."""
    return "" if figure is None else f"{figure.normalize():,f}"


@register.filter
def in_words(value: Any, field: str = "") -> str:
    """A value of an edit as one reads it; of an item its name, title or words, and its amount; of what is chosen its label."""
    known = FIELDS.get(field.rpartition("/")[2])
    if known and known.choices and isinstance(value, str):
        return str(dict(known.choices).get(value, value))
    if isinstance(value, bool):
        return _("예") if value else _("아니요")
    if isinstance(value, dict):
        amount = said(value.get("amount"))
        words = (name_in(value), amount and f"{amount} {value.get('unit') or ''}")
        return " · ".join(said(one) for one in words if one)
    return said(value)


@register.filter
def funding_name(funding: str | None) -> StrOrPromise:
    """What a source of funds is called; one that is not said, and all of them (None), too."""
    if funding is None:
        return _("합계")
    return dict(FIELDS["funding"].choices).get(funding, _("재원 미기재"))
