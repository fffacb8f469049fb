"""The application as web servers see it."""

import os
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.serving")


class Application(WSGIHandler):
    """Django's, which leaves two things to web servers that ours leaves to the application.

    A Content-Type that Django fails at before any middleware is asked comes as none, and an answer to HEAD has no body
    (RFC 9110 9.3.2): on a kept connection it would be taken for the next answer.
    """

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Answer a request."""
        try:
            parse_header_parameters(environ.get("CONTENT_TYPE", ""))
        except (ValueError, LookupError):
            environ = {**environ, "CONTENT_TYPE": ""}
        answer = super().__call__(environ, start_response)
        if environ["REQUEST_METHOD"] != "HEAD":
            return answer
        answer.close()
        return []


django.setup(set_prefix=False)
application = Application()
