"""National strategies: the summary table's wording and the body's."""

from pathlib import Path

import pytest
from tests.sources import printed

from goru.book.checking.rulebook import check
from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read

SMALL_BOOK = Path(__file__).parents[2] / "data" / "small-book.txt"


def test_a_strategy_has_its_name_of_the_summary_table_and_its_heading_of_the_body() -> None:
    first, second = parse(read(SMALL_BOOK)).strategies

    assert (first.id, first.name, first.heading) == (
        "Ⅰ",
        "스스로 정하는 튼튼한 자치",
        "스스로 정하는 튼튼한 자치",
    )
    assert (second.id, second.name, printed(second.source).first_line) == (
        "Ⅱ",
        "일터가 늘어나는 새로운 성장",
        144,
    )


def test_a_strategy_that_the_body_words_otherwise_is_found(tmp_path: Path) -> None:
    path = tmp_path / "book.txt"
    text = SMALL_BOOK.read_text(encoding="utf-8")
    path.write_text(text.replace("전략Ⅱ  일터가 늘어나는", "전략Ⅱ  일터가 넓어지는"), encoding="utf-8")

    finding = next(one for one in check(parse(read(path))) if one.subject == "strategies/Ⅱ/name")

    assert (finding.rule, finding.severity) == ("summary-table", "warning")
    assert finding.expected == "일터가 넓어지는 새로운 성장"


@pytest.mark.book
def test_the_real_book_words_the_second_strategy_in_two_ways(real_book: PlanBook) -> None:
    found = [one.subject for one in check(real_book) if one.subject.startswith("strategies/")]

    assert found == ["strategies/Ⅱ/name"]
