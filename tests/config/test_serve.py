"""What `make run` refuses at once, in one sentence; that its parts are started again."""

import socket
from pathlib import Path

import pytest

from goru.config import serve
from goru.config.serve import main


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    monkeypatch.setenv("GORU_HOME", str(tmp_path))
    monkeypatch.setattr(serve, "_TRIES", 1)
    return monkeypatch


@pytest.mark.parametrize("wrong", ["http", "0", "70000", ""])
def test_what_is_no_port_is_refused(port, capsys, wrong: str) -> None:
    port.setenv("PORT", wrong)

    assert main() == 1
    assert "포트 번호가 아닙니다" in capsys.readouterr().err


def test_a_port_that_another_program_uses_is_refused(port, capsys) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port.setenv("PORT", str(other.getsockname()[1]))

        assert main() == 1
        assert "다른 프로그램이 쓰고 있습니다" in capsys.readouterr().err


def test_a_second_run_says_the_port_of_the_first_one(port, capsys, tmp_path: Path) -> None:
    port.setenv("PORT", "8001")
    with (tmp_path / "run.lock").open("a+") as first:
        serve._hold(first)
        first.write("8123")
        first.flush()

        assert main() == 1

    assert "http://localhost:8123" in capsys.readouterr().err
