"""Random openings, edits, seals and publications: no accepted edit is lost, no sealed edition changes, no draft is shown."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.domain.publication.states import in_publication, marker, markers_in, replayed, shown

from goru.book.items.editing import Change, Deed
from goru.book.items.locating import there
from goru.book.model import PlanBook
from goru.core.verdict import Refused
from goru.domain.institutions.actions import system_person
from goru.domain.plans import actions as plans
from goru.domain.plans.models import Edition, Item, Plan, Publication
from goru.domain.plans.queries.compositions import book_of, value_class
from goru.domain.plans.queries.publications import editions_of, published
from goru.domain.plans.vocabulary import EditionOrigin, EditionState, EditWay
from goru.domain.publication import actions as publication
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.importing.vocabulary import Part
from goru.pipelines.searching.actions import index_cycle

pytestmark = [pytest.mark.web, pytest.mark.django_db]
SHARE, ALL, STEPS = 15, 400, 14
FEW, PLANS, TOGETHER = 6, 3, 4
"""Of the items and plans that are written in: few, so that edits meet. Edits at a time."""
WORDS = ("name", "text", "title")
seeds = st.integers(0, 2**16)


class Living(RuleBasedStateMachine):
    """The small book's cycle, written in by one person as one likes; each run is undone after it."""

    def __init__(self) -> None:
        super().__init__()
        self.run = transaction.atomic()
        self.run._from_testcase = True  # type: ignore[attr-defined] # deeds are durable, but not within a test
        self.run.__enter__()
        self.by, self.at, self.number = system_person(), datetime(2025, 5, 1, tzinfo=UTC), 0
        self.sealed: dict[int, tuple[str, Any]] = {}

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.run.__exit__(None, None, None)

    @initialize()
    def begin(self) -> None:
        self.cycle = Publication.objects.get().cycle
        self.seen_last = published(self.cycle)
        self.remember()
        self.open(0)

    def now(self) -> datetime:
        self.at += timedelta(minutes=3)
        return self.at

    def word(self) -> str:
        self.number += 1
        return f"{marker(self.number)} 새로 적은 말"

    def remember(self) -> None:
        """What is sealed now, as it is."""
        for edition in Edition.objects.filter(state=EditionState.SEALED).exclude(pk__in=self.sealed):
            self.sealed[edition.pk] = (edition.digest, edition.content)

    def open_ones(self) -> list[Edition]:
        found = Edition.objects.filter(state=EditionState.OPEN).select_related("plan").order_by("pk")
        return list(found)

    @rule(seed=seeds)
    def open(self, seed: int) -> None:
        chosen = chance(seed)
        plan = chosen.choice(list(Plan.objects.order_by("pk"))[-PLANS:])
        base = chosen.choice(list(plan.editions.exclude(state=EditionState.OPEN).order_by("pk")))
        deed: dict[str, Any] = {
            "plan": plan,
            "value": value_class(plan).model_validate(base.content),
            "origin": EditionOrigin.EDITIONS,
            "bases": [base],
        }
        if plan.editions.filter(state=EditionState.OPEN).exists():
            with pytest.raises(Refused):
                plans.open_edition(**deed, by=self.by, at=self.now())
        else:
            plans.open_edition(**deed, by=self.by, at=self.now())

    @precondition(lambda self: self.open_ones())
    @rule(seed=seeds)
    def write(self, seed: int) -> None:
        """Some edits one after the other, as seen or of what was there before."""
        for number in range(seed, seed + TOGETHER):
            chosen = chance(number)
            deeds = [self.set_words, self.set_what_is_there, self.add, self.move, self.remove]
            chosen.choice(deeds)(number, chosen.random() < 0.3)

    def set_words(self, seed: int, is_stale: bool) -> None:
        edition, items = self.drawn(seed)
        for item, field in worded(items, seed):
            seen = "그사이 고쳐진 말" if is_stale else item[field]
            self.edit(edition, Change(Deed.SET, known(item), field, seen=seen, new=self.word()), is_stale)

    def set_what_is_there(self, seed: int, _is_stale: bool) -> None:
        edition, items = self.drawn(seed)
        for item, field in worded(items, seed):
            change = Change(Deed.SET, known(item), field, seen="딴말", new=item[field])
            self.edit(edition, change, is_stale=False)

    def add(self, seed: int, _is_stale: bool) -> None:
        edition, items = self.drawn(seed)
        slots = list(self.slots(items)) or list(self.slots(list(items_in(edition.content))))
        for holder, field, new in one_of(slots, seed):
            self.edit(edition, Change(Deed.ADD, uuid4(), field, known(holder), new=new), is_stale=False)

    def slots(self, items: list[Any]) -> Any:
        """Where something can be added, and what."""
        for one in items:
            if "items" in one:
                yield one, "items", {"text": self.word()}
                yield one, "projects", {"name": self.word(), "at": 0}
            if "covers" in one or "project_names" in one:
                yield one, "covers", {"name": self.word()}
            if "subtasks" in one:
                yield one, "subtasks", {"title": self.word()}
            if "name" in one and "ministries" in one:
                yield one, "aims" if "aims" in one else "goals", {"text": self.word()}

    def move(self, seed: int, is_stale: bool) -> None:
        edition, _ = self.drawn(seed)
        for held in one_of(list(lists_in(edition.content)), seed):
            at, to = (chance(number).randrange(len(held)) for number in (seed, seed + 1))
            found = there(edition.content, value_class(edition.plan), known(held[at]))
            seen = {"at": at + 7 * is_stale, "under": found.under}
            self.edit(edition, Change(Deed.MOVE, known(held[at]), seen=seen, new={"at": to}), is_stale)

    def remove(self, seed: int, is_stale: bool) -> None:
        edition, items = self.drawn(seed)
        for item in one_of(items, seed):
            seen = {**item, "source": "elsewhere"} if is_stale else item
            self.edit(edition, Change(Deed.REMOVE, known(item), seen=seen), is_stale)

    def drawn(self, seed: int) -> tuple[Edition, list[Any]]:
        chosen = chance(seed)
        edition = chosen.choice(self.open_ones())
        items = list(items_in(edition.content))
        return edition, items if chosen.random() < 0.3 else items[:FEW]

    def edit(self, edition: Edition, change: Change, is_stale: bool) -> None:
        done = plans.edit(
            edition_id=edition.pk, changes=[change], way=EditWay.FORM, by=self.by, at=self.now()
        )

        after = Edition.objects.get(pk=edition.pk)
        if is_stale:
            [(given_back, now)] = done.conflicts
            assert (given_back, done.applied) == (change, ())
            assert now not in (change.seen, None)
            assert (after.content, after.version) == (edition.content, edition.version)
        else:
            assert done.conflicts == []
            assert markers_in(change.new) <= markers_in(after.content)

    @precondition(lambda self: self.open_ones())
    @rule(seed=seeds, is_sealed=st.integers(0, 3).map(bool))
    def end(self, seed: int, is_sealed: bool) -> None:
        edition = chance(seed).choice(self.open_ones())
        deed = plans.seal if is_sealed else plans.abandon
        with pytest.raises(Refused):
            deed(edition_id=edition.pk, version=edition.version + 1, by=self.by, at=self.now())
        deed(edition_id=edition.pk, version=edition.version, by=self.by, at=self.now())
        self.remember()

    @rule(seed=seeds)
    def publish(self, seed: int) -> None:
        deeds = [self.publish_what_is_sealed] * 3 + [self.go_back, self.publish_a_draft]
        chance(seed).choice(deeds)(seed)

    def publish_what_is_sealed(self, seed: int) -> None:
        """Of each plan what is in force, or the last that is sealed."""
        chosen = chance(seed)
        wanted = []
        for edition in editions_of(published(self.cycle)):
            sealed = edition.plan.editions.filter(state=EditionState.SEALED).order_by("pk").last()
            wanted.append(sealed if sealed and chosen.random() < 0.8 else edition)
        self.try_to_publish(wanted)

    def go_back(self, seed: int) -> None:
        earlier = chance(seed).choice(list(Publication.objects.order_by("number")))
        number = published(self.cycle).number

        self.try_to_publish(editions_of(earlier))

        now = published(self.cycle)
        assert now.digest == earlier.digest
        assert now.number - number in (0, 1)

    def publish_a_draft(self, seed: int) -> None:
        before = published(self.cycle)
        for draft in one_of(self.open_ones(), seed):
            others = [one for one in editions_of(before) if one.plan_id != draft.plan_id]
            with pytest.raises(Refused):
                publication.publish(cycle=self.cycle, editions=[*others, draft], by=self.by, at=self.now())

    def try_to_publish(self, editions: list[Edition]) -> None:
        """What does not hang together is refused, and nothing is another then."""
        before = published(self.cycle)
        try:
            publication.publish(cycle=self.cycle, editions=editions, by=self.by, at=self.now())
            connection.check_constraints()
        except Refused:
            assert published(self.cycle) == before
        else:
            assert {one.pk for one in editions_of(published(self.cycle))} == {one.pk for one in editions}

    @rule(seed=seeds)
    def adopt(self, seed: int) -> None:
        """A file with one other name, read from print: it has no ids."""
        book = book_of(published(self.cycle))
        plan = chance(seed).choice(book.plans)
        vision = plan.vision and plan.vision.model_copy(update={"text": self.word()})
        changed = plan.model_copy(update={"vision": vision, "full_name": self.word()})
        rest = [changed if one is plan else one for one in book.plans]
        after: PlanBook = book.model_copy(update={"plans": rest})
        adopt_book(book=after, name="next.json", by=self.by, at=self.now(), accepted=set(Part))
        self.remember()
        assert marker(self.number) in in_publication(published(self.cycle))

    @invariant()
    def no_accepted_edit_is_lost(self) -> None:
        for edition in Edition.objects.exclude(edits=None).select_related("plan"):
            assert replayed(edition) == edition.content

    @invariant()
    def no_sealed_edition_changes(self) -> None:
        for edition in Edition.objects.filter(pk__in=self.sealed):
            assert (edition.digest, edition.content) == self.sealed[edition.pk]

    @invariant()
    def no_draft_is_shown(self) -> None:
        """Looked for only where something was published since, and at the end of every run."""
        now = published(self.cycle)
        if now == self.seen_last:
            return
        self.seen_last = now
        index_cycle(cycle=self.cycle)
        public = in_publication(now)
        for where, words in shown(now).items():
            assert words <= public, where

    @invariant()
    def every_item_that_is_named_is_kept(self) -> None:
        named = {UUID(one["item_id"]) for edition in self.open_ones() for one in items_in(edition.content)}
        assert Item.objects.filter(pk__in=named).count() == len(named)


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311


def one_of(choices: list[Any], seed: int) -> list[Any]:
    """One of them, where there is any."""
    return [chance(seed).choice(choices)] if choices else []


def worded(items: list[Any], seed: int) -> list[tuple[Any, str]]:
    """One of the items that have words, and the field that holds them."""
    return one_of([(one, field) for one in items for field in WORDS if one.get(field)], seed)


def known(item: Any) -> UUID:
    return UUID(item["item_id"])


def items_in(value: Any) -> Any:
    """The items of a value as JSON."""
    if isinstance(value, dict):
        if value.get("item_id"):
            yield value
        for held in value.values():
            yield from items_in(held)
    elif isinstance(value, list):
        for held in value:
            yield from items_in(held)


def lists_in(value: Any) -> Any:
    """The lists of items of a value as JSON."""
    if isinstance(value, dict):
        for held in value.values():
            yield from lists_in(held)
    elif isinstance(value, list):
        if value and isinstance(value[0], dict) and value[0].get("item_id"):
            yield value
        for held in value:
            yield from lists_in(held)


def test_nothing_is_lost_nothing_sealed_changes_and_no_draft_is_shown(
    adopted: Publication, request: pytest.FixtureRequest
) -> None:
    is_whole = request.config.getoption("soak")
    chosen = settings(
        max_examples=ALL if is_whole else SHARE,
        phases=list(Phase) if is_whole else [Phase.generate],  # to shrink takes minutes
        derandomize=not is_whole,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
    )
    run_state_machine_as_test(Living, settings=chosen)
