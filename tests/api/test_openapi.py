"""The API keeps what its OpenAPI document promises, whatever it is asked."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, assume, settings

from goru.config.wsgi import application
from goru.core.dates import day_in_korea
from goru.domain.institutions.actions import make_token
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import TokenScope

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]

schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application)
PLAIN = {"Accept-Encoding": "identity"}
"""What asks by WSGI alone unpacks nothing."""
RELAXED = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much)


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """As Django's test client does: a request ends without closing the test's own connection."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def token(db: None, author_in_seoul: Person) -> str:
    """A token of who writes in Seoul."""
    at = datetime.now(UTC)
    made = make_token(
        institution=Institution.objects.get(key="seoul"),
        name="시험",
        scope=TokenScope.WRITE,
        last_day=day_in_korea(at) + timedelta(days=1),
        by=author_in_seoul,
        at=at,
    )
    return made.said


@schema.parametrize()
@settings(max_examples=5, deadline=None, suppress_health_check=RELAXED, derandomize=True)
def test_every_answer_is_as_described(case: Any, token: str) -> None:
    assume(not any(isinstance(value, dict) for value in case.query.values()))  # a query cannot say objects
    if case.meta.generation.mode.is_positive:
        case.query.pop("cursor", None)  # only the API makes cursors: test_endpoints follows and forges them

    said = {"Authorization": f"Bearer {token}"} if "/drafts" in case.operation.path else {}
    case.call_and_validate(headers=PLAIN | said)
