"""A real installation, as `make run` starts it, in a home of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from tests.deploy.proxy import free_port

from goru.config import environment, postgres

START = 300
"""Seconds that an installation may take from nothing to its first page on a busy machine."""


@dataclass(frozen=True, slots=True)
class Installation:
    """What runs: its address, its folder, the process that watches the others."""

    port: int
    home: Path
    watcher: int

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def process(self, part: str) -> int:
        """The process of `server`, `worker`, `database`, or of a `connection` to the database, which is its child."""
        end = time.monotonic() + 10
        while not (found := self._processes(part)):
            assert time.monotonic() < end, f"no {part}"
            time.sleep(0.1)
        return found[-1]

    def _processes(self, part: str) -> list[int]:
        if part not in ("database", "connection"):
            return [one for one in children(self.watcher) if f"goru.config.{part}" in command(one)]
        held = postgres.Server(self.home).folder / "data" / "postmaster.pid"
        # A database that is killed and started again has no such file, or an empty one, for a moment.
        try:
            database = int(held.read_text().split("\n", 1)[0])
        except (OSError, ValueError):
            return []
        return [database] if part == "database" else children(database)

    def readiness(self) -> dict[str, object]:
        """What `/ready` says; nothing while nobody answers."""
        try:
            found: dict[str, object] = httpx.get(f"{self.address}/ready", timeout=5).json()
        except (httpx.HTTPError, json.JSONDecodeError):
            return {}
        return found

    def wait_until_ready(self, seconds: float, *, without: int = 0) -> float:
        """The seconds until all parts work and a page is shown; AssertionError where that takes longer.

        `without` is a process that was killed: until another is in its place nothing counts.
        """
        begun = time.monotonic()
        while time.monotonic() - begun < seconds:
            parts = [] if not without else [self.process(part) for part in ("server", "worker", "database")]
            if (
                without not in parts
                and self.readiness().get("ready")
                and httpx.get(f"{self.address}/2024/", timeout=10).is_success
            ):
                return time.monotonic() - begun
            time.sleep(0.1)
        raise AssertionError(f"not ready after {seconds} s: {self.readiness()}")

    def wait_until_idle(self, seconds: float) -> None:
        """Wait until no job waits or is done."""
        end = time.monotonic() + seconds
        while self.readiness().get("jobs") != 0:
            assert time.monotonic() < end, self.readiness()
            time.sleep(0.5)


def children(process: int) -> list[int]:
    """The processes that a process started, the latest last."""
    found: list[int] = []
    try:
        for thread in Path(f"/proc/{process}/task").iterdir():
            found += map(int, (thread / "children").read_text().split())
    except OSError:
        return []
    return sorted(found)


def command(process: int) -> str:
    """How a process was called."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


@pytest.fixture(scope="session")
def installation() -> Iterator[Installation]:
    """The one of all these tests, with the plan of 2024 and the demo accounts."""
    with tempfile.TemporaryDirectory(prefix="goru-") as folder:
        Path(folder).chmod(0o755)  # the database's own user passes through, as pytest's folders let nobody
        with running(Path(folder) / "home") as one:
            yield one


@contextmanager
def running(home: Path, *, is_idle: bool = True) -> Iterator[Installation]:
    """While this lasts an installation runs in this folder; at first it is given time to issue, if it is to be idle."""
    home.mkdir(exist_ok=True)
    for made in ("assets", "fonts", "maps", "node_modules", "locale"):
        if not (home / made).exists():
            (home / made).symlink_to(environment.home() / made)
    port = free_port()
    variables = {**os.environ, "GORU_HOME": str(home), "PORT": str(port), "GORU_DEMO": "on"}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        variables.pop(name, None)
    with (home / "log").open("w") as log:
        watcher = subprocess.Popen(
            [sys.executable, "-m", "goru.config.serve"], env=variables, stdout=log, stderr=log
        )
    one = Installation(port, home, watcher.pid)
    try:
        one.wait_until_ready(START)
        if is_idle:
            one.wait_until_idle(START)
        yield one
    finally:
        watcher.terminate()
        watcher.wait(60)


@pytest.fixture
def officer(installation: Installation) -> Iterator[httpx.Client]:
    """The secretariat, signed in."""
    password = json.loads((installation.home / "demo-accounts.json").read_text())["secretariat"]
    with httpx.Client(base_url=installation.address, timeout=30) as client:
        page = client.get("/accounts/sign-in/").text
        fields = {"username": "secretariat", "password": password, "csrfmiddlewaretoken": token(page)}
        assert client.post("/accounts/sign-in/", data=fields).status_code == 302
        yield client


def token(page: str) -> str:
    """The token of a page's forms."""
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found
    return found[1]
