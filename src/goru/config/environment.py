"""What the environment says: the folder of everything made at run time, the address of the database."""

import fcntl
import os
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from goru.core.places import home

__all__ = [
    "ANEW",
    "database",
    "home",
    "is_demo",
    "is_on",
    "is_practice",
    "kept",
    "smtp",
    "web_address",
    "words",
]


def kept(name: str, make: Callable[[], str]) -> str:
    """A secret of this installation, made once and kept where only its user reads it: all processes have the same."""
    file = home() / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch(mode=0o600)
    with file.open("r+") as secret:
        fcntl.flock(secret, fcntl.LOCK_EX)
        secret.seek(0)
        if found := secret.read().strip():
            return found
        made = make()
        secret.write(made)
    return made


def is_on(name: str) -> bool:
    """Whether a switch of the environment is on ("1", "true", "yes" or "on")."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def is_demo() -> bool:
    """Whether this is one to try things with: one to practise with, or where GORU_DEMO says so, as `make run` does; never
    with a DATABASE_URL.
    """
    return is_practice() or (is_on("GORU_DEMO") and not os.environ.get("DATABASE_URL"))


def is_practice() -> bool:
    """Whether this is one to practise with (연습), on a database of its own that is emptied every night (config/practice.py)."""
    return is_on("GORU_PRACTICE")


def web_address(name: str) -> str:
    """The address of a site that a setting says, without its last slash; empty where it says none."""
    said = os.environ.get(name, "").strip().rstrip("/")
    if said and (urlsplit(said).scheme not in {"http", "https"} or not urlsplit(said).hostname):
        message = f"{name} must read https://host."
        raise ValueError(message)
    return said


ANEW = "anew"
"""Said to config/prepare where all that was practised is to go."""


def words(name: str, default: str = "") -> list[str]:
    """A list of the environment, parted by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


_PATIENCE: dict[str, Any] = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
"""libpq's, in seconds (the last in milliseconds): a database that is cut off is noticed."""


def database(url: str) -> dict[str, Any]:
    """Django's settings of a `postgres://user:password@host:port/name?option=value` address.

    A unix socket is written as its folder: `postgres:///name?host=/run/postgresql`.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        message = "DATABASE_URL must read postgres://user:password@host:port/name (PostgreSQL 15 or later)."
        raise ValueError(message)
    options = {**_PATIENCE, **dict(parse_qsl(parts.query))}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
    }


def smtp(url: str) -> dict[str, Any]:
    """Django's settings of a `smtp://user:password@host:port` address (STARTTLS where it has a password), or `smtps://`."""
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        message = "GORU_SMTP_URL must read smtp://user:password@host:587 or smtps://user:password@host:465."
        raise ValueError(message)
    is_tls = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if is_tls else 587 if parts.username else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_tls,
        "EMAIL_USE_TLS": not is_tls and bool(parts.username),
    }
