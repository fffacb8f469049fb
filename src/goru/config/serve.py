"""`make run`: the database, what must be there, then the web server and the worker; each is watched, all stop together."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from types import FrameType
from typing import TextIO
from zoneinfo import ZoneInfo

from goru.config import environment, postgres
from goru.config.parts import Part, now

_LOOK = 0.5
"""Seconds between two looks at the parts."""
_TRIES = 20
"""How often a port is asked for: after a killed run the server it left needs a moment to end."""


class _Refused(Exception):
    """It cannot be served: why, and what to do."""


def main() -> int:
    """Serve until stopped (Ctrl-C or SIGTERM). A second run while one lasts says so and ends."""
    port = os.environ.get("PORT", "8000")
    home = environment.home()
    home.mkdir(parents=True, exist_ok=True)
    with (home / "run.lock").open("a+") as lock:
        try:
            _hold(lock)
            sockets = _listening(port)
            lock.truncate(0)
            lock.write(str(_port_of(sockets)))
            lock.flush()
            signal.signal(signal.SIGTERM, _interrupt)
            with postgres.available(takes_over=True) as database:
                return _serve(sockets, database)
        except (_Refused, postgres.PostgresError) as error:
            sys.stderr.write(f"{error}\n")
            return 1
        except KeyboardInterrupt:
            sys.stdout.write("고루를 끝냈습니다.\n")
            return 0


def _hold(lock: TextIO) -> None:
    """Be the only run of this home; the file says the port of the one that is."""
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.seek(0)
        running = f"이미 실행 중입니다: http://localhost:{lock.read()} (다른 창의 make run을 먼저 끝내세요)."
        raise _Refused(running) from error


def _listening(port: str) -> list[socket.socket]:
    """The sockets of the port; they outlive the server, so that who comes while it starts again waits for it."""
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise _Refused(f"PORT={port}: 포트 번호가 아닙니다. 다른 포트로 실행하세요: PORT=8001 make run")
    for _ in range(_TRIES):
        try:
            held = [socket.create_server(("127.0.0.1", int(port)), backlog=1024)]
            break
        except OSError:
            time.sleep(_LOOK / 2)
    else:
        raise _Refused(
            f"{port}번 포트를 다른 프로그램이 쓰고 있습니다. 다른 포트로 실행하세요: PORT=8001 make run"
        )
    if not environment.is_on("GORU_HTTPS"):  # waitress trusts one address, so a proxy must not come by ::1
        with suppress(OSError):  # a machine without ::1, which `localhost` may mean first
            held.append(socket.create_server(("::1", int(port)), family=socket.AF_INET6, backlog=1024))
    return held


def _port_of(sockets: list[socket.socket]) -> int:
    port: int = sockets[0].getsockname()[1]
    return port


def _serve(sockets: list[socket.socket], database: postgres.Server | None) -> int:
    if failed := _prepare():
        return failed
    known = {name: value for name, value in os.environ.items() if name != "GORU_OWNER_DATABASE_URL"}
    whole = known | {"DJANGO_SETTINGS_MODULE": "goru.config.settings"}
    light = known | {"DJANGO_SETTINGS_MODULE": "goru.config.serving"}
    parts = [
        Part("goru.config.server", light, tuple(one.fileno() for one in sockets)),
        Part("goru.config.worker", whole),
    ]
    try:
        for part in parts:
            part.keep(now())
        sys.stdout.write(f"\n고루: http://localhost:{_port_of(sockets)}  (끝내기: Ctrl-C)\n")
        sys.stdout.flush()
        return _watch(parts, database)
    finally:
        for part in parts:
            part.stop()


def _watch(parts: list[Part], database: postgres.Server | None) -> int:
    """Keep all running; one to practise with begins anew every night. The status of what then fails."""
    night = _next_night(datetime.now(UTC))
    while True:
        time.sleep(_LOOK)
        if database:
            database.keep()
        if environment.is_practice() and datetime.now(UTC) >= night:
            night = _next_night(datetime.now(UTC))
            for part in parts:
                part.stop()
            if failed := _prepare(environment.ANEW):
                return failed
        for part in parts:
            part.keep(now())


def _next_night(after: datetime) -> datetime:
    """When a practice installation is emptied next: at three o'clock in Seoul."""
    local = after.astimezone(ZoneInfo("Asia/Seoul"))
    night = local.replace(hour=3, minute=0, second=0, microsecond=0)
    return night if night > local else night + timedelta(days=1)


def _prepare(*said: str) -> int:
    """Make what must be there, as the owner of the database; the status of its process."""
    owning = {**os.environ, "DJANGO_SETTINGS_MODULE": "goru.config.owning"}
    command = [sys.executable, "-m", "goru.config.prepare", *said]
    return subprocess.run(command, env=owning, check=False).returncode  # noqa: S603


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
