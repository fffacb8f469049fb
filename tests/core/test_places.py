"""One installation is one folder, however the program was installed."""

from pathlib import Path

import pytest

from goru.core import places


@pytest.fixture
def from_wheel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The program as it lies where it was installed from a wheel."""
    monkeypatch.delenv("GORU_HOME", raising=False)
    monkeypatch.setattr(places, "PACKAGE", tmp_path / "site-packages" / "goru")
    monkeypatch.setattr(places, "_CHECKOUT", tmp_path)
    return tmp_path


def test_a_checkout_keeps_all_in_its_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GORU_HOME", raising=False)

    assert places.home() == Path(__file__).parents[2] / ".goru"
    assert places.shipped("data/2024/plan.json").is_file()


def test_from_a_wheel_the_users_folder_for_data_keeps_all(
    from_wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(from_wheel / "data"))

    assert places.home() == from_wheel / "data" / "goru"
    assert places.shipped("data/2024/plan.json") == places.PACKAGE / "data" / "2024" / "plan.json"


def test_whoever_says_another_folder_gets_it(from_wheel: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GORU_HOME", "/srv/goru")

    assert places.home() == Path("/srv/goru")


def test_a_user_who_says_no_folder_for_data_has_the_usual_one(
    from_wheel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", str(from_wheel / "kim"))

    assert places.home() == from_wheel / "kim" / ".local" / "share" / "goru"
