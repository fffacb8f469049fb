"""The process that reads one file: `python -m goru.pipelines.importing.reading.reader NAME < FILE`."""

from __future__ import annotations

import json
import resource
import sys

from goru.book.checking.register import check
from goru.book.parsing import parse
from goru.book.reading import Lines, Unreadable, data, read_content
from goru.pipelines.importing.reading.excerpts import with_excerpts
from goru.pipelines.importing.reading.outcome import Failed, Outcome, Readable, Stage, Step

MOST_MEMORY = 3 * 1024**3
MOST_SECONDS = 300
"""Of the processor; a book of 400 pages takes some 20."""


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
        if data.is_data(content):
            book, lines = data.read(content, name), None
        else:
            lines = read_content(content, name)
            _begin("parsing", lines)
            book = parse(lines)
        _begin("checking", lines)
        printed = [(line.page, line.number, line.cell, line.text) for line in lines or ()]
        return Readable(book=book, checked=with_excerpts(check(book), lines), lines=printed)
    except Unreadable as error:
        return Failed(reason=str(error), english=error.english)


def _begin(stage: Stage, lines: Lines | None = None) -> None:
    _say(Step(stage=stage, lines=len(lines) if lines else None))


def _say(message: Step | Outcome) -> None:
    sys.stdout.write(json.dumps(message.model_dump(mode="json"), ensure_ascii=True) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
