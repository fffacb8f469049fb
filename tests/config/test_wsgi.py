"""What serves the pages stays light: libraries that only make issues and read books are not in it."""

import json
import subprocess
import sys
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest

from goru.config.wsgi import application

HEAVY = {
    *("altair", "jsonschema", "kiwipiepy", "lxml", "numpy", "pandas", "pyarrow", "pypdfium2", "vl_convert"),
    "xlsxwriter",
}
LOAD = (
    "import json, sys; from django.urls import get_resolver; from goru.config.wsgi import application;"
    "get_resolver().url_patterns; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
)


def test_the_web_process_loads_no_heavy_library() -> None:
    loaded = subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True, text=True).stdout

    assert HEAVY & set(json.loads(loaded)) == set()


@pytest.mark.parametrize(
    "kind", ["text/plain; charset*=foo''%41", "a; b*=undefined''%41", "a; c*=hex''%41", ";;*=''"]
)
def test_a_content_type_that_cannot_be_read_comes_as_none(kind: str) -> None:
    said: list[str] = []
    request: dict[str, Any] = {"CONTENT_TYPE": kind, "PATH_INFO": "/health", "HTTP_HOST": "localhost"}
    setup_testing_defaults(request)

    application(request, lambda status, _headers: said.append(status))

    assert said == ["200 OK"]


def test_an_answer_to_head_has_the_length_of_the_page_and_no_body() -> None:
    said: dict[str, str] = {}
    request: dict[str, Any] = {"REQUEST_METHOD": "HEAD", "PATH_INFO": "/health", "HTTP_HOST": "localhost"}
    setup_testing_defaults(request)

    body = application(request, lambda _status, headers: said.update(headers))

    assert list(body) == []
    assert said["Content-Length"] == "3"
