"""Files as they were brought, kept by their digest; the same file brought twice is kept once."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

INTO_DRAFTS = "drafts"
"""The folder of files that are brought into drafts, until they are read."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A kept file: the SHA-256 of its bytes, and how many they are."""

    digest: str
    size: int


def keep(chunks: Iterable[bytes], folder: Path) -> Upload:
    """Keep a file whole or not at all; nobody but this installation's user may read it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(prefix=".draft-", dir=folder)  # made with mode 600
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(descriptor, "wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        Path(draft).replace(folder / digest.hexdigest())
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    return Upload(digest.hexdigest(), size)


def forget(digest: str, folder: Path) -> None:
    """Remove a kept file, if it is there."""
    (folder / digest).unlink(missing_ok=True)
