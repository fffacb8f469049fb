"""The small book in other words."""

from tests.conftest import SMALL_BOOK

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read_content

FUNDED = (
    ("1,200 450 750", "합계 1,200 450 750\n국비 600 200 400\n지방비 500 200 300\n민자 100 50 50"),
    (
        "전  략 총  액\n( 억 원 )\n두 지역을 잇는 교통망 확충 220\n300\n두 지역 기업의 공동 연구 확대 80",
        "전략 총액 국비 지방비\n(억원)\n두 지역을 잇는 교통망 확충 220 100 120\n두 지역 기업의 공동 연구 확대 80 80 -\n"
        "합계 300 180 120",
    ),
    (
        "소관부처 ’25년 국비(억원) 사업명\n산업부 900 공동장비 센터 구축 등 3개 사업\n"
        "중기부 350 지역기업 연구인력 채용 지원\n 합 계 1,250 4개 사업",
        "소관부처 총액 국비 지방비 민자 사업명\n(억원)\n산업부 930 900 10 20 공동장비 센터 구축 등 3개 사업\n"
        "중기부 350 350 - - 지역기업 연구인력 채용 지원\n 합 계 1,280 1,250 10 20 4개 사업",
    ),
)
"""The tables of money of a province, a megaregion and an action task, with their sources."""


def respelt(*changes: tuple[str, str]) -> PlanBook:
    """The small book with other texts in the place of some of its own."""
    text = SMALL_BOOK.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return parse(read_content(text.encode(), "x.txt"))
