"""`goru`: read, check and export plan books at the command line.

Exit status: 0 done, 1 findings with an error, 2 a file that cannot be read or written.
"""

from __future__ import annotations

import os
import traceback
from collections.abc import Sequence
from pathlib import Path

from goru.book.opening import Broken
from goru.book.reading import Unreadable
from goru.book.writing.pdf import Unprintable
from goru.cli.commands import parser
from goru.cli.offers import Unavailable
from goru.cli.output import Unwritable, complain

FAILED, BROKEN_PIPE = 2, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; whatever goes wrong ends in one sentence on standard error."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except Unreadable as error:
        complain(error.english if getattr(options, "lang", "ko") == "en" else str(error))
        return FAILED
    except (Unavailable, Unprintable, Unwritable) as error:
        complain(str(error))
        return FAILED
    except BrokenPipeError:  # the reader has gone (`goru read … | head`)
        return BROKEN_PIPE
    except Broken as fault:
        if os.environ.get("GORU_DEBUG"):
            complain(fault.trace)
        complain(_own_fault(str(fault)))
        return FAILED
    except Exception as error:
        if os.environ.get("GORU_DEBUG"):
            raise
        place = traceback.extract_tb(error.__traceback__)[-1]
        complain(_own_fault(f"{type(error).__name__}, {Path(place.filename).name}:{place.lineno}"))
        return FAILED


def _own_fault(raised: str) -> str:
    """What to say where the program is at fault, with what a developer needs."""
    return (
        f"프로그램의 잘못으로 멈췄습니다({raised}). "
        "이 줄과 파일을 개발자에게 보내 주세요. GORU_DEBUG=1로 실행하면 자세한 기록이 나옵니다. "
        "(A fault of the program: please report this line.)"
    )
