"""A few readers at once, each on its own kept connection."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from time import monotonic

READERS = 4


def warm(port: int, address: str) -> None:
    """Ask a few times, so that neither server is measured while it loads its templates."""
    requests_a_second(port, address, 1.0)


def requests_a_second(port: int, address: str, seconds: float) -> float:
    """How many answers all readers get a second; a failed answer ends the measurement."""
    end = monotonic() + seconds
    with ThreadPoolExecutor(READERS) as readers:
        counts = list(readers.map(lambda _: _read(port, address, end), range(READERS)))
    return sum(counts) / seconds


def _read(port: int, address: str, end: float) -> int:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    count = 0
    while monotonic() < end:
        connection.request("GET", address)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{address}: {answer.status}")
        count += 1
    connection.close()
    return count
