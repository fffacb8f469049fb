"""What one writes in a field of a plan: what it is called, how it is asked for, what of the value its words are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.utils.translation import gettext_lazy

from goru.book.items.typed import NoValue, Wanted, number, period, places, step, whole, words, words_or_none
from goru.domain.finance.vocabulary import Account, FundingSource

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as StrOrPromise

Json = Any


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an item, or of the value itself: what it is called, the kind of its control, what may be chosen.

    `read` makes JSON of what was typed, for a plan's year; NoValue where it is none.
    """

    label: StrOrPromise
    kind: str
    read: Callable[[str, int], Json]
    choices: tuple[tuple[str, StrOrPromise], ...] = ()


def ticked(typed: str, _year: int) -> Json:
    """Whether a box is ticked, as browsers say it."""
    return typed == "on"


_WANTED: Final[Mapping[Wanted, StrOrPromise]] = {
    Wanted.NUMBER: gettext_lazy(
        "숫자로 읽을 수 없습니다: '%(typed)s'. 1,240이나 12.5처럼 숫자만 적어 주세요."
    ),
    Wanted.WHOLE: gettext_lazy("정수로 적어 주세요: '%(typed)s'"),
    Wanted.REGION: gettext_lazy(
        "등록부에 없거나 여러 곳의 이름입니다: '%(typed)s'. '부산광역시 중구'처럼 시·도와 함께, 여럿은 쉼표로 나누어 적어 주세요."
    ),
}


def sentence_of(error: NoValue) -> str:
    """Why what was typed cannot be kept, and what to write."""
    return str(_WANTED[error.wanted]) % {"typed": error.typed}


_GROUPS = (("common", gettext_lazy("공통지표")), ("own", gettext_lazy("자율지표")))

FIELDS: Final[Mapping[str, Field]] = {
    "text": Field(gettext_lazy("문장"), "long", words),
    "step": Field(gettext_lazy("추진 일정"), "line", step),
    "done": Field(gettext_lazy("끝남"), "tick", ticked),
    "strategy": Field(gettext_lazy("추진전략"), "strategy", words),
    "name": Field(gettext_lazy("이름"), "line", words),
    "responsible_unit": Field(gettext_lazy("담당 부서"), "line", words_or_none),
    "regions": Field(gettext_lazy("위치(시·도, 시·군·구)"), "line", places),
    "period": Field(gettext_lazy("사업 기간"), "period", period),
    "money_is_complete": Field(gettext_lazy("사업비를 모두 적었음"), "tick", ticked),
    "fiscal_year": Field(gettext_lazy("회계연도"), "year", whole),
    "funding": Field(gettext_lazy("재원"), "choice", words_or_none, tuple(FundingSource.choices)),
    "account": Field(gettext_lazy("회계"), "choice", words_or_none, tuple(Account.choices)),
    "amount": Field(gettext_lazy("금액"), "number", number),
    "total": Field(gettext_lazy("합계"), "number", number),
    "unit": Field(gettext_lazy("단위"), "unit", words_or_none),
    "block_grant": Field(gettext_lazy("포괄보조"), "tick", ticked),
    "research": Field(gettext_lazy("연구개발(R&D)"), "tick", ticked),
    "is_flagship": Field(gettext_lazy("역점과제"), "tick", ticked),
    "value": Field(gettext_lazy("값"), "figure", words),
    "group": Field(gettext_lazy("구분"), "choice", words_or_none, _GROUPS),
    "actual": Field(gettext_lazy("실적"), "figure", words),
    "target": Field(gettext_lazy("목표"), "figure", words_or_none),
    "change": Field(gettext_lazy("증감"), "figure", words),
    "baseline_year": Field(gettext_lazy("기준연도"), "year", whole),
    "baseline": Field(gettext_lazy("기준"), "figure", words_or_none),
    "target_year": Field(gettext_lazy("목표연도"), "year", whole),
    "projects": Field(gettext_lazy("사업 수"), "number", whole),
}
"""By the name of the field in the value (goru.book.model)."""

LISTS: Final[Mapping[str, tuple[StrOrPromise, StrOrPromise]]] = {
    "vision": (gettext_lazy("비전"), gettext_lazy("비전 쓰기")),
    "strategies": (gettext_lazy("추진전략"), gettext_lazy("추진전략 더하기")),
    "core_tasks": (gettext_lazy("핵심과제"), gettext_lazy("핵심과제 더하기")),
    "items": (gettext_lazy("세부과제"), gettext_lazy("세부과제 더하기")),
    "projects": (gettext_lazy("사업"), gettext_lazy("사업 더하기")),
    "covers": (gettext_lazy("이 금액의 사업"), gettext_lazy("사업 더하기")),
    "money": (gettext_lazy("사업비"), gettext_lazy("사업비 더하기")),
    "steps": (gettext_lazy("추진 일정"), gettext_lazy("단계 더하기")),
    "by_strategy": (gettext_lazy("전략별 금액"), gettext_lazy("전략별 금액 더하기")),
    "rows": (gettext_lazy("국비"), gettext_lazy("금액 더하기")),
    "indicators": (gettext_lazy("성과지표"), gettext_lazy("성과지표 더하기")),
    "goals": (gettext_lazy("목표"), gettext_lazy("목표 더하기")),
    "reforms": (gettext_lazy("제도개선"), gettext_lazy("제도개선 더하기")),
    "performance_management": (gettext_lazy("성과관리계획"), gettext_lazy("문장 더하기")),
    "decentralization": (gettext_lazy("지방분권 시행계획"), gettext_lazy("과제 더하기")),
    "summary": (gettext_lazy("요약"), gettext_lazy("문장 더하기")),
    "key_figures": (gettext_lazy("요약의 지표(KPI)"), gettext_lazy("지표 더하기")),
}
"""What a list is called, and the button that adds to it, by the field it stands in."""
