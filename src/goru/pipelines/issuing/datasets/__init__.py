"""The open data of a plan year: every data set, said once."""

import hashlib
from functools import cache

from goru.pipelines.issuing.datasets import (
    cases,
    findings,
    focus_tasks,
    frame,
    indicators,
    institutions,
    money,
    own_plans,
    statements,
)
from goru.pipelines.issuing.datasets.definition import DataSet

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
    institutions.INSTITUTIONS,
    institutions.INSTITUTION_NAMES,
    institutions.REGION_CODES,
    institutions.MUNICIPALITIES,
    institutions.MEMBERSHIPS,
    institutions.SUCCESSIONS,
)

CASE_SETS = cases.CASE_SETS
"""What says the public cases of registers: of no plan year, and in no issue, for they change from day to day."""


@cache
def definitions() -> str:
    """What the definitions of all data sets come to, as a digest: another where one of them says something else."""
    said = [
        [one.name, one.meaning_ko, one.cycle, str(one.only), one.key, one.order]
        + [[column.name, column.path, column.meaning_ko, column.unit] for column in one.columns]
        for one in DATA_SETS
    ]
    return hashlib.sha256(str(said).encode()).hexdigest()[:8]
