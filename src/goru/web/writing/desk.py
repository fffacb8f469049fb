"""What all pages of writing have in common: the frame around a draft, edits by form, whether one saw what goes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from goru.book.items.editing import Change
from goru.core.verdict import Outdated, Subject
from goru.domain.formulation.actions import write
from goru.domain.formulation.queries import DraftSeen
from goru.domain.plans import actions
from goru.domain.plans import queries as plans
from goru.domain.plans.vocabulary import EditWay
from goru.web.access import SignedInRequest


def frame(seen: DraftSeen) -> dict[str, Any]:
    """What every page of a draft shows around its own."""
    draft = seen.draft
    return {
        "draft": draft,
        "edition": draft.edition,
        "plan": draft.edition.plan,
        "may_write": seen.may_write,
        "seen": seen,
        "counts": _counts(draft),
        "noted_counts": Counter(one.section.key for one in seen.open_comments if one.section),
        "hide_years": True,
    }


def _counts(draft: plans.Draft) -> dict[str, int]:
    """How many findings lead to each section."""
    return {one.key: len(draft.findings_in(one.key)) for one in draft.sections}


def edit(request: SignedInRequest, number: int, changes: list[Change]) -> actions.Edited:
    return write(
        edition_id=number,
        changes=changes,
        way=EditWay.FORM,
        by=request.user,
        at=timezone.now(),
        all_or_nothing=True,
    )


def digest_of(content: Mapping[str, Any]) -> str:
    """What says that a person saw this."""
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def as_shown(request: SignedInRequest, number: int, content: Mapping[str, Any]) -> None:
    if request.POST.get("seen") != digest_of(content):
        raise Outdated(
            _("그사이 이 항목이 바뀌었습니다. 지금 내용을 확인한 뒤 다시 하세요."),
            about=Subject("edition", str(number)),
        )
