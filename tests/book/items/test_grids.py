"""The money of a project as a grid."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from goru.book.items.grids import ASKED, grid_of, id_of_line, place_of_line, rows_in_order
from goru.book.model import MoneyLine, Project


def line(amount: int | None, funding: str | None, year: int = 2025, **said: Any) -> MoneyLine:
    given = {"amount": amount, "funding": funding, "fiscal_year": year, "unit": "백만원", **said}
    return MoneyLine.model_validate(given)


PROJECT = Project(
    item_id=UUID(int=1),
    name="숲",
    money=[
        line(600, "national"),
        line(190, "private"),
        line(5, "national", 2026, account="fund", unit="억원"),
        line(300, "provincial"),
        line(7, "national", account="fund"),
        line(None, "municipal"),
    ],
)


def test_lines_of_a_year_and_account_are_a_row_with_sums_in_one_unit() -> None:
    grid = grid_of(PROJECT, unit="백만원", columns=ASKED)

    assert [(row.common["fiscal_year"], row.common["account"], row.total) for row in grid.rows] == [
        (2025, None, 1090),
        (2025, "fund", 7),
        (2026, "fund", 5),
    ]
    assert list(grid.columns) == ["national", "provincial", "municipal", "private"]
    assert (grid.sum_of("national"), grid.sum_of("municipal"), grid.total) == (1107, None, 1597)
    assert grid.sum_of_year(2025, unit="억원") == Decimal("10.97")


def test_a_stated_sum_is_no_part_of_what_is_added_up() -> None:
    both = grid_of(PROJECT.model_copy(update={"money": [line(3, "national"), line(4, "combined")]}))
    alone = grid_of(PROJECT.model_copy(update={"money": [line(4, None)]}))

    assert (both.rows[0].total, both.rows[0].stated, both.total) == (3, 4, 3)
    assert (alone.rows[0].total, alone.rows[0].stated) == (4, None)


def test_rows_as_they_are_printed_give_the_lines_in_their_order() -> None:
    rows = rows_in_order(PROJECT.money)

    assert [one for row in rows for one in row.lines.values()] == PROJECT.money


def test_the_line_of_a_cell_has_the_same_id_whoever_fills_it_and_stands_in_its_row() -> None:
    row = grid_of(PROJECT).rows[0]
    id_ = id_of_line(UUID(int=1), row.common, "local", set())

    assert id_ == id_of_line(UUID(int=1), dict(row.common), "local", set())
    assert id_ != id_of_line(UUID(int=1), row.common, "local", {id_})
    assert place_of_line(PROJECT, row, "local") == 1
