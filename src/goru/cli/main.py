"""`goru`: read, check and export plan books at the command line.

Exit status: 0 done, 1 findings with an error, 2 a file that cannot be read or written.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TypeAlias

from pydantic import TypeAdapter, ValidationError

from goru.book.checking.register import check
from goru.book.model import Finding, PlanBook
from goru.book.parsing import NotAPlanBook, parse
from goru.book.reading import Lines, Unreadable, read
from goru.book.writing.package import as_json, without_prose
from goru.cli.report import report

FOUND_ERRORS, UNREADABLE, INTERRUPTED, BROKEN_PIPE = 1, 2, 130, 141
_FINDINGS = TypeAdapter(list[Finding])
_FILE = "시행계획 파일: 텍스트, PDF, HWPX (a plan book: text, PDF, HWPX)"
_FILE_OR_JSON = f"{_FILE}, 또는 goru read의 JSON (or the JSON of goru read)"


_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


class Unwritable(Exception):
    """A file that cannot be written; the message is one sentence for the user."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; whatever goes wrong ends in one sentence on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except (Unreadable, NotAPlanBook, Unwritable) as error:
        _progress("")
        sys.stderr.write(f"goru: {error}\n")
        return UNREADABLE
    except BrokenPipeError:
        # The reader has gone (`goru read … | head`): nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        _progress("")
        return INTERRUPTED
    return status


def parser() -> argparse.ArgumentParser:
    """The commands and their options, with help in Korean and English."""
    whole = argparse.ArgumentParser(
        prog="goru",
        description="지방시대 시행계획 책을 데이터로 읽고 검사합니다.\nReads plan books into data and checks them.",
        epilog="종료 상태: 0 정상, 1 오류가 있음(check), 2 파일을 읽거나 쓸 수 없음.\n"
        "Exit status: 0 done, 1 check found an error, 2 a file cannot be read or written.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"goru {version('goru')}")
    commands = whole.add_subparsers(title="명령 (commands)", metavar="COMMAND", required=True)
    reading = _command(commands, "read", _read, "책을 읽어 데이터로 내보냅니다.", "Print a book as data.")
    reading.add_argument("file", metavar="FILE", type=Path, help=_FILE_OR_JSON)
    reading.add_argument("--format", choices=["json"], default="json", help="형식, 기본 json (format)")
    checking = _command(
        commands,
        "check",
        _check,
        "책의 수와 이름이 서로 맞는지 검사합니다.",
        "Check that figures and names of a book agree.",
    )
    checking.add_argument("file", metavar="FILE", type=Path, help=_FILE_OR_JSON)
    checking.add_argument(
        "--format", choices=["text", "json"], default="text", help="형식, 기본 text (format)"
    )
    checking.add_argument("--lang", choices=["ko", "en"], default="ko", help="언어, 기본 ko (language)")
    schema = _command(
        commands, "schema", _schema, "데이터의 JSON Schema를 보입니다.", "Print the JSON Schema."
    )
    schema.add_argument("what", choices=["book", "findings"], help="책 또는 검사 결과 (a book, or findings)")
    export = _command(
        commands,
        "export",
        _export,
        "사실과 수치만 골라 내보냅니다.",
        "Print facts and figures, without the book's sentences.",
    )
    export.add_argument("file", metavar="FILE", type=Path, help=_FILE_OR_JSON)
    export.add_argument("--with-text", action="store_true", help="문장도 함께 (with the sentences)")
    export.add_argument("-o", "--output", metavar="OUT", type=Path, help="저장할 파일 (file to write)")
    return whole


def _command(
    commands: _Commands, name: str, run: Callable[[argparse.Namespace], int], korean: str, english: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(
        name,
        help=f"{korean} ({english})",
        description=f"{korean}\n{english}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    return command


def _read(options: argparse.Namespace) -> int:
    book, _ = _open(options.file)
    sys.stdout.write(as_json(book))
    return 0


def _check(options: argparse.Namespace) -> int:
    book, lines = _open(options.file)
    _progress("검사하는 중 (checking)")
    findings = check(book, options.lang)
    _progress("")
    if options.format == "json":
        sys.stdout.write(_FINDINGS.dump_json(findings, indent=1).decode() + "\n")
    else:
        sys.stdout.write(report(book, findings, lines, options.lang))
    return FOUND_ERRORS if any(finding.severity == "error" for finding in findings) else 0


def _schema(options: argparse.Namespace) -> int:
    schema = (
        PlanBook.model_json_schema(mode="serialization")
        if options.what == "book"
        else _FINDINGS.json_schema(mode="serialization")
    )
    sys.stdout.write(json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
    return 0


def _export(options: argparse.Namespace) -> int:
    book, _ = _open(options.file)
    text = as_json(book if options.with_text else without_prose(book))
    if options.output:
        _write(options.output, text)
    else:
        sys.stdout.write(text)
    return 0


def _open(path: Path) -> tuple[PlanBook, Lines | None]:
    """A book and the lines it was read from; no lines where the file holds a book already as data."""
    _progress("읽는 중 (reading)")
    if _holds_json(path):
        return _book_of(path), None
    lines = read(path)
    _progress(f"{len(lines):,}줄에서 사실을 찾는 중 (parsing)")
    book = parse(lines)
    _progress("")
    return book, lines


def _holds_json(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(100).removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    except OSError as error:
        raise Unreadable(f"{path}: 파일을 열 수 없습니다({error.strerror}).") from error


def _book_of(path: Path) -> PlanBook:
    try:
        return PlanBook.model_validate_json(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        first = error.errors()[0]
        where = "/".join(str(step) for step in first["loc"]) or "JSON"
        raise Unreadable(
            f"{path.name}: 시행계획 데이터(goru schema book)가 아닙니다. {where}: {first['msg']}."
        ) from error


def _write(path: Path, text: str) -> None:
    """Write the whole file or nothing."""
    try:
        with NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=".goru-", delete=False
        ) as file:
            file.write(text)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError as error:
        raise Unwritable(f"{path}: 파일을 쓸 수 없습니다({error.strerror}).") from error


def _progress(step: str) -> None:
    """Say on a terminal what is going on; an empty step wipes the line."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{step}")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
