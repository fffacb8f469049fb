"""The processes of an installation: each is started again when it ends, and ends when who started it is no more."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from threading import Thread
from typing import Final

_LEAST_LIFE: Final = 30
"""Seconds after which a part that ends is started again at once; one that ends sooner is given some seconds."""
_MOST_PAUSE: Final = 5
_PATIENCE: Final = 25
"""Seconds that a part may take to end, for the jobs it is at."""


class Part:
    """A module that is run as a process of its own, with the sockets it is given."""

    def __init__(self, module: str, environment: Mapping[str, str], sockets: tuple[int, ...] = ()) -> None:
        self.module = module
        self._environment = environment
        self._sockets = sockets
        self._process: subprocess.Popen[bytes] | None = None
        self._since = 0.0
        self._failures = 0

    def keep(self, now: float) -> None:
        """Start it where it does not run; `now` is a monotonic clock's."""
        if self._process is None:
            self._start(now)
        elif self._process.poll() is not None:
            lived = now - self._since
            pause = 0 if lived > _LEAST_LIFE else min(self._failures, _MOST_PAUSE)
            if lived > pause:
                sys.stderr.write(f"고루: {self.module}: 멈추어 다시 시작합니다.\n")
                self._failures = 0 if lived > _LEAST_LIFE else self._failures + 1
                self._start(now)

    def stop(self) -> None:
        """Let it end, by force where it does not."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._bury()

    def _bury(self) -> None:
        """Leave nothing of a part that ended: neither its pipe nor the processes that it began."""
        if self._process and self._process.stdin:
            self._process.stdin.close()
            self._process.wait()
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _start(self, now: float) -> None:
        self._bury()
        self._since = now
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", self.module, *map(str, self._sockets)],
            env=self._environment,
            stdin=subprocess.PIPE,
            pass_fds=self._sockets,
            start_new_session=True,
        )


def end_with_the_caller() -> None:
    """In a part: once the pipe at standard input is closed, whoever held it is no more, even killed; stop then."""

    def wait() -> None:
        while os.read(sys.stdin.fileno(), 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    Thread(target=wait, daemon=True).start()


def now() -> float:
    """The monotonic clock that parts are kept by."""
    return time.monotonic()
