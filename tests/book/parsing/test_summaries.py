"""The overview (개관) of a part of the book."""

from goru.book.parsing.summaries import overview
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


def test_footnotes_are_no_part_of_an_overview_or_its_title() -> None:
    lines = [Line(text, number) for number, text in enumerate(PRINT.splitlines(), start=1)]

    found = overview(lines, "province", Words(PRINT.splitlines()))

    assert found is not None
    assert found.title == "2031년 추진 목표 및 전략"
    assert [(sheet.source.first_line, sheet.source.last_line) for sheet in found.sheets] == [(3, 6), (8, 11)]
    assert [sheet.strategies[0].text for sheet in found.sheets] == ["걷기 좋은 강변", "항구의 새 일자리"]
