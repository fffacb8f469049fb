from __future__ import annotations

from goru.domain.finance.actions.lines import lines_of_plans, lines_of_projects, lines_of_tasks
from goru.domain.finance.actions.totals import stated_shares, stated_totals
from goru.domain.finance.models import BudgetLine, StatedShare, StatedTotal
from goru.domain.plans.actions.rows import Rows, keep, keep_links

_OF_TOTAL = ("basis", "funding", "fiscal_year", "phase", "plan", "strategy", "action_task")


def write_money(rows: Rows) -> None:
    """Keep the money of what is published: lines, stated totals, stated shares; plans and the frame come first."""
    tasks = list(lines_of_tasks(rows))
    keep(rows, BudgetLine, [*lines_of_plans(rows), *(line for line, _ in tasks), *lines_of_projects(rows)])
    links = [
        BudgetLine.projects.through(budgetline_id=line.pk, project_id=rows.projects[project].pk)
        for line, projects in tasks
        for project in projects
    ]
    keep_links(rows, BudgetLine.projects.through, links, key=("budgetline", "project"))
    keep(rows, StatedTotal, stated_totals(rows), key=_OF_TOTAL)
    keep(rows, StatedShare, stated_shares(rows), key=("kind", "funding", "strategy"))
