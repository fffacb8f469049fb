"""A deed is done once, however often its request is sent."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from tests.at_once import beside

from goru.core.repeats.actions import OtherRequest, once
from goru.core.repeats.models import KeptAnswer

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 1, 5, tzinfo=UTC)


def counting() -> tuple[list[int], Callable[[], int]]:
    done: list[int] = []

    def do() -> int:
        done.append(1)
        return len(done)

    return done, do


def test_the_same_request_gets_the_same_answer() -> None:
    done, do = counting()

    answers = [once("a", "key", request="1", do=do, at=AT) for _ in range(3)]

    assert (answers, done) == ([1, 1, 1], [1])


def test_a_key_is_for_one_request_of_one_sender() -> None:
    done, do = counting()
    once("a", "key", request="1", do=do, at=AT)

    with pytest.raises(OtherRequest):
        once("a", "key", request="2", do=do, at=AT)
    assert once("b", "key", request="2", do=do, at=AT) == 2
    assert len(done) == 2


def test_a_deed_that_fails_keeps_nothing() -> None:
    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        once("a", "key", request="1", do=fail, at=AT)

    assert not KeptAnswer.objects.exists()


def test_an_answer_is_kept_for_a_day() -> None:
    done, do = counting()
    once("a", "key", request="1", do=do, at=AT)

    once("a", "key", request="2", do=do, at=AT + timedelta(days=1))

    assert len(done) == 2


@pytest.mark.django_db(transaction=True)
def test_who_sends_the_same_at_once_waits_for_the_first() -> None:
    done, do = counting()

    def send() -> int:
        answer: int = once("a", "key", request="1", do=do, at=AT)
        return answer

    assert beside(send, send) == 1
    assert done == [1]
