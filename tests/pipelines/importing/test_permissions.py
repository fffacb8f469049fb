from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from goru.core.verdict import Why
from goru.pipelines.importing.permissions import may_bring_in_books

pytestmark = [pytest.mark.web, pytest.mark.django_db]
DAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("who", "may"),
    [
        *(("secretariat", True), ("administrator", False), ("author_in_seoul", False)),
        *(("stranger_in_busan", False), ("committee_member", False), ("auditor", False)),
    ],
)
def test_books_are_brought_in_by_the_secretariat_alone(
    who: str, may: bool, request: pytest.FixtureRequest
) -> None:
    verdict = may_bring_in_books(request.getfixturevalue(who), DAY)

    assert bool(verdict) is may
    assert verdict or (verdict.why is Why.FORBIDDEN and "가져올 권한이 없습니다" in verdict.reason)


def test_who_is_not_signed_in_brings_nothing_in() -> None:
    assert not may_bring_in_books(AnonymousUser(), DAY)
