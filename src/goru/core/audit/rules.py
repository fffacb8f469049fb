"""How a line of the log is sealed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

START = "0" * 64
"""The seal before the first line."""


def seal(*, previous: str, at: datetime, content: Mapping[str, object]) -> str:
    """The SHA-256 over the line before and this one, as 64 hexadecimal digits."""
    line = json.dumps(
        {**content, "previous": previous, "at": at.astimezone(UTC).isoformat(timespec="microseconds")},
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(line.encode()).hexdigest()
