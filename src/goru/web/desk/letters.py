"""The letter of what waits, in Korean and English; the worker asks for its words when it sends it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.utils.translation import override

from goru.core.mail.rules import Asked, Letter
from goru.pipelines.reminding.queries import waiting_for
from goru.pipelines.reminding.rules import is_time_for
from goru.web.subjects import where


def reminder(asked: Asked) -> list[Letter]:
    """To who is reminded of what is due by a day, or was due; nobody where nothing waits any more.

    Where the secretariat asked for it, of all that waits, whichever day it is.
    """
    on = date.fromisoformat(asked.values["day"])
    people = get_user_model().objects.filter(pk__in=[asked.person], is_active=True)
    is_asked = bool(asked.values.get("asked"))
    return [
        _letter(one, on, is_asked=is_asked)
        for one in people
        if any(is_time_for(each, on) or (is_asked and each.due) for each in waiting_for(one, on))
    ]


def _letter(person: Any, on: date, *, is_asked: bool) -> Letter:
    said: dict[str, Any] = {"person": person, "address": settings.ADDRESS, "is_asked": is_asked}
    for language in ("ko", "en"):
        with override(language):
            said[language] = [
                {
                    "one": one,
                    "left": one.days_left(on),
                    "since": -(one.days_left(on) or 0),
                    "at": where(one.where, person),
                }
                for one in waiting_for(person, on)
                if one.due
            ]
    subject = f"고루: 기다리는 일 {len(said['ko'])}건 / Goru: {len(said['en'])} waiting"
    return Letter(subject, render_to_string("desk/mails/reminder.txt", said), person.email)
