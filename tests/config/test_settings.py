"""What the environment turns on."""

import runpy

import pytest

from goru.core.places import PACKAGE


@pytest.mark.parametrize(("switch", "seconds"), [("1", 31_536_000), ("", 0)])
def test_browsers_are_told_to_stay_with_https_only_where_it_is_spoken(
    monkeypatch: pytest.MonkeyPatch, switch: str, seconds: int
) -> None:
    monkeypatch.setenv("GORU_HTTPS", switch)

    settings = runpy.run_path(str(PACKAGE / "config" / "settings.py"))

    assert settings["SECURE_HSTS_SECONDS"] == seconds
    assert settings["SESSION_COOKIE_SECURE"] is settings["CSRF_COOKIE_SECURE"] is bool(seconds)
