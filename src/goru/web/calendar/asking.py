"""The form of a deed, for who may do it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render

from goru.core.text import number_said
from goru.core.verdict import Subject, Verdict, require
from goru.web.access import SignedInRequest
from goru.web.asking import Do, done
from goru.web.subjects import where


def asked(
    request: SignedInRequest,
    form: forms.Form,
    *,
    verdict: Verdict,
    about: Subject,
    title: str,
    do: Do,
    **page: Any,
) -> HttpResponse:
    """Ask until what is sent is right; then do it, and show what stands now where the subject is shown."""
    require(verdict, about=about)
    back = where(about, request.user)
    if done(form, do):
        return redirect(back)
    if request.method == "POST" and "version" in page:
        page["version"] = seen(request)
    answer = {"form": form, "title": title, "back": back, **page}
    return render(request, "calendar/form.html", answer, status=400 if form.errors else 200)


def seen(request: SignedInRequest) -> int:
    """The version that the person saw when they decided; 0 where there was none."""
    return number_said(request.POST.get("version", ""))
