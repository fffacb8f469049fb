"""Who may write plans and publish them. Until duties hang on posts, whoever may bring in books may."""

from __future__ import annotations

from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, Why, refuse
from goru.domain.institutions.models import Person
from goru.domain.institutions.rules import SYSTEM
from goru.domain.plans.models import Edition
from goru.domain.plans.vocabulary import EditionState

_RIGHT = "importing.bring_in_books"


def may_write(by: Person) -> Verdict:
    """Whether a person may write in the editions of plans."""
    return _may(by)


def may_publish(by: Person) -> Verdict:
    """Whether a person may publish a cycle's plan (공표)."""
    return _may(by)


def may_decide_on_items(by: Person) -> Verdict:
    """Whether a person may say that items are one, or came of each other."""
    return _may(by)


def is_open(edition: Edition) -> Verdict:
    """Whether an edition can still be written in."""
    if edition.state == EditionState.OPEN:
        return ALLOWED
    return refuse(_("%(state)s된 판은 고칠 수 없습니다."), state=edition.get_state_display())


def _may(by: Person) -> Verdict:
    if by.username == SYSTEM or (by.is_active and by.has_perm(_RIGHT)):
        return ALLOWED
    return refuse(_("계획을 쓰고 공표할 권한이 없습니다."), why=Why.FORBIDDEN)
