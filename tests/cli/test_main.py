"""The commands as a user runs them: standard output, standard error, exit status."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.hostile.pdfs import drawing

from goru.book.model import PlanBook
from goru.book.opening import Broken
from goru.cli.main import main
from goru.core.text import normalise

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests/data/small-book.txt"
GORU = [sys.executable, "-m", "goru.cli"]
EXAMPLES = ROOT.parent / "shared/examples"


@pytest.fixture(autouse=True)
def debugging(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program shows itself in every test."""
    monkeypatch.setenv("GORU_DEBUG", "1")


@pytest.fixture
def no_debugging(debugging: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As users run it."""
    monkeypatch.delenv("GORU_DEBUG")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    main(arguments)
    return json.loads(capsys.readouterr().out)


def test_read_prints_the_book_as_json(capsys, small_book):
    assert main(["read", str(SMALL)]) == 0

    assert PlanBook.model_validate_json(capsys.readouterr().out) == small_book


def test_the_account_says_how_much_was_read_and_what_became_of_the_lines(capsys, tmp_path, small_book):
    lines = SMALL.read_text(encoding="utf-8").splitlines()
    lines.insert(
        next(at for at, line in enumerate(lines) if "□ 대표 성과지표" in line), "모르는 사업 12 34 56"
    )
    book = tmp_path / "book.txt"
    book.write_text("\n".join(lines), encoding="utf-8")

    main(["read", "--account", str(book)])
    text = capsys.readouterr().out
    data = printed(capsys, "read", "--account", "--format", "json", str(book))
    main(["read", "--lines", "unread", str(book)])

    assert text.startswith("읽은 것: 시·도 2/17,")
    assert "1   0.4%  읽지 못함 (unread)\n" in text
    assert capsys.readouterr().out.endswith("행: 모르는 사업 12 34 56\n")
    assert data["completeness"]["counted"][0]["missing"][0] == {"name": "서울", "said_by": ["register"]}
    assert data["lines"]["unread"] == 1
    assert sum(data["lines"].values()) == len([line for line in lines if line.strip()])
    assert data["unread"][0]["expected"] == "재정투입 표의 이름과 금액"


def test_the_account_of_data_has_no_lines(capsys, tmp_path, small_book):
    book = tmp_path / "book.json"
    book.write_text(small_book.model_dump_json(), encoding="utf-8")

    main(["read", "--account", str(book)])

    assert capsys.readouterr().out.endswith("줄이 없는 자료입니다. (Data has no lines.)\n")


def test_check_prints_a_report_and_fails_on_errors(capsys):
    assert main(["check", str(SMALL)]) == 1

    report = capsys.readouterr().out
    assert "[오류] 국비·지방비·민자의 합(2.8조원)이 총액(2.5조원)보다 0.3조원 많습니다." in report
    assert report.endswith("오류 1건, 확인 필요 4건\n")


def test_check_speaks_english(capsys):
    main(["check", "--lang", "en", str(SMALL)])

    assert capsys.readouterr().out.endswith("1 errors, 4 warnings\n")


def test_check_passes_a_book_without_errors(capsys, tmp_path):
    right = (
        SMALL.read_text(encoding="utf-8").replace("‘24년 2.5조원", "‘24년 2.8조원").replace("20.0%(", "7.1%(")
    )
    book = tmp_path / "book.txt"
    book.write_text(right, encoding="utf-8")

    assert main(["check", str(book)]) == 0


def test_check_finds_the_same_in_the_json_of_a_book(capsys, tmp_path):
    main(["export", "--with-text", "-o", str(tmp_path / "book.json"), str(SMALL)])

    assert main(["check", "--format", "json", str(tmp_path / "book.json")]) == 1
    from_json = json.loads(capsys.readouterr().out)
    assert from_json == printed(capsys, "check", "--format", "json", str(SMALL))


def test_export_leaves_the_prose_out_unless_asked(capsys):
    plain = printed(capsys, "export", str(SMALL))
    whole = printed(capsys, "export", "--with-text", str(SMALL))

    assert plain["plans"][0]["performance_management"] == []
    assert whole["plans"][0]["performance_management"]


@pytest.mark.parametrize("what", ["book", "findings"])
def test_what_is_printed_keeps_to_its_schema(capsys, what):
    schema = printed(capsys, "schema", what)
    command = ["read"] if what == "book" else ["check", "--format", "json"]

    data = printed(capsys, *command, str(SMALL))

    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.txt", None, "파일을 열 수 없습니다"),
        ("letter.txt", "안녕하세요".encode(), "알아볼 수 있는 내용이 없습니다"),
        ("book.json", b'{"title": 1}', "시행계획 데이터"),
        ("torn.json", b'{"title": ', "시행계획 데이터"),
        ("findings.json", b'[{"rule": "budget-sum"}]', "시행계획 데이터"),
        ("cp949.json", '{"title": "계획"}'.encode("cp949"), "UTF-8로 저장"),
        ("letter.rtf", b"{\\rtf1 letter}", "RTF 문서"),
        ("mark.txt", b"\xef\xbb\xbf", "알아볼 수 있는 내용이 없습니다"),
        ("\udcff.txt", None, "파일을 열 수 없습니다"),
    ],
)
def test_a_file_that_is_no_book_gives_one_sentence_and_status_2(tmp_path, name, content, words):
    if content is not None:
        (tmp_path / name).write_bytes(content)

    done = subprocess.run(
        [*GORU, "check", str(tmp_path / name)],
        capture_output=True,
        text=True,
        check=False,
        errors="surrogateescape",
    )

    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("goru: ")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_file_that_cannot_be_written_gives_one_sentence_and_leaves_nothing(capsys, tmp_path):
    assert main(["export", "-o", str(tmp_path / "none" / "book.json"), str(SMALL)]) == 2

    assert "파일을 쓸 수 없습니다" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_goes_away_is_no_error():
    command = subprocess.Popen([*GORU, "read", str(SMALL)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert command.stdout
    assert command.stderr
    command.stdout.close()

    assert command.wait() == 141
    assert command.stderr.read() == b""
    command.stderr.close()


@pytest.mark.parametrize("name", ["-", "/dev/stdin"])
def test_the_json_of_a_book_may_come_from_a_pipe(small_book, name):
    book = small_book.model_dump_json().encode()

    done = subprocess.run([*GORU, "check", name], input=book, capture_output=True, check=False)

    assert done.stdout.decode().endswith("오류 1건, 확인 필요 4건\n")


def test_json_may_be_utf_16_as_some_shells_write_it(capsys, tmp_path, small_book):
    (tmp_path / "book.json").write_text(small_book.model_dump_json(), encoding="utf-16")

    assert main(["read", str(tmp_path / "book.json")]) == 0

    assert PlanBook.model_validate_json(capsys.readouterr().out) == small_book


@pytest.mark.parametrize(
    "arguments", [[], ["frob"], ["read"], ["read", "--none", "x"], ["check", "--lang", "fr"]]
)
def test_a_wrong_command_is_answered_with_where_its_help_is(capsys, arguments):
    with pytest.raises(SystemExit) as exit_status:
        main(arguments)

    assert exit_status.value.code == 2
    assert "명령을 이해하지 못했습니다" in capsys.readouterr().err


def test_a_full_disk_behind_standard_output_gives_one_sentence():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*GORU, "read", str(SMALL)], stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 2
    assert done.stderr.decode() == "goru: 표준 출력에 쓸 수 없습니다(No space left on device).\n"


def test_closed_streams_change_no_exit_status():
    command = f"exec {' '.join(GORU)} check {SMALL} >&- 2>&-"

    assert subprocess.run(["sh", "-c", command], check=False).returncode == 1


def test_a_fault_of_the_program_is_told_in_one_sentence(capsys, monkeypatch, no_debugging):
    monkeypatch.setattr("goru.cli.commands.report", lambda *_: 1 / 0)

    assert main(["check", str(SMALL)]) == 2

    complaint = capsys.readouterr().err
    assert complaint.startswith("goru: 프로그램의 잘못으로 멈췄습니다(ZeroDivisionError, test_main.py:")
    assert complaint.count("\n") == 1


def test_a_fault_of_the_program_is_told_in_full_to_its_developers(monkeypatch):
    monkeypatch.setattr("goru.cli.commands.report", lambda *_: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        main(["check", str(SMALL)])


def test_a_fault_in_the_process_that_reads_is_told_like_any_other(capsys, monkeypatch, no_debugging):
    def break_down(*_arguments: object, **_named: object) -> None:
        raise Broken("KeyError, plans.py:12", trace="Traceback ...")

    monkeypatch.setattr("goru.cli.opening.opening.open_book", break_down)

    assert main(["read", str(SMALL)]) == 2

    complaint = capsys.readouterr().err
    assert complaint.startswith("goru: 프로그램의 잘못으로 멈췄습니다(KeyError, plans.py:12)")
    assert complaint.count("\n") == 1


@pytest.mark.parametrize("command", ["read", "check", "export"])
def test_a_file_whose_forms_draw_themselves_gives_one_sentence(capsys, tmp_path, command):
    file = tmp_path / "form.pdf"
    file.write_bytes(drawing(b"/X Do /X Do"))

    assert main([command, str(file)]) == 2

    assert capsys.readouterr().err == (
        "goru: form.pdf: PDF 안의 그림이 자기 자신이나 다른 그림을 지나치게 되풀이해 그려서 읽지 않습니다. "
        "원본 문서에서 다시 저장해 주세요.\n"
    )


def test_an_interrupt_is_quiet(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    command = subprocess.Popen([*GORU, "read", str(pipe)], stderr=subprocess.PIPE)
    with pipe.open("w"):
        command.send_signal(signal.SIGINT)

        assert command.wait() == 130

    assert command.stderr
    assert command.stderr.read() == b""
    command.stderr.close()


def test_progress_is_shown_on_a_terminal_only():
    terminal, other = pty.openpty()
    subprocess.run([*GORU, "check", str(SMALL)], stdout=subprocess.DEVNULL, stderr=other, check=False)
    os.close(other)

    shown = os.read(terminal, 10_000).decode()
    os.close(terminal)

    assert "점검하는 중" in shown
    assert shown.endswith("\x1b[K")


def test_output_is_utf_8_whatever_the_locale():
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}

    done = subprocess.run([*GORU, "check", str(SMALL)], capture_output=True, env=environment, check=False)

    assert "오류 1건" in done.stdout.decode("utf-8")


EXAMPLE_FILES = [
    ("action-tasks.json", "ActionTask", "action_tasks", "id"),
    ("focus-task.json", "FocusTask", "focus_tasks", "title"),
    ("provincial-서울.json", "Plan", "plans", "institution"),
    ("megaregional-충청권.json", "Plan", "plans", "institution"),
]
WORDED_BY_HAND = {"source", "subtasks"}


@pytest.mark.book
@pytest.mark.parametrize(("name", "kind", "part", "identity"), EXAMPLE_FILES)
def test_the_examples_keep_to_the_schema_and_to_what_is_read(capsys, real_book, name, kind, part, identity):
    if not EXAMPLES.exists():
        pytest.skip("the examples are not on this machine")
    schema = with_places_optional(printed(capsys, "schema", "book"))
    read = {one[identity]: one for one in json.loads(real_book.model_dump_json())[part]}
    content = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))

    for example in filter(lambda one: identity in one, content if isinstance(content, list) else [content]):
        for key in example.keys() - {"_note"}:
            one = schema["$defs"][kind]["properties"][key]
            jsonschema.validate(example[key], {**one, "$defs": schema["$defs"]})
        for key in example.keys() - WORDED_BY_HAND - {"_note"}:
            assert holds(facts(read[example[identity]][key]), facts(example[key])), key


def with_places_optional(schema: Any) -> Any:
    """The schema for what was read by hand, which gives the places of some facts only."""
    for part in schema["$defs"].values():
        part["required"] = [name for name in part.get("required", []) if name != "source"]
    return schema


def facts(value: Any) -> Any:
    """Values without their places, texts in one form."""
    if isinstance(value, dict):
        return {key: facts(one) for key, one in value.items() if key != "source"}
    if isinstance(value, list):
        return [facts(one) for one in value]
    return normalise(value) if isinstance(value, str) else value


def holds(read: Any, example: Any) -> bool:
    """Whether what was read holds the example: of a list that was cut or sorted by hand, every part."""
    return all(one in read for one in example) if isinstance(example, list) else bool(read == example)


@pytest.mark.parametrize("form", ["json", "text", "hwpx", "pdf"])
def test_a_book_is_exported_in_every_form_and_reads_back(capsys, tmp_path, small_book, form):
    out = tmp_path / f"book.{form}"

    assert main(["export", str(SMALL), "--with-text", "--format", form, "-o", str(out)]) == 0

    assert printed(capsys, "read", str(out))["plans"][0]["vision"]["text"] == small_book.plans[0].vision.text


def without_place(value: Any, path: str) -> list[str]:
    """Where parts stand that say no place."""
    if isinstance(value, list):
        return [found for i, one in enumerate(value) for found in without_place(one, f"{path}/{i}")]
    if not isinstance(value, dict):
        return []
    own = [path] if value.get("source", "") is None else []
    return own + [found for name, one in value.items() for found in without_place(one, f"{path}/{name}")]


def test_read_prints_no_fact_without_its_place(capsys):
    book = printed(capsys, "read", str(SMALL))

    assert book["schema_version"] == "1.3"
    assert str(book).count("'source': {") > 100
    assert without_place(book, "") == []


@pytest.mark.book
def test_read_prints_no_fact_of_the_real_book_without_its_place(capsys, real_book_file):
    book = printed(capsys, "read", str(real_book_file))

    assert str(book).count("'source': {") > 3000
    assert without_place(book, "") == []


def test_data_of_version_1_0_are_printed_in_that_of_today(capsys):
    stored = ROOT / "tests/data/small-book-1.0.json"

    of_today = printed(capsys, "read", str(SMALL))
    of_today.pop("scope")  # was not said then

    assert printed(capsys, "read", str(stored)) == of_today
