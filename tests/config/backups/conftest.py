"""Databases beside that of the tests, and the command as an operator calls it."""

import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import psycopg
import pytest
from django.db import connection

_NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Installation:
    """A home folder and a database."""

    home: Path
    url: str

    def goru(self, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command, in an environment with something more; without the settings that the tests have."""
        ours = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
        return subprocess.run(
            [sys.executable, "-m", "goru.cli", *map(str, arguments)],
            env={**ours, "DATABASE_URL": self.url, "GORU_HOME": str(self.home), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def url_of(self, role: str) -> str:
        """The address of the database for a role whose password is its name."""
        return self.url.replace(self.url[len("postgres://") : self.url.index("@")], f"{role}:{role}", 1)

    def ask(self, question: str) -> Any:
        """The first value of the answer."""
        with psycopg.connect(self.url, autocommit=True) as connected:
            row = connected.execute(question.encode()).fetchone()
        return row[0] if row else None


def _url(name: str, **role: str) -> str:
    settings = {**connection.settings_dict, **role}
    said = {key: quote(str(settings[key] or ""), safe="") for key in ("USER", "PASSWORD", "PORT")}
    host = urlencode({"host": connection.settings_dict["HOST"]})
    port = f":{said['PORT']}" if said["PORT"] else ""
    return f"postgres://{said['USER']}:{said['PASSWORD']}@{port}/{name}?{host}"


@contextmanager
def installations(homes: Path) -> Iterator[Callable[[], Installation]]:
    """Makes installations whose database is empty; its owner has no other right on the server."""
    server, made = _url("postgres"), []
    role = f"goru_owner_{os.getpid()}_{next(_NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connected:
        connected.execute(f"CREATE ROLE {role} LOGIN PASSWORD 'owner'".encode())

    def make() -> Installation:
        name = f"goru_elsewhere_{os.getpid()}_{next(_NUMBERS)}"
        with psycopg.connect(server, autocommit=True) as connected:
            connected.execute(f"CREATE DATABASE {name} OWNER {role}".encode())
        made.append(name)
        home = homes / name
        home.mkdir()
        return Installation(home, _url(name, USER=role, PASSWORD="owner"))  # noqa: S106

    yield make
    with psycopg.connect(server, autocommit=True) as connected:
        for name in made:
            connected.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
        connected.execute(f"DROP ROLE {role}".encode())


@pytest.fixture
def elsewhere(django_db_setup: None, tmp_path: Path) -> Iterator[Callable[[], Installation]]:
    """Installations of one test."""
    with installations(tmp_path) as make:
        yield make


@pytest.fixture(scope="module")
def elsewhere_for_all(
    django_db_setup: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[], Installation]]:
    """Installations that the tests of a module look at and leave as they are."""
    with installations(tmp_path_factory.mktemp("homes")) as make:
        yield make
