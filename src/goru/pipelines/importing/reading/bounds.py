"""A file read in a process of its own: a hostile one can take nothing down but that process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer

from goru.pipelines.importing.reading.outcome import MESSAGE, Failed, Outcome, Step

MOST_SECONDS = 600
"""By the clock, also where the process only waits."""


def read_bounded(
    file: Path, name: str, *, on_step: Callable[[Step], None], most_seconds: float = MOST_SECONDS
) -> Outcome:
    """What the file holds. `on_step` is told of each stage; an exception of it ends the reading.

    The process is given neither the environment of the caller nor the place of the file: it has the file's bytes and
    says JSON. It runs as the same user, under limits of memory and time.
    """
    command = [sys.executable, "-I", "-m", "goru.pipelines.importing.reading.reader", name]
    environment = {"PATH": os.defpath, "PYTHONUTF8": "1", "LANG": "C.UTF-8"}
    with (
        file.open("rb") as content,
        subprocess.Popen(  # noqa: S603
            command,
            stdin=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        ) as reader,
    ):
        limit = Timer(most_seconds, reader.kill)
        limit.start()
        try:
            for line in reader.stdout or ():
                message = MESSAGE.validate_json(line)
                if not isinstance(message, Step):
                    return message
                on_step(message)
        finally:
            limit.cancel()
            reader.kill()
    return Failed(
        reason=f"{name}: 읽는 시간이나 메모리가 한도를 넘어 멈췄습니다. 파일이 온전한지 확인하고, 나누어 저장한 파일을 주세요.",
        english=f"{name}: Reading was stopped at its limit of time or memory. Is the file whole? Save it in pieces.",
    )
