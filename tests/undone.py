"""What is done for a test, or for a module of tests, and undone after it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done in the database meanwhile is undone."""
    one = transaction.atomic()
    one._from_testcase = True  # type: ignore[attr-defined] # deeds are durable, but not within a test
    with one:
        yield
        transaction.set_rollback(True)
