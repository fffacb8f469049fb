"""What the environment turns on."""

import runpy
from importlib import import_module

import pytest
from django.contrib.auth.hashers import make_password

from goru.config import environment
from goru.core.places import PACKAGE

BARE = ("sessionid", "csrftoken", "device")


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "GORU_DEMO", "GORU_SMTP_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("switch", "seconds"), [("1", 31_536_000), ("", 0)])
def test_browsers_are_told_to_stay_with_https_only_where_it_is_spoken(
    monkeypatch: pytest.MonkeyPatch, switch: str, seconds: int
) -> None:
    monkeypatch.setenv("GORU_HTTPS", switch)

    settings = runpy.run_path(str(PACKAGE / "config" / "settings.py"))

    assert settings["SECURE_HSTS_SECONDS"] == seconds
    assert settings["SESSION_COOKIE_SECURE"] is settings["CSRF_COOKIE_SECURE"] is bool(seconds)


@pytest.mark.parametrize(("switch", "names"), [("1", {"__Host-"}), ("", {""})])
def test_with_https_no_other_host_and_no_plain_page_can_set_our_cookies(
    monkeypatch: pytest.MonkeyPatch, switch: str, names: set[str]
) -> None:
    """A browser takes `__Host-` only for the whole host, secure, and without a domain (RFC 6265bis 4.1.3.2)."""
    monkeypatch.setenv("GORU_HTTPS", switch)

    settings = runpy.run_path(str(PACKAGE / "config" / "settings.py"))

    kept = [settings[f"{name}_COOKIE_NAME"] for name in ("SESSION", "CSRF", "DEVICE")]
    assert {name.removesuffix(bare) for name, bare in zip(kept, BARE, strict=True)} == names
    assert not any("COOKIE_DOMAIN" in name or "COOKIE_PATH" in name for name in settings)


def test_a_key_is_changed_and_what_the_ones_before_signed_stays_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GORU_SECRET_KEY", "new")
    monkeypatch.setenv("GORU_SECRET_KEYS_BEFORE", "old, older")

    settings = runpy.run_path(str(PACKAGE / "config" / "settings.py"))

    assert (settings["SECRET_KEY"], settings["SECRET_KEY_FALLBACKS"]) == ("new", ["old", "older"])


def test_passwords_are_kept_as_argon2_with_a_salt_each() -> None:
    kept = [make_password("a password of somebody") for _ in range(2)]

    assert kept[0] != kept[1]
    assert all(one.startswith("argon2$argon2id$") for one in kept)


def test_code_of_errors_is_shown_to_nobody_unless_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GORU_DEBUG", raising=False)

    assert runpy.run_path(str(PACKAGE / "config" / "settings.py"))["DEBUG"] is False


def test_an_installation_asks_for_a_second_factor_and_a_demo_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = runpy.run_path(str(PACKAGE / "config" / "settings.py"))
    monkeypatch.setenv("GORU_DEMO", "on")
    demo = runpy.run_path(str(PACKAGE / "config" / "settings.py"))
    monkeypatch.setenv("DATABASE_URL", "postgres://host/name")
    with_an_own_database = runpy.run_path(str(PACKAGE / "config" / "settings.py"))

    assert (demo["IS_DEMO"], real["IS_DEMO"], with_an_own_database["IS_DEMO"]) == (True, False, False)
    for rule in (real["SECOND_FACTOR_NEEDED_BY"], real["ADMINISTRATORS"]):
        module, _, function = rule.rpartition(".")
        assert callable(getattr(import_module(module), function))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.org", ("mail.example.org", 25, "", "", False, False)),
        ("smtp://user:p%40ss@mail.example.org", ("mail.example.org", 587, "user", "p@ss", False, True)),
        ("smtps://user:pass@mail.example.org", ("mail.example.org", 465, "user", "pass", True, False)),
        ("smtp://localhost:2525", ("localhost", 2525, "", "", False, False)),
    ],
)
def test_a_mail_server_is_named_by_one_address(url: str, expected: tuple[object, ...]) -> None:
    found = environment.smtp(url)

    names = ("HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_SSL", "USE_TLS")
    assert tuple(found[f"EMAIL_{name}"] for name in names) == expected


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp://"])
def test_what_names_no_mail_server_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="GORU_SMTP_URL"):
        environment.smtp(url)


@pytest.mark.parametrize(("demo", "backend"), [("on", "filebased"), ("off", "smtp"), ("", "smtp")])
def test_only_a_demo_keeps_its_mails_in_files(
    monkeypatch: pytest.MonkeyPatch, demo: str, backend: str
) -> None:
    monkeypatch.setenv("GORU_DEMO", demo)

    settings = runpy.run_path(str(PACKAGE / "config" / "settings.py"))

    assert settings["EMAIL_BACKEND"] == f"django.core.mail.backends.{backend}.EmailBackend"
