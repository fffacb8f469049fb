"""Lines between two items: the rest of one, or new cells."""

from goru.book.parsing.columns import Between, Columns, Split
from goru.book.parsing.words import Words

GAPS = [
    Between(
        None, ("주력산업의", "고도화 및", "첨단 신산업", "육성", "산업성장 주도형 미래", "모빌리티 산업 육성")
    ),
    Between("§ 친환경 연료공급 기자재 및 통합 제어 플랫폼 구축", ()),
    Between("§ 조선업 미래인재 양성 및 밀집지역 생산현장 채용 연계", ()),
    Between("§ 지역별 전기가격 결정체계의 합리적인 설계와 정착을 위한", ("지자체 협력",)),
    Between(
        "§ 부울경 수소배관망 구축 사업의 타당성 조사", ("부울경 시·도민의 보편적", "건강권 및 안전권 보장")
    ),
    Between("§ 농산물 안전성 검사체계 구축을 위한 실무협의회 개최", ()),
]


def columns() -> Columns:
    return Columns(GAPS, 27.8, Words(line for gap in GAPS for line in (gap.above or "", *gap.lines)))


def test_the_first_lines_are_a_strategy_and_a_core_task_by_their_widths() -> None:
    assert columns().split(GAPS[0]) == Split(0, 4, 2)


def test_a_line_goes_on_that_had_no_room_for_the_next_word() -> None:
    assert columns().split(GAPS[3]) == Split(1, 0, 0)


def test_a_line_that_had_room_for_the_next_word_ended_its_item() -> None:
    assert columns().split(GAPS[4]) == Split(0, 0, 2)


def test_a_cell_beside_the_next_item_is_no_rest() -> None:
    gap = Between(
        "§ 지역별 전기가격 결정체계의 합리적인 설계와 정착을 위한", ("지자체 협력",), ends_in_cell=True
    )

    assert columns().split(gap) == Split(0, 0, 1)
