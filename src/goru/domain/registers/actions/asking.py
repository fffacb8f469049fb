"""What is asked of others and told of cases: opinions, returns, evidence, links; what is kept from the public."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.verdict import Refused, require
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Item
from goru.domain.registers import permissions
from goru.domain.registers.actions.holding import changed, counted_up, held, held_register
from goru.domain.registers.models import (
    Case,
    CaseLink,
    Evidence,
    Observation,
    PartyOpinion,
    Round,
)
from goru.domain.registers.rules.values import end_of, is_a, read_return
from goru.domain.registers.vocabulary import LinkKind, OpinionVerdict, Period, RegisterAct


@audit.deed
def open_round(
    *,
    register_key: str,
    year: int,
    part: int,
    name: str,
    by: Person,
    at: datetime,
    days: tuple[date | None, date | None] = (None, None),
    quota: int | None = None,
) -> Round:
    """Open a round of a register (회차): a year's, or its part's by the period of the register's rounds."""
    register = held_register(register_key)
    verdict = require(permissions.may_run(by, register, day_in_korea(at)), about=register.subject)
    period = register.said.rounds or Period.YEAR
    letter = {Period.HALF: "h", Period.QUARTER: "q"}.get(period, "")
    key = f"{year}" if period == Period.YEAR and part == 1 else f"{year}-{letter}{part}"
    if days[0] and days[1] and days[0] > days[1]:
        raise Refused(_("시작하는 날이 끝나는 날보다 늦습니다."), about=register.subject)
    if register.rounds.filter(key=key).exists():
        raise Refused(_("이 회차는 이미 있습니다."), about=register.subject)
    opened = Round.objects.create(
        register=register,
        key=key,
        name=name,
        year=year,
        period=period,
        part=part,
        opens_on=days[0],
        closes_on=days[1],
        quota=quota,
    )
    counted_up(register)
    audit.note(
        RegisterAct.ROUND_OPENED,
        subject=opened.subject,
        by=by,
        post=verdict.post,
        at=at,
        details={"name": name},
    )
    return opened


@audit.deed
def ask_opinion(
    *, case_id: int, version: int, party_id: int, by: Person, at: datetime, due_date: date | None = None
) -> Case:
    """Ask a party of a case for its opinion (의견 요청), once until it has answered."""
    case = held(case_id, version)
    on = day_in_korea(at)
    verdict = require(permissions.may_correct(by, case, on), about=case.subject)
    party = next((one for one in case.parties.all() if one.pk == party_id), None)
    if party is None:
        raise Refused(_("이 사안의 관계기관이 아닙니다."), about=case.subject)
    if any(one.given_at is None for one in party.opinions.all()):
        raise Refused(_("이미 의견을 요청했고 아직 답이 없습니다."), about=case.subject)
    if due_date and due_date < on:
        raise Refused(_("지난 날짜입니다. 오늘이나 그 뒤로 정하세요."), about=case.subject)
    PartyOpinion.objects.create(party=party, asked_at=at, asked_by=by, due_date=due_date)
    details = {"party": str(party), "due": due_date and due_date.isoformat()}
    return changed(case, RegisterAct.OPINION_ASKED, by=by, verdict=verdict, at=at, details=details)


@audit.deed
def give_opinion(
    *, opinion_id: int, case_version: int, verdict: OpinionVerdict, text: str, by: Person, at: datetime
) -> Case:
    """Say what a party that was asked says (의견 제출); it stays as it is."""
    asked = PartyOpinion.objects.select_related("party").get(pk=opinion_id)
    case = held(asked.party.case_id, case_version)
    opinion = PartyOpinion.objects.select_related(
        "party__institution", "party__case__register__owner", "party__case__definition"
    ).get(pk=opinion_id)
    allowed = require(permissions.may_give(by, opinion, day_in_korea(at)), about=case.subject)
    if verdict in {OpinionVerdict.CONDITIONAL, OpinionVerdict.OBJECTED} and not text.strip():
        raise Refused(_("조건이나 반대하는 까닭을 적으세요."), about=case.subject)
    PartyOpinion.objects.filter(pk=opinion_id).update(verdict=verdict, text=text, given_at=at, given_by=by)
    details = {"party": str(opinion.party), "verdict": verdict.value}
    return changed(case, RegisterAct.OPINION_GIVEN, by=by, verdict=allowed, at=at, details=details)


@audit.deed
def tell(
    *,
    case_id: int,
    version: int,
    return_key: str,
    period: str,
    typed: Mapping[str, str],
    by: Person,
    at: datetime,
    note: str = "",
) -> Case:
    """Tell of a case for a period that is over (점검·실적); a second time revises the first, with a note that says why."""
    case = held(case_id, version)
    on = day_in_korea(at)
    told = next((one for one in case.definition.said.returns if one.key == return_key), None)
    if told is None:
        raise Refused(_("이 대장에 없는 점검·실적입니다."), about=case.subject)
    verdict = require(permissions.may_tell(by, case, told, on), about=case.subject)
    if not is_a(period, told.period):
        raise Refused(_("기간을 알아볼 수 없습니다: %(period)s.") % {"period": period}, about=case.subject)
    if end_of(period) >= on:
        raise Refused(_("아직 끝나지 않은 기간입니다."), about=case.subject)
    values, wrong = read_return(told, typed)
    if wrong:
        raise Refused(" ".join(wrong.values()), about=case.subject)
    empty = [one.name.ko for one in told.values if values[one.key] in {None, ""}]
    if empty and not note.strip():
        sentence = _("비어 있는 값이 있습니다(%(names)s). 까닭을 적으세요.")
        raise Refused(sentence % {"names": ", ".join(empty)}, about=case.subject)
    before = case.observations.filter(return_key=return_key, period=period, revised_by=None).first()
    if before and not note.strip():
        raise Refused(_("이미 기록한 기간입니다. 고치는 까닭을 적으세요."), about=case.subject)
    Observation.objects.create(
        case=case,
        return_key=return_key,
        period=period,
        values=values,
        note=note,
        revises=before,
        told_at=at,
        told_by=by,
    )
    details = {"return": return_key, "period": period, "values": values, "note": note}
    return changed(case, RegisterAct.OBSERVED, by=by, verdict=verdict, at=at, details=details)


@audit.deed
def add_evidence(
    *,
    case_id: int,
    version: int,
    title: str,
    by: Person,
    at: datetime,
    article: str = "",
    address: str = "",
    day: date | None = None,
) -> Case:
    """Say what shows that something of a case is so (근거): an act and its article, a notice, an address."""
    case = held(case_id, version)
    verdict = require(permissions.may_change(by, case, day_in_korea(at)), about=case.subject)
    if not title.strip():
        raise Refused(_("근거의 이름을 적으세요."), about=case.subject)
    if address and not address.startswith(("https://", "http://")):
        raise Refused(_("주소는 https:// 또는 http://로 시작해야 합니다."), about=case.subject)
    Evidence.objects.create(
        case=case, title=title, article=article, address=address, day=day, added_at=at, added_by=by
    )
    details = {"title": title, "article": article, "address": address}
    return changed(case, RegisterAct.EVIDENCE_ADDED, by=by, verdict=verdict, at=at, details=details)


@audit.deed
def link_case(
    *,
    case_id: int,
    version: int,
    kind: LinkKind,
    by: Person,
    at: datetime,
    item: Item | None = None,
    other: Case | None = None,
    stage: str = "",
) -> Case:
    """Link a case to the item of a plan that promised it, or to another case."""
    case = held(case_id, version)
    verdict = require(permissions.may_change(by, case, day_in_korea(at)), about=case.subject)
    if other and other.pk == case.pk:
        raise Refused(_("자기 자신에는 이을 수 없습니다."), about=case.subject)
    if stage and stage not in case.definition.stages:
        raise Refused(_("이 대장에 없는 단계입니다."), about=case.subject)
    if case.links.filter(kind=kind, item=item, other=other).exists():
        raise Refused(_("이미 이어져 있습니다."), about=case.subject)
    CaseLink.objects.create(case=case, kind=kind, item=item, other=other, stage=stage)
    details = {"kind": kind.value, "to": str(item or other)}
    return changed(case, RegisterAct.LINKED, by=by, verdict=verdict, at=at, details=details)


@audit.deed
def unlink_case(*, case_id: int, version: int, link_id: int, by: Person, at: datetime) -> Case:
    """Take a link of a case away."""
    case = held(case_id, version)
    verdict = require(permissions.may_change(by, case, day_in_korea(at)), about=case.subject)
    link = case.links.filter(pk=link_id).first()
    if link is None:
        raise Refused(_("이미 풀렸습니다."), about=case.subject)
    details = {"kind": link.kind, "to": str(link.item or link.other)}
    link.delete()
    return changed(case, RegisterAct.UNLINKED, by=by, verdict=verdict, at=at, details=details)


@audit.deed
def withhold(*, case_id: int, version: int, is_withheld: bool, reason: str, by: Person, at: datetime) -> Case:
    """Keep a case from the public, or give it back (비공개); with the ground for it (정보공개법 제9조)."""
    case = held(case_id, version)
    verdict = require(permissions.may_withhold(by, case, day_in_korea(at)), about=case.subject)
    if not reason.strip():
        raise Refused(_("근거를 적으세요."), about=case.subject)
    Case.objects.filter(pk=case.pk).update(is_withheld=is_withheld)
    act = RegisterAct.WITHHELD if is_withheld else RegisterAct.DISCLOSED
    return changed(case, act, by=by, verdict=verdict, at=at, details={"reason": reason})
