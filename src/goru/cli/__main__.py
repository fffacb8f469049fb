"""The command `goru`: quiet when it is interrupted, even while its libraries still load."""

import sys
from importlib import import_module

from goru.cli.output import prepare_streams, show_progress

_INTERRUPTED = 130


def main() -> int:
    """Load the commands and run one."""
    prepare_streams()
    try:
        status: int = import_module("goru.cli.main").main()
    except KeyboardInterrupt:
        show_progress("")
        return _INTERRUPTED
    return status


if __name__ == "__main__":
    sys.exit(main())
