"""Many acts at once: no deadlock, one unbroken chain, nobody waits long."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from random import Random

import pytest
from django.db import connection

from goru.core.audit import actions, queries
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Refused, Subject
from goru.domain.institutions.models import Person
from goru.domain.plans.vocabulary import PlanAct

pytestmark = [pytest.mark.web, pytest.mark.django_db(transaction=True)]
AT = datetime(2024, 4, 4, 9, tzinfo=UTC)
CONNECTIONS, PERSONS = 20, 5
SHARE, ALL = 200, 1000
LONGEST = 1.0
"""Seconds that a deed may take beyond its own work."""


@pytest.fixture
def persons() -> list[Person]:
    return [Person.objects.create(username=f"officer{number}") for number in range(PERSONS)]


@actions.deed
def act(number: int, persons: list[Person]) -> None:
    """Hold the row of one person, as its deeds do, and act as another; every third does so in parts, of which one fails."""
    by = persons[number % PERSONS]
    held = persons[Random(number).randrange(PERSONS)]  # noqa: S311
    Person.objects.select_for_update().get(pk=held.pk)
    if number % 3:
        actions.note(PlanAct.CYCLE_OPENED, subject=Subject("cycle", str(number)), by=by, at=AT)
        return
    with pytest.raises(Refused):
        part(number, by, and_fail=True)
    part(number, by)


@actions.deed
def part(number: int, by: Person, *, and_fail: bool = False) -> None:
    actions.note(PlanAct.ITEMS_JOINED, subject=Subject("cycle", str(number)), by=by, at=AT)
    if and_fail:
        raise Refused("안 됩니다.")


def test_acts_of_many_connections_make_one_chain_and_none_waits_long(
    persons: list[Person], pytestconfig: pytest.Config
) -> None:
    total = ALL if pytestconfig.getoption("--soak") else SHARE

    def some(first: int) -> float:
        longest = 0.0
        try:
            for number in range(first, total, CONNECTIONS):
                begun = time.monotonic()
                act(number, persons)
                longest = max(longest, time.monotonic() - begun)
        finally:
            connection.close()
        return longest

    with ThreadPoolExecutor(CONNECTIONS) as threads:
        longest = max(threads.map(some, range(CONNECTIONS)))

    subjects = OfficialAct.objects.values_list("subject_key", flat=True)
    assert sorted(map(int, subjects)) == list(range(total))
    assert queries.verify().is_whole
    assert longest < LONGEST
