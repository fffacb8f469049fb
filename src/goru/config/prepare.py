"""What must be there before anything is served: tables, the plan of 2024, static files.

The worker makes issues and the index of search meanwhile: pages are there at once, pictures some seconds later.
"""

from __future__ import annotations

import io
import os
import sys
from datetime import UTC, datetime
from importlib import import_module

import django
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import OperationalError

from goru.config import environment, roles
from goru.core.places import shipped

_PLAN = shipped("data/2024/plan.json")


def main(*, anew: bool) -> int:
    """Make all of it; what is there already stays, but where one practises and it is to be made anew."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goru.config.owning")
    django.setup()
    demo = import_module("goru.config.demo")  # only now: it knows models
    practice = import_module("goru.config.practice")
    try:
        practice.claim()
        if anew:
            practice.empty()
        roles.migrate()
    except practice.WrongDatabase as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except OperationalError as error:
        reason = str(error).strip().partition("\n")[0]
        sys.stderr.write(f"데이터베이스에 연결하지 못했습니다. DATABASE_URL을 확인하세요({reason}).\n")
        return 1
    bring_up_to_date()
    bring_in_what_is_shipped()
    if demo.are_wanted():
        demo.open_accounts()
        import_module("goru.config.demo_cycle").open_cycle()
    else:
        demo.lock_accounts()
    keep_issues_of_before()
    import_module("goru.pipelines.issuing.jobs").issue_what_is_not()
    call_command("collectstatic", interactive=False, verbosity=0)
    sys.stdout.write(f"\n{demo.table()}\n" if demo.are_wanted() else "")
    return 0


def bring_up_to_date() -> None:
    """Show at once what an earlier version published: rows are made again of each year's publication where they are not.

    The register comes first: duties go by it.
    """
    institutions = import_module("goru.domain.institutions.actions")  # only now: they know models
    by, at = institutions.system_person(), datetime.now(UTC)
    institutions.load_register(by=by, at=at)
    import_module("goru.domain.plans.actions").load_development_plans(by=by, at=at)
    import_module("goru.domain.publication.actions").refresh_outdated(by=by, at=at)


def bring_in_what_is_shipped() -> None:
    """The plan of 2024, then the registers, whose cases are linked to its items, and what these count."""
    try:
        call_command("adopt_book", str(_PLAN), stdout=io.StringIO())
    except CommandError:  # an installation's own data stay as they are
        sys.stdout.write("이 설치에 채택된 계획서를 그대로 씁니다(함께 온 2024년 자료와 다릅니다).\n")
    call_command("load_registers", stdout=io.StringIO())
    import_module("goru.domain.monitoring.jobs").count(int(datetime.now(UTC).timestamp()))


def keep_issues_of_before() -> None:
    """Version 0.1.0 kept them in a folder of another name; they are served until there are new ones."""
    before = settings.HOME / "publications"
    if before.is_dir() and not settings.ISSUES.exists():
        before.rename(settings.ISSUES)


if __name__ == "__main__":
    sys.exit(main(anew=environment.ANEW in sys.argv[1:]))
