"""The open data of a plan year: every data set, said once."""

from goru.pipelines.publishing.datasets import (
    findings,
    focus_tasks,
    frame,
    indicators,
    money,
    own_plans,
    register,
    statements,
)
from goru.pipelines.publishing.datasets.definition import DataSet

DATA_SETS: tuple[DataSet, ...] = (
    own_plans.PLANS,
    own_plans.PLAN_CORE_TASKS,
    own_plans.PLAN_ITEMS,
    frame.STRATEGIES,
    frame.CORE_TASKS,
    frame.ACTION_TASKS,
    frame.ACTION_TASK_MINISTRIES,
    frame.PROJECTS,
    money.BUDGET_LINES,
    money.STATED_TOTALS,
    money.STATED_SHARES,
    indicators.INDICATORS,
    statements.STATEMENTS,
    focus_tasks.FOCUS_TASKS,
    focus_tasks.MILESTONES,
    findings.FINDINGS,
    register.INSTITUTIONS,
    register.INSTITUTION_NAMES,
    register.REGION_CODES,
    register.MUNICIPALITIES,
    register.MEMBERSHIPS,
    register.SUCCESSIONS,
)
