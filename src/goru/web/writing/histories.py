"""What became of a plan: who changed what, what is another between two moments, what happened to an item."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goru.core.text import number_said
from goru.domain.formulation.queries import draft_in
from goru.domain.plans import queries as plans
from goru.web.access import SignedInRequest, private, today
from goru.web.writing import desk


@require_safe
@private
def history(request: SignedInRequest, number: int) -> HttpResponse:
    """Who changed what, when, by which way."""
    found = plans.history_in(number, by=request.user, on=today())
    page = {"edits": plans.edits_of(found), "successions": plans.successions_of(found)}
    return render(request, "writing/history.html", _frame(request, number) | page)


@require_safe
@private
def comparison(request: SignedInRequest, number: int, other: int) -> HttpResponse:
    """What is another in an edition than in one before it, or than in an earlier moment of its own.

    `?before=` and `?after=` are the numbers of the edits after which the two are compared; else as they stand.
    """
    found, _may_write = plans.edition_in(number, by=request.user, on=today())
    others = plans.comparable_with(found, by=request.user, on=today())
    base = next((one for one in [found, *others] if one.pk == other), None)
    if base is None:
        raise Http404
    asked = [_asked(request, name) for name in ("before", "after")]
    if base == found and asked[0] is None:
        asked[0] = 0
    for edition, at in zip((base, found), asked, strict=True):
        if at is not None:
            plans.history_in(edition.pk, by=request.user, on=today())
    before, after = plans.moment_of(base, asked[0]), plans.moment_of(found, asked[1])
    if base == found and before.number > after.number:
        before, after = after, before
    page = {
        "before": before,
        "after": after,
        "others": others,
        "compared": plans.compared(before, after),
        "money": plans.money_compared(before.value, after.value),
        "won": plans.won_of_value(after.value),
        "won_before": plans.won_of_value(before.value),
        "successions": plans.successions_of(found),
    }
    return render(request, "writing/comparison.html", _frame(request, number) | page)


@require_safe
@private
def item(request: SignedInRequest, number: int, item: UUID) -> HttpResponse:
    """What happened to an item in the editions of a plan."""
    found = plans.history_in(number, by=request.user, on=today())
    history = plans.history_of_item(found, item, by=request.user, on=today())
    page = {"history": history, "successions": plans.successions_of(found)}
    return render(request, "writing/item.html", _frame(request, number) | page)


def _asked(request: SignedInRequest, name: str) -> int | None:
    said = request.GET.get(name)
    if not said:
        return None
    number = number_said(said)
    if not number and said != "0":
        raise Http404
    return number or 0


def _frame(request: SignedInRequest, number: int) -> dict[str, Any]:
    return desk.frame(draft_in(number, by=request.user, on=today()))
