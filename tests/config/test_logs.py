"""The log says what happened, where, and nothing about who."""

import io
import logging
import re
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, OperationalError
from django.test import Client

from goru.config.logs import Line

pytestmark = [pytest.mark.web, pytest.mark.django_db]

LINE = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d [A-Z]+ [\w.]+: ")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What an installation's log would hold."""
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(Line())
    logging.getLogger().addHandler(handler)
    yield handler.stream
    logging.getLogger().removeHandler(handler)


def test_a_refused_host_is_one_line(log: io.StringIO) -> None:
    answer = Client().get("/about/", headers={"host": "somewhere.example"})

    assert answer.status_code == 400
    assert log.getvalue().count("\n") == 1
    assert LINE.match(log.getvalue())
    assert "somewhere.example" in log.getvalue()


def test_a_page_that_is_not_there_is_no_news(log: io.StringIO) -> None:
    Client().get("/nowhere/")

    assert log.getvalue() == ""


def test_a_refused_form_says_no_address_with_what_was_searched(log: io.StringIO) -> None:
    client = Client(enforce_csrf_checks=True)

    client.post(
        "/language/",
        {"language": "en"},
        secure=True,
        headers={"referer": "https://elsewhere.example/?q=홍길동"},
    )

    assert log.getvalue().count("\n") == 1
    assert "elsewhere.example" in log.getvalue()
    assert "홍길동" not in log.getvalue()


def record(error: Exception | None, message: str = "Internal Server Error: /x/") -> str:
    """The entry of an error that another led to."""
    try:
        try:
            raise ValueError("비밀번호 1234")
        except ValueError as before:
            raise error or before from before
    except Exception as raised:
        found = (type(raised), raised, raised.__traceback__)
        made = logging.LogRecord("django.request", logging.ERROR, __file__, 1, message, (), found)
        return Line().format(made)


def test_an_error_says_the_code_and_not_what_was_typed() -> None:
    told = record(IntegrityError("duplicate key\nDETAIL: Key (username)=(hong) already exists."))

    assert LINE.match(told)
    assert "test_logs.py" in told
    assert "django.db.utils.IntegrityError" in told
    assert "builtins.ValueError" in told
    assert not re.search("hong|1234", told.replace(__file__, "").replace('ValueError("비밀번호 1234")', ""))


def test_an_error_of_the_machine_says_its_reason() -> None:
    assert "No space left" in record(OperationalError("No space left\non device"))


def test_a_message_cannot_make_a_second_line() -> None:
    made = logging.LogRecord("x", logging.WARNING, __file__, 1, "one\n2026-01-01 two\r\x85three", (), None)

    assert Line().format(made).splitlines() == [Line().format(made)]


def test_no_mail_is_written_of_what_was_sent() -> None:
    assert logging.getLogger("django").handlers == []
