"""Fifty who write in one plan at once: every edit is applied or given back with both sides, and none is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from tests.domain.publication.states import replayed

from goru.book.composing import decompose
from goru.book.items.editing import Change, Deed
from goru.book.items.identifying import identified
from goru.book.model import PlanBook
from goru.core.verdict import ALLOWED, Refused
from goru.domain.institutions.actions import load_register, system_person
from goru.domain.institutions.models import Person
from goru.domain.plans import actions, permissions
from goru.domain.plans.models import Edition
from goru.domain.plans.vocabulary import EditionOrigin, EditWay, PlanKind

pytestmark = [pytest.mark.web, pytest.mark.django_db(transaction=True)]
AT = datetime(2025, 5, 1, tzinfo=UTC)
WRITERS, TOGETHER, TRIES = 50, 20, 50
"""The database has fifty connections; the writers share twenty, all of which write at once."""


@dataclass(frozen=True, slots=True)
class Written:
    """What became of one writer's edits."""

    word: str
    applied: int
    conflicts: tuple[tuple[Change, Any], ...]
    tries: int


@pytest.fixture
def edition(small_book: PlanBook) -> Edition:
    by = system_person()
    load_register(by=by, at=AT)
    cycle = actions.open_cycle(year=2025, by=by, at=AT)
    value = decompose(identified(small_book).book).plans[0]
    plan = actions.plan_for(cycle=cycle, kind=PlanKind.PROVINCIAL, name=value.institution)
    return actions.open_edition(plan=plan, value=value, origin=EditionOrigin.EMPTY, by=by, at=AT)


@pytest.fixture
def writers(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> list[Person]:
    """All who ever write one plan: a plan has one author, so that here each may."""
    monkeypatch.setattr(permissions, "may_write", lambda *_: ALLOWED)
    return [Person.objects.create(username=f"writer-{number}") for number in range(WRITERS)]


def tasks(edition: Edition) -> list[Any]:
    return list(Edition.objects.get(pk=edition.pk).content["plan"]["core_tasks"])


def together(deeds: list[Any]) -> list[Written]:
    start = Barrier(TOGETHER)

    def on_its_own_connection(at: int) -> Written:
        try:
            if at < TOGETHER:
                start.wait(timeout=60)
            written: Written = deeds[at]()
            return written
        finally:
            connection.close()

    with ThreadPoolExecutor(TOGETHER) as pool:
        return list(pool.map(on_its_own_connection, range(len(deeds))))


def test_writers_of_one_field_are_told_both_sides_until_they_are_through(
    edition: Edition, writers: list[Person]
) -> None:
    item = UUID(tasks(edition)[0]["item_id"])
    first = tasks(edition)[0]["name"]

    def write(by: Person, at: datetime) -> Written:
        """As a person would: shown what is there now, they write again over that."""
        seen, word, conflicts = first, f"{by.username}의 이름", list[tuple[Change, Any]]()
        for tried in range(1, TRIES + 1):
            change = Change(Deed.SET, item, "name", seen=seen, new=word)
            done = actions.edit(edition_id=edition.pk, changes=[change], way=EditWay.FORM, by=by, at=at)
            if done.applied:
                return Written(word, len(done.applied), tuple(conflicts), tried)
            [(given_back, seen)] = done.conflicts
            assert given_back == change
            conflicts.append((given_back, seen))
        raise AssertionError(f"{by} never came through")

    written = together(
        [lambda by=by, n=n: write(by, AT + timedelta(hours=n)) for n, by in enumerate(writers)]
    )

    after = Edition.objects.get(pk=edition.pk)
    edits = list(after.edits.order_by("number"))
    assert [edit.number for edit in edits] == list(range(1, WRITERS + 1))
    assert [edit.seen for edit in edits] == [first, *(edit.new for edit in edits[:-1])]
    assert {edit.new for edit in edits} == {one.word for one in written}
    assert tasks(edition)[0]["name"] == edits[-1].new
    assert after.version == 1 + WRITERS
    assert all(change.seen != now for one in written for change, now in one.conflicts)
    assert replayed(after) == after.content


def test_writers_of_many_fields_and_items_lose_nothing(edition: Edition, writers: list[Person]) -> None:
    holders = [UUID(one["item_id"]) for one in tasks(edition)]
    before = tasks(edition)

    def write(by: Person, number: int) -> Written:
        word = f"{by.username}의 사업"
        contested = Change(Deed.SET, holders[1], "name", seen=before[1]["name"], new=word)
        own = Change(Deed.ADD, uuid4(), "projects", holders[number % 3], new={"name": word})
        done = actions.edit(edition_id=edition.pk, changes=[contested, own], way=EditWay.API, by=by, at=AT)
        return Written(word, len(done.applied), tuple(done.conflicts), 1)

    written = together([lambda by=by, n=n: write(by, n) for n, by in enumerate(writers)])

    after = Edition.objects.get(pk=edition.pk)
    won = [one for one in written if one.applied == 2]
    assert len(won) == 1
    assert tasks(edition)[1]["name"] == won[0].word
    assert all(one.conflicts[0][1] == won[0].word for one in written if one not in won)
    projects = [project["name"] for task in tasks(edition) for project in task.get("projects", [])]
    assert sorted(projects) == sorted(one.word for one in written)
    assert after.version == 1 + WRITERS
    assert after.edits.count() == WRITERS + 1
    assert replayed(after) == after.content


def test_writers_and_one_who_seals_meet_without_loss(edition: Edition, writers: list[Person]) -> None:
    holder = UUID(tasks(edition)[0]["item_id"])
    refused: list[str] = []

    def write(by: Person) -> Written:
        change = Change(Deed.ADD, uuid4(), "projects", holder, new={"name": by.username})
        try:
            done = actions.edit(edition_id=edition.pk, changes=[change], way=EditWay.FORM, by=by, at=AT)
        except Refused as no:
            refused.append(str(no))
            return Written(by.username, 0, (), 1)
        return Written(by.username, len(done.applied), (), 1)

    def seal() -> Written:
        for tried in range(1, TRIES + 1):
            version = Edition.objects.values_list("version", flat=True).get(pk=edition.pk)
            try:
                actions.seal(edition_id=edition.pk, version=version, by=writers[0], at=AT)
            except Refused:
                continue
            return Written("", 0, (), tried)
        raise AssertionError("never sealed")

    deeds: list[Any] = [lambda by=by: write(by) for by in writers]
    written = together([*deeds[:10], seal, *deeds[10:]])

    after = Edition.objects.get(pk=edition.pk)
    names = {project["name"] for project in tasks(edition)[0].get("projects", [])}
    assert names == {one.word for one in written if one.applied}
    assert len(names) + len(refused) == WRITERS
    assert after.state == "sealed"
    assert replayed(after) == after.content
