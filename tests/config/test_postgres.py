"""The embedded PostgreSQL, for real: set up, killed, started again."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from threading import Thread

import psycopg
import pytest

from goru.config import postgres
from goru.config.postgres import PostgresError, Server

pytestmark = pytest.mark.web


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    one = Server(tmp_path_factory.mktemp("home"))
    one.start()
    yield one
    one.stop()


def ask(server: Server, question: str) -> object:
    with psycopg.connect(server.owner_url) as connection:
        row = connection.execute(question.encode()).fetchone()
    return row[0] if row else None


def is_alive(process: str) -> bool:
    """Whether the process runs; one that only waits to be reaped does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_a_killed_server_starts_again_with_its_data(server: Server) -> None:
    with psycopg.connect(server.owner_url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    postmaster = int((server.folder / "data" / "postmaster.pid").read_text().splitlines()[0])

    os.kill(postmaster, signal.SIGKILL)
    server.start()

    assert ask(server, "SELECT number FROM kept") == 7


def test_a_second_start_leaves_a_running_server_alone(server: Server) -> None:
    before = (server.folder / "data" / "postmaster.pid").read_text()

    server.start()

    assert (server.folder / "data" / "postmaster.pid").read_text() == before


def test_who_takes_over_stops_what_a_killed_run_left(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(postgres, "Server", lambda _home: server)

    with postgres.available():
        pass
    left_alone = server.is_running()
    with postgres.available(takes_over=True):
        taken_over = server.is_running()

    assert (left_alone, taken_over, server.is_running()) == (True, True, False)


def test_who_takes_over_waits_for_the_commands_that_use_the_database(
    server: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(postgres, "Server", lambda _home: server)
    order: list[str] = []

    def take_over() -> None:
        with postgres.available(takes_over=True):
            order.append("taken over")

    with postgres.available():
        taking_over = Thread(target=take_over)
        taking_over.start()
        taking_over.join(1)
        assert ask(server, "SELECT 1") == 1
        order.append("used")
    taking_over.join(30)

    assert order == ["used", "taken over"]
    assert "끝나기를 기다립니다" in capsys.readouterr().err


def test_who_started_it_leaves_it_to_others_who_use_it(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(postgres, "Server", lambda _home: server)
    server.stop()

    with ExitStack() as later:
        with postgres.available():
            later.enter_context(postgres.available())
        is_left = server.is_running()

    assert is_left


def test_it_listens_on_no_port(server: Server) -> None:
    assert ask(server, "SHOW listen_addresses") == ""


def test_stopping_leaves_no_process(server: Server) -> None:
    postmaster = (server.folder / "data" / "postmaster.pid").read_text().splitlines()[0]

    server.stop()

    assert not server.is_running()
    assert not is_alive(postmaster)


def test_a_long_path_gets_a_short_socket() -> None:
    server = Server(Path("/srv") / ("a" * 120))

    assert len(str(server.socket)) < 90


@pytest.fixture
def far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server whose socket will lie in /tmp; nothing of it is there yet."""
    monkeypatch.setattr(postgres, "_SOCKET_LIMIT", 0)
    one = Server(tmp_path)
    yield one
    if one.socket.is_symlink():
        one.socket.unlink()
    elif one.socket.exists():
        one.socket.rmdir()


@pytest.mark.parametrize("target", [".", "nowhere"])
def test_a_link_in_place_of_the_socket_s_folder_is_refused(far: Server, tmp_path: Path, target: str) -> None:
    far.socket.symlink_to(tmp_path / target)

    for deed in (far.is_running, far.start):
        with pytest.raises(PostgresError, match="링크이거나 다른 사용자의 것"):
            deed()


def test_somebody_else_s_folder_for_the_socket_is_refused(
    far: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    far.socket.mkdir()
    other = far.socket.lstat().st_uid + 1
    monkeypatch.setattr("goru.config.postgres.os.geteuid", lambda: other)

    with pytest.raises(PostgresError, match="링크이거나 다른 사용자의 것"):
        far.is_running()


def test_a_refused_folder_is_said_in_one_sentence(
    far: Server, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    far.socket.symlink_to("/")
    monkeypatch.setenv("GORU_HOME", str(far.home))
    monkeypatch.setattr("sys.argv", ["postgres", "status"])

    assert postgres.main() == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_who_serves_owns_nothing_and_becomes_nobody_else(server: Server) -> None:
    with psycopg.connect(server.url, autocommit=True) as connection:
        found = connection.execute(
            "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, pg_has_role('goru', 'MEMBER')"
            " FROM pg_roles WHERE rolname = current_user"
        ).fetchone()

        assert found == (False,) * 6
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SET ROLE goru")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE made (id int)")
