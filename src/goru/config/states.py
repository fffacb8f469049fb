"""Prints docs/reference/states.md from the tables of moves: `python -m goru.config.states`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

import django
from django.utils.translation import override

from goru.core.moves import Moves

if TYPE_CHECKING:
    from django.db.models import TextChoices

_HEAD = """# 상태 (States)

상태는 한 칸에 하나이고, 칸마다 옮겨 가는 길이 한 표에 있습니다(`rules`의 표). 표에 없는 길로는 옮길 수 없습니다. 옮기는 이가
`program`이면 작업 프로그램이 옮깁니다. A state is one field with one table of moves; what is not in it is no move.
Who moves is a role, or the program itself.
"""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A field that has a state: what it is called, its states, its moves."""

    name: str
    field: str
    states: type[TextChoices]
    moves: Moves


def procedures() -> tuple[Procedure, ...]:
    """Every field that has a state."""
    plans = import_module("goru.domain.plans.rules")  # only now: they know models
    states = import_module("goru.domain.plans.vocabulary")
    importing = import_module("goru.pipelines.importing.rules")
    words = import_module("goru.pipelines.importing.vocabulary")
    formulation, guideline_words = (
        import_module(f"goru.domain.formulation.{name}") for name in ("rules", "vocabulary")
    )
    meetings, meeting_words = (
        import_module(f"goru.domain.meetings.{name}") for name in ("rules", "vocabulary")
    )
    mail, mail_words = (import_module(f"goru.core.mail.{name}") for name in ("rules", "vocabulary"))
    return (
        Procedure("판 (Edition)", "Edition.state", states.EditionState, plans.EDITION_MOVES),
        Procedure(
            "가져오기: 읽기 (Import: reading)", "Import.reading", words.ReadingState, importing.READING
        ),
        Procedure("가져오기: 결정 (Import: decision)", "Import.decision", words.Decision, importing.DECISION),
        Procedure(
            "가져오기: 공표 자료 (Import: issue)", "Import.issuing", words.IssueState, importing.ISSUING
        ),
        Procedure(
            "수립지침 (Guideline)",
            "Guideline.state",
            guideline_words.GuidelineState,
            formulation.GUIDELINE_MOVES,
        ),
        Procedure(
            "취합: 맡긴 절 (Assignment)",
            "Assignment.state",
            guideline_words.SubmissionState,
            formulation.ASSIGNMENT_MOVES,
        ),
        Procedure("회의 (Meeting)", "Meeting.state", meeting_words.MeetingState, meetings.MEETING_MOVES),
        Procedure("불러온 수정 (Proposal)", "Proposal.state", words.ProposalState, importing.PROPOSAL),
        Procedure("메일 (Mail)", "Mail.state", mail_words.MailState, mail.MOVES),
    )


def page() -> str:
    """The page of all states: a diagram and a table for each field."""
    return _HEAD + "".join(part for one in procedures() for part in _part(one))


def _part(one: Procedure) -> Iterator[str]:
    yield f"\n## {one.name}\n\n`{one.field}`\n\n```mermaid\nstateDiagram-v2\n"
    yield f"    [*] --> {next(iter(one.states)).value}\n"
    for start, end in one.moves:
        yield f"    {start} --> {end}: {one.moves[start, end]}\n"
    yield "```\n\n| 상태 (state) | 한국어 | English | 다음 (next) |\n| --- | --- | --- | --- |\n"
    for state in one.states:
        ahead = [f"`{end}` ({by})" for (start, end), by in one.moves.items() if start == state]
        with override("ko"):
            korean = str(state.label)
        with override("en"):
            english = str(state.label)
        yield f"| `{state.value}` | {korean} | {english} | {', '.join(ahead) or '-'} |\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.settings")
    django.setup()
    sys.stdout.write(page())
