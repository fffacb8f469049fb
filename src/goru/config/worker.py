"""The worker of the queue beside the server: it ends with the server, however that ended.

Its standard input is a pipe that the server holds: where the server is no more, even killed, the pipe is closed.
"""

from __future__ import annotations

import os
import signal
import sys
from threading import Thread

from django.core.management import execute_from_command_line

_OPTIONS = ("--delete-jobs", "successful", "--shutdown-graceful-timeout", "20")


def main() -> None:
    """Do the jobs of the queue until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.settings")
    Thread(target=end_with_the_server, daemon=True).start()
    execute_from_command_line(["manage", "procrastinate", "--verbosity", "0", "worker", *_OPTIONS])


def end_with_the_server() -> None:
    """Wait until the pipe is closed, then stop as if told to."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
