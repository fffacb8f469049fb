"""Indicators of plans, and the goals of tasks."""

from __future__ import annotations

from goru.domain.indicators.models import Indicator
from goru.pipelines.issuing.datasets import shared
from goru.pipelines.issuing.datasets.definition import Column, DataSet


def _figure(
    name: str, title_ko: str, title_en: str, meaning_ko: str, meaning_en: str
) -> tuple[Column, Column]:
    """A value as printed, and its number beside it."""
    return (
        Column(
            f"{name}_printed",
            f"{name}_printed",
            f"{title_ko}(인쇄)",
            f"{title_en} as printed",
            meaning_ko,
            meaning_en,
        ),
        Column(
            *(name, name, title_ko, title_en),
            "그 수. 인쇄된 것이 수가 아니면 빔. 단위는 unit 열.",
            "Its number; empty where the print is no number. Its unit stands beside it.",
        ),
    )


INDICATORS = DataSet(
    name="indicators",
    title_ko="성과지표",
    title_en="Indicators",
    meaning_ko="시·도와 초광역권 계획의 성과지표, 핵심과제와 실천과제의 목표지표.",
    meaning_en="The indicators of provinces' and megaregions' plans, and the goals of core and action tasks.",
    model=Indicator,
    cycle="cycle",
    key=("institution", "core_task", "action_task", "position"),
    order=(
        "plan__position",
        "core_task__strategy__position",
        "core_task__position",
        "action_task__position",
        "position",
    ),
    columns=(
        shared.year("cycle__year"),
        Column("kind", "kind", "지표 구분", "Kind", "어디에 있는 지표인가.", "Where the indicator stands."),
        shared.institution("plan__institution"),
        shared.institution_name("plan__institution"),
        Column(
            *("core_task", "core_task__code", "핵심과제", "Core task"),
            "핵심과제의 목표이면 그 번호.",
            "The code of the core task whose goal it is.",
            refers_to=("core-tasks", "code"),
        ),
        shared.action_task("action_task"),
        shared.position("계획 또는 과제 안의 순서.", "Its place in the plan or the task."),
        Column(
            *("strategy_wording", "strategy_wording", "전략(계획서의 말)", "Strategy as worded"),
            "지표가 놓인 전략을 계획서가 쓴 말.",
            "The strategy it stands under, as the plan words it.",
        ),
        Column("name", "name", "지표", "Indicator", "지표의 이름, 인쇄된 그대로.", "Its name as printed."),
        Column("unit", "unit", "단위", "Unit", "지표의 단위.", "Its unit."),
        Column(
            *("baseline_year", "baseline_year", "실적 연도", "Year of the actual"),
            "실적의 연도.",
            "The year of the actual value.",
            unit="년",
        ),
        *_figure("baseline", "실적", "Actual", "지난해 실적, 인쇄된 그대로.", "The actual value as printed."),
        Column(
            *("target_year", "target_year", "목표 연도", "Year of the target"),
            "목표의 연도.",
            "The year of the target.",
            unit="년",
        ),
        *_figure("target", "목표", "Target", "목표, 인쇄된 그대로.", "The target as printed."),
        *_figure(
            "change", "증감", "Change", "실적에서 목표까지의 증감, 인쇄된 그대로.", "The change as printed."
        ),
        *shared.PLACE,
    ),
)
