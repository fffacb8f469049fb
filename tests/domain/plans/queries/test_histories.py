"""What became of a plan: its moments, what is another between two, what happened to an item, what the money adds up to."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests import cast, collecting
from tests.collecting import AT, Stage

from goru.book.items.editing import Change, Deed
from goru.book.model import Plan
from goru.book.model.editions import InstitutionPlan
from goru.core.verdict import Refused
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions as plans
from goru.domain.plans import queries
from goru.domain.plans.models import Edition
from goru.domain.plans.vocabulary import EditWay

pytestmark = [pytest.mark.web, pytest.mark.django_db]
ON: date = AT.date()
PROJECT, LINE = uuid4(), uuid4()


@pytest.fixture
def stage(db: None) -> Stage:
    return collecting.staged()


def money(year: int, funding: str, amount: int) -> Change:
    new = {"fiscal_year": year, "funding": funding, "amount": amount, "unit": "억원"}
    return Change(Deed.ADD, uuid4(), "money", PROJECT, new=new)


def written(stage: Stage) -> list[dict[str, Any]]:
    """A project with money that is named anew, moved and priced, a task that goes; what the plan said after each."""
    one, other = stage.tasks
    item = stage.now()["core_tasks"][0]["items"][0]
    said: list[dict[str, Any]] = []
    for change in (
        Change(Deed.ADD, PROJECT, "projects", one, new={"name": "마을길"}),
        money(2026, "national", 30),
        money(2026, "private", 5),
        money(2027, "national", 40),
        Change(Deed.SET, PROJECT, "name", seen="마을길", new="마을길 잇기"),
        Change(Deed.REMOVE, UUID(item["item_id"]), seen=item),
        Change(
            Deed.MOVE,
            PROJECT,
            seen={"at": 0, "under": str(one)},
            new={"at": 0, "field": "projects", "under": str(other)},
        ),
    ):
        stage.write(stage.author, change, at=AT + timedelta(hours=len(said) + 1))
        said.append(stage.now())
    return said


def edition_of(stage: Stage) -> Edition:
    return Edition.objects.select_related("plan__cycle", "plan__institution").get(pk=stage.edition.pk)


def test_a_moment_says_what_the_plan_said_then(stage: Stage) -> None:
    before = edition_of(stage).edits.count()
    said = written(stage)
    edition = edition_of(stage)

    moments = [queries.moment_of(edition, before + number) for number in range(1, len(said) + 1)]

    assert [one.value.plan for one in moments] == [Plan.model_validate(one) for one in said]
    assert moments[-1] == queries.moment_of(edition)
    assert [one.is_whole for one in moments[-2:]] == [False, True]
    assert queries.moment_of(edition, 0).value == InstitutionPlan.model_validate(edition.beginning)
    for number in (-1, before + len(said) + 1):
        with pytest.raises(Edition.DoesNotExist):
            queries.moment_of(edition, number)


def test_two_moments_are_compared_with_who_made_it_so_and_what_the_money_adds_up_to(stage: Stage) -> None:
    before = edition_of(stage).edits.count()
    written(stage)
    edition = edition_of(stage)
    early, late = queries.moment_of(edition, before + 2), queries.moment_of(edition)

    found = {(one.deed.value, one.change.field): one for one in queries.compared(early, late)}
    sums = [
        (one.year, one.funding, one.before, one.after)
        for one in queries.money_compared(early.value, late.value)
    ]

    renamed = found["set", "name"]
    assert (renamed.name, renamed.change.seen, renamed.change.new) == ("마을길 잇기", "마을길", "마을길 잇기")
    assert renamed.edit
    assert (renamed.edit.by, renamed.edit.at) == (stage.author, AT + timedelta(hours=5))
    assert ("remove", "") in found
    assert queries.compared(late, late) == []
    hundred = 10**8
    assert sums == [
        (2026, "national", 30 * hundred, 30 * hundred),
        (2026, "private", 0, 5 * hundred),
        (2026, None, 30 * hundred, 35 * hundred),
        (2027, "national", 0, 40 * hundred),
        (2027, None, 0, 40 * hundred),
    ]


def test_the_history_of_an_item_goes_on_in_the_next_edition(stage: Stage) -> None:
    written(stage)
    gone = UUID(edition_of(stage).edits.filter(deed="remove").values_list("item", flat=True).get().hex)
    version = edition_of(stage).version
    base = plans.seal(edition_id=stage.edition.pk, version=version, by=stage.author, at=AT)
    after = plans.continue_edition(base=base, by=stage.author, at=AT)
    change = Change(Deed.SET, PROJECT, "responsible_unit", seen=None, new="도로과")
    plans.edit(
        edition_id=after.pk,
        changes=[change],
        way=EditWay.FORM,
        by=stage.author,
        at=AT + timedelta(days=1),
    )
    after.refresh_from_db()

    found = queries.history_of_item(after, PROJECT, by=stage.author, on=ON)
    before = queries.history_of_item(after, gone, by=stage.author, on=ON)

    assert found.name == "마을길 잇기"
    assert [said and said.get("responsible_unit") for _edition, said in found.said] == [None, "도로과"]
    assert [one.deed for one, _name in found.edits] == ["set", "move", "set", "add", "add", "add", "add"]
    assert (before.name, [said for _edition, said in before.said]) == ("마을회의", [None, None])
    assert [one.deed for one, _name in before.edits] == ["remove", "add"]
    with pytest.raises(Edition.DoesNotExist):
        queries.history_of_item(after, uuid4(), by=stage.author, on=ON)


def test_nobody_compares_with_a_draft_that_they_do_not_see(stage: Stage) -> None:
    stranger = cast.officer("stranger", Role.AUTHOR, "busan")
    base = plans.seal(edition_id=stage.edition.pk, version=edition_of(stage).version, by=stage.author, at=AT)
    after = plans.continue_edition(base=base, by=stage.author, at=AT)

    assert queries.comparable_with(base, by=stage.author, on=ON) == [after]
    assert queries.comparable_with(base, by=stranger, on=ON) == []
    with pytest.raises(Refused):
        queries.history_in(base.pk, by=stranger, on=ON)
