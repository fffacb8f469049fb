"""Two roles of the database: its owner, and the one that pages and worker are, which cannot rewrite the log."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction

ONE_ROLE = (
    "이 설치는 한 데이터베이스 역할로 일하므로 공적 행위 기록을 트리거로만 지킵니다. "
    "GORU_OWNER_DATABASE_URL로 소유자 역할을 따로 두면 서비스가 기록을 고칠 수 없습니다."
)
_ONLY_ADDED_TO = ("audit_officialact", "audit_logcheck")
"""With them the histories of rows (pghistory)."""
_ONLY_READ = ("django_migrations",)


def migrate() -> None:
    """Bring the tables to this program's state, and let the serving role do its work with them."""
    with uncollected():
        call_command("migrate", interactive=False, verbosity=0)
    if not grant(settings.SERVING_ROLE):
        sys.stderr.write(f"{ONE_ROLE}\n")


@contextmanager
def uncollected() -> Iterator[None]:
    """While tables are migrated Django makes the classes of all models again and again: to look for those that can go takes
    a third of the time.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@transaction.atomic
def grant(role: str) -> bool:
    """Let a role read and write all tables, but only add to the log. False where it is the owner, who may do all."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_schema(), current_database()")
        owner, *names = cursor.fetchone()
        if role in ("", owner):
            return False
        schema, database = map(quote, names)
        to = f"TO {quote(role)}"
        cursor.execute(f"GRANT TEMPORARY ON DATABASE {database} {to}")
        cursor.execute(f"GRANT USAGE ON SCHEMA {schema} {to}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} {to}")
        cursor.execute(f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA {schema} {to}")
        tracked = (model for model in apps.get_models() if hasattr(model, "pgh_tracked_model"))
        histories = [model._meta.db_table for model in tracked]
        only_added_to = [*_ONLY_ADDED_TO, *histories]
        for rights, tables in (("INSERT, UPDATE, DELETE", _ONLY_READ), ("UPDATE, DELETE", only_added_to)):
            cursor.execute(f"REVOKE {rights} ON {', '.join(map(quote, tables))} FROM {quote(role)}")
    return True
