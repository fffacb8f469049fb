"""Where a book says how its total was made."""

import pytest

from goru.book.model import PlanBook, Source
from goru.book.parsing import parse
from goru.book.reading import read_content

BOOK = """2025년 지방시대 시행계획
Ⅲ. 시‧도 지방시대 시행계획
부 록
❸ (총 3조원 재정 투입) 재정투입액은 지난해보다 많다.
  * 제출한 예산사업 내역을 기반
으로, 정합성 검토(무엇 등)를 거쳐 산정
    - ‘국비’는 부처에서 제출한 회계 기준으로 집계
   전략별로는 더 많은 예산을 투입한다.
"""


def test_the_notes_on_the_total_are_found_wherever_they_stand() -> None:
    headline = parse(read_content(BOOK.encode(), "book.txt")).stated

    assert headline.reconciled_source == Source(first_line=5, last_line=6)
    assert headline.national_source == Source(first_line=7, last_line=7)


def test_a_book_without_notes_says_nothing_of_its_total(small_book: PlanBook) -> None:
    assert small_book.stated.reconciled_source is None
    assert small_book.stated.national_source is None


@pytest.mark.book
def test_the_notes_of_the_real_book_are_found(real_book: PlanBook) -> None:
    assert real_book.stated.reconciled_source == Source(first_line=6711, last_line=6712)
    assert real_book.stated.national_source == Source(first_line=6713, last_line=6713)
