"""Django's commands: `goru manage COMMAND`, with the embedded database running meanwhile."""

import os
import sys
from importlib import import_module

from django.core.management import execute_from_command_line

from goru.config import postgres


def run(arguments: list[str]) -> None:
    """Run one command."""
    settings = "owning" if arguments[:1] == ["migrate"] else "settings"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"goru.config.{settings}")
    with postgres.available():
        execute_from_command_line(["goru manage", *arguments])
        if settings == "owning":  # new tables are the serving role's to work with, too
            import_module("goru.config.roles").grant(import_module("django.conf").settings.SERVING_ROLE)


if __name__ == "__main__":
    run(sys.argv[1:])
