import pytest

from goru.book.reading.empty_cells import without_value


def missing(*rows: str) -> set[tuple[int, int]]:
    """The cells that say `-`, of rows whose cells are parted by bars."""
    return without_value(
        {
            (number, column): text.strip()
            for number, row in enumerate(rows)
            for column, text in enumerate(row.split("|"))
        }
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["총액|자치|교육|성장", "20,411||182|8,500"], {(1, 1)}),
        (["지표|단위|실적|목표|증감", "특례 수|건|67|67|"], {(1, 4)}),
        (["지표|단위|실적|목표|증감", "특별법 제정|식|전략수립|제정|"], {(1, 4)}),
        (["부처|국비(억원)|사업명", "행안부||교통안전", "합 계||1개 사업"], {(1, 1), (2, 1)}),
        (["전략|총액", "(산업)|1,495", "(제도)|", "2,802"], {(2, 1)}),
        (["건수|10||30"], {(0, 2)}),
        (["지표|단위|실적|목표|증감", "공통지표||||", "일자리|명|1|2|1"], set()),
        (["부처|목표|개선", "국토부||조사", "산업부||점검"], {(1, 1), (2, 1)}),
        (["가||나", "다||라"], set()),
        (["가|나", "다|라"], set()),
        (["", ""], set()),
    ],
    ids=["row", "change", "words", "head", "two columns", "no head", "heading", "goals", "words alone", "full", "nothing"],
)  # fmt: skip
def test_an_empty_cell_among_figures_says_that_there_is_none(
    rows: list[str], expected: set[tuple[int, int]]
) -> None:
    assert missing(*rows) == expected
