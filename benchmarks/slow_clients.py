"""Two hundred slow clients, and how fast the quick ones beside them are served: by waitress as `make run` starts it,
and by its peers on the same application, each as its documentation says for a small machine.

A slow client sends its request a byte a second. Memory is the proportional set size (PSS) of all that serves.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path

from serving_peers import Served, _free_port, _pss, _tree, _wait, goru

SLOW, QUICK, AT_ONCE, PATIENCE = 200, 200, 20, 20.0
PEERS = {
    "gunicorn gthread": ["gunicorn", "-k", "gthread", "-w", "1", "--threads", "4", "-b", "127.0.0.1:{port}"],
    "granian": [
        "granian",
        "--interface",
        "wsgi",
        "--workers",
        "1",
        "--host",
        "127.0.0.1",
        "--port",
        "{port}",
    ],
    "uvicorn": ["uvicorn", "--interface", "wsgi", "--log-level", "error", "--port", "{port}"],
}
HEAD = b"GET /2024/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: "


def main() -> int:
    """Measure, print, and fail where the slow clients hold up the quick ones of Goru."""
    with tempfile.TemporaryDirectory(prefix="goru-bench-") as folder, goru(Path(folder)) as ours:
        served, slowest = _measure("waitress (Goru)", ours.port, ours.process)
        for name, command in PEERS.items():
            with _peer(command, ours) as (port, process):
                _measure(name, port, process)
    return 0 if served == QUICK and slowest < PATIENCE else 1


def _measure(name: str, port: int, process: int) -> tuple[int, float]:
    """How many quick clients were served beside the slow ones, and how long the last one waited."""
    with ExitStack() as held:
        for _ in range(SLOW):
            with contextlib.suppress(OSError):
                client = held.enter_context(socket.create_connection(("127.0.0.1", port), timeout=5))
                client.sendall(HEAD)
        time.sleep(1)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            waits = [one for one in pool.map(lambda _: _wait_of_a_reader(port), range(QUICK)) if one]
        memory = sum(map(_pss, _tree(process))) / 1000
    slowest = max(waits, default=PATIENCE)
    print(
        f"{name:18} {len(waits):3} of {QUICK} quick clients served, the last after {slowest:5.2f} s, {memory:6.1f} MB"
    )
    return len(waits), slowest


def _wait_of_a_reader(port: int) -> float | None:
    begun = time.monotonic()
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/2024/", headers={"Host": "localhost"})
        is_served = connection.getresponse().status == 200
    except OSError:
        return None
    finally:
        connection.close()
    return time.monotonic() - begun if is_served else None


@contextlib.contextmanager
def _peer(command: list[str], ours: Served) -> Iterator[tuple[int, int]]:
    """A peer that serves the same application with the same database."""
    port = _free_port()
    variables = {**os.environ, "GORU_HOME": str(ours.home), "DJANGO_SETTINGS_MODULE": "goru.config.serving"}
    words = [one.format(port=port) for one in command]
    with subprocess.Popen(
        [str(Path(sys.executable).with_name(words[0])), *words[1:], "goru.config.wsgi:application"],
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _wait(port, "/health")
            for _ in range(AT_ONCE):
                _wait_of_a_reader(port)
            yield port, process.pid
        finally:
            process.terminate()


if __name__ == "__main__":
    sys.exit(main())
