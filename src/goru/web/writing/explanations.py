"""Why findings of a draft stand: said by who writes it, answered by the secretariat."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from goru.core.ranges import LONGEST_TEXT
from goru.core.verdict import Subject
from goru.domain.formulation.queries import asked_of, draft_in
from goru.domain.plans import actions, permissions
from goru.domain.plans import queries as plans
from goru.web.access import SignedInRequest, private, today
from goru.web.asking import as_seen, asked


class Explained(forms.Form):
    """Why a finding stands."""

    text = forms.CharField(
        label=gettext_lazy("설명"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    before = forms.IntegerField(widget=forms.HiddenInput)


class Answered(forms.Form):
    """Whether an error is lifted, and why."""

    is_lifted = forms.TypedChoiceField(
        label=gettext_lazy("결정"),
        choices=(
            ("1", gettext_lazy("해제합니다: 오류가 아닙니다")),
            ("0", gettext_lazy("해제하지 않습니다: 고쳐야 합니다")),
        ),
        coerce=lambda one: one == "1",
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=gettext_lazy("까닭"),
        help_text=gettext_lazy("해제한 까닭은 계획을 공표할 때 점검 결과와 함께 공개됩니다."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def explain(request: SignedInRequest, number: int, mark: str) -> HttpResponse:
    """Say why a finding of a draft stands; of an error this asks the secretariat to lift it.

    `?section=` is the section from which one came, and goes back to.
    """
    seen = draft_in(number, by=request.user, on=today())
    finding = seen.draft.finding(mark)
    if finding is None:
        raise Http404
    came_from = request.GET.get("section")
    page = (
        reverse("web:section", args=[number, seen.draft.section(came_from).key])
        if came_from
        else reverse("web:edition", args=[number])
    )
    said = seen.draft.explanation_of(finding)

    def do(given: dict[str, Any]) -> None:
        actions.explain(
            edition_id=number,
            mark=mark,
            version=given["before"],
            text=given["text"],
            by=request.user,
            at=timezone.now(),
            asked=asked_of(seen.draft.edition.plan),
        )

    return asked(
        request,
        Explained,
        do,
        verdict=seen.may_explain,
        about=Subject("edition", str(number)),
        title=_("오류 해제 요청") if finding.severity == "error" else _("설명 적기"),
        facts={
            _("점검 결과"): finding.message,
            _("공개"): _(
                "적은 설명은 기획단이 보고, 공개되지 않습니다. 오류를 해제하면 기획단이 적은 까닭이 점검 결과와 함께 공개됩니다."
            )
            if finding.severity == "error"
            else _("적은 설명은 계획을 공표할 때 점검 결과와 함께 누구에게나 공개됩니다."),
        },
        initial={"text": said.text if said else "", "before": said.version if said else 0},
        back=f"{page}#finding-{mark}",
    )


@require_safe
@private
def explanation(request: SignedInRequest, number: int) -> HttpResponse:
    """What an institution says of a finding, and what it was answered."""
    found = plans.explanation_in(number, by=request.user, on=today())
    page = {
        "found": found,
        "plan": found.plan,
        "stands": bool(plans.standing([found], asked_of)),
        "may_answer": permissions.may_answer(request.user, found, today()),
        "hide_years": True,
    }
    return render(request, "writing/explanation.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def answer(request: SignedInRequest, number: int) -> HttpResponse:
    """Lift an error, or say why it stays."""
    found = plans.explanation_in(number, by=request.user, on=today())

    def do(given: dict[str, Any]) -> None:
        actions.answer_error(explanation_id=number, **as_seen(request, found.subject), **given)

    now = {} if found.is_lifted is None else {"is_lifted": str(int(found.is_lifted)), "answer": found.answer}
    return asked(
        request,
        Answered,
        do,
        verdict=permissions.may_answer(request.user, found, today()),
        about=found.subject,
        title=_("오류 해제 요청에 답하기"),
        facts={_("점검 결과"): found.message, _("설명"): found.text},
        version=found.version,
        initial=now,
    )
