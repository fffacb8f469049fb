"""A part of a book is as good as a whole one: whatever of it is missing, it is adopted, issued and shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from types import NoneType
from typing import Any, get_args

import pytest
from django.test import Client

from goru.book.model import Part, PlanBook
from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries as plans
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.issuing.actions import issue
from goru.pipelines.searching.actions import index_cycle

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Book = dict[str, Any]


def nulled(book: Book) -> Book:
    """Whatever may be null is null."""
    without: Book = _without(PlanBook.model_validate(book)).model_dump(mode="json")
    return without


def _without(part: Any) -> Any:
    if isinstance(part, list):
        return [_without(one) for one in part]
    if not isinstance(part, Part):
        return part
    fields = type(part).model_fields
    return part.model_copy(
        update={
            name: None if NoneType in get_args(field.annotation) else _without(getattr(part, name))
            for name, field in fields.items()
        }
    )


def provinces(book: Book) -> Book:
    return {**nothing(book), "plans": [one for one in book["plans"] if one["kind"] == "provincial"]}


def megaregions(book: Book) -> Book:
    return {**nothing(book), "plans": [one for one in book["plans"] if one["kind"] == "megaregional"]}


def ministries(book: Book) -> Book:
    return {**book, "plans": [], "focus_tasks": [], "summaries": [], "headline": {"budget": []}}


def focus(book: Book) -> Book:
    return {**nothing(book), "focus_tasks": book["focus_tasks"]}


def nothing(book: Book) -> Book:
    lists: Book = {name: [] for name, held in book.items() if isinstance(held, list)}
    return {**book, **lists, "headline": {"budget": []}, "grand_total": None}


_IN_SOAK = [pytest.param(one, marks=pytest.mark.soak) for one in (megaregions, focus, nothing)]


@pytest.mark.parametrize("part", [provinces, ministries, nulled, *_IN_SOAK])
def test_it_is_issued_and_every_page_of_it_is_shown(
    part: Callable[[Book], Book], small_book: PlanBook
) -> None:
    book = PlanBook.model_validate(part(small_book.model_dump(mode="json")))
    at = datetime(2025, 4, 4, tzinfo=UTC)
    adopt_book(book=book, name="part.json", by=system_person(), at=at)
    cycle = plans.cycle_of(book.year)

    index_cycle(cycle=cycle)
    issue(cycle=cycle)

    assert walked(Client(raise_request_exception=False), "/") == []


def walked(client: Client, start: str) -> list[str]:
    """The pages that cannot be shown, of all that can be come to."""
    waiting, seen, wrong = [start], {start}, []
    while waiting:
        address = waiting.pop()
        answer = client.get(address, follow=True)
        if answer.status_code != 200:
            wrong.append(f"{answer.status_code} {address}")
        elif "text/html" in answer.headers["Content-Type"]:
            found = re.findall(r'href="(/[^"#]*)"', answer.content.decode())
            new = {one.replace("&amp;", "&") for one in found if not one.startswith("/static/")} - seen
            seen |= new
            waiting += new
    return wrong
