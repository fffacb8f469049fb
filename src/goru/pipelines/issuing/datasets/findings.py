"""What the checks found in the adopted book."""

from __future__ import annotations

from django.db.models import Q

from goru.book.checking.subjects import READ_PROSE
from goru.domain.plans.models import Finding
from goru.pipelines.issuing.datasets import shared
from goru.pipelines.issuing.datasets.definition import Column, DataSet

_PROSE = ", ".join(READ_PROSE)

FINDINGS = DataSet(
    name="findings",
    title_ko="점검 결과",
    title_en="Findings",
    meaning_ko="채택한 계획서에서 점검이 찾은 것. 자료는 인쇄된 그대로 두고 여기에 적는다. 서술 문장 없이 채택한 자료에서는 "
    f"서술 문장에 대한 점검({_PROSE})을 하지 않는다.",
    meaning_en="What the checks found in the adopted book. The data stay as printed; doubts stand here. Checks on prose "
    f"({_PROSE}) are not run on data that were adopted without it.",
    model=Finding,
    cycle="publication__cycle",
    key=("position",),
    order=("position",),
    only=Q(publication__isnull=False),
    columns=(
        shared.year("publication__cycle__year"),
        shared.position("순서.", "Its place."),
        Column("rule", "rule", "규칙", "Rule", "점검 규칙의 코드.", "The code of the rule."),
        Column(
            "severity",
            "severity",
            "심각도",
            "Severity",
            "오류인가 확인이 필요한 것인가.",
            "Whether it is an error or a warning.",
        ),
        Column("category", "category", "분류", "Category", "무엇을 의심하는가.", "What it doubts."),
        Column("subject", "subject", "대상", "Subject", "무엇에 대한 것인가.", "What it is about."),
        Column(
            "expected", "expected", "기댓값", "Expected", "있어야 할 값(JSON).", "What was expected (JSON)."
        ),
        Column("found", "found", "적힌 값", "Found", "인쇄된 값(JSON).", "What is printed (JSON)."),
        Column(
            "difference",
            "difference",
            "차이",
            "Difference",
            "적힌 값에서 기댓값을 뺀 것, 적힌 값의 단위로.",
            "Found less expected, in the unit of what was found.",
        ),
        Column(
            "message", "message", "설명", "Message", "사람이 읽을 설명.", "A sentence for people, in Korean."
        ),
        Column(
            "explanation",
            "explanation",
            "해명",
            "Explanation",
            "확인이 필요한 것은 계획을 쓴 기관의 설명, 해제한 오류는 기획단이 해제한 까닭.",
            "Why it stands: of a warning in the institution's words, of a lifted error the secretariat's reason.",
        ),
        Column(
            "sources", "sources", "자리", "Places", "근거가 인쇄된 자리(JSON).", "Where it is printed (JSON)."
        ),
    ),
)
