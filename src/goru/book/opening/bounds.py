"""The caller's side: a hostile file can take nothing down but the process that reads it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import BinaryIO

from goru.book.checking.sentences import Language
from goru.book.opening.messages import MESSAGE, Failed, Fault, Opened, OpenedWorkbook, Step
from goru.book.reading import Unreadable
from goru.book.register import ENTRIES, Institution

MOST_MEMORY = 1024**3
"""Bytes that the reading process may have, whatever for."""

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes that the system counts a process's peak of memory in."""

TOO_LONG = (
    "읽는 데 시간이 너무 오래 걸려 멈췄습니다. 파일이 온전한지 확인하고, 나누어 저장한 파일을 주세요.",
    "Reading took too long and was stopped. Is the file whole? Save it in pieces.",
)
TOO_LARGE = (
    "읽는 데 메모리가 1 GiB 넘게 들어 멈췄습니다. 파일이 온전한지 확인하고, 나누어 저장한 파일을 주세요.",
    "Reading needed more than 1 GiB of memory and was stopped. Is the file whole? Save it in pieces.",
)
_OUT_OF_TIME = {signal.SIGXCPU, signal.SIGALRM}


class Broken(Exception):
    """Reading stopped by a fault of the program: what was raised and where; `trace` is for a developer."""

    def __init__(self, raised: str, trace: str = "") -> None:
        super().__init__(raised)
        self.trace = trace


WORKBOOKS = "workbooks"
"""Says to the process that workbooks are taken too."""


def open_book(
    file: BinaryIO,
    name: str,
    *,
    on_step: Callable[[Step], None],
    lang: Language = "ko",
    year: int | None = None,
    own: Sequence[Institution] = (),
) -> Opened:
    """Read and check what an open file or pipe holds; `name` is how messages call it, `year` whose plan it is where it does
    not say, `own` are institutions that the program's register does not know.

    The process is given neither the environment of the caller nor the place of the file: it has the bytes and says
    JSON. `on_step` is told of each stage; an exception of it ends the reading. Raises Unreadable with a sentence for
    the user, Broken where the program is at fault.
    """
    found = _opened(file, [name, lang, str(year or ""), _entries(own), ""], on_step)
    if isinstance(found, Opened):
        return found
    raise Broken("no book")


def open_any(
    file: BinaryIO, name: str, *, year: int, own: Sequence[Institution] = ()
) -> Opened | OpenedWorkbook:
    """Read what an open file holds, be it a book, a part of one, or a workbook; as `open_book`."""
    return _opened(file, [name, "ko", str(year), _entries(own), WORKBOOKS], lambda _: None)


def _entries(own: Sequence[Institution]) -> str:
    return ENTRIES.dump_json(list(own)).decode()


def _opened(
    file: BinaryIO, arguments: Sequence[str], on_step: Callable[[Step], None]
) -> Opened | OpenedWorkbook:
    name = arguments[0]
    command = [sys.executable, "-I", "-m", "goru.book.opening.reader", *arguments]
    environment = {"PATH": os.defpath, "PYTHONUTF8": "1", "LANG": "C.UTF-8"}
    process = subprocess.Popen(  # noqa: S603
        command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    )
    try:
        for line in process.stdout or ():
            match MESSAGE.validate_json(line):
                case Step() as step:
                    on_step(step)
                case Opened() | OpenedWorkbook() as opened:
                    return opened
                case Failed(korean=korean, english=english):
                    raise Unreadable(name, korean, english)
                case Fault(raised=raised, trace=trace):
                    raise Broken(raised, trace)
        raise _ended(process, name)
    finally:
        if process.stdout:
            process.stdout.close()
        if process.returncode is None:
            process.kill()
            process.wait()


def _ended(process: subprocess.Popen[bytes], name: str) -> Exception:
    """Why a process ended without a word: over a limit, or struck down."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if -process.returncode in _OUT_OF_TIME:
        return Unreadable(name, *TOO_LONG)
    # Libraries that get no memory end the process. Linux counts what the caller had when it began the process, too.
    if used.ru_maxrss > max(
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, MOST_MEMORY // 2 // _RSS_UNIT
    ):
        return Unreadable(name, *TOO_LARGE)
    ended = signal.Signals(-process.returncode).name if process.returncode < 0 else f"{process.returncode}"
    return Broken(f"reader ended: {ended}")
