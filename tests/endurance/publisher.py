"""Publishes a small book over and over, each time another one, until it is killed; says first what it finds published."""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from importlib import import_module
from itertools import count
from pathlib import Path
from time import time_ns
from typing import Any

import django


def main() -> None:
    """Say what is there as JSON; then publish, and say each time when it begins and when it is done."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "goru.config.settings"
    django.setup()
    print(json.dumps(found()), flush=True)
    book = import_module("goru.book.model").PlanBook.model_validate_json(Path(sys.argv[1]).read_bytes())
    adopt = import_module("goru.pipelines.importing.actions").adopt_book
    parts = list(import_module("goru.pipelines.importing.vocabulary").Part)
    by = import_module("goru.domain.institutions.actions").system_person()
    for number in count():
        other = another(book, is_shorter=bool(number % 2))
        print("begin", flush=True)
        adopt(book=other, name="book.json", by=by, at=datetime.now(UTC), accepted=parts)
        print("end", flush=True)


def another(book: Any, *, is_shorter: bool) -> Any:
    """The book with other words in its first focus task, and every other time without its last plan."""
    first, *others = book.focus_tasks
    renamed = first.model_copy(update={"title": f"{first.title} {time_ns()}"})
    plans = book.plans[:-1] if is_shorter else book.plans
    return book.model_copy(update={"focus_tasks": [renamed, *others], "plans": plans})


def found() -> dict[str, Any] | None:
    """What of the year's publications is there; `touched` are the rows and findings that are not as they ought to be."""
    models = import_module("goru.domain.plans.models")
    queries = import_module("goru.domain.plans.queries")
    act = import_module("goru.core.audit.models").OfficialAct
    cycle = models.Cycle.objects.filter(year=2025).first()
    latest = queries.latest_publication(cycle) if cycle else None
    if latest is None:
        return None
    of_cycle = models.Publication.objects.filter(cycle=cycle)
    editions = models.Edition.objects.filter(plan__cycle=cycle)
    return {
        "numbers": list(of_cycle.order_by("number").values_list("number", flat=True)),
        "acts": act.objects.filter(act="publication.published", subject_key="2025").count(),
        "rows_of": models.Projection.objects.get(cycle=cycle).publication.number,
        "editions": models.PublishedEdition.objects.filter(publication=latest).count(),
        "open": editions.filter(state="open").count(),
        "unpublished": editions.filter(publications=None, guidelines=None).count(),
        "findings_of_earlier": models.Finding.objects.filter(publication__in=of_cycle)
        .exclude(publication=latest)
        .count(),
        "touched": touched(cycle, latest),
    }


def touched(cycle: Any, latest: Any) -> dict[str, int]:
    """How many rows of each kind would be touched if they were made again; they stay as they are."""
    compositions = import_module("goru.domain.plans.queries.compositions")
    queries = import_module("goru.domain.plans.queries")
    actions = import_module("goru.domain.publication.actions")
    transaction = import_module("django.db").transaction
    mark = latest.mark
    with transaction.atomic():
        composition = compositions.composition_of(cycle, queries.editions_of(latest))
        rows: dict[str, int] = actions.refresh(publication=latest, composition=composition)
        transaction.set_rollback(True)
    return {
        **{name: number for name, number in rows.items() if number},
        **({} if latest.mark == mark else {"mark": 1}),
    }


if __name__ == "__main__":
    main()
