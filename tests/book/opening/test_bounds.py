"""A file is read by a process that may be killed; whatever it does, there is one answer."""

import json
import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import xlsxwriter
from tests.hostile.pdfs import drawing

from goru.book.model import PlanBook
from goru.book.opening import Broken, Opened, OpenedWorkbook, Step, open_any, open_book, reader
from goru.book.opening.bounds import TOO_LARGE
from goru.book.reading import Unreadable

SMALL_BOOK = Path(__file__).parents[2] / "data" / "small-book.txt"
FORM_THAT_DRAWS_ITSELF = drawing(b"/X Do /X Do")


def opened(content: bytes, tmp_path: Path, steps: list[Step] | None = None) -> Opened:
    file = tmp_path / "kept"
    file.write_bytes(content)
    with file.open("rb") as held:
        return open_book(held, "이름.txt", on_step=(steps if steps is not None else []).append)


def test_a_book_comes_with_its_stages_its_findings_and_its_lines(
    small_book: PlanBook, tmp_path: Path
) -> None:
    steps: list[Step] = []

    book = opened(SMALL_BOOK.read_bytes(), tmp_path, steps)

    assert book.book == small_book
    assert [step.stage for step in steps] == ["reading", "parsing", "checking"]
    assert book.lines
    assert steps[-1].lines == len(book.lines) == len(SMALL_BOOK.read_text(encoding="utf-8").splitlines())
    assert {one.severity for one in book.findings} == {"error", "warning"}


def test_a_book_that_is_data_already_is_taken_as_it_is(small_book: PlanBook, tmp_path: Path) -> None:
    book = opened(small_book.model_dump_json().encode(), tmp_path)

    assert book.book == small_book
    assert book.lines is None


@pytest.mark.parametrize(
    "content",
    [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 1000, b"%PDF-1.7\n", json.dumps({"a": 1}).encode()],
)
def test_what_is_no_book_fails_with_a_sentence_that_names_it(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^이름\.txt") as refused:
        opened(content, tmp_path)

    assert refused.value.english.startswith("이름.txt: ")


def test_a_pdf_whose_forms_draw_themselves_is_refused_for_that(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="지나치게 되풀이해 그려서"):
        opened(FORM_THAT_DRAWS_ITSELF, tmp_path)


def test_memory_that_python_itself_lacks_is_said_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _said_by_the_reader(monkeypatch, capsys, MemoryError())

    assert said == {"kind": "failed", "korean": TOO_LARGE[0], "english": TOO_LARGE[1]}


def test_an_exception_of_ours_is_never_called_a_limit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = _said_by_the_reader(monkeypatch, capsys, RecursionError("too deep"))

    assert said["kind"] == "fault"
    assert said["raised"].startswith("RecursionError, test_bounds.py:")
    assert "too deep" in said["trace"]


def _said_by_the_reader(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], raised: BaseException
) -> dict[str, str]:
    def fail(*_: object, **_named: object) -> None:
        raise raised

    monkeypatch.setattr(reader, "outcome_of", fail)
    monkeypatch.setattr("goru.book.opening.reader.resource.setrlimit", lambda *_: None)
    monkeypatch.setattr("sys.argv", ["reader", "name", "ko", "", "[]", ""])
    reader.main()
    return dict(json.loads(capsys.readouterr().out))


def test_a_reading_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="시간이 너무 오래"):
        _ended_by(signal.SIGXCPU, monkeypatch, tmp_path)


def test_a_reading_that_is_struck_down_is_no_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(Broken, match="SIGSEGV"):
        _ended_by(signal.SIGSEGV, monkeypatch, tmp_path)


def _ended_by(number: signal.Signals, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Open a file by a process that strikes itself down."""
    program = tmp_path / "python"
    program.write_text(f"#!/bin/sh\nkill -{number.name.removeprefix('SIG')} $$\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("goru.book.opening.bounds.sys.executable", str(program))
    opened(b"", tmp_path)


def test_time_is_given_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[int, int]] = []
    monkeypatch.setattr("goru.book.opening.reader.resource.setrlimit", lambda _, limits: given.append(limits))
    monkeypatch.setattr("goru.book.opening.reader.signal.setitimer", lambda *_: None)
    monkeypatch.setattr(reader, "data", None)

    for size in (1, 10_000_000, 190_000_000):
        monkeypatch.setattr(reader, "content_of", lambda *_, size=size: bytes(size))
        with pytest.raises(AttributeError):
            reader.outcome_of("name", "ko")

    assert [seconds for seconds, _ in given] == [20, 50, 200]


def test_a_pipe_is_read_like_a_file(small_book: PlanBook) -> None:
    end, begin = os.pipe()
    with os.fdopen(end, "rb") as held, ThreadPoolExecutor(1) as writer:
        writer.submit(lambda: _write(begin, SMALL_BOOK.read_bytes()))

        book = open_book(held, "-", on_step=lambda _: None)

    assert book.book == small_book


def _write(descriptor: int, content: bytes) -> None:
    with os.fdopen(descriptor, "wb") as written:
        written.write(content)


def test_a_workbook_is_opened_where_one_is_taken_and_a_book_as_ever(tmp_path: Path) -> None:
    held = tmp_path / "plan.xlsx"
    with xlsxwriter.Workbook(held) as book:
        book.add_worksheet("사업").write_string(0, 0, "=1+1")

    with held.open("rb") as file:
        opened = open_any(file, "plan.xlsx", year=2025)
    assert isinstance(opened, OpenedWorkbook)
    assert [(one.name, one.cells[0].text) for one in opened.sheets] == [("사업", "=1+1")]

    with held.open("rb") as file, pytest.raises(Unreadable, match="엑셀 문서"):
        open_book(file, "plan.xlsx", on_step=lambda _: None)
    with SMALL_BOOK.open("rb") as file:
        assert isinstance(open_any(file, "plan.txt", year=2025), Opened)
