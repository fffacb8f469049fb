"""The parts that repeat others: the overview (개관), the sheets (참고 2)."""

from tests.sources import printed

from goru.book.model import SummarySheet
from goru.book.parsing.summaries import overview, sheets
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line

PRINT = """【 2031년 추진 목표 및 전략 】
※ 세부 사항은 협의하여 정함
서울
목표 고르게 자라는 서울
전략
◈ 걷기 좋은 강변
※ 사정에 따라 바뀔 수 있음
부산
목표 바다로 열린 부산
전략
◈ 항구의 새 일자리"""


def span_of(sheet: SummarySheet) -> tuple[int, int]:
    place = printed(sheet.source)
    return place.first_line, place.last_line


def test_footnotes_are_no_part_of_an_overview_or_its_title() -> None:
    lines = [Line(text, number) for number, text in enumerate(PRINT.splitlines(), start=1)]

    found = overview(lines, "province", Words(PRINT.splitlines()))

    assert found is not None
    assert found.title == "2031년 추진 목표 및 전략"
    assert [span_of(sheet) for sheet in found.sheets] == [(3, 6), (8, 11)]
    assert [sheet.strategies[0].text for sheet in found.sheets] == ["걷기 좋은 강변", "항구의 새 일자리"]


SHEET = """참고 2 요약
서울특별시 고르게 자라는 서울
□ 2031년 추진전략
◈ 걷기 좋은 강변
□ 핵심과제별 중점 추진계획
전략 주요 세부과제
물길을
살리는 도시
§ (강변 정비) 산책로와
쉼터 조성
나무를
심는 도시
§ (숲길 조성) 학교 옆 숲길"""


def test_a_strategys_cell_after_an_item_is_no_part_of_it() -> None:
    lines = [Line(text, number) for number, text in enumerate(SHEET.splitlines(), start=1)]
    strategies = {"서울": {"물길을살리는도시": "물길을 살리는 도시", "나무를심는도시": "나무를 심는 도시"}}

    summary, _ = sheets(lines, "province", Words(SHEET.splitlines()), [], strategies)

    assert summary is not None
    assert [(item.text, printed(item.source).last_line) for item in summary.sheets[0].core_tasks] == [
        ("(강변 정비) 산책로와 쉼터 조성", 10),
        ("(숲길 조성) 학교 옆 숲길", 13),
    ]
