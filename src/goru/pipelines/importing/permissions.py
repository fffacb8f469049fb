from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from goru.core.verdict import Verdict, Why, refuse
from goru.domain.institutions.models import Person
from goru.domain.institutions.permissions import holds_nationally
from goru.domain.institutions.vocabulary import Role


def may_bring_in_books(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may bring in, adopt and leave books: the secretariat (기획단)."""
    reason = _("계획서를 가져올 권한이 없습니다. 지방시대위원회 기획단 담당자에게 요청하세요.")
    return holds_nationally(by, (Role.SECRETARIAT,), on) or refuse(reason, why=Why.FORBIDDEN)
