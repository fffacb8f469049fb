"""Brings a backup back, into a database that holds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import psycopg
from django.conf import settings
from django.db import Error, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from goru.config import roles
from goru.config.backups import tables
from goru.config.backups.archive import BackupError, Manifest, content_of, opened, upload_member, verify
from goru.pipelines.importing.reading import uploads


def restore(file: Path) -> Manifest:
    """Bring back what the file holds and bring it to this program's state, all of it or nothing."""
    manifest = verify(file)
    _require_known(manifest)
    _require_empty(manifest)
    try:
        with opened(file) as (archive, _), _nothing_left(), _uploads_back(archive, manifest):
            _migrate(manifest)
            with transaction.atomic():
                _load(archive, manifest)
            roles.migrate()
    except (Error, psycopg.Error) as error:  # what COPY raises Django does not translate
        raise BackupError(
            f"복원하지 못해 아무것도 남기지 않았습니다. PostgreSQL의 답: {_reason(error)}"
        ) from error
    return manifest


def _reason(error: Exception) -> str:
    """What PostgreSQL said, without the lines that hold the row."""
    return str(error).partition("\n")[0]


@contextmanager
def _nothing_left() -> Iterator[None]:
    """Where what is done meanwhile fails, its tables go again.

    One transaction would be less, but PostgreSQL takes no value of an enumeration before what added it is committed.
    """
    try:
        yield
    except BaseException:
        try:
            connection.close()  # it may be lost, or within a COPY
            tables.drop_all()
        except (Error, psycopg.Error) as error:
            raise BackupError(
                f"복원하지 못했고, 하다 만 것을 지우지도 못했습니다({_reason(error)}). "
                "새 데이터베이스(DATABASE_URL)나 새 폴더(GORU_HOME)에 복원하세요."
            ) from error
        raise


def _require_known(manifest: Manifest) -> None:
    known = MigrationExecutor(connection).loader.graph.nodes
    if unknown := [name for name in manifest.migrations if name not in known]:
        app, name = unknown[0]
        raise BackupError(
            f"백업이 이 프로그램보다 새 판({manifest.program}, {app}.{name})에서 만들어졌습니다. "
            "같은 판이나 더 새 판을 설치한 뒤 복원하세요."
        )


def _require_empty(manifest: Manifest) -> None:
    """Tables without rows are left of a restoring that was killed: it may be done again."""
    applied = set(MigrationExecutor(connection).loader.applied_migrations)
    if not applied <= set(manifest.migrations) or any(map(tables.has_rows, tables.all_tables())):
        raise BackupError(
            "데이터베이스가 비어 있지 않아 복원하지 않았습니다. "
            "새 데이터베이스(DATABASE_URL)나 새 폴더(GORU_HOME)에 복원하세요."
        )


def _migrate(manifest: Manifest) -> None:
    """Make the tables as they were: the last migration of each app that the backup knows."""
    executor, names = MigrationExecutor(connection), set(manifest.migrations)
    graph = executor.loader.graph
    last = [
        name
        for name in sorted(names)
        if not any(child.key in names and child.key[0] == name[0] for child in graph.node_map[name].children)
    ]
    with roles.uncollected():
        executor.migrate(last)


def _load(archive: ZipFile, manifest: Manifest) -> None:
    """Put all rows in and compare them with the manifest."""
    stated = {table.name: table for table in manifest.tables}
    found = tables.all_tables()
    if {rows.name: rows.columns for rows in found} != {name: one.columns for name, one in stated.items()}:
        raise BackupError("백업의 표가 이 데이터베이스의 표와 달라 복원하지 않았습니다.")
    tables.use_same_words()
    with _as_they_are(found):
        for rows in found:
            tables.load(rows, content_of(archive, stated[rows.name].member))
    tables.set_sequences(manifest.sequences)
    changed = [rows.name for rows in found if tables.copied(rows) != stated[rows.name]]
    if changed:
        raise BackupError(f"복원한 표가 백업과 다릅니다({', '.join(changed)}). 복원하지 않았습니다.")


@contextmanager
def _as_they_are(found: list[tables.Rows]) -> Iterator[None]:
    """While this lasts rows come as they are.

    The queue, for one, notes each job that comes; and rows older than a constraint need not keep to it.
    """
    unchecked = tables.unchecked()
    with connection.cursor() as cursor:
        for rows in found:
            cursor.execute(f"ALTER TABLE {rows.quoted} DISABLE TRIGGER USER")
        for one in unchecked:
            cursor.execute(one.drop)
        yield
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for one in unchecked:
            cursor.execute(one.add)
        for rows in found:
            cursor.execute(f"ALTER TABLE {rows.quoted} ENABLE TRIGGER USER")


@contextmanager
def _uploads_back(archive: ZipFile, manifest: Manifest) -> Iterator[None]:
    """Put the files in their place; where what follows fails, those that came go again."""
    came = []
    try:
        for digest in manifest.uploads:
            if not (settings.UPLOADS / digest).exists():
                came.append(digest)
                uploads.keep(content_of(archive, upload_member(digest)), settings.UPLOADS)
        yield
    except BaseException:
        for digest in came:
            uploads.forget(digest, settings.UPLOADS)
        raise
