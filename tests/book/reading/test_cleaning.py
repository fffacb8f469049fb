"""Whatever hand, font or program a book was spelt by, it is read as the same."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.book.reading.spellings import SPELLINGS
from tests.conftest import SMALL_BOOK

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Unreadable, read_content
from goru.book.reading.cleaning import clean

Facts = Callable[[PlanBook], Any]
SHARE = 6
"""Every sixth of the real book's spellings is tried; all with --soak."""


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_book_spelt_otherwise_says_the_same(spelling: str, small_book: PlanBook, facts_of: Facts) -> None:
    text = SPELLINGS[spelling](SMALL_BOOK.read_text(encoding="utf-8"))

    assert facts_of(parse(read_content(text.encode(), "x.txt"))) == facts_of(small_book)


@pytest.mark.book
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_the_real_book_spelt_otherwise_says_the_same(
    spelling: str, real_book_file: Path, real_book: PlanBook, facts_of: Facts, pytestconfig: pytest.Config
) -> None:
    if list(SPELLINGS).index(spelling) % SHARE and not pytestconfig.getoption("soak"):
        pytest.skip("all spellings are tried in make soak")
    text = SPELLINGS[spelling](real_book_file.read_text(encoding="utf-8"))

    assert facts_of(parse(read_content(text.encode(), "x.txt"))) == facts_of(real_book)


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("○ 사업", "ㅇ 사업"),
        ("o 사업", "ㅇ 사업"),
        ("of 사업", "of 사업"),
        ("값 ○ 표", "값 ○ 표"),
        ("III. 시·도", "Ⅲ. 시·도"),
        ("IV-2. 이름", "Ⅳ-2. 이름"),
        ("IIII. 이름", "IIII. 이름"),
        ("IT. 산업", "IT. 산업"),
        ("국비(억 원)", "국비(억원)"),
        ("(단위 : 백만 원)", "(단위 : 백만원)"),
        ("펀드 조성 억 원 10 20 10", "펀드 조성 억원 10 20 10"),
        ("사업비 2,000억 원의 로봇", "사업비 2,000억 원의 로봇"),
        ("１２，３４５（％）", "12,345(%)"),
        ("시\u119e도", "시·도"),
        ("지\u200b방\xad시\u2060대\ufeff", "지방시대"),
        ("가\t■ 나\t다", "가\t□ 나\t다"),
    ],
)
def test_what_looks_alike_is_one_letter(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned


def test_lines_are_those_an_editor_counts() -> None:
    lines = read_content("가\r\n\f나\n다\f라\u2028마".encode(), "x.txt")

    assert [(line.text, line.number) for line in lines] == [
        ("가", 1),
        ("나", 2),
        ("다", 3),
        ("라", 4),
        ("마", 5),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            SMALL_BOOK.read_text(encoding="utf-8").replace("·", "‧").encode("cp949", "replace"), id="cp949"
        ),
        pytest.param(SMALL_BOOK.read_text(encoding="utf-8").replace("도", "\ufffd").encode(), id="replaced"),
    ],
)
def test_a_text_that_lost_letters_is_refused_and_says_how_many(text: bytes) -> None:
    with pytest.raises(Unreadable, match=r"글자가 \d+곳에서 사라져 .* 원본에서 UTF-8로 다시 저장한 파일"):
        read_content(text, "x.txt")


def test_questions_are_no_lost_letters() -> None:
    lines = read_content("무엇을 할까?\n왜? 어떻게?\n? 모름\n그래서?그렇다".encode(), "x.txt")

    assert len(lines) == 4
