"""What persons do, each with the permission it is asked of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from tests.rights.examples import Examples

from goru.core.verdict import Verdict
from goru.domain.formulation import permissions as formulation
from goru.domain.institutions import permissions as posts
from goru.domain.meetings import permissions as meetings
from goru.domain.plans import permissions as plans
from goru.domain.plans.vocabulary import EditionState
from goru.domain.registers import permissions as registers
from goru.pipelines.importing import permissions as importing

Ask = Callable[[Any, Examples], Verdict]


@dataclass(frozen=True, slots=True)
class Deed:
    """What may be done, on what, in which state, in words of both languages; `ask` is the permission."""

    key: str
    korean: str
    english: str
    ask: Ask


def _give(post: str) -> Ask:
    return lambda by, there: posts.may_appoint(by, there.posts[post], there.on)


def _pass_on(holding: str) -> Ask:
    return lambda by, there: posts.may_pass_on(by, there.holdings[holding], there.on)


def _end(holding: str) -> Ask:
    return lambda by, there: posts.may_end(by, there.holdings[holding], there.on)


def _lock(of: str) -> Ask:
    def ask(by: Any, there: Examples) -> Verdict:
        person: Any = there.persons[of]
        return posts.may_lock(by, person, there.on)

    return ask


def _write(state: EditionState) -> Ask:
    def ask(by: Any, there: Examples) -> Verdict:
        edition = there.editions[state]
        return plans.may_write(by, edition.plan, there.on) and plans.is_open(edition)

    return ask


def _write_section(section: str) -> Ask:
    return lambda by, there: formulation.may_write_section(
        by, there.editions[EditionState.OPEN], section, there.on
    )


DEEDS: Final = (
    Deed(
        "see-posts",
        "기관의 담당자 보기",
        "see who holds the posts of an institution",
        lambda by, there: posts.may_see_posts(by, there.seoul, there.on),
    ),
    Deed(
        "open-unit",
        "부서 신설과 폐지",
        "open and close units",
        lambda by, there: posts.may_open_units(by, there.seoul, there.on),
    ),
    Deed(
        "add-institution",
        "등록부에 기관 더하기",
        "add an institution to the register",
        lambda by, there: posts.may_add_institutions(by, there.on),
    ),
    Deed(
        "make-token",
        "프로그램이 쓸 토큰 만들기",
        "make a token for a program",
        lambda by, there: posts.may_make_token(by, there.seoul, there.on),
    ),
    Deed(
        "end-token",
        "총괄 담당자의 토큰 끝내기",
        "end a token of the author",
        lambda by, there: posts.may_end_token(by, there.token),
    ),
    Deed("give-contributor", "부서 담당자 임명·초대", "appoint or invite a contributor", _give("부서")),
    Deed("give-municipality", "시·군·구 담당자 임명·초대", "the same of a municipality", _give("시·군·구")),
    Deed("give-certifier", "결재권자 임명·초대", "appoint or invite a certifier", _give("결재")),
    Deed("give-evaluator", "평가위원 임명·초대", "appoint or invite an evaluator", _give("평가위원")),
    Deed("give-auditor", "위원회 감사 임명·초대", "appoint or invite the Committee's auditor", _give("감사")),
    Deed("pass-on-certifier", "결재권자 인계", "hand over a certifier's post", _pass_on("결재")),
    Deed("pass-on-evaluator", "평가위원 인계", "hand over an evaluator's post", _pass_on("평가위원")),
    Deed("pass-on-ended", "끝난 보직 인계", "hand over what has ended", _pass_on("끝남")),
    Deed(
        "stand-in-certifier",
        "결재권자의 직무대행 정하기",
        "name a stand-in for a certifier",
        lambda by, there: posts.may_name_stand_in(by, there.posts["결재"], there.on),
    ),
    Deed("end-contributor", "부서 담당자 끝내기", "end that somebody is a contributor", _end("부서")),
    Deed("end-ended", "끝난 보직 끝내기", "end what has ended", _end("끝남")),
    Deed(
        "read-log",
        "공적 행위 기록 보기",
        "read the log of official acts",
        lambda by, there: posts.may_read_log(by, there.on),
    ),
    Deed(
        "see-accounts",
        "계정 목록 보기",
        "see who may sign in",
        lambda by, there: posts.may_see_accounts(by, there.on),
    ),
    Deed("lock-account", "계정 잠그기", "lock an account", _lock("시·군·구")),
    Deed("lock-own", "자기 계정 잠그기", "lock the own account", _lock("관리자")),
    Deed(
        "unlock-account",
        "잠긴 계정 다시 열기",
        "open a locked account again",
        lambda by, there: posts.may_unlock(by, there.locked, there.on),
    ),
    Deed(
        "see-draft",
        "초안 보기",
        "read a draft",
        lambda by, there: plans.may_see(by, there.editions[EditionState.OPEN], there.on),
    ),
    Deed("write-open", "초안 쓰기·확정·폐기", "write, seal and abandon a draft", _write(EditionState.OPEN)),
    Deed("write-sealed", "확정된 판 쓰기", "write a sealed edition", _write(EditionState.SEALED)),
    Deed("write-abandoned", "폐기된 판 쓰기", "write an abandoned edition", _write(EditionState.ABANDONED)),
    Deed(
        "bring-in-plan",
        "초안에 엑셀·문서를 불러와 반영하기",
        "bring a workbook or a document into a draft, and apply it",
        lambda by, there: formulation.may_bring_in(by, there.editions[EditionState.OPEN], there.on),
    ),
    Deed(
        "explain-finding",
        "점검 결과 설명, 오류 해제 요청",
        "say why a finding of a plan stands",
        lambda by, there: plans.may_explain(by, there.editions[EditionState.OPEN].plan, there.on),
    ),
    Deed(
        "see-explanation",
        "해제를 요청한 오류 보기",
        "read why an error is none",
        lambda by, there: plans.may_see_explanation(by, there.doubted, there.on),
    ),
    Deed(
        "answer-error",
        "오류 해제",
        "lift an error, or not",
        lambda by, there: plans.may_answer(by, there.doubted, there.on),
    ),
    Deed(
        "write-national",
        "총괄의 초안 쓰기·확정·폐기",
        "the same of the national part",
        lambda by, there: plans.may_write(by, there.national, there.on),
    ),
    Deed(
        "open-cycle",
        "연도 열기",
        "open the cycle of a year",
        lambda by, there: plans.may_open_cycles(by, there.on),
    ),
    Deed(
        "publish",
        "공표와 되돌리기",
        "publish, and go back",
        lambda by, there: plans.may_publish(by, there.cycle, there.on),
    ),
    Deed(
        "join-items",
        "항목 합치기와 잇기",
        "join items, and say what came of which",
        lambda by, there: plans.may_decide_on_items(by, there.on),
    ),
    Deed(
        "keep-calendar",
        "임시공휴일, 기한 예외 정하기",
        "keep temporary holidays and exceptions to deadlines",
        lambda by, there: plans.may_keep_calendar(by, there.on),
    ),
    Deed(
        "keep-parent",
        "5개년 계획의 등록, 절차, 변경, 항목",
        "keep the record of a five-year plan",
        lambda by, there: plans.may_keep_parent(by, there.seoul, there.on),
    ),
    Deed(
        "keep-comprehensive",
        "지방시대 종합계획의 절차, 변경, 항목",
        "the same of the comprehensive plan",
        lambda by, there: plans.may_keep_parent(by, None, there.on),
    ),
    Deed(
        "bring-in-books",
        "계획서 가져오기·채택·버리기",
        "bring in, adopt and discard books",
        lambda by, there: importing.may_bring_in_books(by, there.on),
    ),
    Deed(
        "see-meetings",
        "위원회의 회의 보기",
        "see the Committee's meetings",
        lambda by, there: meetings.may_see(by, there.bodies["committee"], there.on),
    ),
    Deed(
        "run-meetings",
        "위원회의 회의 열고 기록하기",
        "call and record the Committee's meetings",
        lambda by, there: meetings.may_run(by, there.bodies["committee"].institution, there.on),
    ),
    Deed(
        "record-ahead",
        "열리지 않은 회의 기록하기",
        "record a meeting before its day",
        lambda by, there: meetings.may_record(by, there.ahead, there.on),
    ),
    Deed(
        "see-regional-meetings",
        "시·도 위원회의 회의 보기",
        "see a regional committee's meetings",
        lambda by, there: meetings.may_see(by, there.bodies["seoul"], there.on),
    ),
    Deed(
        "run-regional-meetings",
        "시·도 위원회의 회의 열고 기록하기",
        "call and record a regional committee's meetings",
        lambda by, there: meetings.may_run(by, there.seoul, there.on),
    ),
    Deed(
        "open-guideline",
        "새 수립지침",
        "begin a guideline",
        lambda by, there: formulation.may_open(by, there.on),
    ),
    Deed(
        "read-draft-guideline",
        "보내지 않은 수립지침 보기",
        "read a guideline that is not sent",
        lambda by, there: formulation.may_read(by, there.drafted, there.on),
    ),
    Deed(
        "write-guideline",
        "수립지침 쓰기와 협의·설명회 기록, 답변",
        "write a guideline, record consultations and briefings, answer",
        lambda by, there: formulation.may_write(by, there.drafted, there.on),
    ),
    Deed(
        "send-draft-guideline",
        "의결하지 않은 수립지침 송부",
        "send a guideline that is not resolved",
        lambda by, there: formulation.may_send(by, there.drafted, there.on),
    ),
    Deed(
        "read-guideline",
        "받은 수립지침 보기",
        "read a guideline that was sent to one's institution",
        lambda by, there: formulation.may_read(by, there.sent, there.on),
    ),
    Deed(
        "receive-guideline",
        "받은 수립지침 접수",
        "enter the receipt of a guideline",
        lambda by, there: formulation.may_receive(by, there.sent.dispatches.get(), there.on),
    ),
    Deed(
        "ask-about-guideline",
        "받은 수립지침에 질문하기",
        "ask about a guideline",
        lambda by, there: formulation.may_ask(by, there.sent, there.on),
    ),
    Deed(
        "see-collecting",
        "취합 현황 보기",
        "see what is collected for a plan",
        lambda by, there: plans.may_see_drafts(by, there.editions[EditionState.OPEN].plan, there.on),
    ),
    Deed(
        "assign-section",
        "절 맡기기",
        "assign sections of a plan",
        lambda by, there: formulation.may_assign(by, there.editions[EditionState.OPEN].plan, there.on),
    ),
    Deed(
        "change-assignment",
        "맡긴 절의 기한 고치기, 거두기",
        "change and take back what was assigned",
        lambda by, there: formulation.may_change(by, there.assignments["money"], there.on),
    ),
    Deed(
        "write-units-section",
        "부서가 맡은 절 쓰기",
        "write what a unit was assigned",
        _write_section("money"),
    ),
    Deed(
        "write-municipal-section",
        "시·군·구가 맡은 절 쓰기",
        "write what a municipality was assigned",
        _write_section("indicators"),
    ),
    Deed(
        "write-handed-in-section",
        "제출한 절 쓰기",
        "write what was handed in",
        _write_section("performance"),
    ),
    Deed(
        "submit-section",
        "맡은 절 제출",
        "hand in what one was assigned",
        lambda by, there: formulation.may_submit(by, there.assignments["money"], there.on),
    ),
    Deed(
        "submit-handed-in-section",
        "제출한 절 다시 제출",
        "hand in what was handed in",
        lambda by, there: formulation.may_submit(by, there.assignments["performance"], there.on),
    ),
    Deed(
        "accept-section",
        "제출받은 절 접수",
        "accept a section",
        lambda by, there: formulation.may_accept(by, there.assignments["performance"], there.on),
    ),
    Deed(
        "accept-early",
        "제출하지 않은 절 접수",
        "accept a section that was not handed in",
        lambda by, there: formulation.may_accept(by, there.assignments["money"], there.on),
    ),
    Deed(
        "return-section",
        "제출받은 절 보완요청",
        "return a section",
        lambda by, there: formulation.may_return(by, there.assignments["performance"], there.on),
    ),
    Deed(
        "comment",
        "부서가 맡은 절에 메모·답글 쓰기",
        "note something on what a unit was assigned, and answer",
        lambda by, there: formulation.may_comment(by, there.comment.plan, "money", there.on),
    ),
    Deed(
        "finish-comment",
        "남의 메모 끝내기, 다시 열기",
        "mark another's comment as done, and open it again",
        lambda by, there: formulation.may_finish(by, there.comment, "money", there.on),
    ),
    Deed(
        "attach",
        "부서가 맡은 절에 파일 첨부",
        "attach a file to what a unit was assigned",
        lambda by, there: formulation.may_attach(by, there.attachment.edition, "money", there.on),
    ),
    Deed(
        "remove-attachment",
        "남의 첨부 지우기",
        "remove what another attached",
        lambda by, there: formulation.may_remove_attachment(by, there.attachment, there.on),
    ),
    Deed(
        "set-telephone",
        "결재권자의 사무실 전화번호 고치기",
        "say which telephone a certifier's post has",
        lambda by, there: posts.may_set_telephone(by, there.posts["결재"], there.on),
    ),
    Deed(
        "remind",
        "담당자에게 알림 보내기",
        "have those in charge of a plan reminded",
        lambda by, there: plans.may_see_board(by, there.on),
    ),
    Deed(
        "see-board",
        "모든 기관의 진행 보기",
        "see how far all plans have come",
        lambda by, there: plans.may_see_board(by, there.on),
    ),
    Deed(
        "see-case",
        "의결 전의 정책과제 보기",
        "see a regional policy task that is not public",
        lambda by, there: registers.may_see(by, there.hidden, there.on),
    ),
    Deed(
        "open-case",
        "자기 기관의 특구 신청 올리기",
        "open a zone's case for one's institution",
        lambda by, there: registers.may_open(by, there.case.register, [there.seoul], "applied", there.on),
    ),
    Deed(
        "open-designated-case",
        "이미 지정된 특구 올리기",
        "open a case of a zone that is designated",
        lambda by, there: registers.may_open(by, there.case.register, [there.seoul], "designated", there.on),
    ),
    Deed(
        "change-case",
        "특구 사안 고치기",
        "change what is said of a zone's case",
        lambda by, there: registers.may_change(by, there.case, there.on),
    ),
    Deed(
        "move-case",
        "특구를 심의·의결로 옮기기",
        "bring a zone's case to its resolution",
        lambda by, there: registers.may_move(by, there.case, "deliberated", there.on),
    ),
    Deed(
        "move-too-far",
        "특구를 심의 없이 지정으로 옮기기",
        "designate a zone without its resolution",
        lambda by, there: registers.may_move(by, there.case, "designated", there.on),
    ),
    Deed(
        "correct-move",
        "단계 이동 바로잡기",
        "put a move right",
        lambda by, there: registers.may_correct(by, there.case, there.on),
    ),
    Deed(
        "run-register",
        "회차 열기, 의견 요청",
        "open rounds, ask for opinions",
        lambda by, there: registers.may_run(by, there.case.register, there.on),
    ),
    Deed(
        "upload-cases",
        "사안 목록 올리기",
        "upload lists of cases",
        lambda by, there: registers.may_upload(by, there.case.register, there.on),
    ),
    Deed(
        "give-opinion",
        "요청받은 의견 내기",
        "say what one's institution was asked",
        lambda by, there: registers.may_give(by, there.hidden.parties.get().opinions.get(), there.on),
    ),
    Deed(
        "tell-case",
        "정책과제 반기 점검 기록",
        "tell of a policy task for a half-year",
        lambda by, there: registers.may_tell(
            by, there.hidden, there.hidden.definition.said.returns[0], there.on
        ),
    ),
    Deed(
        "withhold-case",
        "사안을 비공개로 하기",
        "keep a case from the public",
        lambda by, there: registers.may_withhold(by, there.case, there.on),
    ),
)
