"""The commands of `goru` and their options."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn, TypeAlias

from pydantic import TypeAdapter

from goru.book.model import Finding, PlanBook
from goru.book.writing.package import as_json, without_prose
from goru.book.writing.pdf import as_pdf
from goru.book.writing.text import as_text
from goru.cli.account import ACCOUNT, account, account_as_json, lines_that_became
from goru.cli.offers import offers
from goru.cli.opening import open_book
from goru.cli.output import Unwritable, print_out, show_progress, write_file
from goru.cli.report import report
from goru.core.places import home

FOUND_ERRORS = 1
_FINDINGS = TypeAdapter(list[Finding])
_FILE = (
    "시행계획 파일: 텍스트, PDF, HWPX, goru read의 JSON, 또는 표준 입력 - "
    "(a plan book: text, PDF, HWPX, the JSON of goru read, or - for standard input)"
)

_FORMS = ["json", "text", "hwpx", "pdf"]

_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


class _Parser(argparse.ArgumentParser):
    """Says in Korean too that a command was not understood, and where its help is."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"goru: 명령을 이해하지 못했습니다: {message}. 도움말: {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """The commands and their options, with help in Korean and English."""
    whole = _Parser(
        prog="goru",
        description="지방시대 시행계획서를 자료로 읽고 점검합니다.\nReads plan books into data and checks them.",
        epilog="종료 상태: 0 정상, 1 오류가 있음(check), 2 파일을 읽거나 쓸 수 없음.\n"
        "Exit status: 0 done, 1 check found an error, 2 a file cannot be read or written.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"goru {version('goru')}")
    commands = whole.add_subparsers(title="명령 (commands)", metavar="COMMAND", required=True)
    reading = _command(commands, "read", _read, "계획서를 읽어 자료로 내보냅니다.", "Print a book as data.")
    reading.add_argument("file", metavar="FILE", type=Path, help=_FILE)
    reading.add_argument(
        "--format",
        choices=["json"],
        help="형식, 기본 json; --account는 기본 글 (format; of --account text by default)",
    )
    reading.add_argument(
        "--account",
        action="store_true",
        help="자료 대신, 얼마나 읽었고 줄마다 무엇이 되었는지 (how much was read, what became of every line)",
    )
    reading.add_argument(
        "--lines", choices=ACCOUNT, help="자료 대신, 그렇게 된 줄들 (the lines of which that became)"
    )
    _year(reading)
    checking = _command(
        commands,
        "check",
        _check,
        "계획서의 수와 이름이 서로 맞는지 점검합니다.",
        "Check that figures and names of a book agree.",
    )
    checking.add_argument("file", metavar="FILE", type=Path, help=_FILE)
    checking.add_argument(
        "--format", choices=["text", "json"], default="text", help="형식, 기본 text (format)"
    )
    _year(checking)
    checking.add_argument("--lang", choices=["ko", "en"], default="ko", help="언어, 기본 ko (language)")
    schema = _command(commands, "schema", _schema, "자료의 JSON Schema를 보입니다.", "Print the JSON Schema.")
    schema.add_argument(
        "what", choices=["book", "findings"], help="계획서 또는 점검 결과 (a book, or findings)"
    )
    export = _command(
        commands,
        "export",
        _export,
        "사실과 수치만 골라 내보냅니다.",
        "Print facts and figures, without the book's sentences.",
    )
    export.add_argument("file", metavar="FILE", type=Path, help=_FILE)
    export.add_argument("--format", choices=_FORMS, default="json", help="형식, 기본 json (format)")
    export.add_argument("--with-text", action="store_true", help="문장도 함께 (with the sentences)")
    export.add_argument("-o", "--output", metavar="OUT", type=Path, help="저장할 파일 (file to write)")
    for offer in offers():
        offered = _command(commands, offer.name, offer.run, offer.korean, offer.english)
        offer.arguments(offered)
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


def _year(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--year", type=int, help="문서에 연도가 없을 때 그 연도 (year, where the document says none)"
    )


def _read(options: argparse.Namespace) -> int:
    opened = open_book(options.file, year=options.year)
    if options.lines:
        print_out(lines_that_became(options.lines, opened))
    elif options.account:
        print_out(account_as_json(opened) if options.format else account(opened))
    else:
        print_out(as_json(opened.book))
    return 0


def _check(options: argparse.Namespace) -> int:
    opened = open_book(options.file, options.lang, options.year)
    if options.format == "json":
        print_out(_FINDINGS.dump_json(opened.findings, indent=1).decode() + "\n")
    else:
        print_out(report(opened.book, opened.findings, opened.lines, options.lang))
    return FOUND_ERRORS if any(finding.severity == "error" for finding in opened.findings) else 0


def _schema(options: argparse.Namespace) -> int:
    schema = (
        PlanBook.model_json_schema(mode="serialization")
        if options.what == "book"
        else _FINDINGS.json_schema(mode="serialization")
    )
    print_out(json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
    return 0


def _export(options: argparse.Namespace) -> int:
    book = open_book(options.file).book
    show_progress("쓰는 중 (writing)")
    content = _written(book if options.with_text else without_prose(book), options.format)
    show_progress("")
    if options.output:
        write_file(options.output, content)
    elif isinstance(content, bytes) and sys.stdout.isatty():
        raise Unwritable(f"{options.format} 파일은 화면에 보일 수 없습니다. -o로 저장할 파일을 지정하세요.")
    else:
        print_out(content)
    return 0


def _written(book: PlanBook, form: str) -> str | bytes:
    if form == "hwpx":  # loaded only here: it takes longer than to read a book
        return bytes(import_module("goru.book.writing.hwpx").as_hwpx(book))
    if form == "pdf":
        fonts = home() / "fonts"
        return as_pdf(book, [fonts] if fonts.is_dir() else [])
    return as_text(book) if form == "text" else as_json(book)
