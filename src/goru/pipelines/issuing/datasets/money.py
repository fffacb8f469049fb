"""Money: the lines of plans and tasks, the totals and percentages that the book states."""

from __future__ import annotations

from goru.domain.finance.models import BudgetLine, StatedShare, StatedTotal
from goru.pipelines.issuing.datasets import shared
from goru.pipelines.issuing.datasets.definition import Column, DataSet

_INSTITUTION = Column(
    *("institution", "plan__institution__key", "계획의 기관", "Institution of the plan"),
    "어느 기관의 계획인가. 시행계획을 낼 의무가 없는 부처의 기여분도 그 부처의 것이다.",
    "Whose plan it is in; also that of a ministry that owes no plan and contributes money.",
    fiscal="administrative-classification:generic:level1:code",
    refers_to=("institutions", "key"),
)
_INSTITUTION_NAME = Column(
    *("institution_name", "plan__institution__short_name", "기관 이름", "Institution's name"),
    "계획서가 쓰는 짧은 이름.",
    "The short name that plan books use.",
    fiscal="administrative-classification:generic:level1:label",
)
_STRATEGY = Column(
    *("strategy", "strategy__code", "전략", "Strategy", "전략의 번호.", "The code of the national strategy."),
    fiscal="activity:generic:program:code",
    refers_to=("strategies", "code"),
)
_STRATEGY_NAME = Column(
    *(
        "strategy_name",
        "strategy__name",
        "전략 이름",
        "Strategy's name",
        "전략의 이름.",
        "The strategy's name.",
    ),
    fiscal="activity:generic:program:label",
)
_TASK = Column(
    *("action_task", "action_task__code", "실천과제", "Action task"),
    "실천과제의 번호. 시·도와 초광역권의 재정이면 빔.",
    "The code of the action task; empty for provinces' and megaregions' money.",
    fiscal="activity:generic:subprogram:code",
    refers_to=("action-tasks", "code"),
)
_TASK_NAME = Column(
    *("action_task_name", "action_task__name", "실천과제 이름", "Action task's name"),
    "실천과제의 이름.",
    "The action task's name.",
    fiscal="activity:generic:subprogram:label",
)
_SOURCE = Column(
    *("source", "funding", "재원", "Source of money"),
    "누가 내는 돈인가. 표가 셋을 합쳐 인쇄했으면 합계.",
    "Who pays; combined where the table prints one amount for all.",
    fiscal="fin-source:generic:level1:code",
)
_AMOUNT = (
    Column(
        *("fiscal_year", "fiscal_year", "회계 연도", "Fiscal year", "재정의 연도.", "The year of the money."),
        unit="년",
        fiscal="date:fiscal-year",
    ),
    Column(
        *(
            "phase",
            "phase",
            "예산 단계",
            "Phase",
            "계획, 확정, 집행 가운데 어느 것인가.",
            "How far the money has come.",
        ),
        fiscal="phase:id",
    ),
    _SOURCE,
    Column(
        *("won", "won", "금액", "Amount"),
        "원 단위 금액. `-`로 인쇄되었으면 빔.",
        "The amount in won; empty where `-` is printed.",
        unit="원",
        fiscal="value",
    ),
    Column("unit", "unit", "인쇄 단위", "Printed unit", "표의 단위.", "The unit of the table."),
    Column(
        *("precision", "precision", "인쇄 정밀도", "Printed precision"),
        "인쇄된 끝자리 하나가 뜻하는 금액. 이보다 잘게는 알 수 없다.",
        "What one of the last printed digit means; nothing finer is known.",
        unit="원",
    ),
    Column(
        *("projects_printed", "projects_printed", "사업 수(인쇄)", "Projects as printed"),
        "그 금액 옆에 인쇄된 사업 수.",
        "The count of projects printed beside the amount.",
        unit="개",
    ),
)

BUDGET_LINES = DataSet(
    name="budget-lines",
    title_ko="재정투입",
    title_en="Budget lines",
    meaning_ko="더해지는 줄: 시·도와 초광역권이 전략마다, 부처가 실천과제마다 쓰는 돈. "
    "더한 값은 계획서의 총액이 아니며, 계획서는 그 차이를 설명하지 않는다.",
    meaning_en="The addends: what provinces and megaregions spend on strategies, ministries on action tasks. "
    "Their sum is not the headline of the book, and the book does not explain the difference.",
    model=BudgetLine,
    cycle="cycle",
    key=("institution", "action_task", "position"),
    order=("plan__position", "action_task__position", "position"),
    columns=(
        shared.year("cycle__year"),
        *(_INSTITUTION, _INSTITUTION_NAME, _STRATEGY, _STRATEGY_NAME, _TASK, _TASK_NAME),
        shared.position("계획 또는 실천과제 안의 순서.", "Its place in the plan or the action task."),
        Column(
            *("wording", "wording", "인쇄된 이름", "As worded"),
            "표에 인쇄된 전략 또는 부처의 이름.",
            "The strategy or the ministry as the table words it.",
        ),
        shared.institution("ministry", name="ministry", title=("부처", "Ministry")),
        *_AMOUNT,
        *shared.PLACE,
    ),
)

STATED_TOTALS = DataSet(
    name="stated-totals",
    title_ko="합계(인쇄)",
    title_en="Totals as stated",
    meaning_ko="계획서가 적은 합계. 더한 값과 다르더라도 인쇄된 그대로다.",
    meaning_en="Totals as the book states them, whether or not their addends agree.",
    model=StatedTotal,
    cycle="cycle",
    key=("basis", "fiscal_year", "source", "institution", "strategy", "action_task"),
    order=(
        "basis",
        "-fiscal_year",
        "funding",
        "plan__position",
        "strategy__position",
        "action_task__position",
    ),
    columns=(
        shared.year("cycle__year"),
        Column(
            "basis",
            "basis",
            "집계 기준",
            "Basis",
            "누가 무엇을 더한 것인가.",
            "Whose tally it is, and over what.",
        ),
        *(_INSTITUTION, _INSTITUTION_NAME, _STRATEGY, _STRATEGY_NAME, _TASK, _TASK_NAME),
        *_AMOUNT,
        *shared.PLACE,
    ),
)

STATED_SHARES = DataSet(
    name="stated-shares",
    title_ko="비중(인쇄)",
    title_en="Shares as stated",
    meaning_ko="계획서가 적은 백분율.",
    meaning_en="Percentages as the book states them.",
    model=StatedShare,
    cycle="cycle",
    key=("kind", "source", "strategy"),
    order=("kind", "funding", "strategy__position"),
    columns=(
        shared.year("cycle__year"),
        Column("kind", "kind", "비중 구분", "Kind", "무엇의 비중인가.", "What the percentage says."),
        _SOURCE,
        _STRATEGY,
        Column(
            "percent",
            "percent",
            "비중",
            "Percentage",
            "인쇄된 백분율.",
            "The percentage as printed.",
            unit="%",
        ),
        *shared.PLACE,
    ),
)
