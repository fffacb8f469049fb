"""How pages name the parts of a book, whose own names are those of `goru schema book`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language, gettext_lazy

from goru.book.checking.sentences import shown
from goru.book.paths import Path
from goru.domain.plans.vocabulary import ItemKind

register = template.Library()
_NAMES = {
    "plans": "",
    "sheets": "",
    "headline": gettext_lazy("총 재정투입"),
    "shares": gettext_lazy("구성비"),
    "growth": gettext_lazy("증감률"),
    "strategy_shares": gettext_lazy("전략별 비중"),
    "strategies": gettext_lazy("전략"),
    "strategy": gettext_lazy("전략"),
    "strategy_totals": gettext_lazy("전략별 합계"),
    "grand_total": gettext_lazy("총계"),
    "sectoral_core_tasks": gettext_lazy("핵심과제"),
    "core_tasks": gettext_lazy("핵심과제"),
    "core_task": gettext_lazy("핵심과제"),
    "core_task_name": gettext_lazy("핵심과제"),
    "action_tasks": gettext_lazy("실천과제"),
    "focus_tasks": gettext_lazy("중점 이행과제"),
    "subtasks": gettext_lazy("세부 추진과제"),
    "milestones": gettext_lazy("일정"),
    "zones": gettext_lazy("4대 특구"),
    "tasks": gettext_lazy("10대 과제"),
    "summaries": gettext_lazy("개관과 요약"),
    "items": gettext_lazy("세부과제"),
    "institution": gettext_lazy("기관"),
    "full_name": gettext_lazy("정식 명칭"),
    "kind": gettext_lazy("구분"),
    "provincial": gettext_lazy("시·도"),
    "megaregional": gettext_lazy("초광역권"),
    "ministry": gettext_lazy("부처"),
    "ministries": gettext_lazy("부처"),
    "heading_ministries": gettext_lazy("부처"),
    "provinces": gettext_lazy("시·도"),
    "budget": gettext_lazy("재정투입"),
    "budget_rows": gettext_lazy("재정투입"),
    "budget_total": gettext_lazy("합계"),
    "task_total": gettext_lazy("합계"),
    "total": gettext_lazy("총액"),
    "national": gettext_lazy("국비"),
    "national_budget": gettext_lazy("국비"),
    "local": gettext_lazy("지방비"),
    "private": gettext_lazy("민자"),
    "by_strategy": gettext_lazy("전략별"),
    "by_funding": gettext_lazy("재원별"),
    "combined": gettext_lazy("총액"),
    "amount": gettext_lazy("금액"),
    "percent": gettext_lazy("비율"),
    "unit": gettext_lazy("단위"),
    "projects": gettext_lazy("사업 수"),
    "project_names": gettext_lazy("사업"),
    "name": gettext_lazy("이름"),
    "heading": gettext_lazy("제목"),
    "title": gettext_lazy("제목"),
    "text": gettext_lazy("글"),
    "printed": gettext_lazy("적힌 말"),
    "vision": gettext_lazy("비전"),
    "aims": gettext_lazy("추진방향"),
    "performance_management": gettext_lazy("성과관리계획"),
    "decentralization": gettext_lazy("지방분권 시행계획"),
    "summary": gettext_lazy("요약"),
    "is_flagship": gettext_lazy("역점과제"),
    "value": gettext_lazy("값"),
    "indicators": gettext_lazy("성과지표"),
    "group": gettext_lazy("구분"),
    "actual": gettext_lazy("실적"),
    "baseline": gettext_lazy("실적"),
    "baseline_year": gettext_lazy("실적 연도"),
    "target": gettext_lazy("목표"),
    "target_year": gettext_lazy("목표 연도"),
    "change": gettext_lazy("증감"),
    "goals": gettext_lazy("목표"),
    "reforms": gettext_lazy("제도개선"),
    "start": gettext_lazy("시작"),
    "end": gettext_lazy("끝"),
    "precision": gettext_lazy("날짜의 단위"),
    "done": gettext_lazy("완료"),
    "year": gettext_lazy("연도"),
    "key_figures": gettext_lazy("대표 수치"),
    "decided": gettext_lazy("의결한 날"),
    "page_numbers": gettext_lazy("쪽번호"),
    "page_numbers_source": gettext_lazy("쪽번호의 자리"),
    "body_source": gettext_lazy("본문의 자리"),
    "reconciled_source": gettext_lazy("총액 산정 설명의 자리"),
    "national_source": gettext_lazy("국비 산정 설명의 자리"),
    "ministries_source": gettext_lazy("부처 비중의 자리"),
    "provinces_source": gettext_lazy("시·도 비중의 자리"),
}
"""The others are the plan's own names."""


@register.filter
def path_in_words(path: str) -> str:
    """Where something stands in a book: `plans/서울/budget/total` as 서울 › 재정투입 › 총액."""
    steps = Path.parse(path).steps
    words = (_name(step) for step in steps if not (step.isdecimal() and len(step) < 4))  # years stay
    return " › ".join(word.replace("∕", "/") for word in words if word)


@register.filter
def in_words(value: Any) -> str:
    """A part of a book for reading: its text or name, else its fields; figures grouped by thousands."""
    if isinstance(value, Mapping):
        words = value.get("text") or value.get("name")
        return words or " · ".join(
            f"{_name(name)} {in_words(part)}"
            for name, part in value.items()
            if part and not name.endswith("source")
        )
    if isinstance(value, list):
        return ", ".join(map(in_words, value))
    return shown(value, "en" if get_language() == "en" else "ko")


@register.filter
def kind(word: str) -> str:
    """What an item is, in words."""
    return str(ItemKind(str(word)).label)


def _name(own: str) -> str:
    return str(_NAMES.get(own, own))
