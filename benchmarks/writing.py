"""How long the pages of writing take, with the largest plan of 2024, and how long it takes to keep a field with its checks.

Against the limits of the design, and against a plain Django form that saves one row of the same database.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from statistics import median
from time import perf_counter
from typing import Any

from django.core.management import call_command
from publishing import installation

from goru.core.places import shipped

PAGE_LIMIT, SAVE_LIMIT = 150, 300
"""Milliseconds of server time at the median."""

ROUNDS = 9
AT = datetime(2024, 12, 1, tzinfo=UTC)


def main() -> int:
    """Carry the largest plan over, open its pages and keep a field again and again, print, fail where a limit is broken."""
    with installation():
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("adopt_book", str(shipped("data/2024/plan.json")))
        client, number, sections = _draft()
        pages = {one: _taken(_opens(client, number, one)) for one in sections}
        saving = _taken(_saves(client, number))
        peer = _taken(_plain_form())
    for page, taken in pages.items():
        print(f"{taken:7.1f} ms  /writing/editions/…/{page}  limit {PAGE_LIMIT}")
    print(f"{saving:7.1f} ms  a field kept, with its checks  limit {SAVE_LIMIT}")
    print(
        f"{peer:7.1f} ms  a plain form saves one row; keeping a field takes {saving / peer:.1f} times as long"
    )
    return int(median(pages.values()) > PAGE_LIMIT or saving > SAVE_LIMIT)


def _draft() -> tuple[Any, int, list[str]]:
    """The open edition of the plan with most words, and the pages of it."""
    plans, institutions = (
        import_module(f"goru.domain.{room}") for room in ("plans.actions", "institutions.actions")
    )
    queries, models = import_module("goru.domain.plans.queries"), import_module("goru.domain.plans.models")
    by = institutions.system_person()
    plans.open_cycle(year=2025, by=by, at=AT)
    sealed = models.Edition.objects.filter(plan__kind="provincial").select_related("plan__institution")
    largest = max(sealed, key=lambda one: len(json.dumps(one.content)))
    institution = largest.plan.institution
    person = institutions.open_account(
        username="author",
        name="",
        password="세 낱말로 된 비밀번호",  # noqa: S106 - of an installation that is gone at the end
        posts=[f"author:{institution.key}"],
        by=by,
        at=AT,
    )
    plan = queries.plan_in(2025, institution.key)
    plan.save()
    edition, _ = plans.carry_over(plan=plan, bases=[largest], by=person, at=AT)
    client = import_module("django.test").Client(SERVER_NAME="localhost")
    client.force_login(person)
    found = re.findall(
        rf"/writing/editions/{edition.pk}/([^/\"]+/)\"", _ok(client.get(f"/writing/editions/{edition.pk}/"))
    )
    wanted = [one for one in dict.fromkeys(found) if not one.startswith("core-task-")]
    return client, edition.pk, ["", *wanted, next(one for one in found if one.startswith("core-task-"))]


def _opens(client: Any, number: int, page: str) -> Callable[[], object]:
    return lambda: _ok(client.get(f"/writing/editions/{number}/{page}"))


def _saves(client: Any, number: int) -> Callable[[], object]:
    last = [0]

    def save() -> None:
        seen = str(last[0]) if last[0] else "null"
        last[0] += 1
        sent = {"seen||plan/budget/total": seen, "|plan/budget/total": str(last[0])}
        headers = {"HX-Request": "true", "HX-Target": "c-plan-plan-budget-total"}
        _ok(client.post(f"/writing/editions/{number}/money/", sent, headers=headers))

    return save


def _plain_form() -> Callable[[], object]:
    forms, models = import_module("django.forms"), import_module("goru.domain.plans.models")
    form_class = forms.modelform_factory(models.TemporaryHoliday, fields=["name", "source"])
    row = models.TemporaryHoliday.objects.create(day=AT.date(), name="이름", source="출처")
    return lambda: form_class({"name": "다른 이름", "source": "출처"}, instance=row).save()


def _ok(answer: Any) -> str:
    if answer.status_code != 200:
        raise RuntimeError(f"{answer.status_code}")
    return str(answer.content.decode())


def _taken(work: Callable[[], object]) -> float:
    """The median of some rounds, in milliseconds, after one that nobody counts."""
    work()
    rounds = []
    for _ in range(ROUNDS):
        started = perf_counter()
        work()
        rounds.append((perf_counter() - started) * 1000)
    return median(rounds)


if __name__ == "__main__":
    sys.exit(main())
