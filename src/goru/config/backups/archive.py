"""The file of a backup: a zip whose last member, the manifest, says what all others hold.

A zip has its list of members at its end, so that a file cut off is known at once.
"""

from __future__ import annotations

import errno
import hashlib
import lzma
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Annotated, Literal
from zipfile import BadZipFile, ZipFile

from pydantic import BaseModel, ConfigDict, StringConstraints

MANIFEST = "manifest.json"
_PIECE = 1 << 16
_DAMAGE = (BadZipFile, KeyError, ValueError, RuntimeError, EOFError, zlib.error, lzma.LZMAError)
"""What zipfile and the manifest's model raise where bytes are wrong: RuntimeError for what claims to be encrypted, or
compressed in a way unknown."""
_Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class BackupError(Exception):
    """A backup that cannot be made or brought back; the message is one sentence that says why."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Table(_Model):
    """A table as the file holds it: its rows as COPY writes them, one a line."""

    name: str
    columns: str
    rows: int
    sha256: str

    @property
    def member(self) -> str:
        """Its name in the zip."""
        return f"tables/{self.name}"


class Sequence(_Model):
    """Where a sequence stands."""

    name: str
    value: int
    is_called: bool


class Manifest(_Model):
    """What a backup holds. `uploads` are digests (SHA-256): names of the files that say what is in them.

    `lacking` are those that the database names and that were not there, or not whole.
    """

    form: Literal[1] = 1
    program: str
    made_at: datetime
    migrations: tuple[tuple[str, str], ...]
    tables: tuple[Table, ...]
    sequences: tuple[Sequence, ...]
    uploads: tuple[_Digest, ...]
    lacking: tuple[_Digest, ...]

    @property
    def rows(self) -> int:
        """The rows of all tables."""
        return sum(table.rows for table in self.tables)


@contextmanager
def opened(file: Path) -> Iterator[tuple[ZipFile, Manifest]]:
    """A backup and its manifest; BackupError where the file is none or is damaged."""
    with ExitStack() as stack:
        with _reading(file):
            archive = stack.enter_context(ZipFile(file))
            manifest = Manifest.model_validate_json(archive.read(MANIFEST))
        yield archive, manifest


@contextmanager
def _reading(file: object) -> Iterator[None]:
    """Around what reads a backup, and nothing else: there such errors say that the file is damaged."""
    try:
        yield
    except _DAMAGE as error:
        raise _damaged(file) from error
    except OSError as error:
        if error.errno not in (
            None,
            errno.EINVAL,
        ):  # the disk's fault; a place before the file's begin is the file's
            raise
        raise _damaged(file) from error


def _damaged(file: object) -> BackupError:
    return BackupError(f"{file}: 온전한 백업 파일이 아닙니다.")


def verify(file: Path) -> Manifest:
    """Read the whole file and compare it with its manifest."""
    with opened(file) as (archive, manifest):
        found = [_extent(archive, table.member) for table in manifest.tables]
        whole = found == [(table.sha256, table.rows) for table in manifest.tables]
        if not whole or any(_extent(archive, upload_member(one))[0] != one for one in manifest.uploads):
            raise _damaged(file)
    return manifest


def content_of(archive: ZipFile, member: str) -> Iterator[bytes]:
    """What a member holds, bit by bit; BackupError where it is not there or damaged."""
    with _reading(archive.filename), archive.open(member) as content:
        yield from pieces(content)


def _extent(archive: ZipFile, member: str) -> tuple[str, int]:
    """The SHA-256 of a member, and how many lines it has."""
    digest, lines = hashlib.sha256(), 0
    for piece in content_of(archive, member):
        digest.update(piece)
        lines += piece.count(b"\n")
    return digest.hexdigest(), lines


def upload_member(digest: str) -> str:
    """The name in the zip of a file that was brought in."""
    return f"uploads/{digest}"


def pieces(content: IO[bytes]) -> Iterator[bytes]:
    """What a file holds, bit by bit."""
    while piece := content.read(_PIECE):
        yield piece


def digest_of(content: IO[bytes]) -> str:
    """The SHA-256 of what a file holds."""
    digest = hashlib.sha256()
    for piece in pieces(content):
        digest.update(piece)
    return digest.hexdigest()
