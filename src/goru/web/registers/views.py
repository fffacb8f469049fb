"""Registers, their cases and rounds, what comes next and what is late, and what lies on a place: for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from goru.core import wording
from goru.core.ranges import FIRST_YEAR, LAST_YEAR
from goru.core.text import number_said
from goru.domain.meetings import queries as meetings
from goru.domain.registers import permissions, queries
from goru.domain.registers.queries import Ahead, Chosen, Facet
from goru.pipelines.issuing.pictures.counts import map_of_counts
from goru.web.access import public, today
from goru.web.lists import said_in, words_of
from goru.web.registers.promises import promises_of

if TYPE_CHECKING:
    from goru.pipelines.issuing.pictures.picture import Picture


@public
def registers(request: HttpRequest) -> HttpResponse:
    """All registers, with how many cases are in which stage."""
    on = today()
    seen = queries.registers_seen(by=request.user, on=on)
    may_open = permissions.openable(request.user, [one.register for one in seen], on)
    found = [(one, one.register.key in may_open) for one in seen]
    page = {
        "registers": [one for one in found if one[0].cases],
        "empty": [one for one in found if not one[0].cases],
        "ahead": queries.years_ahead(by=request.user, on=on),
    }
    return render(request, "registers/list.html", page)


@public
def register(request: HttpRequest, key: str) -> HttpResponse:
    """The cases of a register: `?q=`, `?stage=`, `?round=`, `?region=` choose, `?page=` turns."""
    on, asked = today(), {name: said_in(request, name) for name in ("stage", "round", "region")}
    chosen = Chosen(words=words_of(request), page=number_said(request.GET.get("page", "")) or 1, **asked)
    found = queries.cases_in(key, chosen, by=request.user, on=on)
    pages = Paginator(range(found.count), queries.PAGE).get_page(found.chosen.page)
    wanted = {name: value for name, value in {"q": chosen.words, **asked}.items() if value}
    page = {
        "found": found,
        "said": found.register.said,
        "pages": pages,
        "query": urlencode(wanted) + "&" if wanted else "",
        "facets": [
            (name, label, _choices(name, each, wanted))
            for name, label, each in (
                ("stage", _("단계"), found.stages),
                ("round", _("회차"), found.rounds),
                ("region", _("시·도"), found.regions),
            )
            if each
        ],
        "picture": _map(found, wanted) if found.register.said.has_places else None,
        "gauges": queries.gauges(key, by=request.user, on=on),
    }
    return render(request, "registers/register.html", page)


def _choices(name: str, facets: Sequence[Facet], wanted: dict[str, str]) -> list[tuple[Facet, str, bool]]:
    """Each choice, the question that takes or leaves it, and whether it is taken."""
    others = {other: value for other, value in wanted.items() if other != name}
    taken = wanted.get(name)
    return [
        (one, urlencode(others if one.key == taken else others | {name: one.key}), one.key == taken)
        for one in facets
    ]


def _map(found: queries.CaseList, wanted: dict[str, str]) -> Picture | None:
    """The provinces by how many cases lie in each; the map leads to them."""
    counts = {one.key: one.cases for one in found.regions}
    here = reverse("web:register", args=[found.register.key])
    title = _("시·도별 사안 수")
    return map_of_counts(
        title,
        counts,
        said=lambda count: _("%(count)s건") % {"count": count},
        address=lambda key: f"{here}?{urlencode(wanted | {'region': key})}",
    )


@public
def case(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """A case: what a plan promised, what comes next, its course, and what else is known of it."""
    on = today()
    found = queries.case_seen(number, by=request.user, on=on)
    if found.case.register.key != key:
        raise Http404
    promises, others = promises_of(found)
    whose = {party.institution_id for _role, party in found.parties}
    page = {
        "found": found,
        "case": found.case,
        "promises": promises,
        "others": others,
        "gauges": [one for one in queries.gauges(key, by=request.user, on=on) if one.who.pk in whose],
        "opinions": [(one, permissions.may_give(request.user, one, on)) for one in found.opinions],
        "agenda": meetings.items_about(found.case.subject) if found.sees_all else [],
        "asked": {one.party_id for one in found.opinions if one.given_at is None},
    }
    return render(request, "registers/case.html", page)


@public
def round_(request: HttpRequest, key: str, round_key: str) -> HttpResponse:
    """A round: how far its cases came, beside what is printed of it."""
    found = queries.round_seen(key, round_key, by=request.user, on=today())
    most = max((max(counted, stated or 0) for _stage, counted, stated in found.funnel), default=0)
    stated = [one for one in found.register.said.rules if one.kind == "stated"]
    incomplete = {stage for one in stated for stage in one.incomplete}
    page = {"found": found, "most": most, "incomplete": incomplete}
    return render(request, "registers/round.html", page)


@public
def calendar(request: HttpRequest, year: int) -> HttpResponse:
    """What cases shall come to in a year, by quarter or by whose they are (`?by=lead`); `?register=` chooses."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    found = queries.ahead(by=request.user, on=today(), register=said_in(request, "register"), year=year)
    title = _("%(year)s년 대장 일정") % {"year": year}
    here = reverse("web:registers-calendar", args=[year])
    return _steps(
        request, found, title=title, here=here, years=queries.years_ahead(by=request.user, on=today())
    )


@public
def late(request: HttpRequest) -> HttpResponse:
    """What cases should have come to and did not, in the same form."""
    found = queries.late(by=request.user, on=today(), register=said_in(request, "register"))
    return _steps(request, found, title=_("예정일이 지난 단계"), here=reverse("web:registers-late"), years=[])


def _steps(
    request: HttpRequest, found: Sequence[Ahead], *, title: str, here: str, years: Sequence[int]
) -> HttpResponse:
    by = said_in(request, "by")
    name, groups = ("lead", _by_lead) if by == "lead" else ("quarter", _by_quarter)
    chosen = said_in(request, "register")
    page = {
        "title": title,
        "here": here,
        "calendar_years": years,
        "groups": groups(found),
        "by": name,
        "chosen": chosen,
        "registers": queries.all_registers(),
        "keeps": urlencode({"register": chosen} if chosen else {}),
        "count": len(found),
    }
    return render(request, "registers/steps.html", page)


_Groups = list[tuple[str, list[Ahead]]]


def _by_quarter(found: Sequence[Ahead]) -> _Groups:
    def quarter(one: Ahead) -> str:
        end = one.expected.date_end
        return wording.quarter(end) if end else _("날짜 없음")

    return [(name, list(each)) for name, each in groupby(found, quarter)]


def _by_lead(found: Sequence[Ahead]) -> _Groups:
    groups: dict[str, list[Ahead]] = {}
    for one in found:
        groups.setdefault(", ".join(one.leads) or _("소관 기관 없음"), []).append(one)
    return sorted(groups.items())


@public
def places(request: HttpRequest) -> HttpResponse:
    """The provinces, or the regions of a name (`?q=`), with how many cases lie in each."""
    words = words_of(request)
    page = {"words": words, "found": queries.places_found(words, by=request.user, on=today())}
    return render(request, "registers/places.html", page)


@public
def place(request: HttpRequest, key: str) -> HttpResponse:
    """All that registers hold of a region (우리 동네)."""
    found = queries.place_seen(key, by=request.user, on=today())
    return render(request, "registers/place.html", {"found": found})
