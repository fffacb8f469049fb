"""Pages of what is refused."""

from typing import Any
from wsgiref.util import is_hop_by_hop

import pytest
from django.test import Client

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_the_page_of_a_body_too_large_has_no_header_that_web_servers_forbid(settings: Any) -> None:
    settings.MOST_UPLOAD = 1_000

    answer = Client().post("/imports/new/", {"file": "x" * 1_001})

    assert answer.status_code == 413
    assert not [name for name in answer.headers if is_hop_by_hop(name)]
