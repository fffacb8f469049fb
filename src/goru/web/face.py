"""What all pages share: who may read them, the menu, the years, the theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Page, Paginator
from django.db.models import TextChoices
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from goru.core.readiness import AWAY, is_at_work
from goru.domain.plans import queries as plans
from goru.pipelines.issuing import queries as issuing
from goru.pipelines.issuing.pictures import words

if TYPE_CHECKING:
    from goru.domain.plans.models import PublishedPlan

View = Callable[..., HttpResponse]
THEMES = (
    ("", gettext_lazy("기기 설정대로")),
    ("light", gettext_lazy("밝게")),
    ("high-contrast", gettext_lazy("어둡고 선명하게")),
)
_OF_ONE_YEAR = {"web:lines", "web:indicator"}
"""The pages whose address says after the year what another year need not have."""
_WITHOUT_DATABASE = {"web:sign-in", "api:reference"}
"""The pages that are shown also while the database is away."""
_LONGEST = 200
_MOST_AT_ONCE = 1000
_YEAR = 365 * 24 * 3600


class Order(TextChoices):
    """In which order the rows of a table stand."""

    PRINTED = "printed", gettext_lazy("계획서 순")
    LARGEST = "largest", gettext_lazy("큰 순")


@dataclass(frozen=True, slots=True)
class MenuItem:
    """An entry of the main menu."""

    label: str
    address: str
    is_current: bool


def public(view: View) -> View:
    """A page that anybody may read; what is not there is page 404."""

    @wraps(view)
    def wrapped(request: HttpRequest, **arguments: Any) -> HttpResponse:
        try:
            return view(request, **arguments)
        except ObjectDoesNotExist as missing:
            raise Http404 from missing

    return login_not_required(require_safe(wrapped))


def words_of(request: HttpRequest) -> str:
    """The words that `?q=` asks for, as far as a database can look for them."""
    return request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST]


def order_of(request: HttpRequest) -> Order:
    """The order that `?order=` asks for; what is none of them is as printed."""
    asked = request.GET.get("order", "")
    return Order(asked) if asked in Order.values else Order.PRINTED


def names_of(owners: Iterable[PublishedPlan]) -> list[tuple[str, str]]:
    """Who owns plans, to choose from: the key and the name in the reader's language."""
    return [(plan.institution.key, words.named(plan.institution)) for plan in owners]


def query_of(request: HttpRequest, **asked: str) -> str:
    """What a list was asked for, as its pager keeps it before the number of the page."""
    wanted = {name: value for name, value in asked.items() if value} | (
        {"all": "1"} if _is_whole(request) else {}
    )
    return urlencode(wanted) + "&" if wanted else ""


def paged(
    request: HttpRequest, rows: Any, most: int, *, name: str = "page", count: int | None = None
) -> Page[Any]:
    """A page of a list, whose length may be known; with `?all=1`, for printing, as much as can be shown at once."""
    pages = Paginator(rows, _MOST_AT_ONCE if _is_whole(request) else most)
    if count is not None:
        pages.count = count
    return pages.get_page(request.GET.get(name))


def _is_whole(request: HttpRequest) -> bool:
    return request.GET.get("all") == "1"


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
    theme = request.COOKIES.get("theme", "")
    menu = _menu(request, year) if year else []
    return {
        "years": _years(request, years),
        "menu_year": year,
        "shelf": shelves[year] if year else None,
        **(_making(year, shelves[year].mark) if year else {}),
        "lines_address": reverse("web:lines", args=[year]) if year else "",
        "today": timezone.localdate(),
        "publisher": settings.PUBLISHER,
        "menu": menu,
        "menu_here": next((item.label for item in menu if item.is_current), ""),
        "theme": theme if theme in dict(THEMES) else "",
        "themes": THEMES,
        "has_masthead": settings.HAS_OFFICIAL_MASTHEAD,
        **reader,
    }


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
    found = ((label, reverse(f"web:{name}", args=[year])) for label, name in pages)
    here = reverse("web:nation", args=[year]) if request.path == reverse("web:home") else request.path
    return [
        MenuItem(label, address, here == address or (i > 0 and here.startswith(address)))
        for i, (label, address) in enumerate(found)
    ]


@login_not_required
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie and go back to the page."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    answer = redirect(back)
    theme = request.POST.get("theme", "")
    if theme in dict(THEMES):
        answer.set_cookie(
            "theme", theme, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    return answer
