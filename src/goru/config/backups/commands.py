"""`goru backup` and `goru restore`: the deed with the database it needs, and one sentence on how it went."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import psycopg
from django.db import Error

from goru.config import postgres
from goru.config.backups import restoring, writing
from goru.config.backups.archive import BackupError, Manifest


def backup(file: Path) -> str:
    """Back up the installation to a file; BackupError where that fails."""
    if not file.absolute().parent.is_dir():
        raise BackupError(f"{file}: 그런 폴더가 없습니다. 백업할 곳을 확인하세요.")
    with _installation("settings"):
        manifest = writing.back_up(file)
    lines = [f"백업하고 확인했습니다: {file} ({_extent(manifest)})"]
    lines += [
        f"올린 파일 {digest[:12]}: 없거나 온전하지 않아 담지 못했습니다." for digest in manifest.lacking
    ]
    return "\n".join(lines)


def restore(file: Path) -> str:
    """Bring an installation back from a file; BackupError where that fails, and then nothing was brought."""
    if not file.is_file():
        raise BackupError(f"{file}: 그런 파일이 없습니다. 백업 파일을 확인하세요.")
    with _installation("owning"):
        manifest = restoring.restore(file)
    return f"복원하고 확인했습니다: {_extent(manifest)}. goru serve가 공표 자료를 다시 만듭니다."


def _extent(manifest: Manifest) -> str:
    return f"표 {len(manifest.tables)}개, {manifest.rows:,}행, 올린 파일 {len(manifest.uploads)}개"


@contextmanager
def _installation(settings: str) -> Iterator[None]:
    """The installation with its database; whatever of the machine fails is said in one sentence."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"goru.config.{settings}")
    try:
        with postgres.available():
            django.setup()
            yield
    except postgres.PostgresError as error:
        raise BackupError(" ".join(str(error).split())) from error
    except (Error, psycopg.Error, OSError) as error:
        reason = " ".join(str(error).split())
        raise BackupError(f"데이터베이스나 파일을 쓸 수 없어 그만두었습니다: {reason}") from error
