"""What `make run` makes before it serves: tables, the plan of 2024, its publication, static files.

A process of its own: what draws and writes publications weighs far more than what serves them.
"""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module

import django
from django.core.management import CommandError, call_command

from goru.config import environment

_PLAN = environment.REPOSITORY / "data" / "2024" / "plan.json"


def main() -> int:
    """Make all of it; what is there already stays."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.settings")
    django.setup()
    demo = import_module("goru.config.demo")  # only now: it knows models
    call_command("migrate", interactive=False, verbosity=0)
    try:
        call_command("adopt_book", str(_PLAN), stdout=io.StringIO())
    except CommandError:  # an installation's own data stay as they are
        sys.stdout.write("이 설치에 채택된 계획서를 그대로 씁니다(함께 온 2024년 자료와 다릅니다).\n")
    if demo.are_wanted():
        demo.open_accounts()
    call_command("publish")
    call_command("index_search")
    call_command("collectstatic", interactive=False, verbosity=0)
    sys.stdout.write(f"\n{demo.table()}\n" if demo.are_wanted() else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
