"""The form of a deed: shown to who may, with what it is about; once it is sent and right, the deed is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from goru.core.text import number_said
from goru.core.verdict import Outdated, Refused, Subject, Verdict, Why, require
from goru.web.access import SignedInRequest, today
from goru.web.subjects import where

MakeForm = Callable[..., forms.Form]
Do = Callable[[dict[str, Any]], object]


FILE_ERRORS: Final = {
    "required": gettext_lazy("파일을 고르세요."),
    "empty": gettext_lazy("빈 파일입니다. 내용이 있는 파일을 고르세요."),
    "max_length": gettext_lazy("파일 이름이 너무 깁니다. 이름을 줄여 다시 고르세요."),
}
"""What is said of a file that cannot be taken (`forms.FileField`)."""


class Confirmed(forms.Form):
    """A deed that needs nothing to be said."""


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A day, chosen from the browser's calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, required=required, help_text=help_text)


def asked(  # noqa: PLR0913 - what a form's page says is said by name
    request: SignedInRequest,
    form: MakeForm,
    do: Do,
    *,
    verdict: Verdict,
    about: Subject,
    title: str,
    facts: Mapping[str, Any] | None = None,
    version: int | None = None,
    initial: Mapping[str, Any] | None = None,
    back: str = "",
) -> HttpResponse:
    """`facts` are what the page says of it, label by label; `version` is what stands now, which the form sends back as seen;
    `back` is where one goes from here, if not to the page of what it is about.

    A new form is filled with what stands now (`initial`), else by the address; its days begin as today.
    """
    require(verdict, about=about)
    back = back or where(about, request.user)
    days = {"first_day": today(), "last_day": today()}
    sent = (
        form(request.POST)
        if request.method == "POST"
        else form(initial={**request.GET.dict(), **days, **(initial or {})})
    )
    if done(sent, do):
        return redirect(back)
    page = {
        "form": sent,
        "title": title,
        "facts": [(str(label), said) for label, said in (facts or {}).items() if said],
        "back": back,
        "version": seen(request, about) if sent.is_bound and version else version,
    }
    return render(request, "form.html", page, status=400 if sent.errors else 200)


def done(form: forms.Form, do: Do) -> bool:
    """Whether what a form says was done; what a rule refuses of it stands at the form, beside what was typed.

    Refused still where no wording could help: another's deed, what changed meanwhile, a form that asks nothing.
    """
    if not form.is_valid():
        return False
    try:
        do(form.cleaned_data)
    except Refused as refused:
        if refused.why is not Why.STATE or isinstance(refused, Outdated) or not form.fields:
            raise
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        return False
    return True


def as_seen(request: SignedInRequest, about: Subject) -> dict[str, Any]:
    """What every deed on something that was seen is given: the version that was, who does it, when."""
    return {"version": seen(request, about), "by": request.user, "at": timezone.now()}


def seen(request: HttpRequest, about: Subject) -> int:
    """The version that the person saw when they decided."""
    version = number_said(request.POST.get("version", ""))
    if not version:
        sentence = _("보낸 내용이 온전하지 않습니다. 지금 상태를 확인하고 다시 하세요.")
        raise Outdated(sentence, about=about)
    return version
