"""What stands around every page: years, menu, and what is said of the year shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from goru.core.readiness import AWAY, is_at_work
from goru.domain.institutions.permissions import may_read_log
from goru.domain.plans import queries as plans
from goru.pipelines.importing.permissions import may_bring_in_books
from goru.pipelines.issuing import queries as issuing
from goru.web.access import today
from goru.web.themes import THEMES, theme_of

_OF_ONE_YEAR = {"web:lines", "web:indicator"}
"""The pages whose address says after the year what another year need not have."""
_WITHOUT_DATABASE = {"web:sign-in", "api:reference"}
"""The pages that are shown also while the database is away."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of the main menu."""

    label: str
    address: str
    is_current: bool


def context(request: HttpRequest) -> dict[str, Any]:
    """What the frame of every page shows: the years there are, the menu of the year shown, the theme."""
    match = request.resolver_match
    reader: dict[str, Any] = {}
    try:
        shelves = plans.years()
    except AWAY:
        if match is None or match.view_name not in _WITHOUT_DATABASE:
            raise
        shelves, reader = {}, {"user": AnonymousUser()}
    years = list(shelves)
    asked = match.kwargs.get("year") if match else None
    year = asked if asked in years else next(iter(years), None)
    menu = _menu(request, year) if year else []
    return {
        "years": _years(request, years),
        "menu_year": year,
        "absent_year": asked if asked not in years else None,
        "published_years": years,
        "shelf": shelves[year] if year else None,
        "other_documents": SimpleLazyObject(partial(_other_documents, year, shelves.get(year or 0))),
        **(_making(year, shelves[year].mark) if year else {}),
        "lines_address": reverse("web:lines", args=[year]) if year else "",
        "today": today(),
        "publisher": settings.PUBLISHER,
        "menu": menu,
        "menu_here": next((item.label for item in menu if item.is_current), ""),
        "theme": theme_of(request),
        "themes": THEMES,
        "desk": SimpleLazyObject(partial(_desk, request)),
        "has_masthead": settings.HAS_OFFICIAL_MASTHEAD,
        "is_practice": settings.IS_PRACTICE,
        "practice_address": settings.PRACTICE_ADDRESS,
        **reader,
    }


def _desk(request: HttpRequest) -> list[tuple[str, str]]:
    """Where who signed in goes to work; asked for once the page knows that somebody did."""
    on = today()
    books = [(_("계획서 가져오기"), reverse("web:imports"))] if may_bring_in_books(request.user, on) else []
    log = [(_("공적 행위 기록"), reverse("web:audit"))] if may_read_log(request.user, on) else []
    return [
        (_("내 할 일"), reverse("web:desk")),
        (_("수립지침"), reverse("web:guidelines")),
        (_("회의"), reverse("web:meetings")),
        *books,
        (_("직위와 담당자"), reverse("web:posts")),
        *log,
    ]


def _other_documents(year: int | None, shelf: plans.Shelf | None) -> dict[int, Any]:
    """The documents of plans that came alone, asked for once a place of one is written; mostly there are none."""
    return plans.other_documents(year) if year and shelf and shelf.has_others else {}


def _making(year: int, mark: str) -> dict[str, bool]:
    """Whether pictures and downloads of the year are not those of its book, and whether somebody makes them."""
    is_missing = issuing.is_in_the_making(year, mark)
    is_made = is_missing and is_at_work("issuing")
    return {"is_in_the_making": is_made, "is_unissued": is_missing and not is_made}


def _years(request: HttpRequest, years: Sequence[int]) -> list[MenuItem]:
    """The years: what is open in each, where that has it, else the year at a glance; none where there is no choice."""
    match = request.resolver_match
    if match is None or len(years) < 2 or ("year" not in match.kwargs and match.view_name != "web:home"):
        return []
    rest = {name: value for name, value in match.kwargs.items() if name != "year"}
    has_it = plans.years_of(rest["key"]) if set(rest) == {"key"} else () if rest else years
    if match.view_name in _OF_ONE_YEAR:
        has_it = ()
    asked = match.kwargs.get("year", years[0])
    return [
        MenuItem(
            str(year),
            reverse(match.view_name, kwargs={**rest, "year": year})
            if "year" in match.kwargs and year in has_it
            else reverse("web:nation", args=[year]),
            year == asked,
        )
        for year in years
    ]


def _menu(request: HttpRequest, year: int) -> list[MenuItem]:
    pages = (
        (_("한눈에 보기"), "nation"),
        (_("기관별 계획"), "institutions"),
        (_("전략과 과제"), "strategies"),
        (_("사업"), "projects"),
        (_("성과지표"), "indicators"),
        (_("중점 이행과제"), "focus-tasks"),
        (_("일정"), "timeline"),
        (_("기관 비교"), "compare"),
        (_("점검 결과"), "findings"),
        (_("자료 내려받기"), "datasets-of"),
    )
    found = [(label, reverse(f"web:{name}", args=[year])) for label, name in pages]
    found.append((_("대장"), reverse("web:registers")))
    here = reverse("web:nation", args=[year]) if request.path == reverse("web:home") else request.path
    return [
        MenuItem(label, address, here == address or (i > 0 and here.startswith(address)))
        for i, (label, address) in enumerate(found)
    ]
