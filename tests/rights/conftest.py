from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker
from tests.rights.examples import Examples, made_examples

AT = datetime(2025, 3, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def there(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Examples]:
    """Made once for all tests of a module; each test's own changes are undone after it."""
    whole = transaction.atomic()
    whole._from_testcase = True  # type: ignore[attr-defined] # deeds are durable, but not within a test
    with django_db_blocker.unblock(), whole:
        yield made_examples(at=AT)
        transaction.set_rollback(True)
