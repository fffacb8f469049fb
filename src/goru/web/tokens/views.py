"""The tokens by which programs act for a person: made, shown once, listed and ended by that person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from goru.domain.institutions import actions
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.rules import MOST_DAYS
from goru.domain.institutions.vocabulary import TokenScope
from goru.web.access import SignedInRequest, private, today

if TYPE_CHECKING:
    from goru.domain.institutions.models import Institution

_USUAL_DAYS = 90


class Made(forms.Form):
    """What a token is for, and until when."""

    name = forms.CharField(
        label=gettext_lazy("이름"),
        max_length=60,
        help_text=gettext_lazy("무엇에 쓰는지 알아볼 말. 예: 예산 시스템 연계"),
    )
    institution = forms.ChoiceField(label=gettext_lazy("기관"))
    scope = forms.ChoiceField(label=gettext_lazy("할 수 있는 일"), choices=TokenScope.choices)
    last_day = forms.DateField(
        label=gettext_lazy("마지막 날"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("오늘부터 1년 안"),
    )

    def __init__(self, *said: Any, on: date, choices: list[tuple[str, str]]) -> None:
        super().__init__(*said)
        self.on = on
        self.initial["last_day"] = on + timedelta(days=_USUAL_DAYS)
        self.fields["institution"].choices = choices  # type: ignore[attr-defined]

    def clean_last_day(self) -> date:
        """Within a year."""
        day: date = self.cleaned_data["last_day"]
        if not self.on <= day <= self.on + timedelta(days=MOST_DAYS):
            raise forms.ValidationError(_("마지막 날은 오늘부터 1년 안이어야 합니다."))
        return day


@require_http_methods(["GET", "HEAD", "POST"])
@private
def tokens(request: SignedInRequest) -> HttpResponse:
    """The own tokens, and the form for one more; who makes one says the password once more."""
    if request.method != "POST":
        return _page(request, None)
    # only now: sign-in is loaded by few pages
    required = import_module("allauth.account.decorators").reauthentication_required
    answer: HttpResponse = required(_made)(request)
    return answer


@require_POST
@private
def end(request: SignedInRequest, number: int) -> HttpResponse:
    """Let no program act by a token any more."""
    token = institutions.token_of(number, request.user)
    actions.end_token(token_id=token.pk, by=request.user, at=timezone.now())
    return redirect("web:tokens")


def _made(request: SignedInRequest) -> HttpResponse:
    known = institutions.institutions_for_tokens(request.user, today())
    form = _form(known, request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    said = form.cleaned_data
    made = actions.make_token(
        institution=next(one for one in known if one.key == said["institution"]),
        name=said["name"],
        scope=TokenScope(said["scope"]),
        last_day=said["last_day"],
        by=request.user,
        at=timezone.now(),
    )
    answer = _page(request, None, made=made)
    answer.headers["Cache-Control"] = "no-store, private"
    return answer


def _form(known: Sequence[Institution], *said: Any) -> Made:
    choices = [(one.key, str(institutions.named(one))) for one in known]
    return Made(*said, on=today(), choices=choices)


def _page(request: SignedInRequest, form: Made | None, status: int = 200, **more: Any) -> HttpResponse:
    on = today()
    known = institutions.institutions_for_tokens(request.user, on)
    page = {
        "form": form or _form(known),
        "may_make": bool(known),
        "tokens": institutions.tokens_of(request.user, on),
    }
    return render(request, "tokens/tokens.html", page | more, status=status)
