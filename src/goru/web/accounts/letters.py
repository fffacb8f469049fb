"""The letters of sign-in, each in Korean and English; the worker asks for their words when it sends them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string

from goru.core.mail.rules import Asked, Letter
from goru.web.accounts.links import lasts, link_for

if TYPE_CHECKING:
    from goru.domain.institutions.models import Person

NOTICES: Final[Mapping[str, tuple[str, str]]] = {
    "password": ("비밀번호가 바뀌었습니다", "Your password was changed"),
    "second-factor-on": ("2단계 인증이 켜졌습니다", "Two-step sign-in was turned on"),
    "second-factor-off": ("2단계 인증이 꺼졌습니다", "Two-step sign-in was turned off"),
    "token": ("프로그램이 쓰는 토큰이 만들어졌습니다", "A token for programs was made"),
    "recovery-codes": ("복구 코드가 새로 만들어졌습니다", "New recovery codes were made"),
}
"""What somebody is told that happened to their account."""


def invitation(asked: Asked) -> list[Letter]:
    """To who is to sign in for the first time."""
    people = get_user_model().objects.filter(pk__in=[asked.person], is_active=True)
    return [_with_link("invitation", "고루에 초대합니다 / You are invited to Goru", one) for one in people]


def lost_password(asked: Asked) -> list[Letter]:
    """To everybody of an address, or to the one of them that it is for; to nobody where it is nobody's."""
    people = get_user_model().objects.filter(email__iexact=asked.address, is_active=True).order_by("pk")
    if asked.person:
        people = people.filter(pk=asked.person)
    return [_with_link("lost_password", "고루 비밀번호 / Your Goru password", one) for one in people]


def notice(asked: Asked) -> list[Letter]:
    """Of what happened to an account, so that its person sees it where it was somebody else."""
    korean, english = NOTICES[asked.values["what"]]
    people = get_user_model().objects.filter(pk__in=[asked.person], is_active=True)
    subject = f"고루: {korean} / Goru: {english}"
    return [_letter("notice", subject, person=one, korean=korean, english=english) for one in people]


def _with_link(name: str, subject: str, person: Person) -> Letter:
    hours = int(lasts(person).total_seconds()) // 3600
    return _letter(name, subject, person=person, link=link_for(person), hours=hours)


def _letter(name: str, subject: str, *, person: Person, **values: object) -> Letter:
    said = {"address": settings.ADDRESS, "person": person, **values}
    body = render_to_string(f"accounts/mails/{name}.txt", said)
    return Letter(subject, body, person.email)
