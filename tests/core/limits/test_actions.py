"""How often something may be tried is counted from the first try."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection

from goru.core.limits import actions as limits
from goru.core.limits.models import Attempts

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT, MINUTE = datetime(2025, 4, 5, tzinfo=UTC), timedelta(minutes=1)


def use(key: str, at: datetime = AT) -> bool:
    return limits.use(key, most=2, within=MINUTE, at=at)


def test_after_the_last_try_it_may_not_be_tried() -> None:
    assert [use("a"), use("a"), use("a"), use("b")] == [True, True, False, True]


def test_the_count_begins_anew_when_the_time_is_over() -> None:
    assert [use("a"), use("a"), use("a"), use("a", at=AT + MINUTE)] == [True, True, False, True]


def test_what_is_cleared_is_forgotten() -> None:
    use("a")
    use("a")

    limits.clear("a")

    assert use("a")


def test_a_try_that_is_given_back_does_not_count() -> None:
    use("a")
    use("a")

    limits.give_back("a")

    assert [use("a"), use("a")] == [True, False]


def test_the_key_itself_is_not_kept() -> None:
    use("secret typed as a name")

    assert "secret" not in Attempts.objects.get().key


@pytest.mark.django_db(transaction=True)
def test_of_many_who_try_at_once_as_many_may_as_may_one_after_the_other() -> None:
    together = Barrier(20)

    def try_once(_: int) -> bool:
        try:
            together.wait(timeout=30)
            return limits.use("a", most=7, within=MINUTE, at=AT)
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(try_once, range(20)))

    assert answers.count(True) == 7
    assert Attempts.objects.get().count == 20


def test_what_is_over_is_forgotten_on_the_way() -> None:
    use("a")

    use("b", at=AT + MINUTE)

    assert Attempts.objects.count() == 1


def test_what_is_given_back_is_of_one_key_and_never_less_than_nought() -> None:
    for key in "abb":
        use(key)

    limits.give_back("a")
    limits.give_back("a")

    assert [use("a"), use("a"), use("a"), use("b")] == [True, True, False, False]
