"""Names of projects in a cell that print wrapped."""

from goru.book.parsing.project_names import project_names
from goru.book.parsing.words import Words

NO_BOOK = Words([])


def test_names_with_commas_are_wrapped_where_the_cell_names_only_some() -> None:
    lines = ["디지털 자동차부품", "혁신센터 구축, 한방", "엑스포"]

    assert project_names(lines, None, NO_BOOK) == [
        "디지털 자동차부품 혁신센터 구축",
        "한방 엑스포",
    ]


def test_a_line_that_did_not_fill_its_column_ends_a_name_where_the_cell_names_all() -> None:
    lines = [
        "찾아가는 복지팀 확충",
        "사각지대 발굴, 특별구역 운영",
        "마을돌봄, 독거노인 안전서비스, 장사시설",
    ]

    assert project_names(lines, 6, NO_BOOK) == [
        "찾아가는 복지팀 확충",
        "사각지대 발굴",
        "특별구역 운영",
        "마을돌봄",
        "독거노인 안전서비스",
        "장사시설",
    ]


def test_an_account_in_brackets_touches_its_name_after_a_lines_end() -> None:
    lines = ["마을돌봄, 독거노인 안전서비스, 어린이집 기능보강", "(자율,제주), 장사시설"]

    assert project_names(lines, None, NO_BOOK) == [
        "마을돌봄",
        "독거노인 안전서비스",
        "어린이집 기능보강(자율,제주)",
        "장사시설",
    ]
