"""Opens a plan that many write at once: so many people of one department, with passwords and tokens; says them as JSON."""

from __future__ import annotations

import json
import os
import secrets
import sys
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import uuid4

import django

YEAR, KEY, NAME = 2027, "gyeongnam", "경남"
SECTIONS = ("vision", "performance")
SHARED = 12
"""Sentences that all of them write over."""


def main() -> None:
    """Make all of it, once."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "goru.config.settings"
    django.setup()
    institutions = import_module("goru.domain.institutions.actions")
    by, at = institutions.system_person(), datetime.now(UTC)
    edition = opened(by, at)
    people = [person(number, institutions, by, at) for number in range(int(sys.argv[1]))]
    assigned(edition, by, at)
    print(json.dumps({"edition": edition.pk, "people": people}), flush=True)


def opened(by: Any, at: datetime) -> Any:
    """The draft, with the sentences that are there from the beginning."""
    plans = import_module("goru.domain.plans.actions")
    vocabulary = import_module("goru.domain.plans.vocabulary")
    editing = import_module("goru.book.items.editing")
    cycle = plans.open_cycle(year=YEAR, by=by, at=at)
    plan = plans.plan_for(cycle=cycle, kind=vocabulary.PlanKind.PROVINCIAL, name=NAME)
    edition = plans.open_empty_plan(plan=plan, by=by, at=at)
    changes = [
        editing.Change(editing.Deed.ADD, uuid4(), "plan/strategies", new={"text": f"처음 {number}"})
        for number in range(SHARED)
    ]
    plans.edit(edition_id=edition.pk, changes=changes, way=vocabulary.EditWay.FORM, by=by, at=at)
    return edition


def person(number: int, institutions: Any, by: Any, at: datetime) -> dict[str, str]:
    """Somebody of the department, with a token."""
    models = import_module("goru.domain.institutions.models")
    scope = import_module("goru.domain.institutions.vocabulary").TokenScope.WRITE
    name, password = f"writer-{number}", secrets.token_urlsafe(20)
    post = f"contributor:{KEY}/기획조정실"
    one = institutions.open_account(username=name, name=name, password=password, posts=[post], by=by, at=at)
    institution = models.Institution.objects.get(key=KEY)
    day = at.date() + timedelta(days=2)
    made = institutions.make_token(
        institution=institution, name="글", scope=scope, last_day=day, by=one, at=at
    )
    return {"username": name, "password": password, "token": made.said}


def assigned(edition: Any, by: Any, at: datetime) -> None:
    """The sections that the department writes."""
    unit = import_module("goru.domain.institutions.models").Unit.objects.get(
        institution__key=KEY, name="기획조정실"
    )
    import_module("goru.domain.formulation.actions").assign(
        plan=edition.plan, sections=SECTIONS, to=unit, due_date=date(YEAR, 12, 31), note="", by=by, at=at
    )


if __name__ == "__main__":
    main()
