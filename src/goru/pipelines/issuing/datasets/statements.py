"""Short statements: visions, strategies, cells of tables of goals and reforms. Never prose."""

from __future__ import annotations

from django.db.models import Q

from goru.domain.plans.models import Statement
from goru.domain.plans.vocabulary import StatementKind
from goru.pipelines.issuing.datasets import shared
from goru.pipelines.issuing.datasets.definition import Column, DataSet

_OPEN = (StatementKind.VISION, StatementKind.STRATEGY, StatementKind.GOAL, StatementKind.REFORM)

STATEMENTS = DataSet(
    name="statements",
    title_ko="비전·전략·목표",
    title_en="Visions, strategies, goals",
    meaning_ko="계획의 비전과 추진전략, 실천과제 표의 목표와 제도개선.",
    meaning_en="Visions and strategies of plans; goals and reforms in the tables of action tasks.",
    model=Statement,
    cycle="cycle",
    key=("kind", "institution", "action_task", "position"),
    order=("kind", "plan__position", "action_task__position", "position"),
    columns=(
        shared.year("cycle__year"),
        Column("kind", "kind", "구분", "Kind", "무엇을 말한 것인가.", "What it says."),
        shared.institution("plan__institution"),
        shared.institution_name("plan__institution"),
        shared.action_task("action_task"),
        shared.position("순서.", "Its place."),
        Column("text", "text", "내용", "Text", "인쇄된 말.", "The printed words."),
        *shared.PLACE,
    ),
    only=Q(kind__in=_OPEN),
)
