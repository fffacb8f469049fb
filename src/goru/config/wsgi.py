"""The application as web servers see it."""

import os
from typing import Any

import django
from django.core.handlers.wsgi import WSGIHandler
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.serving")


class Application(WSGIHandler):
    """Django's, to which a Content-Type that it fails at comes as none; it fails before any middleware is asked."""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        """Answer a request."""
        try:
            parse_header_parameters(environ.get("CONTENT_TYPE", ""))
        except (ValueError, LookupError):
            environ = {**environ, "CONTENT_TYPE": ""}
        return super().__call__(environ, start_response)


django.setup(set_prefix=False)
application = Application()
