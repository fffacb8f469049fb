"""How pages write figures, places and codes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from goru.book.checking.sentences import Language, sentence, shown
from goru.book.model import Finding
from goru.core.dates import is_whole
from goru.web.templatetags.parts import path_in_words

register = template.Library()
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_PERIODS = {
    "month": gettext_lazy("%(year)s년 %(month)s월"),
    "quarter": gettext_lazy("%(year)s년 %(quarter)s분기"),
    "half": gettext_lazy("%(year)s년 %(half)s"),
    "year": gettext_lazy("%(year)s년"),
}
_MONEY = {
    "조원": gettext_lazy("%(value)s조원"),
    "억원": gettext_lazy("%(value)s억원"),
    "백만원": gettext_lazy("%(value)s백만원"),
}
_PLACE = ("first_line", "last_line", "page", "last_page", "cell")
_TRILLION, _HUNDRED_MILLION = 10**12, 10**8


def code_of(number: str) -> str:
    """The code Ⅰ-1-(2) or Ⅰ-1 of an address's 1-1-2 or 1-1; what is none stays as it is."""
    parts = number.split("-")
    if (
        not 2 <= len(parts) <= 3
        or not all(part.isdecimal() for part in parts)
        or not 0 < int(parts[0]) <= len(_ROMAN)
    ):
        return number
    return "-".join([_ROMAN[int(parts[0]) - 1], parts[1], *(f"({part})" for part in parts[2:])])


@register.filter
def number_of(code: str) -> str:
    """The address's 1-1-2 of the code Ⅰ-1-(2)."""
    first, *rest = code.split("-")
    return "-".join([str(_ROMAN.index(first) + 1), *(part.strip("()") for part in rest)])


@register.filter
def said(finding: Any) -> str:
    """The sentence of a finding in the reader's language."""
    language: Language = "en" if get_language() == "en" else "ko"
    fields = {name: getattr(finding, name) for name in Finding.model_fields}
    return sentence(Finding.model_validate(fields), language)


@register.filter
def figures_of(finding: Any) -> str:
    """What a finding's print says and what it should say, as far as these are figures."""
    language: Language = "en" if get_language() == "en" else "ko"
    said = ((_("적힌 값"), finding.found), (_("기준 값"), finding.expected), (_("차이"), finding.difference))
    return " · ".join(
        f"{label} {shown(value, language)}"
        for label, value in said
        if value is not None and not isinstance(value, str)
    )


@register.simple_tag(takes_context=True)
def about(context: Mapping[str, Any], subject: str) -> SafeString | str:
    """What a finding is about, as a link where that has a page."""
    part, _slash, rest = subject.partition("/")
    first, *_more = rest.split("/")
    year = context.get("menu_year")
    said = korean(path_in_words(subject))
    if part == "action_tasks":
        address = reverse("web:action-task", args=[year, number_of(first)])
    elif part == "sectoral_core_tasks" and first:
        address = reverse("web:core-task", args=[year, number_of(first)])
    elif part == "plans" and first in context.get("keys", {}):
        address = reverse("web:institution", args=[year, context["keys"][first]])
    else:
        return said
    return format_html('<a href="{}">{}</a>', address, said)


@register.filter
def printed(stated: Any) -> str:
    """A stated figure in its printed unit, `-` where none is printed; won that were added up in 억원."""
    if isinstance(stated, int):
        return eok(stated)
    if stated is None or stated.printed is None:
        return "-"
    return _money(f"{stated.printed:,}", stated.unit)


@register.filter
def trillion(won: int | None) -> str:
    """Won in 조원 to two decimals."""
    return "-" if won is None else _money(f"{Decimal(won) / _TRILLION:,.2f}", "조원")


@register.filter
def eok(won: int | None) -> str:
    """Won in 억원."""
    return "-" if won is None else _money(f"{Decimal(won) / _HUNDRED_MILLION:,.0f}", "억원")


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
    if get_language() == "en":
        return str(getattr(owner, "institution", owner).name_en)
    return str(getattr(owner, "full_name", "") or owner.short_name)


@register.filter
def item(mapping: Mapping[Any, Any], key: Any) -> Any:
    """The entry of a mapping, None where there is none."""
    return mapping.get(key)


@register.simple_tag(takes_context=True)
def place(context: Mapping[str, Any], fact: Any) -> SafeString | str:
    """Where a fact is printed: `766행`, `3쪽 12행`, `표 3 B2`; a link to the printed words where they are kept."""
    if fact is None or not getattr(fact, "first_line", None):
        return ""
    return _linked(context, {name: getattr(fact, name) for name in _PLACE})


@register.simple_tag(takes_context=True)
def places(context: Mapping[str, Any], sources: list[dict[str, Any]]) -> SafeString:
    """The places a finding rests on."""
    each = {_place(one): one for one in ({name: one.get(name) for name in _PLACE} for one in sources)}
    return format_html_join(", ", "{}", ((_linked(context, one),) for one in each.values()))


def _linked(context: Mapping[str, Any], place: Mapping[str, Any]) -> SafeString:
    if not context.get("has_lines"):
        return format_html('<span class="place">{}</span>', _place(place))
    address = reverse("web:lines", args=[context["menu_year"]])
    query = urlencode({name: value for name, value in place.items() if value and name != "cell"})
    return format_html('<a class="place" href="{}?{}">{}</a>', address, query, _place(place))


@register.filter
def days(milestone: Any) -> str:
    """When a step is, as finely as it was printed: `2024-03-05`, `2024년 3월`, `2024년 하반기`, `…–2024-06-30`."""
    start, end = milestone.start_date, milestone.end_date
    if start is None or end is None:
        return f"{start or '…'}–{end or '…'}" if start or end else _("날짜 없음")
    if start == end:
        return str(start)
    if not is_whole(start, end, milestone.precision):
        return f"{start}–{end}"
    return _PERIODS[milestone.precision] % {
        "year": start.year,
        "month": start.month,
        "quarter": (start.month + 2) // 3,
        "half": _("상반기") if start.month < 7 else _("하반기"),
    }


def _money(value: str, unit: str) -> str:
    return _MONEY[unit] % {"value": value} if unit in _MONEY else f"{value}{unit}"


def _place(place: Mapping[str, Any]) -> str:
    """`766행`, `3쪽 12행`, `3쪽 40행–4쪽 2행`, `표 3 B2`."""
    first, last, page, last_page, cell = (place[name] for name in _PLACE)
    if page and last_page and last_page != page:
        return f"{_on_page(page, _lines(str(first)))}–{_on_page(last_page, _lines(str(last)))}"
    text = cell or _lines(_span(first, last))
    return _on_page(page, text) if page else text


def _on_page(page: int, text: str) -> str:
    return _("%(page)s쪽 %(text)s") % {"page": page, "text": text}


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _lines(shown: str) -> str:
    """One line and several lines, which Korean says alike."""
    return _("%(line)s행") % {"line": shown} if shown.isdecimal() else _("%(lines)s행") % {"lines": shown}
