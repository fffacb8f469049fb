"""Settings of a process that only serves pages and the API: all but the queue's library, which the worker needs.

No question that a page asks takes seconds; one that does is given up, so that it holds up nobody else.
"""

from goru.config.settings import *  # noqa: F403
from goru.config.settings import DATABASES as _DATABASES
from goru.config.settings import INSTALLED_APPS as _ALL

INSTALLED_APPS = [app for app in _ALL if not app.startswith("procrastinate")]
DATABASES = {
    "default": {
        **_DATABASES["default"],
        "OPTIONS": {"options": "-c statement_timeout=20000", **_DATABASES["default"]["OPTIONS"]},
    }
}
