"""Makes a backup while the installation runs."""

from __future__ import annotations

import os
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from goru.config.backups import tables
from goru.config.backups.archive import (
    MANIFEST,
    BackupError,
    Manifest,
    Table,
    digest_of,
    pieces,
    upload_member,
    verify,
)

_NAMED = "SELECT DISTINCT digest FROM importing_import WHERE decision <> 'discarded' ORDER BY digest"


def back_up(file: Path) -> Manifest:
    """Write a backup, read it again, and only then put it in its place; its user alone may read it."""
    descriptor, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)  # made with mode 600
    draft = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as raw:
            with ZipFile(raw, "w", ZIP_DEFLATED) as archive:
                _write(archive)
            raw.flush()
            os.fsync(raw.fileno())
        manifest = verify(draft)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
    return manifest


@transaction.atomic
def _write(archive: ZipFile) -> None:
    """All tables as of one moment, then the files that they name."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    migrations = tuple(sorted(MigrationRecorder(connection).applied_migrations()))
    if not migrations:
        raise BackupError("데이터베이스가 비어 있어 백업할 것이 없습니다.")
    tables.use_same_words()
    held = tuple(_write_table(archive, rows) for rows in tables.all_tables())
    uploads, lacking = _write_uploads(archive)
    manifest = Manifest(
        program=version("goru"),
        made_at=datetime.now(UTC),
        migrations=migrations,
        tables=held,
        sequences=tables.sequences(),
        uploads=uploads,
        lacking=lacking,
    )
    archive.writestr(MANIFEST, manifest.model_dump_json(indent=1))


def _write_table(archive: ZipFile, rows: tables.Rows) -> Table:
    with archive.open(f"tables/{rows.name}", "w", force_zip64=True) as member:
        return tables.copied(rows, member.write)


def _write_uploads(archive: ZipFile) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The digests of the files that were taken, and of those that could not be: a file may be discarded meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMED)
        named = [row[0] for row in cursor.fetchall()]
    taken = [digest for digest in named if _write_upload(archive, digest)]
    return tuple(taken), tuple(digest for digest in named if digest not in taken)


def _write_upload(archive: ZipFile, digest: str) -> bool:
    """Whether the file was there and whole."""
    try:
        upload = (settings.UPLOADS / digest).open("rb")
    except FileNotFoundError:
        return False
    with upload:
        if digest_of(upload) != digest:
            return False
        upload.seek(0)
        stored = ZipInfo(upload_member(digest))  # as it is: most are compressed already
        with archive.open(stored, "w", force_zip64=True) as member:
            for piece in pieces(upload):
                member.write(piece)
    return True
