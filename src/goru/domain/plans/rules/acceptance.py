"""What stands in the way of a plan's acceptance (접수), by the values alone."""

from __future__ import annotations

import json
from hashlib import sha256

from django.utils.translation import gettext as _

from goru.book.model import Finding
from goru.core.verdict import ALLOWED, Verdict, refuse


def mark_of(finding: Finding) -> str:
    """What tells a finding of a plan from others, and from itself once it has other figures: a SHA-256 digest, as hex digits."""
    said = finding.model_dump(mode="json", include={"rule", "subject", "expected", "found", "parameters"})
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def may_be_accepted(*, errors: int, warnings: int, missing: int) -> Verdict:
    """Whether a plan may be accepted, with so many errors that nobody lifted, warnings that nobody explained, and sections
    that it must have in which something is missing.

    None of these keeps an institution from handing its plan in by its day.
    """
    if not errors and not warnings and not missing:
        return ALLOWED
    sentence = _(
        "접수를 막는 것이 있습니다: 오류 %(errors)s건, 설명이 없는 확인 필요 %(warnings)s건, 빈 곳 있는 필수 절 %(missing)s개."
    )
    return refuse(sentence, errors=errors, warnings=warnings, missing=missing)
