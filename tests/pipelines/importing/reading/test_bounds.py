"""A file is read by a process that may be killed; whatever it does, there is one answer."""

import json
from pathlib import Path

import pytest

from goru.book.model import PlanBook
from goru.pipelines.importing.reading.bounds import read_bounded
from goru.pipelines.importing.reading.outcome import Failed, Readable, Step

SMALL_BOOK = Path(__file__).parents[3] / "data" / "small-book.txt"


def test_a_book_comes_with_its_stages_and_the_lines_of_its_findings(small_book: PlanBook) -> None:
    steps: list[Step] = []

    outcome = read_bounded(SMALL_BOOK, "book.txt", on_step=steps.append)

    assert isinstance(outcome, Readable)
    assert outcome.book == small_book
    assert [step.stage for step in steps] == ["reading", "parsing", "checking"]
    assert steps[-1].lines == len(SMALL_BOOK.read_text(encoding="utf-8").splitlines())
    assert all(any(line.is_source for line in part) for one in outcome.checked for part in one.excerpts)


def test_a_book_that_is_data_already_is_taken_as_it_is(small_book: PlanBook, tmp_path: Path) -> None:
    file = tmp_path / "kept"
    file.write_text(small_book.model_dump_json(), encoding="utf-8")

    outcome = read_bounded(file, "plan.json", on_step=lambda _: None)

    assert isinstance(outcome, Readable)
    assert outcome.book == small_book


@pytest.mark.parametrize("content", [b"", b"\x00" * 1000, b"%PDF-1.7\n", json.dumps({"a": 1}).encode()])
def test_what_is_no_book_fails_with_a_sentence_that_names_it(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "kept"
    file.write_bytes(content)

    outcome = read_bounded(file, "이름.txt", on_step=lambda _: None)

    assert isinstance(outcome, Failed)
    assert outcome.reason.startswith("이름.txt")


def test_a_reading_that_takes_too_long_is_ended() -> None:
    outcome = read_bounded(SMALL_BOOK, "book.txt", on_step=lambda _: None, most_seconds=0.01)

    assert isinstance(outcome, Failed)
    assert "한도를 넘어" in outcome.reason
