"""What pages ask of money. A stated total and the computed one stand side by side; neither replaces the other."""

from goru.domain.finance.queries.bridge import BridgeStep, bridge_of
from goru.domain.finance.queries.nation import (
    KindMoney,
    Nation,
    StrategyMoney,
    YearMoney,
    nation_at_a_glance,
)
from goru.domain.finance.queries.plans import (
    ComparedMoney,
    PlansOfKind,
    Tally,
    compared,
    lines_on,
    money_of_plan,
    money_of_task,
    plan_totals_of,
    plans_by_kind,
    shares_of,
    task_totals_of,
    totals_or_sums_of,
    won_of,
)

__all__ = [
    "BridgeStep",
    "ComparedMoney",
    "KindMoney",
    "Nation",
    "PlansOfKind",
    "StrategyMoney",
    "Tally",
    "YearMoney",
    "bridge_of",
    "compared",
    "lines_on",
    "money_of_plan",
    "money_of_task",
    "nation_at_a_glance",
    "plan_totals_of",
    "plans_by_kind",
    "shares_of",
    "task_totals_of",
    "totals_or_sums_of",
    "won_of",
]
