"""`make run`: database, migrations, the 2024 plan, static files, then the web server; all stop together."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import gc
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from threading import Event, Thread
from types import FrameType
from typing import Any

import waitress
from django.conf import settings
from django.utils.module_loading import import_string
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser

from goru.config import environment, postgres

_THREADS = 2
"""Requests at once; each thread keeps a connection to the database."""

_ABOVE = 10_000_000
"""Bytes above the largest upload that are still taken, so that web/refusals.py can answer with a page."""

_HEAP = {-8: 1, -1: 16 * 1024, -3: 32 * 1024}
"""M_ARENA_MAX, M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of malloc.h."""

_NOT_ASCII = re.compile(rb"[\x80-\xff]")

_PAUSE = 5
"""Seconds between the end of a worker and the next one."""


def main() -> int:
    """Serve until stopped (Ctrl-C or SIGTERM). A second run while one lasts says so and ends."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.serving")
    _share_one_heap()
    port = os.environ.get("PORT", "8000")
    home = environment.home()
    home.mkdir(parents=True, exist_ok=True)
    with (home / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            sys.stderr.write(
                f"이미 실행 중입니다: http://localhost:{port} (다른 창의 make run을 먼저 끝내세요).\n"
            )
            return 1
        if refusal := _refusal(port):
            sys.stderr.write(f"{refusal} 다른 포트로 실행하세요: PORT=8001 make run\n")
            return 1
        signal.signal(signal.SIGTERM, _interrupt)
        try:
            with postgres.available(takes_over=True):  # nobody else runs: the lock is ours
                return _serve(port)
        except postgres.PostgresError as error:
            sys.stderr.write(f"{error}\n")
            return 1


def _whole() -> dict[str, str]:
    """The environment of processes that do more than serve."""
    return {**os.environ, "DJANGO_SETTINGS_MODULE": "goru.config.settings"}


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _serve(port: str) -> int:
    prepared = subprocess.run([sys.executable, "-m", "goru.config.prepare"], env=_whole(), check=False)
    if prepared.returncode:
        return prepared.returncode
    application = import_string(
        "goru.config.wsgi.application"
    )  # only now: it looks for the static files once
    import_module("goru.config.urls")
    _collect_little()
    sys.stdout.write(f"\n고루: http://localhost:{port}  (끝내기: Ctrl-C)\n")
    sys.stdout.flush()
    HTTPChannel.parser_class = KoreanParser
    with _worker():
        waitress.serve(application, **options(port))
    return 0


class KoreanParser(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """Takes Korean in an address as it is written, too: browsers encode it (%ED%8A%B9), curl sends it as it is."""

    def parse_header(self, header_plus: bytes) -> None:
        request, end, headers = header_plus.partition(b"\r\n")
        encoded = _NOT_ASCII.sub(lambda byte: b"%%%02X" % ord(byte[0]), request)
        super().parse_header(encoded + end + headers)


def options(port: str) -> dict[str, Any]:
    """What waitress is told. With GORU_HTTPS a proxy on this machine says the scheme and who asks."""
    always = {
        "threads": _THREADS,
        "ident": None,
        "max_request_body_size": settings.MOST_UPLOAD + _ABOVE,
        "clear_untrusted_proxy_headers": True,
    }
    if not environment.is_on("GORU_HTTPS"):
        addresses = [f"127.0.0.1:{port}", *([f"[::1]:{port}"] if _has_ipv6() else [])]
        return {**always, "listen": " ".join(addresses)}
    return {
        **always,
        "listen": f"127.0.0.1:{port}",  # waitress trusts one address, so a proxy must not come by ::1
        "trusted_proxy": "127.0.0.1",
        "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"},
    }


def _share_one_heap() -> None:
    """Where the C library is glibc, all threads share one heap, and what is free goes back to the system."""
    if adjust := getattr(ctypes.CDLL(None), "mallopt", None):
        for option, value in _HEAP.items():
            adjust(option, value)


def _collect_little() -> None:
    """Leave what is loaded to no collection of garbage: the rest is little, so it can be collected often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 2, 1)


@contextlib.contextmanager
def _worker() -> Iterator[None]:
    """While this lasts a worker does the jobs of the queue; one that dies is followed by another."""
    command = [sys.executable, "-m", "goru.config.worker"]
    is_over = Event()
    running: list[subprocess.Popen[bytes]] = []

    def keep_one() -> None:
        while not is_over.is_set():
            running[:] = [
                subprocess.Popen(command, env=_whole(), stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603
            ]
            running[0].wait()
            is_over.wait(_PAUSE)

    keeper = Thread(target=keep_one)
    keeper.start()
    try:
        yield
    finally:
        is_over.set()
        for worker in running:
            worker.terminate()
        keeper.join()


def _refusal(port: str) -> str | None:
    if not port.isdecimal() or not 0 < int(port) < 65536:
        return f"PORT={port}: 포트 번호가 아닙니다."
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.1", int(port))) == 0:
            return f"{port}번 포트를 다른 프로그램이 쓰고 있습니다."
    return None


def _has_ipv6() -> bool:
    """Whether the machine has the address ::1, which `localhost` may mean first."""
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
