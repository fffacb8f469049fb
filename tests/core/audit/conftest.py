"""Acts to try the log with."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.utils.translation import gettext_lazy as _

from goru.core.audit import actions
from goru.core.audit.vocabulary import Act
from goru.core.verdict import Subject
from goru.domain.institutions.actions import system_person

AT = datetime(2024, 4, 4, 9, tzinfo=UTC)


class Trial(Act):
    """What is done here."""

    TRIED = "trial.tried", _("시험")


@actions.deed
def try_on(key: str, at: datetime = AT) -> None:
    actions.note(
        Trial.TRIED,
        subject=Subject("trial", key),
        by=system_person(),
        at=at,
        post="시험 담당",
        details={"won": 1},
    )


@pytest.fixture
def tried(db: None) -> Callable[..., None]:
    """Leave an act in the log, about a subject of its key."""
    return try_on


@contextmanager
def by_force() -> Iterator[None]:
    """Change the log as someone could who owns the database."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_officialact DISABLE TRIGGER USER")
        yield
        cursor.execute("ALTER TABLE audit_officialact ENABLE TRIGGER USER")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture
def forced(db: None) -> Callable[[str], None]:
    """Run a statement on the log as someone could who owns the database."""

    def force(statement: str) -> None:
        with by_force(), connection.cursor() as cursor:
            cursor.execute(statement)

    return force
