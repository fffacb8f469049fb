"""What the commands print and write: all of it or an error in one sentence."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from tempfile import NamedTemporaryFile


class Unwritable(Exception):
    """A file or a stream that cannot be written; the message is one sentence for the user."""


def prepare_streams() -> None:
    """UTF-8 whatever the locale, names of files as they are; a closed stream swallows what is written to it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def print_out(content: str | bytes) -> None:
    """Print to standard output now; BrokenPipeError where its reader has gone."""
    try:
        sys.stdout.buffer.write(_encoded(content))
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon_stdout()
        raise
    except OSError as error:
        _abandon_stdout()
        raise Unwritable(f"표준 출력에 쓸 수 없습니다({error.strerror}).") from error


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode(errors="surrogateescape")


def _abandon_stdout() -> None:
    """Let what is still in the buffer go nowhere: Python would try to write it again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_file(path: Path, content: str | bytes) -> None:
    """Write the whole file or nothing."""
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=".goru-", delete=False) as file:
            try:
                file.write(_encoded(content))
                file.flush()
                Path(file.name).chmod(0o644)
                Path(file.name).replace(path)
            except BaseException:  # also an interrupt must not leave half a file
                Path(file.name).unlink(missing_ok=True)
                raise
    except OSError as error:
        raise Unwritable(f"{path}: 파일을 쓸 수 없습니다({error.strerror}).") from error


def complain(sentence: str) -> None:
    """One sentence on standard error; where that cannot be written either, the exit status must do."""
    with contextlib.suppress(OSError):
        show_progress("")
        sys.stderr.write(f"goru: {sentence}\n")
        sys.stderr.flush()


def show_progress(step: str) -> None:
    """Say on a terminal what is going on; an empty step wipes the line."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{step}")
        sys.stderr.flush()
