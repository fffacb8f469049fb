import logging
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from goru.core.audit import queries
from goru.core.audit.jobs import check_log

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 1, 1, 18, tzinfo=UTC)


def test_the_log_is_checked_and_what_is_wrong_is_said(
    tried: Callable[..., None], forced: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    for key in "가나":
        tried(key)

    check_log(timestamp=int(AT.timestamp()))
    whole = queries.last_check()
    said_of_a_whole_one = list(caplog.records)
    forced("DELETE FROM audit_officialact WHERE number = 2")
    check_log(timestamp=int(AT.timestamp()) + 86_400)
    broken = queries.last_check()

    assert whole
    assert broken
    assert (whole.moment, whole.lines, whole.broken, said_of_a_whole_one) == (AT, 2, None, [])
    assert (broken.lines, broken.broken) == (1, 2)
    assert [(one.name, one.levelno, one.getMessage()) for one in caplog.records] == [
        ("goru.core.audit.jobs", logging.ERROR, "공적 행위 기록의 2번 줄이 바뀌었거나 빠졌습니다.")
    ]
