"""What is true of guidelines, and of assigned sections, by the values alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from goru.book.checking.projects import Asked
from goru.core.files import KINDS
from goru.core.moves import Moves
from goru.core.verdict import ALLOWED, Verdict, refuse
from goru.domain.formulation.vocabulary import GuidelineState, SubmissionState
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.meetings.vocabulary import Outcome
from goru.domain.plans.vocabulary import PlanKind

GUIDELINE_MOVES: Moves = {
    (GuidelineState.DRAFT, GuidelineState.CONSULTING): "secretariat",
    (GuidelineState.CONSULTING, GuidelineState.RESOLVED): "secretariat",
    (GuidelineState.RESOLVED, GuidelineState.SENT): "secretariat",
}
"""How a guideline goes. That it is resolved is practice (관행): the law knows the Committee's competence alone
(특별법 제63조 3호)."""

UNRESOLVED = (GuidelineState.DRAFT, GuidelineState.CONSULTING)
"""States in which the text is still made: after these each change of a wording is a new one."""

ASSIGNMENT_MOVES: Moves = {
    (SubmissionState.DRAFT, SubmissionState.SUBMITTED): "contributor",
    (SubmissionState.RETURNED, SubmissionState.SUBMITTED): "contributor",
    (SubmissionState.SUBMITTED, SubmissionState.RETURNED): "author",
    (SubmissionState.SUBMITTED, SubmissionState.ACCEPTED): "author",
    (SubmissionState.ACCEPTED, SubmissionState.RETURNED): "author",
}
"""How an assigned section goes (취합). What was accepted is opened again by returning it, with a note."""

ASKED_BY: Mapping[str, Asked] = {
    "project-place": "place",
    "project-unit": "unit",
    "project-money": "money",
}
"""The sections of a guideline that, where plans must hold them, ask something to be said of each project, by their keys."""

HANDED_IN = (SubmissionState.SUBMITTED, SubmissionState.ACCEPTED)
"""States in which a section is its contributor's to read only."""


@dataclass(frozen=True, slots=True)
class Basis:
    """By which articles of the decree the guideline of one kind of plan is made, and who is consulted on it before.

    Of each group of partners somebody must have taken part.
    """

    article: str
    partners: Sequence[frozenset[InstitutionKind]]


_MINISTRIES = frozenset((InstitutionKind.MINISTRY,))
_PROVINCES = frozenset((InstitutionKind.PROVINCE,))
_LOCAL_GOVERNMENTS = frozenset(
    (InstitutionKind.PROVINCE, InstitutionKind.MUNICIPALITY, InstitutionKind.MEGAREGION)
)

BASES: Mapping[PlanKind, Basis] = {
    PlanKind.PROVINCIAL: Basis("시행령 제8조제1항·제2항", (_MINISTRIES, _PROVINCES)),
    PlanKind.SECTORAL: Basis("시행령 제10조제1항·제2항", (_MINISTRIES, _PROVINCES)),
    PlanKind.MEGAREGIONAL: Basis("시행령 제12조제1항·제2항", (_MINISTRIES, _LOCAL_GOVERNMENTS)),
}
"""The legal bases of the yearly guideline: 협의 with ministries and provinces or, for megaregions, with ministries and the
heads of the local governments concerned. (Those of the five-year plans are 제7조, 제9조 and 제11조 of the decree.)"""


@dataclass(frozen=True, slots=True)
class Consulted:
    """A consultation: on which kinds of plan, with institutions of which kinds, until which day (None: it goes on)."""

    kinds: Collection[str]
    partners: Collection[str]
    finished: date | None


class Letter(NamedTuple):
    """An official letter (공문): its number, its date, who signed it."""

    number: str
    date: date
    signer: str


class Wording(NamedTuple):
    """What a section says: for which kinds of plan, under which title, how it is written, whether a plan must hold it."""

    kinds: list[str]
    title: str
    guidance: str
    is_required: bool


def due(year: int) -> date:
    """The statutory day by which the guideline of a year's plans is sent: 30 November of the year before (시행령 제8조②)."""
    return date(year - 1, 11, 30)


def not_consulted(held: Iterable[Consulted], *, before: date | None = None) -> list[PlanKind]:
    """The kinds of plan on whose guideline not all partners were consulted, or not by `before` a day."""
    over = [one for one in held if one.finished and (before is None or one.finished <= before)]
    return [kind for kind, basis in BASES.items() if not _are_consulted(kind, basis, over)]


def may_be_resolved(held: Iterable[Consulted]) -> Verdict:
    """Whether the partners of all three bases were consulted: the law has the guideline written after that (협의한 후)."""
    lacking = not_consulted(held)
    if not lacking:
        return ALLOWED
    sentence = _("법이 정한 상대와 협의를 마친 기록이 없습니다: %(bases)s")
    return refuse(sentence, bases=", ".join(f"{kind.label}({BASES[kind].article})" for kind in lacking))


def is_what_was_brought(outcome: str, *, brought: str, now: str) -> Verdict:
    """Whether a text, by its digest, is what the Committee decided on: where it was carried as proposed, not a letter else."""
    if outcome != Outcome.APPROVED or brought == now:
        return ALLOWED
    return refuse(_("안건으로 올린 뒤에 지침이 바뀌었습니다. 되돌리거나 다시 안건으로 올리세요."))


def may_be_sent(*, sections: Collection[Collection[str]], recipients: int) -> Verdict:
    """Whether there is something for each kind of plan to say, and somebody to send it to; `sections` are their kinds."""
    if not recipients:
        return refuse(_("보낼 기관이 없습니다. 과제 체계를 정하면 계획을 낼 기관이 정해집니다."))
    lacking = [str(kind.label) for kind in PlanKind if not any(kind in kinds for kinds in sections)]
    return (
        refuse(_("지침 항목이 하나도 없는 계획이 있습니다: %(kinds)s"), kinds=", ".join(lacking))
        if lacking
        else ALLOWED
    )


def are_letters_of(letters: Mapping[PlanKind, Letter], *, resolved: date | None, on: date) -> Verdict:
    """Whether each kind of plan has its letter, dated between the day of the resolution and today."""
    if set(letters) != set(PlanKind):
        return refuse(_("계획의 종류마다 공문이 있어야 합니다."))
    days = [one.date for one in letters.values()]
    if max(days) > on:
        return refuse(_("공문의 날짜는 오늘까지입니다."))
    if resolved and min(days) < resolved:
        return refuse(_("공문의 날짜가 의결한 날(%(day)s)보다 앞섭니다."), day=resolved)
    return ALLOWED


def is_another_wording(before: Wording, after: Wording) -> Verdict:
    """Whether anything of a wording is another."""
    return ALLOWED if before != after else refuse(_("바뀐 내용이 없습니다."))


def has_a_reason(state: str, reason: str) -> Verdict:
    """Whether a change says why, where it must: once the guideline is resolved."""
    if state in UNRESOLVED or reason:
        return ALLOWED
    return refuse(_("의결한 지침을 고치는 까닭을 적으세요. 받은 기관에 함께 알립니다."))


def is_to_come(due: date, on: date) -> Verdict:
    """Whether an inner date (내부 기한) can still be met."""
    return ALLOWED if due >= on else refuse(_("내부 기한은 오늘이나 그 뒤로 정하세요."))


def can_be_written(state: str) -> Verdict:
    """Whether who was assigned a section may write in it."""
    if state == SubmissionState.SUBMITTED:
        return refuse(_("제출한 절입니다. 총괄 담당자가 보완을 요청하면 다시 쓸 수 있습니다."))
    return refuse(_("총괄 담당자가 접수한 절입니다.")) if state == SubmissionState.ACCEPTED else ALLOWED


def can_be_moved(state: str, to: SubmissionState) -> Verdict:
    """Whether an assigned section can be handed in, accepted or returned as it stands."""
    if (state, to) in ASSIGNMENT_MOVES:
        return ALLOWED
    label = SubmissionState(state).label
    return refuse(_("지금 상태(%(state)s)에서는 할 수 없는 일입니다."), state=label)


def can_be_finished(*, is_open: bool) -> Verdict:
    """Whether a comment can be marked as done."""
    return ALLOWED if is_open else refuse(_("이미 끝낸 메모입니다."))


def can_be_reopened(*, is_open: bool) -> Verdict:
    """Whether a comment can be opened again."""
    return refuse(_("아직 열려 있는 메모입니다.")) if is_open else ALLOWED


MOST_BYTES = 20_000_000
"""Of an attached file."""
MOST_FILES = 50
"""Attached in one edition."""
_LONGEST_FILE_NAME = 150
_KINDS_IN_WORDS = "PDF, HWPX, HWP, XLSX, DOCX, PNG, JPEG, CSV"


def file_name(given: str) -> str:
    """The name a file is kept by: no folder, nothing that cannot be printed, and the end of what is too long."""
    plain = "".join(letter for letter in given if letter.isprintable())
    return plain.replace("\\", "/").rpartition("/")[2].strip()[-_LONGEST_FILE_NAME:]


def can_be_attached(name: str, size: int, kind: str) -> Verdict:
    """Whether a file can be attached, of so many bytes and of a kind by its content (core/files), empty if none of those."""
    if not size:
        return refuse(_("빈 파일입니다. 내용이 있는 파일을 고르세요."))
    if size > MOST_BYTES:
        return refuse(
            _("파일이 너무 큽니다. %(most)s MB까지 첨부할 수 있습니다."), most=MOST_BYTES // 1_000_000
        )
    ending = f".{name.rpartition('.')[2].lower()}" if "." in name else ""
    if kind and ending in KINDS[kind].endings:
        return ALLOWED
    if kind and kind != "csv" and any(ending in one.endings for one in KINDS.values()):
        return refuse(
            _("이름은 %(ending)s인데 내용은 %(kind)s입니다. 이름을 내용에 맞게 고쳐 다시 고르세요."),
            ending=ending,
            kind=kind.upper(),
        )
    return refuse(
        _("첨부할 수 없는 파일입니다. 매크로와 암호가 없는 %(kinds)s 파일을 고르세요."), kinds=_KINDS_IN_WORDS
    )


def has_room(files: int) -> Verdict:
    """Whether one more file can be attached in an edition."""
    if files < MOST_FILES:
        return ALLOWED
    return refuse(
        _("한 초안에는 파일을 %(most)s개까지 첨부합니다. 쓰지 않는 것을 지우세요."), most=MOST_FILES
    )


def _are_consulted(kind: PlanKind, basis: Basis, over: Iterable[Consulted]) -> bool:
    """The groups may have been consulted one by one."""
    met = {partner for one in over if kind in one.kinds for partner in one.partners}
    return all(group & met for group in basis.partners)
