"""Settings of a process that only serves pages and the API: all but the queue's library, which the worker needs."""

from goru.config.settings import *  # noqa: F403
from goru.config.settings import INSTALLED_APPS as _ALL

INSTALLED_APPS = [app for app in _ALL if not app.startswith("procrastinate")]
