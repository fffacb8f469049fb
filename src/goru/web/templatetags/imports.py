"""How the preview of an import says how much of the file was read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from goru.book import completeness
from goru.book.completeness import Counted, Counting, Witness
from goru.book.model import LineKind
from goru.pipelines.importing.reading.accounts import Share

register = template.Library()


@register.filter
def counted(one: Counted) -> str:
    """A fraction: 시·도 17/17; the number alone where nothing tells of how many."""
    return f"{part(one.part)} {one.read}" + ("" if one.of is None else f"/{one.of}")


@register.filter
def part(name: Counting) -> str:
    """What is counted."""
    return completeness.PARTS[name][get_language() == "en"]


@register.filter
def witnesses(names: Sequence[Witness]) -> str:
    """Who says that something should be there."""
    return ", ".join(completeness.WITNESSES[name][get_language() == "en"] for name in names)


@register.filter
def became(kind: LineKind) -> str:
    """What became of lines."""
    return completeness.LINES[kind][get_language() == "en"]


@register.simple_tag
def shares_bar(shares: Sequence[Share]) -> SafeString:
    """One bar of all shares in their order; the table beside it says what they are."""
    ends = accumulate(one.percent for one in shares)
    parts = (
        (f"{end - one.percent:.2f}%", f"{one.percent:.2f}%", one.kind)
        for one, end in zip(shares, ends, strict=True)
        if one.lines
    )
    rects = format_html_join("", '<rect x="{}" width="{}" height="24" class="{}"/>', parts)
    return format_html('<svg class="shares" aria-hidden="true" width="100%" height="24">{}</svg>', rects)
