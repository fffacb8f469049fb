"""Posts are given, passed on, stood in for and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.history import because
from goru.core.mail import actions as mail
from goru.core.mail.vocabulary import LetterKind
from goru.core.verdict import Outdated, Refused, Subject, Verdict, require
from goru.domain.institutions import permissions, rules
from goru.domain.institutions.actions.holdings import about, end, give
from goru.domain.institutions.models import Holding, Person, Post
from goru.domain.institutions.vocabulary import HoldingKind, InstitutionAct

_A_DAY = timedelta(days=1)


@audit.deed
def appoint(
    *,
    post: Post,
    person: Person,
    first_day: date,
    by: Person,
    at: datetime,
    last_day: date | None = None,
    reason: str = "",
) -> Holding:
    """Give a post to a person in their own right (임명)."""
    on = day_in_korea(at)
    verdict = require(permissions.may_appoint(by, post, on), about=about(post))
    require(rules.is_somebody_else(person.pk, by.pk), about=about(post))
    require(rules.is_to_come(first_day, on), about=about(post))
    with because(InstitutionAct.APPOINTED, by=by, reason=reason):
        holding = give(post, person, first_day, last_day)
    _note(InstitutionAct.APPOINTED, holding, by, verdict, at, {"reason": reason})
    return holding


@audit.deed
def invite(
    *,
    username: str,
    name: str,
    email: str,
    post: Post,
    first_day: date,
    by: Person,
    at: datetime,
    reason: str = "",
) -> Holding:
    """Give a post to a person who has no account yet (초대): they have one, and choose their password by the mail."""
    on = day_in_korea(at)
    verdict = require(permissions.may_appoint(by, post, on), about=about(post))
    require(rules.is_to_come(first_day, on), about=about(post))
    require(rules.is_a_persons_name(username), about=about(post))
    username = Person.normalize_username(username)
    person, is_new = Person.objects.get_or_create(
        username=username, defaults={"first_name": name, "email": email}
    )
    if not is_new:
        raise Refused(
            _("이미 쓰는 아이디입니다. 그 사람이면 임명하고, 아니면 다른 아이디로 정하세요."),
            about=about(post),
        )
    person.set_unusable_password()
    person.save(update_fields=["password"])
    mail.send(LetterKind.INVITATION, address=email, person=person, by=by, at=at)
    with because(InstitutionAct.INVITED, by=by, reason=reason):
        holding = give(post, person, first_day, None)
    _note(InstitutionAct.INVITED, holding, by, verdict, at, {"reason": reason})
    return holding


@audit.deed
def hand_over(
    *,
    holding_id: int,
    version: int,
    to: Person,
    first_day: date,
    by: Person,
    at: datetime,
    reason: str = "",
) -> Holding:
    """Pass a post on (인계): in one act the holder's last day is the one before the new holder's first.

    Where the institution has ended by then, the new one holds the same post of its successor; who may give that decides.
    """
    on = day_in_korea(at)
    holding = _locked(holding_id, version)
    if to.pk == holding.person_id:
        raise Refused(_("지금 맡은 사람입니다. 넘겨받을 사람을 고르세요."), about=about(holding.post))
    verdict = require(permissions.may_pass_on(by, holding, on), about=about(holding.post))
    require(rules.is_to_come(first_day, on), about=about(holding.post))
    with because(InstitutionAct.HANDED_OVER, by=by, reason=reason):
        post = _post_on(holding.post, first_day)
    if post != holding.post:
        verdict = require(permissions.may_appoint(by, post, on), about=about(holding.post))
    require(rules.is_within(first_day - _A_DAY, holding.valid_to), about=about(holding.post))
    last_day = None if permissions.may_appoint(by, post, on) else holding.valid_to
    with because(InstitutionAct.HANDED_OVER, by=by, reason=reason):
        end(holding, first_day - _A_DAY)
        new = give(post, to, first_day, last_day)
    details = {"from": holding.person.username, "of": holding.post.key, "reason": reason}
    _note(InstitutionAct.HANDED_OVER, new, by, verdict, at, details)
    return new


@audit.deed
def stand_in(
    *,
    post: Post,
    person: Person,
    first_day: date,
    last_day: date,
    by: Person,
    at: datetime,
    reason: str = "",
) -> Holding:
    """Have a person act by a post for a time (직무대행), whether somebody holds it or not."""
    on = day_in_korea(at)
    verdict = require(permissions.may_name_stand_in(by, post, on), about=about(post))
    require(rules.is_somebody_else(person.pk, by.pk), about=about(post))
    require(rules.is_a_leave(first_day, last_day), about=about(post))
    if not permissions.may_appoint(by, post, on):
        own = Holding.objects.in_force(on).get(post=post, person=by, kind=HoldingKind.OWN)
        require(rules.is_within(last_day, own.valid_to), about=about(post))
    require(rules.is_to_come(first_day, on), about=about(post))
    with because(InstitutionAct.STOOD_IN, by=by, reason=reason):
        holding = give(post, person, first_day, last_day, kind=HoldingKind.STAND_IN)
    _note(InstitutionAct.STOOD_IN, holding, by, verdict, at, {"reason": reason})
    return holding


@audit.deed
def end_holding(
    *, holding_id: int, version: int, last_day: date, by: Person, at: datetime, reason: str = ""
) -> None:
    """Take a post back after a last day, yesterday at the earliest: then it ends at once."""
    on = day_in_korea(at)
    holding = _locked(holding_id, version)
    verdict = require(permissions.may_end(by, holding, on), about=about(holding.post))
    if not on - _A_DAY <= last_day <= (holding.valid_to or date.max):
        raise Refused(_("마지막 날은 어제부터, 이미 정한 마지막 날까지입니다."), about=about(holding.post))
    with because(InstitutionAct.HOLDING_ENDED, by=by, reason=reason):
        end(holding, last_day)
    details = {"last_day": str(last_day), "reason": reason}
    _note(InstitutionAct.HOLDING_ENDED, holding, by, verdict, at, details)


def _locked(holding_id: int, version: int) -> Holding:
    found = Holding.objects.select_for_update(of=("self",)).filter(pk=holding_id, version=version)
    holding = found.select_related("person", "post__institution", "post__unit__institution").first()
    if holding is None:
        raise Outdated(_("그사이 이 보직이 바뀌었습니다. 지금 상태를 확인한 뒤 다시 하세요."))
    return holding


def _post_on(post: Post, day: date) -> Post:
    """The post, or the same one of the institution that will have succeeded its own by a day."""
    if post.unit or post.place.is_in_force(day):
        return post
    successors = permissions.in_charge_of(post.place, day)
    if len(successors) != 1:
        raise Refused(
            _("그날에는 없는 기관입니다. 뒤를 이은 기관의 직위를 따로 맡기세요."), about=about(post)
        )
    kept, _is_new = Post.objects.get_or_create(institution=successors[0], unit=None, role=post.role)
    return kept


def _note(
    act: InstitutionAct,
    holding: Holding,
    by: Person,
    verdict: Verdict,
    at: datetime,
    details: Mapping[str, object],
) -> None:
    said = {
        "person": holding.person.username,
        "kind": holding.kind,
        "first_day": str(holding.valid_from),
        "last_day": str(holding.valid_to or ""),
    }
    subject = Subject("post", holding.post.key)
    audit.note(act, subject=subject, by=by, post=verdict.post, at=at, details={**said, **details})
