"""What a place says of a book: what its lines are counted in, and which printed page they are on."""

import pytest
from tests.sources import printed, written

from goru.book.model import PageNumber, PlanBook, Source
from goru.book.parsing import parse
from goru.book.places import Form, Pages, form_of, printed_pages
from goru.book.reading import read_content


def number(page: int, line: int, of_pdf: int | None = None) -> PageNumber:
    return PageNumber(number=page, source=Source(first_line=line, last_line=line, page=of_pdf))


def at(line: int, page: int | None = None) -> Source:
    return Source(first_line=line, last_line=line, page=page)


@pytest.mark.parametrize(
    ("line", "pages"),
    [
        (1, Pages(1, 2)),
        (20, Pages(1, 2)),
        (21, Pages(3, 3)),
        (30, Pages(3, 3)),
        (31, Pages(4, 9)),
        (91, Pages(10, None)),
    ],
)
def test_a_line_is_on_the_page_whose_number_follows_it(line: int, pages: Pages) -> None:
    numbers = [number(2, 20), number(3, 30), number(9, 90)]

    assert printed_pages(numbers, at(line)) == pages
    assert pages.is_known == (pages.first == pages.last)


def test_without_page_numbers_no_page_is_known() -> None:
    assert printed_pages([], at(1)) is None
    assert printed_pages([PageNumber(number=2)], at(1)) is None


def test_what_is_printed_nowhere_is_on_no_page() -> None:
    assert printed_pages([number(2, 20)], None) is None


def test_in_a_pdf_the_number_on_the_page_itself_tells() -> None:
    numbers = [number(12, 1, of_pdf=20), number(13, 40, of_pdf=21)]

    assert printed_pages(numbers, at(30, page=20)) == Pages(12, 12)
    assert printed_pages(numbers, at(1, page=22)) == Pages(14, None)


BOOK = """2025년 지방시대 시행계획
Ⅲ. 시‧도 지방시대 시행계획
- 6 -
 세종특별자치시 모두가 걷기 좋은 정원도시 세종
- 7 -
I. 2025년 추진전략
- 3 -
◈ 주민이 함께 정하는 마을 살림
- 99999999999999999999 -
"""


def test_page_numbers_of_a_book_are_read_as_far_as_they_count_on() -> None:
    book = parse(read_content(BOOK.encode(), "book.txt"))

    assert [(one.number, printed(one.source).first_line) for one in book.page_numbers_source] == [
        (6, 3),
        (7, 5),
    ]
    assert printed_pages(book.page_numbers_source, at(4)) == Pages(7, 7)
    assert printed_pages(book.page_numbers_source, at(6)) == Pages(8, None)


def test_the_form_of_a_book_is_told_by_its_places(small_book: PlanBook) -> None:
    plan, *others = small_book.plans
    on_a_page, in_a_cell = (
        small_book.model_copy(update={"plans": [plan.model_copy(update={"source": source}), *others]})
        for source in (at(1, page=3), Source(first_line=1, last_line=1, cell="표 3 B2"))
    )

    assert (form_of(small_book), form_of(on_a_page), form_of(in_a_cell)) == (Form.TEXT, Form.PDF, Form.HWPX)
    assert form_of(written(small_book)) is Form.TEXT


@pytest.mark.book
def test_of_the_real_book_eight_page_numbers_are_left(real_book: PlanBook) -> None:
    numbers = real_book.page_numbers_source

    assert [one.number for one in numbers] == [14, 30, 36, 54, 95, 115, 176, 214]
    assert printed_pages(numbers, at(766)) == Pages(31, 36)
