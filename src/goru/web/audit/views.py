"""The log of official acts: its seals for everybody; the acts for who watches over them."""

from __future__ import annotations

from datetime import date
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from goru.core.audit import queries as audit
from goru.core.audit.vocabulary import words_of_acts
from goru.core.verdict import Subject, require
from goru.domain.institutions.permissions import may_read_log
from goru.web.access import View, public, today
from goru.web.lists import paged, query_of, words_of
from goru.web.subjects import noun_of, where

_A_PAGE = 50
_FRESH = "public, max-age=300"


def _reader(view: View) -> View:
    """A page for who may read the log, kept by no cache."""

    @wraps(view)
    def wrapped(request: HttpRequest, **arguments: Any) -> HttpResponse:
        require(may_read_log(request.user, today()))
        return view(request, **arguments)

    return require_safe(never_cache(wrapped))


@public
def seals(_request: HttpRequest) -> HttpResponse:
    """The last seal of each day in Seoul: who keeps them can tell later that nothing was cut from the log."""
    lines = [f"{one.day.isoformat()} {one.number} {one.seal}\n" for one in audit.seals_of_days()]
    return HttpResponse(lines, content_type="text/plain; charset=utf-8", headers={"Cache-Control": _FRESH})


@_reader
def log(request: HttpRequest) -> HttpResponse:
    """All acts, the latest first, of a day, of a kind, about a subject."""
    act, words, day = request.GET.get("act", ""), words_of(request), _day_of(request)
    found = audit.acts(act=act, words=words, day=day)
    page = {
        "acts": paged(request, found, _A_PAGE),
        "kinds": sorted(words_of_acts().items(), key=lambda one: str(one[1])),
        "act": act,
        "words": words,
        "day": day.isoformat() if day else "",
        "query": query_of(request, act=act, q=words, day=day.isoformat() if day else ""),
        "check": audit.last_check(),
        "is_guarded": audit.is_guarded(),
    }
    return render(request, "audit/log.html", page)


@_reader
def about(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """What was done to one thing, the oldest first."""
    acts = audit.acts_about(kind, key)
    if not acts:
        raise Http404
    page = {
        "acts": acts,
        "kind": kind,
        "key": key,
        "noun": noun_of(kind),
        "address": where(Subject(kind, key), request.user),
    }
    return render(request, "audit/about.html", page)


def _day_of(request: HttpRequest) -> date | None:
    """The day that `?day=` asks for; what is none of the calendar asks for all."""
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return None
