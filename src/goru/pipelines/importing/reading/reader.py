"""The process that reads one file: `python -m goru.pipelines.importing.reading.reader NAME < FILE`."""

from __future__ import annotations

import json
import re
import resource
import sys

from pydantic import ValidationError

from goru.book.checking.register import check
from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Lines, Unreadable, read_content
from goru.pipelines.importing.reading.excerpts import with_excerpts
from goru.pipelines.importing.reading.outcome import Failed, Outcome, Readable, Stage, Step

MOST_MEMORY = 3 * 1024**3
MOST_SECONDS = 300
"""Of the processor; a book of 400 pages takes some 20."""

_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")


def main() -> int:
    """Read what comes in, say the stages and the outcome, under limits that the file cannot lift."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    name, content = sys.argv[1], sys.stdin.buffer.read()
    try:
        outcome = outcome_of(content, name)
    except (MemoryError, RecursionError):
        outcome = Failed(
            reason=f"{name}: 문서가 지나치게 크거나 복잡해서 읽지 못했습니다. 나누어 저장한 파일을 주세요.",
            english=f"{name}: The document is too large or too complex to be read. Save it in pieces.",
        )
    _say(outcome)
    return 0


def outcome_of(content: bytes, name: str) -> Outcome:
    """The book in a file, or why there is none."""
    try:
        _begin("reading")
        if _JSON.match(content[:1000]):
            book, lines = _book_of(content, name), None
        else:
            lines = read_content(content, name)
            _begin("parsing", lines)
            book = parse(lines)
        _begin("checking", lines)
        printed = [(line.page, line.number, line.cell, line.text) for line in lines or ()]
        return Readable(book=book, checked=with_excerpts(check(book), lines), lines=printed)
    except Unreadable as error:
        return Failed(reason=str(error), english=error.english)


def _book_of(content: bytes, name: str) -> PlanBook:
    """A book that is data already, as `goru read` prints it."""
    try:
        return PlanBook.model_validate_json(content.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = "/".join(str(step) for step in first["loc"]) or "JSON"
        raise Unreadable(
            name,
            f"시행계획 데이터(goru schema book)가 아닙니다. {where}: {first['msg']}.",
            f"It is no plan book (goru schema book). {where}: {first['msg']}.",
        ) from error


def _begin(stage: Stage, lines: Lines | None = None) -> None:
    _say(Step(stage=stage, lines=len(lines) if lines else None))


def _say(message: Step | Outcome) -> None:
    sys.stdout.write(json.dumps(message.model_dump(mode="json"), ensure_ascii=True) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
