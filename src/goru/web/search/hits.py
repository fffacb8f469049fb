"""What was found, as it is shown: the words asked for marked, the page it is on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from goru.pipelines.searching.vocabulary import Kind
from goru.web.addresses import number_of

if TYPE_CHECKING:
    from goru.pipelines.searching.models import Entry

_OWN_PAGE = (Kind.INSTITUTION, Kind.STRATEGY, Kind.CORE_TASK, Kind.ACTION_TASK, Kind.FOCUS_TASK, Kind.FINDING)


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry, the address of its page, its words with those asked for marked."""

    entry: Entry
    address: str
    title: SafeString
    context: SafeString


def hits(entries: Iterable[Entry], terms: Iterable[str]) -> Iterator[Hit]:
    """Each entry with the terms marked in it."""
    longest_first = sorted(terms, key=len, reverse=True)
    wanted = re.compile("(" + "|".join(map(re.escape, longest_first)) + ")", re.IGNORECASE)
    for entry in entries:
        yield Hit(entry, _address(entry), _marked(entry.title, wanted), _marked(entry.context, wanted))


def _marked(text: str, wanted: re.Pattern[str]) -> SafeString:
    pieces = ((piece, place % 2) for place, piece in enumerate(wanted.split(text)))
    return format_html_join(
        "",
        "{}",
        ((format_html("<mark>{}</mark>", piece) if is_found else piece,) for piece, is_found in pieces),
    )


def _address(entry: Entry) -> str:
    """A page of the entry's year; what is only a part of its page is scrolled to by its words."""
    if entry.kind == Kind.FINDING:
        return f"{reverse('web:findings', args=[entry.year])}?rule={quote(entry.key)}"
    page = _page(entry)
    return page if entry.kind in _OWN_PAGE else f"{page}#:~:text={quote(entry.title, safe='')}"


def _page(entry: Entry) -> str:
    if "/" in entry.key:  # a focus task, or what is in one
        group, number = entry.key.split("/")
        return reverse("web:focus-task", args=[entry.year, group, int(number)])
    if entry.kind == Kind.PROJECT or not entry.institution:
        return _page_of_task(entry.year, number_of(entry.key))
    return reverse("web:institution", args=[entry.year, entry.institution.key])


def _page_of_task(year: int, number: str) -> str:
    names = ("strategy", "core-task", "action-task")
    return reverse(f"web:{names[number.count('-')]}", args=[year, number])
