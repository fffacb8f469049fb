"""Django's commands: `python -m goru.config.manage COMMAND`, with the embedded database running meanwhile."""

import os
import sys

from django.core.management import execute_from_command_line

from goru.config import postgres


def main() -> None:
    """Run one command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.settings")
    with postgres.available():
        execute_from_command_line(["manage", *sys.argv[1:]])


if __name__ == "__main__":
    main()
