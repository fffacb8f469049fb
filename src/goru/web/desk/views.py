"""The first page after signing in, and the secretariat's board of a year."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from operator import attrgetter
from typing import Any, Final

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goru.core.verdict import Subject, require
from goru.domain.formulation.queries import asked_in
from goru.domain.institutions import queries as institutions
from goru.domain.plans import queries as plans
from goru.domain.plans.actions import open_cycle
from goru.domain.plans.permissions import may_open_cycles, may_see_board
from goru.pipelines.reminding import queries as reminding
from goru.pipelines.reminding.actions import remind, want_mails
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import asked
from goru.web.subjects import where


class Opened(forms.Form):
    """Which year is opened."""

    year = forms.TypedChoiceField(
        label=gettext_lazy("연도"),
        coerce=int,
        help_text=gettext_lazy("계획할 해입니다. 연 뒤에 수립지침을 씁니다."),
    )

    def __init__(self, *arguments: Any, years: Sequence[int], **named: Any) -> None:
        super().__init__(*arguments, **named)
        field: Any = self.fields["year"]
        field.choices = [(one, one) for one in years]


_YEARS_AHEAD = 2
"""The guideline of a year is sent in November of the year before: nobody opens one that is further off."""

_A_WEEK = timedelta(days=7)
"""How far back goes what changed lately."""


@require_safe
@private
def desk(request: SignedInRequest) -> HttpResponse:
    """What waits for one, one's plans, and what others changed in them lately."""
    on = today()
    holdings = institutions.posts_of(request.user, on)
    waiting = [
        {"one": one, "left": one.days_left(on), "address": where(one.where, request.user)}
        for one in reminding.waiting_for(request.user, on)
    ]
    found = plans.plans_written_by(request.user, on)
    page = {
        "waiting": waiting,
        "desks": [plans.desk_of(one, by=request.user, on=on) for one in found],
        "changes": plans.edits_since(found, by=request.user, since=timezone.now() - _A_WEEK),
        "may_open": may_open_cycles(request.user, on),
        "boards": plans.open_years() if may_see_board(request.user, on) else [],
        "posts": holdings,
        "wants_mails": reminding.wants_mails(request.user),
    }
    return render(request, "desk/page.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def open_year(request: SignedInRequest) -> HttpResponse:
    """Open the cycle of a year, whose guideline is written next."""

    def do(said: dict[str, Any]) -> None:
        open_cycle(year=said["year"], by=request.user, at=timezone.now())

    known, last = {*plans.open_years(), *plans.years()}, today().year + _YEARS_AHEAD
    return asked(
        request,
        partial(Opened, years=[one for one in range(last, last - 4, -1) if one not in known]),
        do,
        verdict=may_open_cycles(request.user, today()),
        about=Subject("guideline", ""),
        title=_("연도 열기"),
        initial={"year": max(known, default=today().year) + 1},
    )


@require_POST
@private
def mails(request: SignedInRequest) -> HttpResponse:
    """Say whether one wants to be reminded by mail."""
    want_mails(person=request.user, wanted=request.POST.get("wanted") == "on")
    return redirect("web:desk")


_SORTS: Final[dict[str, Callable[[Any], Any]]] = {
    "printed": lambda _row: 0,
    "due": attrgetter("duty.due"),
    "written": lambda row: row.written / max(row.required, 1),
    "errors": lambda row: -row.errors,
    "saved": lambda row: row.saved_at.timestamp() if row.saved_at else 0,
}


@require_safe
@private
def board(request: SignedInRequest, year: int) -> HttpResponse:
    """Every duty of a year's plans, and how far each has come; `?sort=` says in which order."""
    require(may_see_board(request.user, today()), about=Subject("cycle", str(year)))
    rows, sort = _sorted(request, year)
    begun = sum(row.edition is not None for row in rows)
    sealed = sum(row.edition is not None and row.edition.state == "sealed" for row in rows)
    page = {
        "year": year,
        "rows": rows,
        "sort": sort,
        "sorts": _sort_names(),
        "counts": {"all": len(rows), "begun": begun - sealed, "sealed": sealed, "none": len(rows) - begun},
        "reminded": reminding.last_reminded(year),
        "hide_years": True,
    }
    return render(request, "desk/board.html", page)


@require_POST
@private
def remind_plan(request: SignedInRequest, year: int, key: str) -> HttpResponse:
    """Have those in charge of a plan mailed what waits."""
    plan = plans.plan_in(year, key)
    if plan.institution is None:
        raise Http404
    remind(year=year, institution=plan.institution, by=request.user, at=timezone.now())
    return redirect(f"{reverse('web:board', args=[year])}#{key}")


@require_safe
@private
def board_file(request: SignedInRequest, year: int) -> HttpResponse:
    """The board as a table to take away."""
    require(may_see_board(request.user, today()), about=Subject("cycle", str(year)))
    rows, _sort = _sorted(request, year)
    answer = HttpResponse(_csv(rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(True, f"goru-{year}-board.csv") or ""
    return answer


def _sorted(request: SignedInRequest, year: int) -> tuple[Sequence[plans.BoardRow], str]:
    asked = request.GET.get("sort", "")
    sort = asked if asked in _SORTS else "printed"
    cycle = plans.cycle_in(year)
    return sorted(plans.board_of(cycle, today(), asked_in(cycle)), key=_SORTS[sort]), sort


def _sort_names() -> list[tuple[str, str]]:
    return [
        ("printed", _("계획서 순")),
        ("due", _("기한 순")),
        ("written", _("덜 쓴 순")),
        ("errors", _("오류 많은 순")),
        ("saved", _("오래 쉰 순")),
    ]


def _csv(rows: Sequence[plans.BoardRow]) -> bytes:
    text = io.StringIO()
    lines = csv.writer(text)
    lines.writerow(
        [
            _("기관"),
            _("상태"),
            _("작성"),
            _("필수"),
            _("오류"),
            _("확인 필요"),
            _("총액(원)"),
            _("지난해(원)"),
            _("마지막 저장"),
            _("기한"),
        ]
    )
    for row in rows:
        state = row.edition.get_state_display() if row.edition else _("시작 전")
        saved = timezone.localtime(row.saved_at).isoformat(timespec="minutes") if row.saved_at else ""
        figures = [row.written, row.required, row.errors, row.warnings, row.won, row.last_year]
        lines.writerow(
            [institutions.named(row.duty.duty.institution), state, *figures, saved, row.duty.due.isoformat()]
        )
    return text.getvalue().encode("utf-8-sig")
