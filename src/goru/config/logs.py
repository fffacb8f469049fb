"""What the log says: one line an event, with time, level and name; nothing that a person typed or is called."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Iterator
from datetime import datetime

from django.core.exceptions import ImproperlyConfigured
from django.db import InterfaceError, OperationalError

_QUERY = re.compile(r"\?\S*")
"""What was searched for stands there in an address."""

_OF_THE_MACHINE = (OSError, OperationalError, InterfaceError, ImproperlyConfigured)
"""Errors whose words are of files and databases; those of others may repeat what somebody typed."""


class Line(logging.Formatter):
    """An event as a line; below an error of the program the lines of code that led to it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, and the code unless the request itself is at fault."""
        at = datetime.fromtimestamp(record.created).astimezone().isoformat(timespec="seconds")
        message = " ".join(_QUERY.sub("", record.getMessage()).split()).replace("ALLOWED_HOSTS", "GORU_HOSTS")
        line = f"{at} {record.levelname} {record.name}: {message}"
        error = record.exc_info[1] if record.exc_info else None
        if error is None or record.name.startswith("django.security"):
            return line
        if isinstance(
            error, OperationalError | InterfaceError
        ):  # of every request while the database is away
            return f"{line} ({' '.join(str(error).split())})"
        return "\n".join([line, *_code(error)])


def _code(error: BaseException) -> Iterator[str]:
    """The error before, if one led to this one, then its lines of code and its kind."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before:
        yield from _code(before)
    yield from "".join(traceback.format_tb(error.__traceback__)).splitlines()
    words = f": {' '.join(str(error).split())}" if isinstance(error, _OF_THE_MACHINE) else ""
    yield f"  {type(error).__module__}.{type(error).__qualname__}{words}"
