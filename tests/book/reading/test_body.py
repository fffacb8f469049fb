"""Whatever program wrote a HWPX, the book in it says the same."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.book.reading.forms import FORMS, written_so

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import read_content
from goru.book.writing.hwpx import as_hwpx

Facts = Callable[[PlanBook], Any]
SHARE = 4
"""Every fourth of the real book's forms is tried; all with --soak."""


@pytest.fixture(scope="module")
def small_hwpx(small_book: PlanBook) -> bytes:
    return as_hwpx(small_book)


@pytest.fixture(scope="module")
def real_hwpx(real_book: PlanBook) -> bytes:
    return as_hwpx(real_book)


@pytest.mark.parametrize("form", FORMS)
def test_a_book_of_another_program_says_the_same(
    form: str, small_hwpx: bytes, small_book: PlanBook, facts_of: Facts
) -> None:
    written = written_so(small_hwpx, FORMS[form])

    assert written != small_hwpx
    assert facts_of(parse(read_content(written, "x.hwpx"))) == facts_of(small_book)


@pytest.mark.book
@pytest.mark.parametrize("form", FORMS)
def test_the_real_book_of_another_program_says_the_same(
    form: str, real_hwpx: bytes, real_book: PlanBook, facts_of: Facts, pytestconfig: pytest.Config
) -> None:
    if list(FORMS).index(form) % SHARE and not pytestconfig.getoption("soak"):
        pytest.skip("all forms are tried in make soak")
    written = written_so(real_hwpx, FORMS[form], parted_by="\\")

    assert facts_of(parse(read_content(written, "x.hwpx"))) == facts_of(real_book)
