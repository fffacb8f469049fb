"""The two servers of serving.py, each started as its users start it and stopped at the end."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from goru.config import environment, postgres

START_LIMIT = 120
"""Seconds that a server may take to answer first."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: the process that serves, the one that started all, and the database's first."""

    port: int
    process: int
    watcher: int | None = None
    database: int | None = None
    home: Path | None = None

    def memory(self) -> float:
        """The proportional set size of the process that serves, in MB."""
        return _pss(self.process) / 1000

    def memory_beside(self) -> float:
        """That of the processes beside it: who watches all, the worker of the queue."""
        return (
            sum(_pss(one) for one in _tree(self.watcher) if not self._is_counted(one)) / 1000
            if self.watcher
            else 0
        )

    def _is_counted(self, process: int) -> bool:
        return process == self.process or process in set(_tree(self.database) if self.database else ())

    def database_memory(self) -> float:
        """That of its database's processes."""
        return sum(map(_pss, _tree(self.database))) / 1000 if self.database else 0.0


@contextlib.contextmanager
def goru(folder: Path) -> Iterator[Served]:
    """`make run` in a home of its own, with the styles and fonts that are there."""
    folder.chmod(0o755)  # the database's own user passes through
    home = folder / "home"
    home.mkdir()
    for made in ("assets", "fonts", "maps", "node_modules"):
        (home / made).symlink_to(environment.home() / made)
    port = _free_port()
    variables = {**os.environ, "GORU_HOME": str(home), "PORT": str(port)}
    variables.pop("DATABASE_URL", None)
    with _running([sys.executable, "-m", "goru.config.serve"], variables) as watcher:
        _wait(port, "/api/v1/cycles")
        _wait_until_issued(port)
        held = postgres.Server(home).folder / "data" / "postmaster.pid"
        serving = next(one for one in _tree(watcher) if "goru.config.server" in _command(one))
        yield Served(port, serving, watcher, int(held.read_text().split("\n", 1)[0]), home)


@contextlib.contextmanager
def datasette(folder: Path, ours: Served) -> Iterator[Served]:
    """Datasette on the rows that Goru's API gives."""
    _write(folder / "book.db", _rows(ours.port))
    port = _free_port()
    command = [sys.executable, "-m", "datasette", "serve", "-i", str(folder / "book.db"), "--port", str(port)]
    with _running(command, dict(os.environ)) as process:
        _wait(port, "/book/indicators.json")
        yield Served(port, process)


def _rows(port: int) -> list[dict[str, object]]:
    address: str | None = f"http://127.0.0.1:{port}/api/v1/indicators?limit=500"
    rows: list[dict[str, object]] = []
    while address:
        with urlopen(address) as answer:
            page = json.load(answer)
        rows += page["data"]
        address = page["next"]
    return rows


def _write(file: Path, rows: list[dict[str, object]]) -> None:
    columns = ", ".join(f'"{name}"' for name in rows[0])
    with contextlib.closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(f"CREATE TABLE indicators (id INTEGER PRIMARY KEY, {columns})")
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(
            f"INSERT INTO indicators ({columns}) VALUES ({places})",  # noqa: S608
            [tuple(row.values()) for row in rows],
        )


@contextlib.contextmanager
def _running(command: list[str], variables: dict[str, str]) -> Iterator[int]:
    process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(port: int, address: str) -> None:
    for _ in range(START_LIMIT * 4):
        try:
            urlopen(f"http://127.0.0.1:{port}{address}").close()
            return
        except URLError:
            time.sleep(0.25)
    raise RuntimeError(f"no server answers on port {port}")


def _wait_until_issued(port: int) -> None:
    """The worker makes pictures and downloads first; what is measured is not to wait for it."""
    for _ in range(START_LIMIT * 2):
        with contextlib.suppress(HTTPError), urlopen(f"http://127.0.0.1:{port}/ready") as answer:
            if json.load(answer)["jobs"] == 0:
                return
        time.sleep(0.5)
    raise RuntimeError("nothing is issued")


def _command(process: int) -> str:
    return Path(f"/proc/{process}/cmdline").read_text()


def _tree(process: int) -> Iterator[int]:
    yield process
    for thread in Path(f"/proc/{process}/task").iterdir():
        for child in (thread / "children").read_text().split():
            yield from _tree(int(child))


def _pss(process: int) -> int:
    """Kilobytes, where shared pages count in part for each that shares them."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
