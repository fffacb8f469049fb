"""What a list was asked for: words, order, owner; and its pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import TextChoices
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from goru.domain.institutions import queries as institutions

if TYPE_CHECKING:
    from goru.domain.plans.models import PublishedPlan

_LONGEST = 200
_MOST_AT_ONCE = 1000


class Order(TextChoices):
    """In which order the rows of a table stand."""

    PRINTED = "printed", gettext_lazy("계획서 순")
    LARGEST = "largest", gettext_lazy("큰 순")


def words_of(request: HttpRequest) -> str:
    """The words that `?q=` asks for."""
    return said_in(request, "q").strip()


def said_in(request: HttpRequest, name: str) -> str:
    """What an address says by a name, as far as a database can look for it."""
    return request.GET.get(name, "").replace("\0", "")[:_LONGEST]


def order_of(request: HttpRequest) -> Order:
    """The order that `?order=` asks for; what is none of them is as printed."""
    asked = request.GET.get("order", "")
    return Order(asked) if asked in Order.values else Order.PRINTED


def names_of(owners: Iterable[PublishedPlan]) -> list[tuple[str, str]]:
    """Who owns plans, to choose from: the key and the name in the reader's language."""
    return [(plan.institution.key, institutions.named(plan.institution)) for plan in owners]


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
