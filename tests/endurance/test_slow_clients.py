"""Slow clients hold nobody up: they cost a connection each, and no thread."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread

import httpx
import pytest
from tests.deploy.proxy import proxied
from tests.endurance.conftest import Installation

PATIENT = 5.0
"""Seconds that a quick client may wait at most, on a machine that does other things too."""
HEAD = b"GET /2024/institutions/ HTTP/1.1\r\nHost: localhost\r\n"
BODY = b"POST /accounts/sign-in/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n"
WHOLE = b"GET /data/2024/plan.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
"""A megabyte, which no buffer of a socket holds."""


@contextmanager
def slow_clients(port: int, number: int) -> Iterator[None]:
    """So many clients: a third sends a head, a third a body, a byte a second; a third reads nothing of its answer."""
    over = Event()
    with ExitStack() as held:
        clients = [held.enter_context(socket.create_connection(("127.0.0.1", port))) for _ in range(number)]
        for place, client in enumerate(clients):
            client.sendall((HEAD, BODY, WHOLE)[place % 3])

        def trickle() -> None:
            while not over.wait(1):
                for place, client in enumerate(clients):
                    if place % 3 < 2:
                        _send_a_byte(client, b"aX"[place % 3 : place % 3 + 1])

        trickling = Thread(target=trickle)
        trickling.start()
        try:
            yield
        finally:
            over.set()
            trickling.join()


def _send_a_byte(client: socket.socket, byte: bytes) -> None:
    try:
        client.sendall(byte)
    except OSError:  # the server had no more patience with this one
        return


def waits_of_quick_clients(port: int, number: int) -> list[float]:
    """How long each of so many readers, twenty at once, waited for a page; AssertionError where one had none."""

    def read(_place: int) -> float:
        begun = time.monotonic()
        answer = httpx.get(f"http://127.0.0.1:{port}/2024/", timeout=60, headers={"Host": "localhost"})
        assert answer.status_code == 200
        return time.monotonic() - begun

    with ThreadPoolExecutor(20) as pool:
        return list(pool.map(read, range(number)))


@pytest.fixture
def number(request: pytest.FixtureRequest) -> int:
    """Of slow and of quick clients."""
    return 200 if request.config.getoption("soak") else 120


def test_two_hundred_slow_clients_hold_nobody_up(installation: Installation, number: int) -> None:
    with slow_clients(installation.port, number):
        waits = waits_of_quick_clients(installation.port, number)

    print(f"{number} slow clients: {number} quick ones waited {max(waits):.2f} s at most")
    assert max(waits) < PATIENT


def test_behind_a_proxy_neither(installation: Installation, number: int, tmp_path: Path) -> None:
    with proxied(installation.port, tmp_path) as port, slow_clients(port, number):
        waits = waits_of_quick_clients(port, number)

    print(f"behind Caddy {max(waits):.2f} s at most")
    assert max(waits) < PATIENT
