"""How long it takes to publish a year, against COPY of the same rows into the same tables.

Both begin with empty tables and end with a commit; what COPY fills has the same constraints and indexes.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

import django
from django.core.management import call_command

from goru.config import environment, postgres
from goru.core.places import shipped

LIMIT = 5.0
"""How many times as long as COPY at most."""

ROUNDS = 7
PEER = "peer"
FOREIGN_KEYS = "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND conrelid = %s::regclass"


def main() -> int:
    """Adopt the plan of 2024, publish it again and again beside COPY, print, and fail where the limit is broken."""
    with installation():
        call_command("migrate", interactive=False, verbosity=0)
        call_command("adopt_book", str(shipped("data/2024/plan.json")))
        tables = row_tables()
        rows = {table: copied_out(table) for table in tables}
        make_peers(tables)
        times = [(timed(publishing(tables)), timed(copying(rows))) for _ in range(ROUNDS)]
    ours, peers = (min(taken) for taken in zip(*times, strict=True))
    count = sum(content.count(b"\n") for content in rows.values())
    print(f"{count} rows in {len(tables)} tables")
    print(f"published {ours * 1000:7.0f} ms")
    print(f"COPY      {peers * 1000:7.0f} ms   {ours / peers:.1f} times as long, limit {LIMIT}")
    return int(ours / peers > LIMIT)


@contextmanager
def installation() -> Iterator[None]:
    """An installation of its own, with what this one has fetched."""
    with tempfile.TemporaryDirectory(prefix="goru-bench-") as folder:
        home = Path(folder) / "home"
        home.mkdir()
        Path(folder).chmod(0o755)  # the database's own user passes through
        for made in ("assets", "fonts", "maps", "locale", "node_modules"):
            (home / made).symlink_to(environment.home() / made)
        os.environ |= {"GORU_HOME": str(home), "DJANGO_SETTINGS_MODULE": "goru.config.owning"}
        os.environ.pop("DATABASE_URL", None)
        with postgres.available():
            django.setup()
            yield


def row_tables() -> list[str]:
    """All that a publication is kept in: itself, its findings, its rows and the links between them."""
    plans = import_module("goru.domain.plans.models")
    rooms = [plans, *(import_module(f"goru.domain.{room}.models") for room in ("finance", "indicators"))]
    of_rows = (plans.Row, plans.Sourced)
    others = [plans.Projection, plans.Finding, plans.PublishedEdition, plans.Publication]
    others += [plans.ActionTaskMinistry, rooms[2].Target]
    found = [
        model
        for room in rooms
        for model in vars(room).values()
        if isinstance(model, type) and issubclass(model, of_rows) and not model._meta.abstract  # type: ignore[attr-defined]
    ]
    models: dict[Any, None] = dict.fromkeys([*others, *found])
    links = [field.remote_field.through for model in found for field in model._meta.local_many_to_many]  # type: ignore[attr-defined]
    return [model._meta.db_table for model in dict.fromkeys([*models, *links])]


def execute(statement: str, values: list[Any] | None = None) -> Any:
    """Run a statement; a cursor."""
    cursor = import_module("django.db").connection.cursor()
    cursor.execute(statement, values)
    return cursor


def copied_out(table: str) -> bytes:
    """The rows of a table as COPY writes them."""
    with (
        import_module("django.db").connection.cursor() as cursor,
        cursor.copy(f"COPY {table} TO STDOUT") as copy,
    ):
        return b"".join(copy)


def make_peers(tables: list[str]) -> None:
    """Tables with the same columns, constraints and indexes, which refer to each other as those do."""
    execute(f"CREATE SCHEMA {PEER}")
    for table in tables:
        execute(f"CREATE TABLE {PEER}.{table} (LIKE public.{table} INCLUDING ALL)")
    keys = [(table, *key) for table in tables for key in execute(FOREIGN_KEYS, [table]).fetchall()]
    execute(f"SET search_path = {PEER}, public")
    for table, name, definition in keys:
        execute(f"ALTER TABLE {PEER}.{table} ADD CONSTRAINT {name} {definition}")
    execute("RESET search_path")


def publishing(tables: list[str]) -> Callable[[], None]:
    """Publish the editions of the year, of which nothing is published."""
    models = import_module("goru.domain.plans.models")
    queries = import_module("goru.domain.plans.queries")
    actions = import_module("goru.domain.publication.actions")
    by = import_module("goru.domain.institutions.actions").system_person()
    cycle = models.Cycle.objects.get()
    editions = queries.editions_of(models.Publication.objects.get())
    execute(f"TRUNCATE {', '.join(tables)}")

    def publish() -> None:
        actions.publish(cycle=cycle, editions=editions, by=by, at=datetime.now(UTC))

    return publish


def copying(rows: dict[str, bytes]) -> Callable[[], None]:
    """Copy the rows of the year, of which none is there."""
    database = import_module("django.db")
    execute("TRUNCATE " + ", ".join(f"{PEER}.{table}" for table in rows))

    def copy_all() -> None:
        with database.transaction.atomic(), database.connection.cursor() as cursor:
            for table, content in rows.items():
                with cursor.copy(f"COPY {PEER}.{table} FROM STDIN") as copy:
                    copy.write(content)

    return copy_all


def timed(work: Callable[[], None]) -> float:
    """How many seconds something takes in a process that has no garbage of what it did before."""
    gc.collect()
    gc.freeze()
    started = perf_counter()
    work()
    return perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
