"""Who may do what to the cases of registers: what a definition says, by the posts that people hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, Why, refuse
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.permissions import (
    holds,
    holds_at,
    holds_nationally,
    may_load_registers,
)
from goru.domain.institutions.rules import THAT_WRITE
from goru.domain.institutions.vocabulary import InstitutionKind, Role
from goru.domain.registers.models import Case, Party, PartyOpinion, Register
from goru.domain.registers.rules import kinds
from goru.domain.registers.rules.definition import OWNER, SECRETARIAT, Return

__all__ = ["may_load_registers"]

WHO_SEES_ALL = (Role.SECRETARIAT, Role.AUDITOR, Role.EXPERT_MEMBER, Role.MEMBER)
WHO_SEES_OWN = (
    *THAT_WRITE,
    *(Role.CERTIFIER, Role.BUDGET_OFFICER, Role.SUPPORT_GROUP, Role.AUDITOR),
)
"""Who sees the cases of their own institution, whatever is public of them."""


def may_open(
    by: Person | AnonymousUser, register: Register, openers: Iterable[Institution], stage: str, on: date
) -> Verdict:
    """Whether a person may open a case in a stage: the secretariat or the owner, where they open any, in each; the author of
    one of `openers` (who have a role that opens cases) in the first, or in one that they may bring it to from there."""
    verdict = may_open_any(by, register, on)
    if verdict:
        return verdict
    said = register.said
    first = said.stages[0].key
    opening = set(said.opens)
    begins = {first, *(one.to for one in said.moves_from(first) if opening & set(one.by))}
    own = _first(holds(by, THAT_WRITE, one, on) for one in openers)
    if own and stage not in begins:
        return refuse(_("이 단계에서 시작하는 사안은 대장을 운영하는 기관이 올립니다."), why=Why.FORBIDDEN)
    return own or verdict


def may_open_any(by: Person | AnonymousUser, register: Register, on: date) -> Verdict:
    """Whether a person may open a case whosever it is."""
    verdict = _first(_of_the_register(by, register, register.said.opens, on))
    return verdict or refuse(_("이 대장의 사안은 담당 기관이 올립니다."), why=Why.FORBIDDEN)


def may_open_some(by: Person | AnonymousUser, register: Register, on: date) -> Verdict:
    """Whether a person may open a case: whosever it is, or one of an institution that they write for."""
    verdict = may_open_any(by, register, on)
    if verdict or not by.is_authenticated:
        return verdict
    kinds_of = {kind for one in register.said.roles if one.key in register.said.opens for kind in one.kinds}
    own = [one for one in holds_at(by, THAT_WRITE, on) if one.kind in kinds_of]
    return holds(by, THAT_WRITE, own[0], on) if own else verdict


def openable(by: Person | AnonymousUser, registers: Iterable[Register], on: date) -> set[str]:
    """The keys of those registers of which `may_open_some` allows it, asked together."""
    if not by.is_authenticated:
        return set()
    is_secretariat = bool(holds_nationally(by, (Role.SECRETARIAT,), on))
    own = holds_at(by, THAT_WRITE, on)
    places, kinds_of = {one.pk for one in own}, {one.kind for one in own}
    return {
        one.key
        for one in registers
        if (is_secretariat and SECRETARIAT in one.said.opens)
        or (OWNER in one.said.opens and one.owner_id in places)
        or any(role.key in one.said.opens and kinds_of & set(role.kinds) for role in one.said.roles)
    }


def may_run(by: Person | AnonymousUser, register: Register, on: date) -> Verdict:
    """Whether a person may open rounds, ask for opinions and put moves right: the secretariat, and the owner."""
    verdict = _first(_of_the_register(by, register, (SECRETARIAT, OWNER), on))
    return verdict or refuse(_("이 대장은 기획단과 소관 기관이 운영합니다."), why=Why.FORBIDDEN)


def may_upload(by: Person | AnonymousUser, register: Register, on: date) -> Verdict:
    """Whether a person may upload lists: who runs the register or may open a case; what rows do is asked row by row."""
    return may_run(by, register, on) or may_open_some(by, register, on)


def may_see(by: Person | AnonymousUser, case: Case, on: date) -> Verdict:
    """Whether a person may see a case with all that is withheld in it: who runs the register, and whose case it is."""
    verdict = _first(
        [
            holds_nationally(by, WHO_SEES_ALL, on),
            *_of_the_register(by, case.register, (SECRETARIAT, OWNER), on),
            *_of_parties(by, case.parties.all(), on, WHO_SEES_OWN),
        ]
    )
    return verdict or refuse(_("이 사안은 관계기관이 봅니다."), why=Why.HIDDEN)


def may_change(by: Person | AnonymousUser, case: Case, on: date) -> Verdict:
    """Whether a person may change what is said of a case: who may have opened it, until it is over."""
    verdict = _by_one_of(by, case, case.definition.said.opens, on)
    if not verdict:
        return _hidden_or(by, case, on, _("이 사안은 올린 기관이 고칩니다."))
    if kinds.is_over(case.definition.said, case.stage):
        return refuse(_("끝난 사안입니다. 고치려면 단계 이동을 먼저 바로잡으세요."))
    return verdict


def may_move(by: Person | AnonymousUser, case: Case, to: str, on: date) -> Verdict:
    """Whether a person may bring a case into another stage: who its definition says, by a way that leads there."""
    said = case.definition.said
    way = kinds.way(said, case.stage, to)
    if way is None:
        seen = _hidden_or(by, case, on, "")
        return seen and refuse(_("지금 단계에서 바로 옮길 수 없는 단계입니다."))
    verdict = _by_one_of(by, case, way.by, on)
    return verdict or _hidden_or(by, case, on, _("이 단계 이동은 다른 기관이 기록합니다."))


def may_correct(by: Person | AnonymousUser, case: Case, on: date) -> Verdict:
    """Whether a person may put the last move of a case right: who runs the register."""
    verdict = may_run(by, case.register, on)
    return verdict if verdict else _hidden_or(by, case, on, verdict.reason)


def may_correct_to(by: Person | AnonymousUser, case: Case, to: str, on: date) -> Verdict:
    """Whether a person may put the last move right by this stage: back where it came from, or where they may have moved it."""
    verdict = may_correct(by, case, on)
    last = max(case.moves.all(), key=lambda one: one.sequence, default=None)
    if not verdict or last is None or to == last.from_stage:
        return verdict
    way = kinds.way(case.definition.said, last.from_stage, to)
    if last.from_stage and (way is None or not _by_one_of(by, case, way.by, on)):
        return refuse(
            _("앞 단계로 되돌리거나, 앞 단계에서 옮길 수 있었던 단계로만 바로잡을 수 있습니다."),
            why=Why.FORBIDDEN,
        )
    return verdict if last.from_stage else may_open_any(by, case.register, on)


def may_give(by: Person | AnonymousUser, opinion: PartyOpinion, on: date) -> Verdict:
    """Whether a person may say what a party says: its author, or the secretariat for a body that has no account here."""
    party = opinion.party
    if party.is_over(on):
        return _hidden_or(by, party.case, on, _("더는 이 사안의 관계기관이 아닙니다."))
    verdict = (
        holds(by, THAT_WRITE, party.institution, on)
        if party.institution
        else may_run(by, party.case.register, on)
    )
    if not verdict:
        return _hidden_or(by, party.case, on, _("이 의견은 요청받은 기관이 냅니다."))
    return refuse(_("이미 낸 의견입니다.")) if opinion.given_at else verdict


def may_tell(by: Person | AnonymousUser, case: Case, told: Return, on: date) -> Verdict:
    """Whether a person may tell of a case for a period: who its definition says, in a stage in which it is asked for."""
    verdict = _by_one_of(by, case, told.by, on)
    if not verdict:
        return _hidden_or(by, case, on, _("이 점검·실적은 다른 기관이 기록합니다."))
    if told.stages and case.stage not in told.stages:
        return refuse(_("이 단계에서는 기록하지 않는 점검·실적입니다."))
    return verdict


def may_withhold(by: Person | AnonymousUser, case: Case, on: date) -> Verdict:
    """Whether a person may keep a case from the public, or give it back: the secretariat."""
    verdict = holds_nationally(by, (Role.SECRETARIAT,), on)
    return verdict or _hidden_or(by, case, on, _("공개 여부는 기획단이 정합니다."))


def _by_one_of(by: Person | AnonymousUser, case: Case, who: Iterable[str], on: date) -> Verdict:
    who = tuple(who)
    parties = [one for one in case.parties.all() if one.role in who]
    return _first([*_of_the_register(by, case.register, who, on), *_of_parties(by, parties, on)])


def _of_the_register(
    by: Person | AnonymousUser, register: Register, who: Iterable[str], on: date
) -> Iterable[Verdict]:
    who = tuple(who)
    if SECRETARIAT in who:
        yield holds_nationally(by, (Role.SECRETARIAT,), on)
    if OWNER in who and register.owner.kind != InstitutionKind.COMMITTEE:
        yield holds(by, THAT_WRITE, register.owner, on)


def _of_parties(
    by: Person | AnonymousUser, parties: Iterable[Party], on: date, roles: Collection[Role] = THAT_WRITE
) -> Iterable[Verdict]:
    for one in parties:
        if one.institution and one.is_in_force(on):
            yield holds(by, roles, one.institution, on)


def _first(verdicts: Iterable[Verdict]) -> Verdict:
    return next((one for one in verdicts if one), refuse(_("이 일을 할 직위가 없습니다."), why=Why.FORBIDDEN))


def _hidden_or(by: Person | AnonymousUser, case: Case, on: date, reason: str) -> Verdict:
    """A refusal: hidden from who may not even see the case, else with the reason; allowed where there is none."""
    if not case.is_public(on) and not may_see(by, case, on):
        return refuse(_("이 사안은 관계기관이 봅니다."), why=Why.HIDDEN)
    return refuse(reason, why=Why.FORBIDDEN) if reason else ALLOWED
