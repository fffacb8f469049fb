"""A person begins to hold a post, or ends: what the deeds of posts and accounts share."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from goru.core.verdict import Refused, Subject, require
from goru.domain.institutions import rules
from goru.domain.institutions.models import Holding, Person, Post
from goru.domain.institutions.vocabulary import HoldingKind


def give(
    post: Post,
    person: Person,
    first_day: date,
    last_day: date | None,
    *,
    kind: HoldingKind = HoldingKind.OWN,
) -> Holding:
    """A new holding, while nobody else gives the post: part of a deed that asks who may, and records it."""
    place, unit = post.place, post.unit
    require(rules.has_the_post(place.kind, post.role, is_in_a_unit=unit is not None), about=about(post))
    last = last_day or date.max
    if last < first_day:
        raise Refused(_("마지막 날이 첫날보다 앞섭니다."), about=about(post))
    if not all(one.is_in_force(first_day) for one in (place, *([unit] if unit else []))):
        raise Refused(_("그날에는 없는 기관이나 부서입니다."), about=about(post))
    if not person.is_active:
        raise Refused(_("사용할 수 없는 계정입니다. 다른 사람을 고르세요."), about=about(post))
    kept, _is_new = Post.objects.get_or_create(institution=post.institution, unit=unit, role=post.role)
    Post.objects.select_for_update().get(pk=kept.pk)
    for other in kept.holdings.exclude(valid_to__lt=first_day).filter(valid_from__lte=last):
        _require_room_beside(other, person, kind)
    return Holding.objects.create(
        post=kept, role=kept.role, person=person, kind=kind, valid_from=first_day, valid_to=last_day
    )


def _require_room_beside(other: Holding, person: Person, kind: HoldingKind) -> None:
    """Refused where another holding of the same days leaves no room for this one."""
    if other.person_id == person.pk:
        raise Refused(_("이 사람은 그 기간에 이 직위를 이미 맡고 있습니다."), about=about(other.post))
    if other.role in rules.SOLE and other.kind == kind:
        raise Refused(
            _("이 직위는 그 기간에 다른 사람이 맡고 있습니다. 인계하거나 먼저 끝내세요."),
            about=about(other.post),
        )


def end(holding: Holding, last_day: date) -> None:
    """One that ends before it began was given by mistake: it goes, and the history keeps it."""
    if holding.valid_from and last_day < holding.valid_from:
        Holding.objects.filter(pk=holding.pk).delete()
        return
    holding.valid_to = last_day
    holding.version += 1
    holding.save(update_fields=["valid_to", "version"])


def about(post: Post) -> Subject:
    """Where the posts of an institution are seen."""
    return Subject("institution", post.place.key)
