"""The plan of 2024, adopted once for all tests of the API; each test's own changes are undone after it."""

import io
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import transaction
from pytest_django import DjangoDbBlocker
from tests.conftest import ROOT


@pytest.fixture(scope="package")
def adopted_2024(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("adopt_book", str(ROOT / "data" / "2024" / "plan.json"), stdout=io.StringIO())
        yield
        transaction.set_rollback(True)
