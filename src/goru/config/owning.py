"""Settings of what may do all with the database: makes its tables, brings a backup back, runs the tests.

Pages and worker are another role of the database (`config/settings.py`), one that cannot rewrite the log.
"""

import os

from goru.config import environment, postgres
from goru.config.settings import *  # noqa: F403
from goru.config.settings import DATABASES as _SERVING
from goru.config.settings import HOME as _HOME

SERVING_ROLE = _SERVING["default"]["USER"]
_URL = (
    os.environ.get("GORU_OWNER_DATABASE_URL") or os.environ["DATABASE_URL"]
    if os.environ.get("DATABASE_URL")
    else postgres.Server(_HOME).owner_url
)
DATABASES = {"default": _SERVING["default"] | environment.database(_URL)}
