"""Whatever is killed, under load: it is up again within ten seconds, and nothing that was acknowledged is lost."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest
from tests.conftest import SMALL_BOOK
from tests.endurance.conftest import Installation, command, running, token

UP_AGAIN = 10
"""Seconds."""
PARTS = ("server", "worker", "database", "connection")


@pytest.fixture
def readers(installation: Installation) -> Iterator[list[int]]:
    """Three readers who go on asking for pages; what they were answered, 0 where nobody answered."""
    answered: list[int] = []
    over = Event()

    def read() -> None:
        while not over.is_set():
            try:
                address = f"{installation.address}/2024/institutions/seoul/"
                answered.append(httpx.get(address, timeout=30).status_code)
            except httpx.HTTPError:
                answered.append(0)
            over.wait(0.2)

    threads = [Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    yield answered
    over.set()
    for thread in threads:
        thread.join()


def bring_in(officer: httpx.Client, number: int) -> int | None:
    """Bring in a book of its own; the number of the import once that was acknowledged."""
    book = SMALL_BOOK.read_text(encoding="utf-8") + f"\n※ {number}\n"
    try:
        page = officer.get("/imports/new/")
        if page.status_code != 200:
            return None
        sent = officer.post(
            "/imports/new/",
            data={"csrfmiddlewaretoken": token(page.text)},
            files={"file": (f"book-{number}.txt", book.encode())},
        )
    except httpx.HTTPError:
        return None
    return int(sent.headers["Location"].strip("/").rpartition("/")[2]) if sent.status_code == 302 else None


def state_of(officer: httpx.Client, number: int) -> str:
    """Whether an import is ready to be decided on, failed, or still in work."""
    page = officer.get(f"/imports/{number}/")
    assert page.status_code == 200
    return "ready" if "/adopt/" in page.text else "failed" if "/retry/" in page.text else "in work"


def test_whatever_is_killed_is_up_again_and_nothing_is_lost(
    installation: Installation, officer: httpx.Client, readers: list[int], request: pytest.FixtureRequest
) -> None:
    chance = random.Random(17)  # noqa: S311
    rounds = 100 if request.config.getoption("soak") else len(PARTS)
    acknowledged: list[int] = []
    waits: list[float] = []
    for number in range(rounds):
        brought_in = bring_in(officer, number)
        acknowledged += [brought_in] if brought_in else []
        time.sleep(chance.random())
        part = PARTS[number] if rounds == len(PARTS) else chance.choice(PARTS)

        killed = installation.process(part)
        os.kill(killed, signal.SIGKILL)

        waits.append(installation.wait_until_ready(UP_AGAIN, without=killed))
    installation.wait_until_idle(120)
    print(
        f"{rounds} kills, up again after {max(waits):.1f} s at most, {sum(waits) / rounds:.1f} s on average"
    )

    states = {one: state_of(officer, one) for one in acknowledged}
    assert len(acknowledged) > rounds / 2
    assert set(states.values()) == {"ready"}, states
    assert set(readers) <= {200, 503, 0}, (installation.home / "log").read_text()[-20_000:]
    assert readers.count(200) > len(readers) / 3


def test_a_killed_run_leaves_nobody_behind_and_the_next_one_serves_what_was_issued() -> None:
    """The whole is killed while an issue is half made."""
    with tempfile.TemporaryDirectory(prefix="goru-") as folder:
        Path(folder).chmod(0o755)
        with running(Path(folder) / "home") as first:
            shelf = first.home / "issues" / "2024"
            (issued,) = shelf.iterdir()
            (shelf / ".draft-killed").mkdir()
            issued.rename(shelf / f"{'0' * 12}{issued.name[12:]}")
            left = [first.process(part) for part in ("server", "worker")]
            os.kill(first.watcher, signal.SIGKILL)
            wait_until_gone(left)

        with running(Path(folder) / "home", is_idle=False) as second:
            page = httpx.get(f"{second.address}/2024/").text
            second.wait_until_idle(120)

            assert "<svg" in page
            assert [one.name for one in shelf.iterdir()] == [issued.name]


def wait_until_gone(processes: list[int]) -> None:
    """AssertionError where one of them still runs after ten seconds."""
    end = time.monotonic() + UP_AGAIN
    while left := [one for one in processes if "goru" in command(one)]:
        assert time.monotonic() < end, left
        time.sleep(0.1)
