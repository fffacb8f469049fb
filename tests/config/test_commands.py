"""The commands of an installation: known to the core command, whose start they do not slow."""

import subprocess
import sys
from pathlib import Path

import pytest

from goru.cli.main import main
from goru.config import commands, npm

LOADED = "import sys; from goru.cli.commands import parser; parser(); print(*sys.modules)"


def test_a_core_command_loads_nothing_of_the_web() -> None:
    loaded = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True).stdout

    assert {"django", "psycopg", "waitress", "babel"} & set(loaded.split()) == set()


@pytest.mark.parametrize(
    "command", ["setup", "serve", "manage", "backup x.zip", "restore x.zip", "audit verify"]
)
def test_without_the_web_extra_one_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    def missing(_name: str) -> None:
        raise ModuleNotFoundError(name="django")

    monkeypatch.setattr(commands, "import_module", missing)

    assert main(command.split()) == 2
    said = capsys.readouterr().err
    assert "pip install 'goru[web]'" in said
    assert said.count("\n") == 1


def test_serving_takes_the_place_of_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr("goru.config.commands.os.execv", lambda _program, command: called.append(command))

    main(["serve"])

    assert called == [[sys.executable, "-m", "goru.config.serve"]]


def test_set_up_that_fails_ends_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(_folder: Path) -> None:
        raise npm.NotInstalled("npm이 없습니다.")

    monkeypatch.setenv("GORU_HOME", str(tmp_path))
    monkeypatch.setattr(npm, "install", fail)

    assert main(["setup"]) == 2
    assert capsys.readouterr().err == "goru: npm이 없습니다.\n"


def test_manage_passes_everything_on(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    monkeypatch.setattr("goru.config.manage.run", seen.append)

    assert main(["manage", "migrate", "--plan", "-v", "0"]) == 0

    assert seen == [["migrate", "--plan", "-v", "0"]]


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_a_place_that_is_not_there_is_said_in_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str
) -> None:
    assert main([command, str(tmp_path / "none" / "goru.zip")]) == 2

    said = capsys.readouterr().err
    assert f"goru: {tmp_path}/none/goru.zip: 그런" in said
    assert said.count("\n") == 1
