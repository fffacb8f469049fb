import pytest

from goru.book.reading.rulings import Ruling, tables_of


def ruled(*heights: float) -> list[Ruling]:
    return [Ruling(at, 10, 200) for at in heights]


def upright(*reaches: tuple[float, float], at: float = 80) -> list[Ruling]:
    return [Ruling(at, bottom, top) for bottom, top in reaches]


@pytest.mark.parametrize(
    ("sides", "gap", "tables"),
    [
        pytest.param((), 15, 1, id="a row of one cell"),
        pytest.param((), 40, 2, id="a paragraph between two tables"),
        pytest.param((10, 200), 15, 2, id="two tables closed at their sides"),
    ],
)
def test_a_row_in_which_nothing_is_drawn_down_is_its_tables_where_that_is_open_at_the_sides(
    sides: tuple[float, ...], gap: float, tables: int
) -> None:
    rows = ruled(0, 15, 30, 30 + gap, 45 + gap, 60 + gap)
    parts = (0.0, 30.0), (30 + gap, 60 + gap)
    columns = [one for at in (80, *sides) for one in upright(*parts, at=at)]

    found = tables_of((rows, columns))

    assert len(found) == tables
    assert (found[0].cell_at(20, 37) is not None) == (tables == 1)
