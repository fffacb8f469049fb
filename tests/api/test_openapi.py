"""The API keeps what its OpenAPI document promises, whatever it is asked."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, assume, settings

from goru.config.wsgi import application

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


@schema.parametrize()
@settings(max_examples=5, deadline=None, suppress_health_check=RELAXED, derandomize=True)
def test_every_answer_is_as_described(case: Any) -> None:
    assume(not any(isinstance(value, dict) for value in case.query.values()))  # a query cannot say objects
    if case.meta.generation.mode.is_positive:
        case.query.pop("cursor", None)  # only the API makes cursors: test_endpoints follows and forges them

    case.call_and_validate(headers=PLAIN)
