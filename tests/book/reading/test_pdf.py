from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typst
from tests.sources import printed as printed_at

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Lines, Unreadable, read

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


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        (b"\n\n", b"\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n", b""),
        (b"\xef\xbb\xbf" + b"<!-- header -->\n" * 500, b""),
        (bytes(range(256)) * 40, b""),
        (b"", b"\0" * 5000),
        (b"", b"<!-- footer -->\n" * 1000),
        (b"junk" * 300, b"\r\n--boundary--" + b" " * 100_000),
    ],
)  # fmt: skip
def test_bytes_around_a_pdf_are_no_part_of_it(
    read_bytes: Reading, make: SimpleNamespace, before: bytes, behind: bytes
) -> None:
    lines = read_bytes(before + make.pdf(["하나", "둘째"]) + behind)

    assert [line.text for line in lines] == ["하나", "둘째"]


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_pdf_cut_short_behind_an_earlier_end_is_refused(
    read_bytes: Reading, make: SimpleNamespace, kept: float
) -> None:
    """As of files made for the web, whose first page ends with a mark of its own."""
    whole = make.pdf(["글"] * 100)
    cut = whole + whole[: int(len(whole) * kept)]

    with pytest.raises(Unreadable, match="끝이 잘려"):
        read_bytes(cut)


def test_a_text_that_names_a_pdf_is_a_text(read_bytes: Reading) -> None:
    assert [line.text for line in read_bytes("첨부: %PDF-1.7 문서\n본문\n".encode())] == [
        "첨부: %PDF-1.7 문서",
        "본문",
    ]


_TURNED = {0: b"1 0 0 1 0 0", 90: b"0 1 -1 0 600 0", 180: b"-1 0 0 -1 600 800", 270: b"0 -1 1 0 0 800"}
"""How a page that is shown turned by so much must draw, for its words to stand upright."""


@pytest.mark.parametrize("box", [b"0 0 600 800", b"-50 -50 550 750"])
@pytest.mark.parametrize("shown_as", [b"/Rotate %d", b"/Rotate %d/CropBox[0 0 500 700]", b""])
@pytest.mark.parametrize("turned", [0, 90, 180, 270, -90, 450])
def test_a_page_is_read_as_one_reads_it(
    read_bytes: Reading, make: SimpleNamespace, turned: int, shown_as: bytes, box: bytes
) -> None:
    words = (
        make.at(100, 500, "첫째 줄")
        + make.at(100, 480, "둘째")
        + make.at(250, 480, "1,234")
        + make.at(100, 460, "끝")
    )
    ruled = (
        b"".join(b"%d 474 m %d 496 l S\n" % (x, x) for x in (90, 200, 300))
        + b"90 474 m 300 474 l 90 496 m 300 496 l S\n"
    )
    page = b"q %s cm\n%s Q" % (_TURNED[turned % 360], words + ruled)
    more = (shown_as % turned if shown_as else b"") + b"/MediaBox[%s]" % box

    lines = read_bytes(make.printed(page, more=more))

    assert [line.cells or line.text for line in lines] == ["첫째 줄", ("둘째", "1,234"), "끝"]


def test_a_page_among_others_may_lie_sideways(read_bytes: Reading, make: SimpleNamespace) -> None:
    upright = make.at(100, 500, "하나 둘")
    sideways = b"q 0 1 -1 0 600 0 cm\n" + make.at(100, 200, "셋 넷") + make.at(100, 180, "다섯") + b"Q"

    lines = read_bytes(make.printed(upright, sideways, upright))

    assert [(line.text, line.page, line.number) for line in lines] == [
        ("하나 둘", 1, 1),
        ("셋 넷", 2, 1),
        ("다섯", 2, 2),
        ("하나 둘", 3, 1),
    ]


def test_a_letter_that_stands_alone_is_read_whatever_its_font(
    read_bytes: Reading, make: SimpleNamespace
) -> None:
    lines = read_bytes(make.printed(make.at(50, 700, "명") + make.at(50, 650, "-") + make.at(50, 600, "건")))

    assert [line.text for line in lines] == ["명", "-", "건"]


@pytest.mark.parametrize("name", ["bytes_after_eof", "rotated_minus_90"])
def test_files_made_for_a_purpose(name: str) -> None:
    file = SMALL_BOOK.parents[3] / "shared" / "samples" / "made" / f"{name}.pdf"
    if not file.exists():
        pytest.skip("the samples of PDF are not on this machine")

    expected = {
        "bytes_after_eof": ["Ⅲ. 시·도 지방시대 시행계획", "국비 1,234억원 지방비 567억원"],
        "rotated_minus_90": ["첫째 줄", "둘째 줄 국비 1,234", "셋째 줄"],
    }
    assert [line.text for line in read(file)] == expected[name]
