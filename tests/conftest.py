"""What every part of the tests shares: the real book, where this machine has it."""

from pathlib import Path

import pytest

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Lines, read

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
REAL_BOOK = SHARED / "seed" / "plan-2024.txt"
SMALL_BOOK = ROOT / "tests" / "data" / "small-book.txt"


@pytest.fixture(scope="session")
def real_book_file() -> Path:
    if not REAL_BOOK.exists():
        pytest.skip("the text of the 2024 plan book is not on this machine")
    return REAL_BOOK


@pytest.fixture(scope="session")
def real_lines(real_book_file: Path) -> Lines:
    return read(real_book_file)


@pytest.fixture(scope="session")
def real_book(real_lines: Lines) -> PlanBook:
    return parse(real_lines)


@pytest.fixture(scope="session")
def small_book() -> PlanBook:
    return parse(read(SMALL_BOOK))
