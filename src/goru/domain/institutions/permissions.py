"""Who may do what by the post they hold. Whoever holds none may do nothing.

The person `goru` acts for the installation itself: its first data, and what a command of whoever runs it is for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q
from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, Why, refuse
from goru.domain.institutions import rules
from goru.domain.institutions.models import Holding, Institution, Person, Post, Token, Unit
from goru.domain.institutions.rules import COMMISSIONED, GUARDED, SYSTEM
from goru.domain.institutions.vocabulary import HoldingKind, InstitutionKind, Role

_BY_THE_SYSTEM = Verdict(post=SYSTEM)


def holds(by: Person | AnonymousUser, roles: Collection[Role], institution: Institution, on: date) -> Verdict:
    """Allowed by a post of one of the roles at an institution or, once that has ended, at its successor on the day."""
    if _is_the_system(by):
        return _BY_THE_SYSTEM
    places = {one.pk for one in in_charge_of(institution, on)}
    return _by_the_first_of(one for one in _held(by, on) if one.role in roles and one.post.place.pk in places)


def holds_in(by: Person | AnonymousUser, roles: Collection[Role], unit: Unit, on: date) -> Verdict:
    """Allowed by a post of one of the roles at a unit."""
    if _is_the_system(by):
        return _BY_THE_SYSTEM
    return _by_the_first_of(one for one in _held(by, on) if one.role in roles and one.post.unit_id == unit.pk)


def holds_nationally(by: Person | AnonymousUser, roles: Collection[Role], on: date) -> Verdict:
    """Allowed by a post of one of the roles at the Committee."""
    if _is_the_system(by):
        return _BY_THE_SYSTEM
    committee = InstitutionKind.COMMITTEE
    return _by_the_first_of(
        one for one in _held(by, on) if one.role in roles and one.post.place.kind == committee
    )


def _is_the_system(by: Person | AnonymousUser) -> bool:
    """Nobody signs in as the system: an account of its name that somebody could is not it."""
    return by.username == SYSTEM and not by.is_active


def may_load_registers(by: Person | AnonymousUser) -> Verdict:
    """Whether the registers are brought in by it: by the program itself, with which they come."""
    reason = _("등록부는 프로그램이 스스로 반영합니다.")
    return _BY_THE_SYSTEM if _is_the_system(by) else refuse(reason, why=Why.FORBIDDEN)


def may_add_institutions(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may add institutions that the program's register does not know."""
    verdict = holds_nationally(by, (Role.SECRETARIAT, Role.ADMINISTRATOR), on)
    return verdict or refuse(_("기관은 지방시대위원회 기획단이 등록부에 더합니다."), why=Why.FORBIDDEN)


def may_open_accounts(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may open accounts and set their passwords: administrators."""
    verdict = holds_nationally(by, (Role.ADMINISTRATOR,), on)
    return verdict or refuse(_("계정은 시스템 관리자가 엽니다."), why=Why.FORBIDDEN)


def may_see_accounts(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may see who has an account; hidden from all but administrators."""
    verdict = holds_nationally(by, (Role.ADMINISTRATOR,), on)
    return verdict or refuse(_("계정은 시스템 관리자가 봅니다."), why=Why.HIDDEN)


def may_lock(by: Person, person: Person, on: date) -> Verdict:
    """Whether a person may close an account: what its person holds, they hold still, and may not act by."""
    return _as_it_stands(
        may_see_accounts(by, on), rules.may_be_locked(is_active=person.is_active, is_own=person.pk == by.pk)
    )


def may_unlock(by: Person, person: Person, on: date) -> Verdict:
    """Whether a person may open an account again."""
    return _as_it_stands(
        may_see_accounts(by, on), rules.may_be_unlocked(person.username, is_active=person.is_active)
    )


def is_administrator(by: Person | AnonymousUser, on: date) -> bool:
    """Whether a person looks after the installation."""
    return bool(holds_nationally(by, (Role.ADMINISTRATOR,), on))


def in_charge_of(institution: Institution, on: date) -> list[Institution]:
    """The institution itself while it is in force; those that succeeded it after that; nobody before it begins."""
    found: dict[int, Institution] = {}
    seen, waiting = set[int](), [institution]
    while waiting:
        one = waiting.pop()
        if one.is_in_force(on):
            found[one.pk] = one
        elif one.is_over(on) and one.pk not in seen:
            seen.add(one.pk)
            waiting.extend(one.successors.all())
    return list(found.values())


def holds_at(by: Person | AnonymousUser, roles: Collection[Role], on: date) -> list[Institution]:
    """The institutions at which a person holds a post of one of the roles, those that theirs came of among them."""
    own = {one.post.place.pk for one in _held(by, on) if one.role in roles}
    found = Institution.objects.filter(Q(pk__in=own) | Q(successors__in=own)).distinct()
    return [one for one in found if own & {each.pk for each in in_charge_of(one, on)}]


def may_see_posts(by: Person | AnonymousUser, institution: Institution, on: date) -> Verdict:
    """Whether a person may see who holds the posts of an institution: who gives them; hidden from other institutions."""
    return (
        holds_nationally(by, (Role.ADMINISTRATOR, Role.SECRETARIAT), on)
        or holds(by, (Role.AUTHOR,), that_writes(institution), on)
        or _not_theirs(by, institution, on)
    )


def may_open_units(by: Person, institution: Institution, on: date) -> Verdict:
    """Whether a person may open and close units of an institution."""
    if institution.kind not in rules.WITH_UNITS:
        return refuse(_("이 기관에는 부서를 두지 않습니다. 기관 자체의 담당자를 임명하세요."))
    return _as_it_stands(may_see_posts(by, institution, on), _has_not_ended(institution, on))


def may_appoint(by: Person, post: Post, on: date) -> Verdict:
    """Whether a person may give a post to somebody, for a time or for good."""
    return _while_it_is_there(post, on, _gives(by, post, on))


def may_pass_on(by: Person, holding: Holding, on: date) -> Verdict:
    """Whether a person may hand a post over: their own, or one that they may give."""
    verdict = _passes_on(by, holding.post, on, of=holding)
    if verdict and holding.kind == HoldingKind.STAND_IN:
        return refuse(_("직무대행은 다른 사람에게 넘겨줄 수 없습니다. 끝내고 새로 정하세요."))
    return _until_it_is_over(holding, on, verdict)


def may_name_stand_in(by: Person, post: Post, on: date) -> Verdict:
    """Whether a person may have somebody stand in: for themselves, or where they may give the post."""
    return _while_it_is_there(post, on, _passes_on(by, post, on))


def may_set_telephone(by: Person, post: Post, on: date) -> Verdict:
    """Whether a person may say which telephone a post has: who holds it, and who may give it."""
    return _while_it_is_there(post, on, _passes_on(by, post, on))


def may_end(by: Person, holding: Holding, on: date) -> Verdict:
    """Whether a person may end that somebody holds a post."""
    return _until_it_is_over(holding, on, _gives(by, holding.post, on))


def may_make_token(by: Person, institution: Institution, on: date) -> Verdict:
    """Whether a person may let programs act for them in the drafts of an institution: who writes its plan or a part of it."""
    found = [one for one in writing_posts(by, on) if that_writes(one.post.place).pk == institution.pk]
    verdict = _by_the_first_of(found)
    return verdict or refuse(
        _("이 기관의 초안을 쓰는 직위(총괄 담당자, 작성 담당자)를 맡고 있지 않습니다."), why=Why.FORBIDDEN
    )


def may_end_token(by: Person, token: Token) -> Verdict:
    """Whether a person may end a token: whose it is."""
    return ALLOWED if token.person_id == by.pk else refuse(_("다른 사람의 토큰입니다."), why=Why.HIDDEN)


def may_act_by(token: Token, on: date) -> Verdict:
    """Whether a program may act by a token: it has not ended, and its person still holds a post that it was made for."""
    if token.ended_at:
        return refuse(_("끝낸 토큰입니다."))
    if token.last_day < on:
        return refuse(_("기한이 지난 토큰입니다. 새로 만드세요."))
    heirs = {one.pk for one in in_charge_of(token.institution, on)}
    if not any(that_writes(one.post.place).pk in heirs for one in writing_posts(token.person, on)):
        return refuse(_("토큰을 만든 직위가 끝났습니다."))
    return ALLOWED


def reaches(token: Token, institution: Institution | None, on: date) -> Verdict:
    """Whether a token is for the drafts of an institution, or for those of one that succeeded it or that it succeeded."""
    if institution is not None:
        its, own = in_charge_of(institution, on), in_charge_of(token.institution, on)
        if {one.pk for one in its} & {one.pk for one in own}:
            return ALLOWED
    return refuse(_("이 토큰의 기관이 아닙니다."), why=Why.HIDDEN)


def writing_posts(by: Person, on: date) -> list[Holding]:
    """By what a person writes plans, or parts of one, on a day."""
    return [one for one in _held(by, on) if one.role in rules.THAT_WRITE]


def may_read_log(by: Person | AnonymousUser, on: date) -> Verdict:
    """Whether a person may read the log of official acts; hidden from all but who watches over them."""
    verdict = holds_nationally(by, (Role.AUDITOR, Role.SECRETARIAT, Role.ADMINISTRATOR), on)
    return verdict or refuse(_("공적 행위 기록은 감사, 기획단, 시스템 관리자가 봅니다."), why=Why.HIDDEN)


def _gives(by: Person, post: Post, on: date) -> Verdict:
    """Administrators all; the secretariat all but those that watch it; an author those who contribute to the plan."""
    place = post.place
    is_guarded = place.kind == InstitutionKind.COMMITTEE and post.role in GUARDED
    national = (Role.ADMINISTRATOR,) if is_guarded else (Role.ADMINISTRATOR, Role.SECRETARIAT)
    verdict = holds_nationally(by, national, on)
    if not verdict and post.role == Role.CONTRIBUTOR:
        verdict = holds(by, (Role.AUTHOR,), that_writes(place), on)
    if verdict:
        return verdict
    seen = may_see_posts(by, place, on)
    return refuse(_giver_of(is_guarded=is_guarded), why=Why.FORBIDDEN) if seen else seen


def _giver_of(*, is_guarded: bool) -> str:
    """Whoever sees a contributor's post gives it."""
    if is_guarded:
        return _("이 직위는 시스템 관리자만 맡길 수 있습니다.")
    return _("이 직위는 지방시대위원회 기획단이 맡길 수 있습니다.")


def _passes_on(by: Person, post: Post, on: date, *, of: Holding | None = None) -> Verdict:
    """Who holds it (by the holding `of`, if one is said) in their own right, not by commission; and who gives it."""
    held = (one for one in _held(by, on) if one.post_id == post.pk and one.kind == HoldingKind.OWN)
    own = _by_the_first_of(one for one in held if of is None or one.pk == of.pk)
    if own and post.role in COMMISSIONED:
        return _gives(by, post, on) or refuse(_("위촉된 직위는 넘겨줄 수 없습니다."), why=Why.FORBIDDEN)
    return own or _gives(by, post, on)


def _as_it_stands(verdict: Verdict, state: Verdict) -> Verdict:
    """Who may not is told that first; then what the state forbids."""
    return (state and verdict) if verdict else verdict


def _while_it_is_there(post: Post, on: date, verdict: Verdict) -> Verdict:
    """Who may not is told that first: what the state is, is for who may see it."""
    if verdict and post.unit and post.unit.is_over(on):
        return refuse(_("닫은 부서의 직위입니다."))
    return _as_it_stands(verdict, _has_not_ended(post.place, on))


def _until_it_is_over(holding: Holding, on: date, verdict: Verdict) -> Verdict:
    return refuse(_("이미 끝난 보직입니다.")) if verdict and holding.is_over(on) else verdict


def that_writes(institution: Institution) -> Institution:
    """Whose author it contributes to: its own, or its province's."""
    if institution.kind != InstitutionKind.MUNICIPALITY or institution.region is None:
        return institution
    return Institution.objects.get(kind=InstitutionKind.PROVINCE, region=institution.region.province_id)


def _has_not_ended(institution: Institution, on: date) -> Verdict:
    if institution.is_over(on):
        return refuse(
            _("%(last)s에 없어진 기관입니다. 뒤를 이은 기관의 직위를 맡기세요."), last=institution.valid_to
        )
    return Verdict()


def _not_theirs(by: Person | AnonymousUser, institution: Institution, on: date) -> Verdict:
    places = {one.pk for one in in_charge_of(institution, on)}
    why = Why.FORBIDDEN if any(one.post.place.pk in places for one in _held(by, on)) else Why.HIDDEN
    return refuse(_("이 기관의 직위는 그 총괄 담당자와 지방시대위원회 기획단이 봅니다."), why=why)


def _held(by: Person | AnonymousUser, on: date) -> Collection[Holding]:
    if not isinstance(by, Person) or not by.is_active:
        return ()
    return Holding.objects.in_force(on).filter(person=by).order_by("pk")


def _by_the_first_of(found: Iterable[Holding]) -> Verdict:
    """Allowed by the name of a holding; refused where there is none."""
    holding = next(iter(found), None)
    return (
        Verdict(post=holding.name)
        if holding
        else refuse(_("이 일을 할 직위를 맡고 있지 않습니다."), why=Why.FORBIDDEN)
    )
