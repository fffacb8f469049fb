from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, Why, refuse
from goru.domain.institutions.models import Person


def may_bring_in_books(person: Person | AnonymousUser) -> Verdict:
    """Whether a person may bring in, adopt and leave books: whoever has the right, the secretariat (기획단) first."""
    if person.has_perm("importing.bring_in_books"):
        return ALLOWED
    sentence = _("계획서를 가져올 권한이 없습니다. 지방시대위원회 기획단 담당자에게 요청하세요.")
    return refuse(sentence, why=Why.FORBIDDEN)
