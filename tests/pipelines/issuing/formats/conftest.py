from datetime import date

import pytest

from goru.domain.plans.models import Milestone
from goru.pipelines.issuing.datasets.definition import Column, DataSet
from goru.pipelines.issuing.formats.table import Table


@pytest.fixture
def table() -> Table:
    """Steps with what trips careless programs: a formula, quotes, a line break, an open date."""
    columns = (
        Column("text", "text", "일", "Step", "무슨 일인가.", "What happens."),
        Column("position", "position", "순서", "Place", "순서.", "Its place."),
        Column("start_date", "start_date", "시작", "Start", "첫날.", "The first day."),
        Column("is_done", "is_done", "끝남", "Done", "끝났나.", "Whether it is done."),
        Column("precision", "precision", "정밀도", "Precision", "날짜의 단위.", "How fine."),
    )
    steps = DataSet("steps", "일정", "Steps", "일정.", "Steps.", Milestone, "", ("position",), (), columns)
    rows = (
        ('=1+1, "둘"', 1, date(2024, 3, 31), True, "day"),
        ("특구\n지정", 2, None, False, "year"),
    )
    return Table(steps, rows)
