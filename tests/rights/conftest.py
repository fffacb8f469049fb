from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytest_django import DjangoDbBlocker
from tests.rights.examples import Examples, made_examples
from tests.undone import undone

AT = datetime(2025, 3, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def there(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Examples]:
    """Made once for all tests of a module; each test's own changes are undone after it."""
    with django_db_blocker.unblock(), undone():
        yield made_examples(at=AT)
