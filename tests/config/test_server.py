"""Whom the web server believes, how much it takes, how many it holds."""

from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
import waitress
from waitress.adjustments import Adjustments

from goru.config.server import KoreanParser, options


def reached(peer: str) -> dict[str, Any]:
    """What the application is told of a request that comes from `peer` with a proxy's headers."""
    seen: dict[str, Any] = {}

    def application(environ: dict[str, Any], _start: object) -> list[bytes]:
        seen.update(environ)
        return []

    request = {
        "REMOTE_ADDR": peer,
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_FORWARDED_FOR": "192.0.2.66, 192.0.2.7",
        "HTTP_X_FORWARDED_HOST": "example.org",
    }
    setup_testing_defaults(request)
    server = waitress.create_server(application, listen="127.0.0.1:0", **options())
    server.application(request, None)
    server.close()
    return seen


def test_the_proxy_of_this_machine_says_the_scheme_and_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GORU_HTTPS", "1")

    seen = reached("127.0.0.1")

    assert (seen["HTTP_X_FORWARDED_PROTO"], seen["wsgi.url_scheme"]) == ("https", "https")
    assert seen["REMOTE_ADDR"] == "192.0.2.7"
    assert "HTTP_X_FORWARDED_HOST" not in seen


def test_nobody_else_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GORU_HTTPS", "1")

    seen = reached("192.0.2.1")

    assert seen["REMOTE_ADDR"] == "192.0.2.1"
    assert not [name for name in seen if name.startswith("HTTP_X_FORWARDED")]


def test_without_a_proxy_its_headers_are_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GORU_HTTPS", raising=False)

    seen = reached("127.0.0.1")

    assert seen["REMOTE_ADDR"] == "127.0.0.1"
    assert not [name for name in seen if name.startswith("HTTP_X_FORWARDED")]


def test_little_more_is_taken_than_the_largest_upload(settings: Any) -> None:
    assert settings.MOST_UPLOAD < options()["max_request_body_size"] < 1.2 * settings.MOST_UPLOAD


def test_korean_in_an_address_may_be_written_as_it_is() -> None:
    parser = KoreanParser(Adjustments())

    parser.received("GET /2024/indicators/?q=특구 HTTP/1.1\r\nHost: goru.example\r\n\r\n".encode())

    assert parser.error is None
    assert (parser.path, parser.query) == ("/2024/indicators/", "q=%ED%8A%B9%EA%B5%AC")


@pytest.mark.parametrize(
    ("soft", "hard", "held"), [(1024, 1024, 824), (1024, 1_048_576, 2_000), (9_999, 9_999, 2_000)]
)
def test_as_many_clients_are_held_as_the_machine_allows_open_files(
    monkeypatch: pytest.MonkeyPatch, soft: int, hard: int, held: int
) -> None:
    raised: list[tuple[int, int]] = []
    monkeypatch.setattr("goru.config.server.resource.getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr("goru.config.server.resource.setrlimit", lambda _, both: raised.append(both))

    assert options()["connection_limit"] == held
    assert all(allowed >= held + 200 for allowed, _ in raised)


def test_an_address_that_is_none_is_a_bad_request() -> None:
    parser = KoreanParser(Adjustments())

    parser.received(b"GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n")

    assert parser.error.code == 400


@pytest.mark.parametrize(("more", "is_awaited"), [("", False), ("Content-Length: 5\r\n", True)])
def test_who_has_nothing_to_send_is_not_waited_for(more: str, is_awaited: bool) -> None:
    parser = KoreanParser(Adjustments())

    parser.received(f"GET / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n{more}\r\n".encode())

    assert (parser.expect_continue, parser.completed) == (is_awaited, not is_awaited)
