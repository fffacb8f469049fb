"""Django's commands: `goru manage COMMAND`, with the embedded database running meanwhile."""

import os
import sys

from django.core.management import execute_from_command_line

from goru.config import postgres


def run(arguments: list[str]) -> None:
    """Run one command."""
    settings = "owning" if arguments[:1] == ["migrate"] else "settings"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"goru.config.{settings}")
    with postgres.available():
        execute_from_command_line(["goru manage", *arguments])


if __name__ == "__main__":
    run(sys.argv[1:])
