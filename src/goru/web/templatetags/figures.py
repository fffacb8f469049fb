"""How pages write figures, places and codes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.core.paginator import Page
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from goru.book.checking import subjects
from goru.book.checking.sentences import Language, sentence, shown
from goru.book.model import Finding
from goru.book.paths import Path
from goru.core import wording
from goru.core.postpositions import particle
from goru.domain.finance.queries import won_of
from goru.domain.institutions import queries as institutions
from goru.domain.plans.queries import PLACE
from goru.domain.plans.rules import milestone_state
from goru.domain.plans.vocabulary import MilestoneState
from goru.web.addresses import address_of, number_of
from goru.web.citing import citation_of
from goru.web.places import linked
from goru.web.templatetags.parts import path_in_words

register = template.Library()

for written in (wording.printed, wording.trillion, wording.eok, wording.between, particle, number_of):
    register.filter(written)


@register.filter
def said(finding: Any) -> str:
    """The sentence of a finding in the reader's language."""
    language: Language = "en" if get_language() == "en" else "ko"
    fields = {name: getattr(finding, name) for name in Finding.model_fields}
    return sentence(Finding.model_validate(fields), language)


@register.filter
def looks_at(rule: str) -> str:
    """What a rule of the checks looks at, in the reader's language."""
    return subjects.subject_of(rule, "en" if get_language() == "en" else "ko")


@register.simple_tag
def unread_prose() -> str:
    """What was not checked in data that were adopted without prose."""
    return subjects.unread_prose("en" if get_language() == "en" else "ko")


@register.filter
def figures_of(finding: Any) -> str:
    """What a finding's print says and what it should say, as far as these are figures."""
    language: Language = "en" if get_language() == "en" else "ko"
    said = ((_("적힌 값"), finding.found), (_("기댓값"), finding.expected), (_("차이"), finding.difference))
    return " · ".join(
        f"{label} {shown(value, language)}"
        for label, value in said
        if value is not None and not isinstance(value, str)
    )


@register.simple_tag(takes_context=True)
def about(context: Mapping[str, Any], subject: str) -> SafeString | str:
    """What a finding is about, as a link where that has a page."""
    path, year = Path.parse(subject), context.get("menu_year")
    said = korean(path_in_words(subject))
    address = address_of(path, year) if year else None
    return format_html('<a href="{}">{}</a>', address, said) if address else said


@register.filter
def korean(words: Any) -> SafeString | str:
    """The plan's own words: on a page in another language they say that they are Korean."""
    if not words or get_language() == "ko":
        return words or ""
    return format_html('<span lang="ko">{}</span>', words)


@register.filter
def named(owner: Any) -> str:
    """The name of an institution (short in Korean) or of whoever owns a plan (in full), in the reader's language."""
    if not owner:
        return ""
    return institutions.named(getattr(owner, "institution", owner), getattr(owner, "full_name", ""))


@register.filter
def item(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The entry of a mapping, None where there is none."""
    return mapping.get(key)


@register.filter
def pages(page: Page[Any]) -> list[int | None]:
    """The numbers of pages around a page, the first and the last; None stands for those left out."""
    found = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [number if isinstance(number, int) else None for number in found]


@register.simple_tag
def bar(figure: Any, most: int) -> SafeString:
    """A bar beside a figure of money, as long as the figure is to the most of its like; the figure itself says how much."""
    if not figure or not most:
        return SafeString()
    share = f"{100 * won_of(figure) / most:.1f}%"
    return format_html(
        '<svg class="gauge" aria-hidden="true" width="100%" height="6"><rect width="{}" height="6"/></svg>',
        share,
    )


@register.simple_tag(takes_context=True)
def place(context: Mapping[str, Any], fact: Any) -> SafeString | str:
    """Where a fact is printed, as goru.web.places writes it, leading there.

    Where one of the page's `doubts` is on that very place, a mark that leads to it stands beside.
    """
    if fact is None or not getattr(fact, "first_line", None):
        return ""
    printed = {name: getattr(fact, name) for name in PLACE}
    return linked(context, printed, fact) + _doubt(context, printed)


@register.simple_tag(takes_context=True)
def places(context: Mapping[str, Any], sources: list[dict[str, Any]]) -> SafeString:
    """The places a finding rests on."""
    each = dict.fromkeys(linked(context, {name: one.get(name) for name in PLACE}) for one in sources)
    return format_html_join(", ", "{}", ((one,) for one in each))


@register.inclusion_tag("_cite.html", takes_context=True)
def cite(context: Mapping[str, Any], title: str, fact: Any = None, query: str = "") -> dict[str, Any]:
    """How this page is cited."""
    return {"citation": citation_of(context, str(title), fact, query)}


def _doubt(context: Mapping[str, Any], printed: Mapping[str, Any]) -> SafeString:
    """The mark of the gravest finding on a place, if there is any."""
    doubts: Mapping[tuple[Any, ...], Any] = context.get("doubts", {})
    finding = doubts.get(tuple(value or None for value in printed.values()))
    if finding is None:
        return SafeString()
    address = (
        f"{reverse('web:findings', args=[context['menu_year']])}?rule={finding.rule}#finding-{finding.pk}"
    )
    return format_html(
        ' <a class="badge {}" href="{}" title="{}">{}</a>',
        *(finding.severity, address, said(finding), finding.get_severity_display()),
    )


@register.filter
def days(milestone: Any) -> str:
    """When a step is, as finely as it was printed."""
    return wording.days(milestone.start_date, milestone.end_date, milestone.precision)


@register.filter
def state_on(milestone: Any, day: date) -> MilestoneState:
    """Where a step stands on a day."""
    return milestone_state(
        start=milestone.start_date, end=milestone.end_date, is_done=milestone.is_done, on=day
    )


@register.filter
def quarter(milestone: Any) -> str:
    """The quarter in which a step begins or, where that is open, ends."""
    day = milestone.start_date or milestone.end_date
    return wording.quarter(day) if day else _("날짜 없음")
