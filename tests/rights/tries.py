"""How each deed of the table is tried: by its action, and over HTTP where a page has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from tests import registering
from tests.conftest import SMALL_BOOK
from tests.rights.examples import Examples

from goru.book.composing import decompose
from goru.book.items.editing import Change, Deed
from goru.book.items.identifying import identified
from goru.book.items.stamping import Stamp
from goru.book.model.editions import InstitutionPlan
from goru.book.parsing import parse
from goru.book.reading import read
from goru.book.writing.workbook import Made, as_xlsx
from goru.domain.formulation import actions as formulation
from goru.domain.formulation import queries as guidelines
from goru.domain.formulation.rules import Wording
from goru.domain.institutions import actions as posts
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.models import Holding, Person
from goru.domain.institutions.vocabulary import InstitutionKind, TokenScope, UnitKind
from goru.domain.meetings import actions as meetings
from goru.domain.meetings import queries as meeting_queries
from goru.domain.plans import actions as plans
from goru.domain.plans import queries as plan_queries
from goru.domain.plans.models import Edition
from goru.domain.plans.queries.publications import editions_of, latest_publication
from goru.domain.plans.rules.acceptance import mark_of
from goru.domain.plans.vocabulary import EditionOrigin, EditionState, EditWay, ItemKind
from goru.domain.publication import actions as publication
from goru.domain.registers import actions as registers
from goru.domain.registers import queries as case_queries
from goru.domain.registers.vocabulary import OpinionVerdict
from goru.pipelines.importing import actions as importing
from goru.pipelines.reminding import actions as reminding


@dataclass(frozen=True, slots=True)
class Try:
    """A deed being tried: on what, by whom, when; `newcomer` has an account and no post."""

    there: Examples
    by: Any
    newcomer: Person
    at: datetime

    @property
    def on(self) -> date:
        """The day."""
        return self.at.date()

    @property
    def tomorrow(self) -> date:
        """The day after."""
        return self.on + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Request:
    """What a page is asked: where, and what is sent to it, if anything is."""

    path: str
    sent: Mapping[str, object] = field(default_factory=dict)


Act = Callable[[Try], object]
Ask = Callable[[Try], Request]


def _appoint(post: str) -> Act:
    return lambda this: posts.appoint(
        post=this.there.posts[post], person=this.newcomer, first_day=this.on, by=this.by, at=this.at
    )


def _appoint_certifier(this: Try) -> object:
    """The one certifier is gone: the post is held by one at a time."""
    held = this.there.holdings["결재"]
    Holding.objects.filter(pk=held.pk).exclude(person=this.by).delete()
    return _appoint("결재")(this)


def _hand_over(holding: str) -> Act:
    return lambda this: posts.hand_over(
        holding_id=(held := this.there.holdings[holding]).pk,
        version=held.version,
        to=this.newcomer,
        first_day=this.tomorrow,
        by=this.by,
        at=this.at,
    )


def _end(holding: str) -> Act:
    return lambda this: posts.end_holding(
        holding_id=(held := this.there.holdings[holding]).pk,
        version=held.version,
        last_day=this.on,
        by=this.by,
        at=this.at,
    )


def _lock(of: str) -> Act:
    def act(this: Try) -> object:
        person: Any = this.there.persons[of]
        return posts.lock_account(person_id=person.pk, by=this.by, at=this.at)

    return act


def _edit(state: EditionState) -> Act:
    return lambda this: plans.edit(
        edition_id=this.there.editions[state].pk, changes=(), way=EditWay.FORM, by=this.by, at=this.at
    )


def _workbook(this: Try) -> SimpleUploadedFile:
    """The workbook of the open edition."""
    edition = this.there.editions[EditionState.OPEN]
    stamp = Stamp(edition.pk, edition.version, InstitutionPlan.model_validate(edition.content))
    return SimpleUploadedFile("plan.xlsx", as_xlsx(Made(stamp, "plan", this.at)))


def _bring_in(this: Try) -> object:
    edition, file = this.there.editions[EditionState.OPEN], _workbook(this)
    return importing.receive_proposal(
        edition_id=edition.pk, name="plan.xlsx", chunks=file.chunks(), by=this.by, at=this.at
    )


def _write_national(this: Try) -> object:
    national = decompose(identified(parse(read(SMALL_BOOK))).book).national
    origin = EditionOrigin.EMPTY
    return plans.open_edition(plan=this.there.national, value=national, origin=origin, by=this.by, at=this.at)


def _publish(this: Try) -> object:
    importing.adopt_book(book=parse(read(SMALL_BOOK)), name="book.txt", by=posts.system_person(), at=this.at)
    current = latest_publication(this.there.cycle)
    assert current
    return publication.publish(cycle=this.there.cycle, editions=editions_of(current), by=this.by, at=this.at)


def _join(this: Try) -> object:
    item, other = uuid4(), uuid4()
    plans.keep_items({item: (ItemKind.STRATEGY, None), other: (ItemKind.STRATEGY, None)})
    return plans.join_items(item=item, same_as=other, by=this.by, at=this.at)


def _remind(this: Try) -> object:
    author: Any = this.there.persons["총괄"]
    Person.objects.filter(pk=author.pk).update(email="author@example.org")
    plans.keep_duties(cycle=this.there.cycle, ministries=[])
    return reminding.remind(year=this.there.cycle.year, institution=this.there.seoul, by=this.by, at=this.at)


def _call(body: str) -> Act:
    return lambda this: meetings.call_meeting(
        body=this.there.bodies[body], number=9, held_date=this.on, place="세종", by=this.by, at=this.at
    )


def _write_section(*changes: Change) -> Act:
    return lambda this: formulation.write(
        edition_id=this.there.editions[EditionState.OPEN].pk,
        changes=changes,
        way=EditWay.FORM,
        by=this.by,
        at=this.at,
    )


def _first_mark(edition: Edition) -> str:
    return mark_of(plan_queries.draft_of(edition).findings[0][0])


def _on(section: str, action: Callable[..., object], **also: object) -> Act:
    return lambda this: action(
        assignment_id=(one := this.there.assignments[section]).pk,
        version=one.version,
        by=this.by,
        at=this.at,
        **also,
    )


def _opened(stage: str) -> Act:
    return lambda this: registers.open_case(
        register_key="zone",
        said=registering.said("새 사안", who="seoul", area="10", place="seoul"),
        stage=stage,
        date_said="",
        by=this.by,
        at=this.at,
    )


def _of_case(deed: Callable[..., object], **given: object) -> Act:
    return lambda this: deed(
        case_id=this.there.case.pk, version=this.there.case.version, by=this.by, at=this.at, **given
    )


ACTS: Final[Mapping[str, Act]] = {
    "see-case": lambda this: case_queries.case_seen(this.there.hidden.number, by=this.by, on=this.on),
    "open-case": _opened("applied"),
    "open-designated-case": _opened("designated"),
    "change-case": lambda this: registers.change_case(
        case_id=this.there.case.pk,
        version=this.there.case.version,
        said=registering.said("이름", who="seoul", area="10", place="seoul"),
        by=this.by,
        at=this.at,
    ),
    "move-case": _of_case(registers.move_case, to="deliberated", date_said=""),
    "move-too-far": _of_case(registers.move_case, to="designated", date_said=""),
    "correct-move": _of_case(registers.correct_move, to="intended", date_said="", reason="잘못"),
    "run-register": lambda this: registers.open_round(
        register_key="zone", year=2025, part=1, name="2025년 1차", by=this.by, at=this.at
    ),
    "upload-cases": lambda this: registers.receive_cases(
        register_key="zone", name="a.xlsx", content=b"PK", by=this.by, at=this.at
    ),
    "give-opinion": lambda this: registers.give_opinion(
        opinion_id=this.there.hidden.parties.get().opinions.get().pk,
        case_version=this.there.hidden.version,
        verdict=OpinionVerdict.AGREED,
        text="",
        by=this.by,
        at=this.at,
    ),
    "tell-case": lambda this: registers.tell(
        case_id=this.there.hidden.pk,
        version=this.there.hidden.version,
        return_key="half",
        period="2024-h2",
        typed={"state": "끝"},
        by=this.by,
        at=this.at,
    ),
    "withhold-case": _of_case(registers.withhold, is_withheld=True, reason="제9조제1항제5호"),
    "see-posts": lambda this: institutions.offices_of("seoul", by=this.by, on=this.on),
    "open-unit": lambda this: posts.open_unit(
        institution=this.there.seoul,
        kind=UnitKind.DEPARTMENT,
        name="새 부서",
        first_day=this.on,
        by=this.by,
        at=this.at,
    ),
    "add-institution": lambda this: posts.add_institution(
        kind=InstitutionKind.PROVINCE,
        short_name="강릉",
        full_name="강릉특별자치도",
        name_en="Gangneung",
        by=this.by,
        at=this.at,
    ),
    "give-contributor": _appoint("부서"),
    "give-municipality": _appoint("시·군·구"),
    "give-certifier": _appoint_certifier,
    "give-evaluator": _appoint("평가위원"),
    "give-auditor": _appoint("감사"),
    "pass-on-certifier": _hand_over("결재"),
    "pass-on-evaluator": _hand_over("평가위원"),
    "pass-on-ended": _hand_over("끝남"),
    "stand-in-certifier": lambda this: posts.stand_in(
        post=this.there.posts["결재"],
        person=this.newcomer,
        first_day=this.on,
        last_day=this.tomorrow,
        by=this.by,
        at=this.at,
    ),
    "end-contributor": _end("부서"),
    "end-ended": _end("끝남"),
    "lock-account": _lock("시·군·구"),
    "lock-own": _lock("관리자"),
    "unlock-account": lambda this: posts.unlock_account(
        person_id=this.there.locked.pk, email="example@example.org", by=this.by, at=this.at
    ),
    "write-open": _edit(EditionState.OPEN),
    "write-sealed": _edit(EditionState.SEALED),
    "write-abandoned": _edit(EditionState.ABANDONED),
    "bring-in-plan": _bring_in,
    "make-token": lambda this: posts.make_token(
        institution=this.there.seoul,
        name="예산",
        scope=TokenScope.READ,
        last_day=this.on,
        by=this.by,
        at=this.at,
    ),
    "end-token": lambda this: posts.end_token(token_id=this.there.token.pk, by=this.by, at=this.at),
    "write-national": _write_national,
    "open-cycle": lambda this: plans.open_cycle(year=2031, by=this.by, at=this.at),
    "publish": _publish,
    "join-items": _join,
    "keep-calendar": lambda this: plans.add_holiday(
        day=date(2031, 3, 4), name="임시공휴일", source="관보", by=this.by, at=this.at
    ),
    "keep-parent": lambda this: plans.add_parent(
        owner=this.there.seoul, first_year=2028, last_year=2032, by=this.by, at=this.at
    ),
    "keep-comprehensive": lambda this: plans.keep_parent_items(
        parent=this.there.cycle.comprehensive_plan, version=1, items=(), by=this.by, at=this.at
    ),
    "see-meetings": lambda this: meeting_queries.body_seen("committee", by=this.by, on=this.on),
    "run-meetings": _call("committee"),
    "record-ahead": lambda this: meetings.record_attendance(
        meeting_id=this.there.ahead.pk, version=this.there.ahead.version, members=(), by=this.by, at=this.at
    ),
    "see-regional-meetings": lambda this: meeting_queries.body_seen("seoul", by=this.by, on=this.on),
    "run-regional-meetings": _call("seoul"),
    "open-guideline": lambda this: formulation.open_guideline(
        cycle=plans.open_cycle(year=2031, by=posts.system_person(), at=this.at),
        title="지침",
        by=this.by,
        at=this.at,
    ),
    "read-draft-guideline": lambda this: guidelines.guideline_seen(2025, by=this.by, on=this.on),
    "write-guideline": lambda this: formulation.add_section(
        guideline_id=this.there.drafted.pk,
        version=this.there.drafted.version,
        key="vision",
        wording=Wording(["provincial"], "비전", "", is_required=True),
        by=this.by,
        at=this.at,
    ),
    "send-draft-guideline": lambda this: formulation.send_guideline(
        guideline_id=this.there.drafted.pk,
        version=this.there.drafted.version,
        letters={},
        by=this.by,
        at=this.at,
    ),
    "read-guideline": lambda this: guidelines.guideline_seen(2024, by=this.by, on=this.on),
    "receive-guideline": lambda this: formulation.receive_guideline(
        dispatch_id=this.there.sent.dispatches.get().pk, receipt_number="1", by=this.by, at=this.at
    ),
    "ask-about-guideline": lambda this: formulation.ask(
        section=this.there.sent.sections.get(), text="?", by=this.by, at=this.at
    ),
    "explain-finding": lambda this: plans.explain(
        edition_id=(one := this.there.editions[EditionState.OPEN]).pk,
        mark=_first_mark(one),
        version=0,
        text="까닭",
        by=this.by,
        at=this.at,
    ),
    "see-explanation": lambda this: plan_queries.explanation_in(
        this.there.doubted.pk, by=this.by, on=this.on
    ),
    "answer-error": lambda this: plans.answer_error(
        explanation_id=this.there.doubted.pk,
        version=1,
        is_lifted=True,
        answer="맞습니다.",
        by=this.by,
        at=this.at,
    ),
    "see-collecting": lambda this: guidelines.collecting_in(2025, "seoul", by=this.by, on=this.on),
    "assign-section": lambda this: formulation.assign(
        plan=this.there.editions[EditionState.OPEN].plan,
        sections=["vision"],
        to=this.there.unit,
        due_date=this.tomorrow,
        note="",
        by=this.by,
        at=this.at,
    ),
    "change-assignment": _on("money", formulation.take_back),
    "write-units-section": _write_section(Change(Deed.SET, None, "plan/budget/total", new=5)),
    "write-municipal-section": _write_section(Change(Deed.ADD, uuid4(), "plan/indicators", new={})),
    "write-handed-in-section": _write_section(
        Change(Deed.ADD, uuid4(), "plan/performance_management", new={"text": "점검"})
    ),
    "submit-section": _on("money", formulation.submit_section),
    "submit-handed-in-section": _on("performance", formulation.submit_section),
    "accept-section": _on("performance", formulation.accept_section),
    "accept-early": _on("money", formulation.accept_section),
    "return-section": _on("performance", formulation.return_section, note="다시"),
    "comment": lambda this: formulation.answer_comment(
        comment_id=this.there.comment.pk, text="예", by=this.by, at=this.at
    ),
    "attach": lambda this: formulation.attach(
        edition_id=this.there.editions[EditionState.OPEN].pk,
        section="money",
        name="b.pdf",
        content=b"%PDF-1.4",
        by=this.by,
        at=this.at,
    ),
    "remove-attachment": lambda this: formulation.remove_attachment(
        attachment_id=this.there.attachment.pk, by=this.by, at=this.at
    ),
    "set-telephone": lambda this: posts.set_telephone(
        post=this.there.posts["결재"], telephone="02-2133-1234", seen="", by=this.by, at=this.at
    ),
    "remind": _remind,
    "finish-comment": lambda this: formulation.finish_comment(
        comment_id=this.there.comment.pk, version=1, by=this.by, at=this.at
    ),
    "bring-in-books": lambda this: importing.receive_import(
        name="book.txt", chunks=[b"book"], by=this.by, at=this.at
    ),
}
"""By action; what is only looked at on a page has none."""


def _given(post: str, way: str) -> Ask:
    def ask(this: Try) -> Request:
        wanted = this.there.posts[post]
        unit = f"?unit={wanted.unit_id}" if wanted.unit_id else ""
        sent = {"person": this.newcomer.username, "first_day": this.on, "last_day": this.tomorrow}
        return Request(f"/posts/{wanted.place.key}/{wanted.role}/{way}/{unit}", sent)

    return ask


def _held(holding: str, way: str) -> Ask:
    def ask(this: Try) -> Request:
        held = this.there.holdings[holding]
        days = {"first_day": this.tomorrow, "last_day": this.on}
        sent = {"person": this.newcomer.username, "version": held.version, **days}
        return Request(f"/holdings/{held.pk}/{way}/", sent)

    return ask


def _of_account(name: str) -> Ask:
    return lambda this: Request(f"/accounts/{this.there.persons[name].username}/lock/", {"reason": "시험"})


def _draft(this: Try, state: EditionState) -> str:
    return f"/writing/editions/{this.there.editions[state].pk}/"


def _written(state: EditionState) -> Ask:
    return lambda this: Request(f"{_draft(this, state)}vision/", {"deed": "save"})


def _assigned(section: str, way: str, **sent: object) -> Ask:
    return lambda this: Request(
        f"/writing/assignments/{this.there.assignments[section].pk}/{way}/",
        {"version": this.there.assignments[section].version, **sent},
    )


def _section(key: str) -> Ask:
    return lambda this: Request(f"{_draft(this, EditionState.OPEN)}{key}/", {"deed": "save"})


def _case_page(way: str, sent: Mapping[str, object], *, hidden: bool = False) -> Ask:
    def ask(this: Try) -> Request:
        case = this.there.hidden if hidden else this.there.case
        address = f"/registers/{case.register.key}/{case.number}/{way}"
        return Request(address, {"version": case.version, **sent})

    return ask


def _opinion_page(this: Try) -> Request:
    opinion = this.there.hidden.parties.get().opinions.get()
    return _case_page(f"opinions/{opinion.pk}/give/", {"verdict": "agreed"}, hidden=True)(this)


REQUESTS: Final[Mapping[str, Ask]] = {
    "open-case": lambda _: Request(
        "/registers/zone/open/",
        {
            "title": "새 사안",
            "stage": "applied",
            "role-applicant": "서울",
            "quantity-area-promised": "10㎡",
            "places": "서울특별시",
        },
    ),
    "change-case": _case_page(
        "change/",
        sent={
            "title": "고친 이름",
            "role-applicant": "서울",
            "quantity-area-promised": "10㎡",
            "places": "서울특별시",
        },
    ),
    "move-case": _case_page("move/deliberated/", {"date_said": "2025-03"}),
    "correct-move": _case_page("correct/", {"to": "intended", "reason": "잘못", "date_said": ""}),
    "run-register": lambda _: Request(
        "/registers/zone/rounds/open/", {"year": 2025, "part": 1, "name": "2025년 1차"}
    ),
    "upload-cases": lambda _: Request("/registers/zone/upload/"),
    "give-opinion": _opinion_page,
    "tell-case": _case_page("returns/half/", {"period": "2025-h1", "state": "끝"}, hidden=True),
    "withhold-case": _case_page("withhold/", {"reason": "제9조제1항제5호"}),
    "see-posts": lambda _: Request("/posts/seoul/"),
    "open-unit": lambda this: Request(
        "/posts/seoul/units/open/",
        {"kind": UnitKind.DEPARTMENT.value, "name": "새 부서", "first_day": this.on},
    ),
    "add-institution": lambda _: Request(
        "/institutions/add/",
        {"kind": "province", "short_name": "강릉", "full_name": "강릉특별자치도", "name_en": "Gangneung"},
    ),
    "give-contributor": _given("부서", "appoint"),
    "give-municipality": _given("시·군·구", "appoint"),
    "give-evaluator": _given("평가위원", "appoint"),
    "give-auditor": _given("감사", "appoint"),
    "pass-on-certifier": _held("결재", "hand-over"),
    "pass-on-evaluator": _held("평가위원", "hand-over"),
    "pass-on-ended": _held("끝남", "hand-over"),
    "stand-in-certifier": _given("결재", "stand-in"),
    "end-contributor": _held("부서", "end"),
    "end-ended": _held("끝남", "end"),
    "read-log": lambda _: Request("/audit/"),
    "see-accounts": lambda _: Request("/posts/accounts/"),
    "lock-account": _of_account("시·군·구"),
    "lock-own": _of_account("관리자"),
    "unlock-account": lambda this: Request(
        f"/accounts/{this.there.locked.username}/unlock/", {"email": "example@example.org"}
    ),
    "keep-calendar": lambda _: Request(
        "/calendar/holidays/add/", {"day": "2031-03-04", "name": "임시공휴일", "source": "관보"}
    ),
    "keep-comprehensive": lambda _: Request(
        "/calendar/plans/committee/2023/items/", {"version": 1, "items": "Ⅰ-1 과제"}
    ),
    "bring-in-books": lambda _: Request("/imports/"),
    "explain-finding": lambda this: Request(
        f"{_draft(this, EditionState.OPEN)}findings/{_first_mark(this.there.editions[EditionState.OPEN])}/",
        {"text": "까닭", "before": 0},
    ),
    "see-explanation": lambda this: Request(f"/writing/explanations/{this.there.doubted.pk}/"),
    "answer-error": lambda this: Request(
        f"/writing/explanations/{this.there.doubted.pk}/answer/",
        {"version": 1, "is_lifted": "1", "answer": "맞습니다."},
    ),
    "see-collecting": lambda _: Request("/writing/2025/seoul/collecting/"),
    "assign-section": lambda this: Request(
        "/writing/2025/seoul/collecting/assign/",
        {"sections": ["vision"], "to": f"Unit-{this.there.unit.pk}", "due_date": this.tomorrow},
    ),
    "change-assignment": _assigned("money", "take-back"),
    "write-units-section": _section("money"),
    "write-municipal-section": _section("indicators"),
    "write-handed-in-section": _section("performance"),
    "submit-section": _assigned("money", "submit"),
    "submit-handed-in-section": _assigned("performance", "submit"),
    "accept-section": _assigned("performance", "accept"),
    "accept-early": _assigned("money", "accept"),
    "return-section": _assigned("performance", "return", note="다시"),
    "open-cycle": lambda this: Request("/desk/years/open/", {"year": this.on.year + 1}),
    "comment": lambda this: Request(f"{_draft(this, EditionState.OPEN)}money/comment/", {"text": "합?"}),
    "attach": lambda this: Request(
        f"{_draft(this, EditionState.OPEN)}money/attachments/",
        {"file": SimpleUploadedFile("b.pdf", b"%PDF-1.4")},
    ),
    "remove-attachment": lambda this: Request(
        f"/writing/attachments/{this.there.attachment.pk}/remove/", {"sure": "on"}
    ),
    "set-telephone": lambda _: Request(
        "/posts/seoul/certifier/telephone/", {"telephone": "02-2133-1234", "seen": ""}
    ),
    "finish-comment": lambda this: Request(
        f"/writing/comments/{this.there.comment.pk}/finish/", {"version": 1}
    ),
    "see-board": lambda this: Request(f"/desk/board/{this.there.cycle.year}/"),
    "see-draft": lambda this: Request(f"{_draft(this, EditionState.OPEN)}history/"),
    "write-open": _written(EditionState.OPEN),
    "write-sealed": _written(EditionState.SEALED),
    "write-abandoned": _written(EditionState.ABANDONED),
    "see-meetings": lambda _: Request("/meetings/committee/"),
    "run-meetings": lambda this: Request(
        "/meetings/committee/call/", {"number": 9, "held_date": this.on, "place": "세종"}
    ),
    "record-ahead": lambda this: Request(
        "/meetings/committee/2/attendance/", {"version": this.there.ahead.version}
    ),
    "see-regional-meetings": lambda _: Request("/meetings/seoul/"),
    "run-regional-meetings": lambda this: Request(
        "/meetings/seoul/call/", {"number": 9, "held_date": this.on, "place": "서울"}
    ),
    "open-guideline": lambda _: Request("/guidelines/open/"),
    "read-draft-guideline": lambda _: Request("/guidelines/2025/"),
    "write-guideline": lambda this: Request(
        "/guidelines/2025/sections/add/",
        {
            "key": "vision",
            "title": "비전",
            "kinds": ["provincial"],
            "guidance": "적는 법",
            "version": this.there.drafted.version,
        },
    ),
    "send-draft-guideline": lambda this: Request(
        "/guidelines/2025/send/", {"version": this.there.drafted.version}
    ),
    "read-guideline": lambda _: Request("/guidelines/2024/"),
    "receive-guideline": lambda this: Request(
        f"/guidelines/2024/dispatches/{this.there.sent.dispatches.get().pk}/receive/",
        {"receipt_number": "1"},
    ),
    "ask-about-guideline": lambda _: Request("/guidelines/2024/sections/vision/ask/", {"text": "?"}),
    "end-token": lambda this: Request(f"/accounts/tokens/{this.there.token.pk}/end/", {"end": "1"}),
    "bring-in-plan": lambda this: Request(
        f"{_draft(this, EditionState.OPEN)}bring-in/", {"file": _workbook(this)}
    ),
}
"""Over HTTP, where a page has the deed."""

WITHOUT_A_PAGE: Final = {
    "see-case": "tests/web/registers tries it: the page of a case is everybody's once that is public",
    "open-designated-case": "the same form as of open-case, where the stage is chosen",
    "move-too-far": "the case's page offers no such way, and its address is none",
    "remind": "tests/web/desk tries it: somebody must be owed a plan and have an address",
    "make-token": "tests/web/tokens tries it: the form offers the own institutions alone",
    "give-certifier": "as the other posts are given",
    "write-national": "with the guideline",
    "join-items": "with the board of the secretariat",
    "keep-parent": "tests/web/calendar tries it: who may keep none is asked of the comprehensive plan",
    "publish": "tests/web/publications tries it: it needs a second publication",
}
"""Deeds that no page or API has yet, or that are tried elsewhere."""
