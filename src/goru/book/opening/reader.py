"""The process that reads one file: `python -m goru.book.opening.reader NAME LANG YEAR INSTITUTIONS TAKES < FILE`."""

from __future__ import annotations

import json
import re
import resource
import signal
import sys
import traceback
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import cast

from goru.book.checking.rulebook import check
from goru.book.checking.sentences import Language
from goru.book.model import LineKind, Text
from goru.book.opening.bounds import MOST_MEMORY, TOO_LARGE, WORKBOOKS
from goru.book.opening.messages import Failed, Fault, Message, Opened, OpenedWorkbook, Stage, Step
from goru.book.parsing import parse_and_account
from goru.book.reading import Line, Lines, Unreadable, content_of, data, read_content, source_of, workbook
from goru.book.reading.lines import Row
from goru.book.register import ENTRIES, Register, institutions, using

SECONDS, SECONDS_A_MEGABYTE, MOST_SECONDS = 20, 3, 200
"""Of the processor: a book of 400 pages takes one. By the clock three times as long."""


def main() -> int:
    """Read what comes in, say the stages and the outcome, under limits that the file cannot lift."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.setitimer(signal.ITIMER_REAL, 3 * MOST_SECONDS)  # for what comes slowly or never
    name, lang, year, own, takes = sys.argv[1:]
    try:
        register = Register([*institutions(), *ENTRIES.validate_json(own)])
        with using(register):
            stated = int(year) if year else None
            _say(outcome_of(name, cast(Language, lang), stated, takes_workbooks=takes == WORKBOOKS))
    except MemoryError:
        _say(Failed(korean=TOO_LARGE[0], english=TOO_LARGE[1]))
    except BrokenPipeError:  # the caller has gone
        return 1
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        raised = f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"
        _say(Fault(raised=raised, trace=traceback.format_exc()))
    return 0


def outcome_of(
    name: str, lang: Language, year: int | None = None, *, takes_workbooks: bool = False
) -> Opened | OpenedWorkbook | Failed:
    """The book (or the workbook) that standard input holds, or why there is none; `year` where the document says none."""
    try:
        content = content_of(sys.stdin.buffer, name)
        _limit_time(len(content))
        _begin("reading")
        if takes_workbooks and workbook.is_workbook(content, name):
            return OpenedWorkbook(sheets=workbook.read(content, name))
        if data.is_data(content):
            book, lines, kinds = data.read(content, name), None, list[LineKind]()
        else:
            lines = read_content(content, name)
            del content
            _begin("parsing", lines)
            book, kinds = parse_and_account(lines, year)
        _begin("checking", lines)
        printed, beside = (lines.all, lines.beside) if lines else ((), ())
        return Opened(
            book=book,
            findings=check(book, lang, prose=_prose((*printed, *beside), kinds)),
            printed=_rows(printed),
            beside=_rows(beside),
            kinds=kinds,
        )
    except Unreadable as error:
        korean, english = TOO_LARGE if _is_full() else error.sentences
        return Failed(korean=korean, english=english)


def _rows(lines: Iterable[Line]) -> list[Row]:
    return [(line.text, line.number, line.page, line.cell) for line in lines]


def _prose(lines: Iterable[Line], kinds: Sequence[LineKind]) -> list[Text]:
    """What the book does not keep, and heads of tables: they count things too."""
    told = {"prose", "furniture", "unread"}
    return [
        Text(text=line.text, source=source_of(line))
        for line, kind in zip(lines, kinds, strict=True)
        if kind in told
    ]


def _limit_time(size: int) -> None:
    seconds = min(SECONDS + SECONDS_A_MEGABYTE * size // 1_000_000, MOST_SECONDS)
    resource.setrlimit(
        resource.RLIMIT_CPU, (seconds, seconds + 5)
    )  # at the harder limit nothing is said, only killed
    signal.setitimer(signal.ITIMER_REAL, 3 * seconds)


def _is_full() -> bool:
    """Whether memory was all but used up: what a library then calls damaged may be whole."""
    with suppress(OSError):  # where there is no such file, memory is not limited either
        peak = re.search(r"VmPeak:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
        return peak is not None and int(peak[1]) * 1024 > MOST_MEMORY * 7 // 8
    return False


def _begin(stage: Stage, lines: Lines | None = None) -> None:
    _say(Step(stage=stage, lines=None if lines is None else len(lines)))


def _say(message: Message) -> None:
    sys.stdout.write(json.dumps(message.model_dump(mode="json"), ensure_ascii=True) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
