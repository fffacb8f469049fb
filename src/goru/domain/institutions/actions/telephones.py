"""Which telephone a post has."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.history import because
from goru.core.verdict import Outdated, Refused, Subject, require
from goru.domain.institutions import permissions, rules
from goru.domain.institutions.actions.holdings import about
from goru.domain.institutions.models import Person, Post
from goru.domain.institutions.vocabulary import InstitutionAct


@audit.deed
def set_telephone(*, post: Post, telephone: str, seen: str, by: Person, at: datetime) -> Post:
    """Say which telephone of the office a post has, empty for none; Outdated where another was there than was seen."""
    verdict = require(permissions.may_set_telephone(by, post, day_in_korea(at)), about=about(post))
    said = rules.telephone_said(telephone)
    if said is None:
        sentence = _(
            "사무실 전화번호를 지역번호까지 적으세요. 휴대전화 번호는 받지 않습니다. 보기: 061-286-1234"
        )
        raise Refused(sentence, about=about(post))
    with because(InstitutionAct.TELEPHONE_SET, by=by):
        found = Post.objects.select_for_update(of=("self",))
        kept, _is_new = found.get_or_create(institution=post.institution, unit=post.unit, role=post.role)
        if kept.telephone != seen:
            raise Outdated(
                _("그사이 다른 사람이 번호를 고쳤습니다. 지금 번호를 확인하세요."), about=about(post)
            )
        kept.telephone = said
        kept.save(update_fields=["telephone"])
    audit.note(
        InstitutionAct.TELEPHONE_SET,
        subject=Subject("post", post.key),
        by=by,
        post=verdict.post,
        at=at,
        details={"before": seen, "telephone": said},
    )
    return kept
