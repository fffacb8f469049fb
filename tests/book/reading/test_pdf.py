from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import typst
from tests.sources import printed as printed_at

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Lines

Reading = Callable[[bytes], Lines]
SMALL_BOOK = Path(__file__).parents[2] / "data" / "small-book.txt"


def test_lines_count_within_their_page(read_bytes: Reading) -> None:
    lines = read_bytes(typst.compile(b"One\\ Two\n#pagebreak()\n#pagebreak()\nThree"))

    assert [(line.text, line.page, line.number) for line in lines] == [
        ("One", 1, 1),
        ("Two", 1, 2),
        ("Three", 3, 1),
    ]


def test_korean_text_is_read_as_it_is_printed(read_bytes: Reading, make: SimpleNamespace) -> None:
    lines = read_bytes(make.pdf(["‘24년 2.5조원→’25년 3.0조원", " ㅇ 시‧도 계획 "]))

    assert [line.text for line in lines] == ["'24년 2.5조원→'25년 3.0조원", "ㅇ 시·도 계획"]


def test_a_hyphen_at_the_end_of_a_line_stays_there(read_bytes: Reading, make: SimpleNamespace) -> None:
    lines = read_bytes(make.pdf(["연구기관-", "수요기관 공동개발"]))

    assert [line.text for line in lines] == ["연구기관-", "수요기관 공동개발"]


def test_a_book_printed_as_pdf_holds_the_same_facts(
    read_bytes: Reading, make: SimpleNamespace, small_book: PlanBook
) -> None:
    lines = read_bytes(make.pdf(SMALL_BOOK.read_text(encoding="utf-8").splitlines()))

    book = parse(lines)

    assert _without_sources(book.model_dump()) == _without_sources(small_book.model_dump())


def test_a_fact_of_a_pdf_names_its_page(read_bytes: Reading, make: SimpleNamespace) -> None:
    printed = SMALL_BOOK.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(printed) if line.startswith("일자리수 천명 195"))

    book = parse(read_bytes(make.pdf(printed)))

    source = printed_at(book.plans[0].indicators[0].source)
    assert (source.page, source.first_line) == (at // 40 + 1, at % 40 + 1)


def _without_sources(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_sources(one) for key, one in value.items() if not key.endswith("source")}
    return [_without_sources(one) for one in value] if isinstance(value, (list, tuple)) else value
