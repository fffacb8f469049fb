"""Cases are opened, changed, and brought from stage to stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import FuzzyDate, day_in_korea
from goru.core.ranges import FIRST_YEAR, LAST_YEAR, LONGEST_NAME, MOST_WON
from goru.core.verdict import Refused, Subject, require
from goru.domain.institutions.actions import join_megaregion
from goru.domain.institutions.models import Institution, Person, Region
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.registers import permissions
from goru.domain.registers.actions.holding import changed, fresh, held, held_register
from goru.domain.registers.models import (
    Case,
    CaseRegion,
    Move,
    Party,
    Quantity,
    Register,
    Round,
)
from goru.domain.registers.queries.knowing import facts_of, problems_before
from goru.domain.registers.rules import kinds
from goru.domain.registers.rules.definition import RegisterDefinition
from goru.domain.registers.rules.values import Json, NoValue, day_said
from goru.domain.registers.vocabulary import QuantityKind, RegisterAct, Severity


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a case: its title, the values of its fields, the regions it lies in, who has which part, its amounts.

    `places` are regions with the part of them that is meant; `parties` roles with an institution or a body's name;
    `amounts` are in the units of the definition, by key, year and kind. `term` is from when to when it lasts.
    """

    title: str
    values: Mapping[str, Json] = field(default_factory=dict)
    places: Sequence[tuple[Region, str]] = ()
    parties: Sequence[tuple[str, Institution | str]] = ()
    amounts: Mapping[tuple[str, int | None, QuantityKind], tuple[Decimal, str]] = field(default_factory=dict)
    round: Round | None = None
    term: tuple[date | None, date | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as it was written, and the days it means."""

    printed: str = ""
    days: FuzzyDate | None = None

    @classmethod
    def read(cls, printed: str, year: int) -> Dated:
        """The date of what was written, what it leaves out taken from a year; NoValue where it is none."""
        return cls(printed, day_said(printed, year)) if printed.strip() else cls()

    @property
    def columns(self) -> dict[str, object]:
        """As the rows keep it."""
        days = self.days
        return {
            "date_printed": self.printed,
            "date_start": days and days.start,
            "date_end": days and days.end,
            "date_precision": days.precision if days else "",
        }


@audit.deed
def open_case(
    *, register_key: str, said: Said, stage: str, date_said: str, by: Person, at: datetime, note: str = ""
) -> Case:
    """Open a case in a stage (사안 올리기), with a readable number of its own (특구-기회-2024-003)."""
    register = held_register(register_key)
    on = day_in_korea(at)
    openers = openers_of(register.said, said.parties)
    verdict = require(permissions.may_open(by, register, openers, stage, on), about=register.subject)
    _require_sayable(said, register.subject)
    when = _date(date_said, on.year, register)
    case = create(register, said, by=by, opened=opened_on(when, on))
    _come(fresh(case.pk), stage, when, by=by, at=at, note=note)
    details = {"title": said.title, "stage": stage, "date": date_said}
    return changed(case, RegisterAct.CASE_OPENED, by=by, verdict=verdict, at=at, details=details)


@audit.deed
def change_case(*, case_id: int, version: int, said: Said, by: Person, at: datetime) -> Case:
    """Change what is said of a case (사안 고치기): all of it at once, as the form has it."""
    case = held(case_id, version)
    on = day_in_korea(at)
    verdict = require(permissions.may_change(by, case, on), about=case.subject)
    _require_sayable(said, case.subject)
    before = {"title": case.title, "values": case.values}
    Case.objects.filter(pk=case.pk).update(
        title=said.title,
        values=dict(said.values),
        round=said.round,
        term_from=said.term[0],
        term_to=said.term[1],
    )
    case.places.all().delete()
    case.quantities.all().delete()
    _keep_parts(case, said, on)
    now = fresh(case.pk)
    _stay_within(now, on)
    _keep_alike(now)
    details = {"before": before, "title": said.title, "values": dict(said.values)}
    return changed(now, RegisterAct.CASE_CHANGED, by=by, verdict=verdict, at=at, details=details)


@audit.deed
def move_case(
    *,
    case_id: int,
    version: int,
    to: str,
    date_said: str,
    by: Person,
    at: datetime,
    reason: str = "",
    note: str = "",
) -> Case:
    """Bring a case into another stage (단계 이동), on the day that it happened; Refused with what it lacks."""
    case = held(case_id, version)
    on = day_in_korea(at)
    verdict = require(permissions.may_move(by, case, to, on), about=case.subject)
    said = case.definition.said
    way = kinds.way(said, case.stage, to)
    if way and way.reason and not reason.strip():
        raise Refused(_("이 단계로 옮기려면 사유를 적어야 합니다."), about=case.subject)
    when = _date(date_said, on.year, case)
    start = when.days.start if when.days else None
    if kinds.is_against_order(facts_of(case), start) and not reason.strip():
        sentence = _("앞 단계보다 이른 날짜입니다. 맞다면 사유를 함께 적으세요.")
        raise Refused(sentence, about=case.subject)
    _come(case, to, when, by=by, at=at, reason=reason, note=note)
    _join(case, to, start or on, by=by, at=at, post=verdict.post)
    details = {"from": case.stage, "to": to, "date": date_said, "reason": reason}
    return changed(case, RegisterAct.MOVED, by=by, verdict=verdict, at=at, details=details)


@audit.deed
def correct_move(
    *, case_id: int, version: int, to: str, date_said: str, reason: str, by: Person, at: datetime
) -> Case:
    """Put the last move of a case right by another (바로잡기): both stay in its history, with the reason."""
    case = held(case_id, version)
    on = day_in_korea(at)
    verdict = require(permissions.may_correct_to(by, case, to, on), about=case.subject)
    if not reason.strip():
        raise Refused(_("바로잡는 사유를 적으세요."), about=case.subject)
    if to not in case.definition.stages:
        raise Refused(_("이 대장에 없는 단계입니다."), about=case.subject)
    wrong = case.moves.order_by("-sequence").first()
    _come(case, to, _date(date_said, on.year, case), by=by, at=at, reason=reason, corrects=wrong)
    details = {"from": case.stage, "to": to, "date": date_said, "reason": reason}
    return changed(case, RegisterAct.MOVE_CORRECTED, by=by, verdict=verdict, at=at, details=details)


def create(register: Register, said: Said, *, opened: date, by: Person | None, **printed: object) -> Case:
    """A case before it came into any stage. The register is held, so numbers follow one another."""
    prefix = f"{register.said.prefix}-{opened.year}-"
    last = register.cases.filter(number__startswith=prefix).aggregate(last=Max("serial"))["last"]
    serial = (last or 0) + 1
    case = Case.objects.create(
        register=register,
        definition=register.current,
        round=said.round,
        number=f"{prefix}{serial:03}",
        serial=serial,
        title=said.title,
        opened_date=opened,
        term_from=said.term[0],
        term_to=said.term[1],
        values=dict(said.values),
        opened_by=by,
        **printed,
    )
    _keep_parts(case, said, opened)
    _keep_alike(fresh(case.pk))
    return case


def _require_sayable(said: Said, about: Subject) -> None:
    """Refused where a name is longer, or a figure larger, than can be kept."""
    words = [
        *(part for _region, part in said.places),
        *(who for _role, who in said.parties if isinstance(who, str)),
        *(printed for _amount, printed in said.amounts.values()),
    ]
    if long := next((one for one in words if len(one) > _LONGEST), None):
        sentence = _("%(most)s자까지 쓸 수 있습니다: %(word)s…")
        raise Refused(sentence % {"most": _LONGEST, "word": long[:30]}, about=about)
    if not said.title.strip() or len(said.title) > LONGEST_NAME:
        raise Refused(_("사안 이름을 %(most)s자 안으로 쓰세요.") % {"most": f"{LONGEST_NAME:,}"}, about=about)
    for (_key, year, _kind), (amount, printed) in said.amounts.items():
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise Refused(_("연도를 확인하세요: %(year)s.") % {"year": year}, about=about)
        if not 0 <= amount <= MOST_WON:
            raise Refused(
                _("0보다 작거나 너무 큰 수량입니다: %(printed)s.") % {"printed": printed}, about=about
            )


_LONGEST = 100
"""In letters: the part of a region, the name of a body, an amount as written."""


def _keep_parts(case: Case, said: Said, on: date) -> None:
    """Keep places and amounts as they are said, and of parties those that are said: others end, their opinions stay."""
    CaseRegion.objects.bulk_create(
        [CaseRegion(case=case, region=region, part=part) for region, part in dict.fromkeys(said.places)]
    )
    Quantity.objects.bulk_create(
        [
            Quantity(case=case, key=key, year=year, kind=kind, amount=amount, printed=printed)
            for (key, year, kind), (amount, printed) in said.amounts.items()
        ]
    )
    every = Party.objects.filter(case=case).select_related("institution")
    there = {(one.role, one.institution or one.name): one for one in every}
    wanted = dict.fromkeys(said.parties)
    for key, one in there.items():
        if key in wanted:
            Party.objects.filter(pk=one.pk).exclude(valid_to=None).update(valid_to=None)
        elif one.opinions.exists():
            Party.objects.filter(pk=one.pk, valid_to=None).update(valid_to=on - timedelta(days=1))
        else:
            one.delete()
    for role, who in wanted:
        if (role, who) not in there:
            named = {"name": who} if isinstance(who, str) else {"institution": who}
            Party.objects.create(case=case, role=role, **named)


def _keep_alike(case: Case) -> None:
    """Keep what no other open case may have in common with it; Refused where one has."""
    alike = alike_of(case)
    try:
        with transaction.atomic():
            Case.objects.filter(pk=case.pk).update(alike=alike)
    except IntegrityError as error:
        other = case.register.cases.filter(alike=alike).exclude(pk=case.pk).first()
        sentence = _("같은 사안이 이미 있습니다: %(number)s.") % {"number": other.number if other else ""}
        raise Refused(sentence, about=case.subject) from error


def alike_of(case: Case) -> str | None:
    """What no other open case of its register may have in common with it; None where that is nothing, or it is over."""
    said = case.definition.said
    if not said.unique or kinds.is_over(said, case.stage):
        return None
    parties = {one.role: str(one) for one in case.parties.all()}
    places = "+".join(sorted(f"{one.region.key}{one.part}" for one in case.places.all()))
    words = [
        places if one == "places" else case.values.get(one) or parties.get(one, "") for one in said.unique
    ]
    # what is not said yet is like nothing
    return "|".join(map(str, words))[:200] if all(words) else None


def _come(
    case: Case,
    stage: str,
    when: Dated,
    *,
    by: Person,
    at: datetime,
    reason: str = "",
    note: str = "",
    corrects: Move | None = None,
    **printed: object,
) -> None:
    """A case comes into a stage: judged, kept, and no longer alike to others once it is over."""
    if stage not in case.definition.stages:
        raise Refused(_("이 대장에 없는 단계입니다."), about=case.subject)
    on = day_in_korea(at)
    if when.days and when.days.start and when.days.start > on:
        raise Refused(_("아직 오지 않은 날짜입니다. 그날이 지난 뒤에 기록하세요."), about=case.subject)
    _require(problems_before(case, stage, on), case)
    moved(case, stage, when, by=by, at=at, reason=reason, note=note, corrects=corrects, **printed)
    _keep_alike(fresh(case.pk))


def moved(case: Case, stage: str, when: Dated, *, by: Person, at: datetime, **also: object) -> Move:
    """Keep a move; the database brings its case along."""
    last = case.moves.aggregate(last=Max("sequence"))["last"] or 0
    return Move.objects.create(
        case=case,
        sequence=last + 1,
        from_stage=case.stage,
        to_stage=stage,
        recorded_at=at,
        recorded_by=by,
        **when.columns,
        **also,
    )


def _join(case: Case, stage: str, first_day: date, *, by: Person, at: datetime, post: str) -> None:
    """A special local government (특별지방자치단체) begins: its members are its megaregion's from that day on."""
    said = case.definition.said
    into = said.stage(stage)
    role = into.joins if all(case.values.get(key) == one for key, one in into.joins_where.items()) else None
    parties = [one for one in case.parties.all() if one.institution]
    leads = {one.key for one in said.roles if one.is_lead}
    members = [one.institution for one in parties if one.role == role and one.institution]
    for one in parties:
        if (
            role
            and one.role in leads
            and one.institution
            and one.institution.kind == InstitutionKind.MEGAREGION
        ):
            join_megaregion(
                megaregion=one.institution, members=members, first_day=first_day, by=by, at=at, post=post
            )


def _stay_within(case: Case, on: date) -> None:
    """Refused where a case, as it is now, could not have come into the stage it stands in by its ranges and limits."""
    said = case.definition.said
    _require([*kinds.out_of_range(said, facts_of(case)), *problems_before(case, case.stage, on)], case)


def _require(problems: Sequence[kinds.Problem], case: Case) -> None:
    errors = [one.sentence for one in problems if one.severity == Severity.ERROR]
    if errors:
        raise Refused(" ".join(dict.fromkeys(errors)), about=case.subject)


def _date(date_said: str, year: int, of: Case | Register) -> Dated:
    try:
        return Dated.read(date_said, year)
    except NoValue as why:
        raise Refused(str(why), about=of.subject) from why


def opened_on(when: Dated, on: date) -> date:
    """The day that a case counts from: the first of its first date, else the day it is recorded."""
    return min((when.days and when.days.start) or on, on)


def openers_of(
    said: RegisterDefinition, parties: Iterable[tuple[str, Institution | str]]
) -> list[Institution]:
    """Who of those that have a part in a case may open it by that."""
    return [who for role, who in parties if role in said.opens and isinstance(who, Institution)]
