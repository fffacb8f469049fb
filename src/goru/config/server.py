"""The process that serves pages and the API: one, and light. `config/serve.py` starts it with its sockets."""

from __future__ import annotations

import ctypes
import gc
import os
import re
import resource
import signal
import socket
import sys
from importlib import import_module
from types import FrameType
from typing import Any

import waitress
from django.conf import settings
from django.utils.module_loading import import_string
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError

from goru.config import environment
from goru.config.parts import end_with_the_caller

_THREADS = 2
"""Requests at once; each thread keeps a connection to the database."""

_MOST_CLIENTS = 2_000
"""Connections at once, as far as the machine allows so many open files. One whose request is not complete costs some
kilobytes and no thread."""

_OTHER_FILES = 200

_PATIENCE = 60
"""Seconds that a connection may be silent."""

_ABOVE = 10_000_000
"""Bytes above the largest upload that are still taken, so that web/refusals.py can answer with a page."""

_HEAP = {-8: 1, -1: 16 * 1024, -3: 32 * 1024}
"""M_ARENA_MAX, M_TRIM_THRESHOLD and M_MMAP_THRESHOLD of malloc.h."""

_NOT_ASCII = re.compile(rb"[\x80-\xff]")


class KoreanParser(HTTPRequestParser):  # type: ignore[misc] # waitress has no types
    """Takes Korean in an address as it is written, too: browsers encode it (%ED%8A%B9), curl sends it as it is.

    An address that is none is a bad request, and who has nothing to send is not told to go on sending.
    """

    def parse_header(self, header_plus: bytes) -> None:
        request, end, headers = header_plus.partition(b"\r\n")
        encoded = _NOT_ASCII.sub(lambda byte: b"%%%02X" % ord(byte[0]), request)
        try:
            super().parse_header(encoded + end + headers)
        except ValueError as error:  # of an address such as http://[
            raise ParsingError("Bad address") from error
        if not self.content_length and not self.chunked:
            self.expect_continue = False


def options() -> dict[str, Any]:
    """What waitress is told. With GORU_HTTPS a proxy on this machine says the scheme and who asks."""
    always = {
        "threads": _THREADS,
        "ident": None,
        "max_request_body_size": settings.MOST_UPLOAD + _ABOVE,
        "connection_limit": _connections(),
        "channel_timeout": _PATIENCE,
        "cleanup_interval": _PATIENCE // 4,
        "asyncore_use_poll": True,  # select knows no file numbers above 1023
        "clear_untrusted_proxy_headers": True,
    }
    if not environment.is_on("GORU_HTTPS"):
        return always
    return {
        **always,
        "trusted_proxy": "127.0.0.1",
        "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"},
    }


def _connections() -> int:
    """How many clients can be held: each is an open file."""
    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_CLIENTS + _OTHER_FILES
    if allowed < wanted:
        allowed = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, most))
    return min(_MOST_CLIENTS, allowed - _OTHER_FILES)


def main(sockets: list[str]) -> None:
    """Serve on the sockets of these file numbers until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.serving")
    _share_one_heap()
    signal.signal(signal.SIGTERM, _interrupt)
    end_with_the_caller()
    application = import_string("goru.config.wsgi.application")
    import_module("goru.config.urls")
    _collect_little()
    HTTPChannel.parser_class = KoreanParser
    held = [socket.socket(fileno=int(number)) for number in sockets]
    waitress.serve(application, sockets=held, _quiet=True, **options())


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _share_one_heap() -> None:
    """Where the C library is glibc, all threads share one heap, and what is free goes back to the system."""
    if adjust := getattr(ctypes.CDLL(None), "mallopt", None):
        for option, value in _HEAP.items():
            adjust(option, value)


def _collect_little() -> None:
    """Leave what is loaded to no collection of garbage: the rest is little, so it can be collected often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 2, 1)


if __name__ == "__main__":
    main(sys.argv[1:])
