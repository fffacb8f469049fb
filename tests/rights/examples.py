"""Persons with posts, and what they do deeds on, by the example of Seoul; made in the transaction that is under way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.contrib.auth.models import AnonymousUser
from tests import registering

from goru.core.dates import day_in_korea
from goru.domain.formulation import actions as formulation
from goru.domain.formulation.models import Assignment, Attachment, Comment, Dispatch, Guideline
from goru.domain.formulation.rules import Wording
from goru.domain.formulation.vocabulary import GuidelineState
from goru.domain.institutions import actions as institutions
from goru.domain.institutions.models import Holding, Institution, Person, Post, Token, Unit
from goru.domain.institutions.vocabulary import TokenScope
from goru.domain.meetings import actions as meetings
from goru.domain.meetings.models import Body, Meeting
from goru.domain.meetings.vocabulary import AgendaKind, BodyKind
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Cycle, Edition, Explanation, Plan
from goru.domain.plans.vocabulary import EditionState, PlanKind, Severity
from goru.domain.registers import actions as registers
from goru.domain.registers.models import Case

PERSONS: Final[Mapping[str, tuple[str, ...]]] = {
    "총괄": ("author:seoul",),
    "남의 총괄": ("author:busan",),
    "부서": ("contributor:seoul/문화본부",),
    "시·군·구": ("contributor:mois-11110",),
    "결재": ("certifier:seoul",),
    "예산": ("budget_officer:seoul",),
    "지원단": ("support_group:seoul",),
    "기관 감사": ("auditor:seoul",),
    "기획단": ("secretariat",),
    "위원": ("member",),
    "전문위원": ("expert_member",),
    "평가위원": ("evaluator",),
    "감사": ("auditor",),
    "의견": ("moderator",),
    "도움": ("help_desk",),
    "관리자": ("administrator",),
    "직위 없음": (),
}
"""Who is asked, by the posts they hold."""
NOBODY: Final = "모두"
"""Who did not sign in."""
_PASSWORD: Final = "세 낱말로 된 비밀번호"  # noqa: S105 - nobody signs in
"""Of accounts that are there for as long as a table is made."""


@dataclass(frozen=True, slots=True)
class Examples:
    """What the deeds are done on, and who does them."""

    on: date
    persons: Mapping[str, Person | AnonymousUser]
    seoul: Institution
    unit: Unit
    posts: Mapping[str, Post]
    holdings: Mapping[str, Holding]
    cycle: Cycle
    editions: Mapping[EditionState, Edition]
    national: Plan
    locked: Person
    bodies: Mapping[str, Body]
    ahead: Meeting
    drafted: Guideline
    sent: Guideline
    assignments: Mapping[str, Assignment]
    doubted: Explanation
    comment: Comment
    attachment: Attachment
    token: Token
    case: Case
    hidden: Case


def made_examples(*, at: datetime) -> Examples:
    """All of it; needs an empty database."""
    by = institutions.system_person()
    institutions.load_register(by=by, at=at)
    persons = {name: _person(number, posts, at) for number, (name, posts) in enumerate(PERSONS.items())}
    in_force = {one.person_id: one for one in Holding.objects.in_force(day_in_korea(at))}
    holdings = {name: in_force[one.pk] for name, one in persons.items() if one.pk in in_force}
    holdings["끝남"] = _ended(holdings["예산"].post, at)
    cycle = plans.open_cycle(year=day_in_korea(at).year, by=by, at=at)
    editions, bodies = _editions(cycle, by, at), {name: _body(name, at) for name in ("committee", "seoul")}
    return Examples(
        on=day_in_korea(at),
        persons={**persons, NOBODY: AnonymousUser()},
        seoul=Institution.objects.get(key="seoul"),
        unit=Unit.objects.get(institution__key="seoul"),
        posts={name: one.post for name, one in holdings.items()},
        holdings=holdings,
        cycle=cycle,
        editions=editions,
        national=plans.national_part_of(cycle=cycle),
        locked=_locked(by, at),
        bodies=bodies,
        ahead=_meeting(bodies["committee"], 2, at + timedelta(days=3650)),
        drafted=formulation.open_guideline(cycle=cycle, title="지침", by=by, at=at),
        sent=_sent(bodies["committee"], editions[EditionState.SEALED], at),
        assignments=_assignments(editions[EditionState.OPEN], at),
        doubted=_doubted(editions[EditionState.OPEN].plan, at),
        attachment=formulation.attach(
            edition_id=editions[EditionState.OPEN].pk,
            section="money",
            name="a.pdf",
            content=b"%PDF-1.7",
            by=by,
            at=at,
        ),
        comment=formulation.comment(
            edition_id=editions[EditionState.OPEN].pk, section="money", item=None, text="?", by=by, at=at
        ),
        token=_token(persons["총괄"], at),
        case=_case("zone", "applicant", "applied", by, at),
        hidden=_asked(_case("task", "province", "active", by, at), by, at),
    )


def _case(register: str, role: str, stage: str, by: Person, at: datetime) -> Case:
    """Seoul's, in a small register."""
    registering.load(registering.ZONE, registering.TASK)
    said = registering.said("서울의 사안", who="seoul", role=role, area="10", place="seoul")
    return registers.open_case(register_key=register, said=said, stage=stage, date_said="", by=by, at=at)


def _asked(case: Case, by: Person, at: datetime) -> Case:
    """Its party was asked for its opinion."""
    party = case.parties.get()
    return registers.ask_opinion(case_id=case.pk, version=case.version, party_id=party.pk, by=by, at=at)


def _person(number: int, posts: tuple[str, ...], at: datetime) -> Person:
    return institutions.open_account(
        username=f"example-{number}",
        name="",
        password=_PASSWORD,
        posts=posts,
        by=institutions.system_person(),
        at=at,
    )


def _token(person: Person, at: datetime) -> Token:
    made = institutions.make_token(
        institution=Institution.objects.get(key="seoul"),
        name="예산",
        scope=TokenScope.READ,
        last_day=day_in_korea(at),
        by=person,
        at=at,
    )
    return made.token


def _locked(by: Person, at: datetime) -> Person:
    person = _person(len(PERSONS) + 1, (), at)
    institutions.lock_account(person_id=person.pk, by=by, at=at)
    person.refresh_from_db()
    return person


def _ended(post: Post, at: datetime) -> Holding:
    """A holding of a post that was over the day before."""
    by, begun = institutions.system_person(), at - timedelta(days=9)
    person = _person(len(PERSONS), (), begun)
    given = institutions.appoint(post=post, person=person, first_day=day_in_korea(begun), by=by, at=begun)
    institutions.end_holding(
        holding_id=given.pk,
        version=given.version,
        last_day=day_in_korea(at) - timedelta(days=1),
        by=by,
        at=at,
    )
    return Holding.objects.get(pk=given.pk)


def _body(institution: str, at: datetime) -> Body:
    return meetings.open_body(
        institution=Institution.objects.get(key=institution),
        kind=BodyKind.COMMITTEE if institution == "committee" else BodyKind.REGIONAL,
        key=institution,
        name=f"{institution} 회의체",
        first_day=day_in_korea(at),
        by=institutions.system_person(),
        at=at,
    )


def _meeting(body: Body, number: int, at: datetime) -> Meeting:
    by, day = institutions.system_person(), day_in_korea(at)
    return meetings.call_meeting(body=body, number=number, held_date=day, place="세종", by=by, at=at)


def _sent(body: Body, frame: Edition, at: datetime) -> Guideline:
    """The guideline of the year before, that Seoul alone was sent."""
    by = institutions.system_person()
    meeting = _meeting(body, 1, at)
    item = meetings.add_agenda_item(
        meeting_id=meeting.pk, version=1, kind=AgendaKind.RESOLUTION, title="지침", by=by, at=at
    )
    cycle = plans.open_cycle(year=day_in_korea(at).year - 1, by=by, at=at)
    guideline = formulation.open_guideline(cycle=cycle, title="지침", by=by, at=at)
    formulation.add_section(
        guideline_id=guideline.pk,
        version=1,
        key="vision",
        wording=Wording(list(PlanKind), "비전", "", is_required=True),
        by=by,
        at=at,
    )
    states = {"state": GuidelineState.SENT, "frame": frame, "agenda_item": item}
    acts = {"resolved_at": at, "resolved_by": by, "sent_at": at, "sent_by": by}
    Guideline.objects.filter(pk=guideline.pk).update(**states, **acts)
    Dispatch.objects.create(
        guideline=guideline,
        institution=Institution.objects.get(key="seoul"),
        letter_number="1",
        letter_date=day_in_korea(at),
        signer="위원장",
        digest="0" * 64,
    )
    return Guideline.objects.select_related("cycle").get(pk=guideline.pk)


def _doubted(plan: Plan, at: datetime) -> Explanation:
    """An error that Seoul says is none."""
    return Explanation.objects.create(
        plan=plan,
        mark="0" * 64,
        rule="budget-sum",
        severity=Severity.ERROR,
        message="합계가 다릅니다.",
        text="반올림한 값입니다.",
        written_at=at,
        written_by=institutions.system_person(),
    )


def _assignments(edition: Edition, at: datetime) -> dict[str, Assignment]:
    """A section with a department and one with a municipality, and one that the department handed in."""
    by = institutions.system_person()
    to: dict[str, Unit | Institution] = {
        "money": Unit.objects.get(institution__key="seoul"),
        "indicators": Institution.objects.get(key="mois-11110"),
        "performance": Unit.objects.get(institution__key="seoul"),
    }
    made = {
        section: formulation.assign(
            plan=edition.plan,
            sections=[section],
            to=one,
            due_date=day_in_korea(at) + timedelta(days=9),
            note="",
            by=by,
            at=at,
        )[0]
        for section, one in to.items()
    }
    handed_in = made["performance"]
    made["performance"] = formulation.submit_section(
        assignment_id=handed_in.pk, version=handed_in.version, by=by, at=at
    )
    return made


def _editions(cycle: Cycle, by: Person, at: datetime) -> dict[EditionState, Edition]:
    """One in each state of Seoul's plan."""
    plan = plans.plan_for(cycle=cycle, kind=PlanKind.PROVINCIAL, name="서울")
    ends = {EditionState.SEALED: plans.seal, EditionState.ABANDONED: plans.abandon}
    made = {}
    for state in (EditionState.SEALED, EditionState.ABANDONED, EditionState.OPEN):
        made[state] = plans.open_empty_plan(plan=plan, by=by, at=at)
        if state in ends:
            made[state] = ends[state](edition_id=made[state].pk, version=made[state].version, by=by, at=at)
    return made
