"""Sections are assigned, written by who has them and by nobody else, handed in, accepted and returned."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests import cast, collecting
from tests.at_once import beside
from tests.collecting import AT, DUE, Stage, as_it_is

from goru.book.items.editing import Change, Deed
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.formulation import actions, queries
from goru.domain.formulation.models import Assignment
from goru.domain.formulation.vocabulary import SubmissionState
from goru.domain.institutions.actions import open_unit, system_person
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.queries import posts_of
from goru.domain.institutions.vocabulary import Role, UnitKind
from goru.domain.plans import actions as plans
from goru.domain.plans.actions import Edited
from goru.domain.plans.models import Edit, Edition

pytestmark = [pytest.mark.web, pytest.mark.django_db]
LATER = AT + timedelta(hours=1)


@pytest.fixture
def stage(db: None) -> Stage:
    return collecting.staged()


def submitted(stage: Stage, section: str = "money") -> Assignment:
    made = stage.assigned(section)
    return actions.submit_section(**as_it_is(made), by=stage.writer, at=LATER)


def test_sections_are_assigned_several_at_once_and_it_is_on_record(stage: Stage) -> None:
    made = actions.assign(
        plan=stage.plan,
        sections=["money", "indicators"],
        to=stage.unit,
        due_date=DUE,
        note="",
        by=stage.author,
        at=AT,
    )

    assert [(one.section, one.unit, one.state) for one in made] == [
        ("money", stage.unit, SubmissionState.DRAFT),
        ("indicators", stage.unit, SubmissionState.DRAFT),
    ]
    act = OfficialAct.objects.latest("number")
    assert (act.act, act.subject_key) == ("formulation.assigned", "2026/seoul")


def test_one_section_may_be_written_by_several_but_is_assigned_to_each_once(stage: Stage) -> None:
    stage.assigned("money")
    stage.assigned("money", stage.municipality)

    with pytest.raises(Refused, match="이미 맡긴"):
        stage.assigned("money")


@pytest.mark.parametrize(
    ("section", "due", "words"),
    [("nothing", DUE, "초안에 없는"), ("money", date(2026, 1, 4), "내부 기한은")],
)
def test_nothing_is_assigned_that_nobody_can_write_in_time(
    stage: Stage, section: str, due: date, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        stage.assigned(section, due=due)


def test_nothing_is_assigned_to_who_has_no_part_in_the_plan(stage: Stage) -> None:
    other = cast.department("busan", "기획관")
    in_busan = Institution.objects.get(key="mois-26110")
    closed = open_unit(
        institution=stage.unit.institution,
        kind=UnitKind.DEPARTMENT,
        name="곧 생길 과",
        first_day=AT.date() + timedelta(days=9),
        by=system_person(),
        at=AT,
    )

    for to in (other, in_busan, closed):
        with pytest.raises(Refused, match="맡길 수 있는"):
            stage.assigned("money", to)


def test_nobody_but_the_author_assigns_changes_takes_back_accepts_and_returns(stage: Stage) -> None:
    made = submitted(stage)
    stranger = cast.officer("stranger", Role.AUTHOR, "busan")
    given: dict[str, Any] = {"at": LATER, **as_it_is(made)}

    for by, why in ((stage.writer, Why.FORBIDDEN), (stage.jongno, Why.HIDDEN), (stranger, Why.HIDDEN)):
        for deed in (
            lambda by=by: actions.assign(
                plan=stage.plan, sections=["vision"], to=stage.unit, due_date=DUE, note="", by=by, at=AT
            ),
            lambda by=by: actions.change_assignment(**given, due_date=DUE, note="", by=by),
            lambda by=by: actions.take_back(**given, by=by),
            lambda by=by: actions.accept_section(**given, by=by),
            lambda by=by: actions.return_section(**given, note="다시", by=by),
        ):
            with pytest.raises(Refused) as found:
                deed()
            assert found.value.why is why


def test_nobody_but_who_writes_a_section_hands_it_in(stage: Stage) -> None:
    made = stage.assigned("money")

    for by in (stage.author, stage.jongno):
        with pytest.raises(Refused) as found:
            actions.submit_section(**as_it_is(made), by=by, at=LATER)
        assert found.value.why is not Why.STATE


def test_who_has_a_section_writes_in_it_until_it_is_handed_in_and_again_once_it_is_returned(
    stage: Stage,
) -> None:
    made = stage.assigned("money")
    stage.write(stage.writer, stage.total(5))
    actions.submit_section(**as_it_is(made), by=stage.writer, at=LATER)

    with pytest.raises(Refused, match="제출한 절"):
        stage.write(stage.writer, stage.total(6))
    actions.return_section(**as_it_is(made), note="합이 다릅니다", by=stage.author, at=LATER)
    stage.write(stage.writer, stage.total(7))
    actions.submit_section(**as_it_is(made), by=stage.writer, at=LATER)
    actions.accept_section(**as_it_is(made), by=stage.author, at=LATER)
    with pytest.raises(Refused, match="접수한 절"):
        stage.write(stage.writer, stage.total(8))

    assert stage.now()["budget"]["total"] == 7
    made.refresh_from_db()
    assert (made.state, made.return_note) == (SubmissionState.ACCEPTED, "합이 다릅니다")


def test_an_author_writes_in_every_section_whatever_its_state(stage: Stage) -> None:
    submitted(stage)

    stage.write(
        stage.author, stage.total(5), Change(Deed.ADD, uuid4(), "plan/strategies", new={"text": "자치"})
    )

    assert stage.now()["budget"]["total"] == 5


def test_what_was_accepted_is_opened_again_by_returning_it_with_a_note(stage: Stage) -> None:
    made = submitted(stage)
    actions.accept_section(**as_it_is(made), by=stage.author, at=LATER)

    with pytest.raises(Refused, match="무엇을 보완"):
        actions.return_section(**as_it_is(made), note="", by=stage.author, at=LATER)
    actions.return_section(**as_it_is(made), note="다시", by=stage.author, at=LATER)

    stage.write(stage.writer, stage.total(5))


def test_nothing_is_accepted_or_returned_before_it_is_handed_in(stage: Stage) -> None:
    made = stage.assigned("money")

    for deed in (actions.accept_section, lambda **given: actions.return_section(note="다시", **given)):
        with pytest.raises(Refused, match="초안"):
            deed(**as_it_is(made), by=stage.author, at=LATER)


def elsewhere(stage: Stage) -> dict[str, Change]:
    """An edit of each kind outside of the second core task, which is all that the department has."""
    mine, other = stage.tasks[1], stage.tasks[0]
    theirs = stage.now()["core_tasks"][0]["items"][0]
    own = stage.now()["core_tasks"][1]["items"][0]
    new = uuid4()
    return {
        "set a field of the plan": stage.total(9),
        "set an item of another": Change(
            Deed.SET, UUID(theirs["item_id"]), "text", seen=theirs["text"], new="바꿈"
        ),
        "set the name of the own task": Change(Deed.SET, mine, "name", seen="일터", new="바꿈"),
        "add to another": Change(Deed.ADD, new, "items", other, new={"text": "더함"}),
        "add to the plan": Change(Deed.ADD, new, "plan/indicators", new={}),
        "move another": Change(
            Deed.MOVE, UUID(theirs["item_id"]), seen={"at": 0, "under": str(other)}, new={"at": 0}
        ),
        "move out": Change(
            Deed.MOVE,
            UUID(own["item_id"]),
            seen={"at": 0, "under": str(mine)},
            new={"at": 0, "field": "items", "under": str(other)},
        ),
        "move in": Change(
            Deed.MOVE,
            UUID(theirs["item_id"]),
            seen={"at": 0, "under": str(other)},
            new={"at": 0, "field": "items", "under": str(mine)},
        ),
        "remove another": Change(Deed.REMOVE, UUID(theirs["item_id"]), seen=theirs),
        "remove the own task": Change(Deed.REMOVE, mine, seen=stage.now()["core_tasks"][1]),
        "nothing that is there": Change(Deed.SET, new, "text", new="?"),
    }


KINDS = (
    *("set a field of the plan", "set an item of another", "set the name of the own task"),
    *("add to another", "add to the plan", "move another", "move out", "move in"),
    *("remove another", "remove the own task", "nothing that is there"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_who_has_a_section_touches_no_other_by_any_kind_of_edit(stage: Stage, kind: str) -> None:
    mine = stage.tasks[1]
    stage.assigned(f"core-task-{mine}")
    first = uuid4()
    stage.write(stage.writer, Change(Deed.ADD, first, "items", mine, new={"text": "하나"}))
    before, change = stage.now(), elsewhere(stage)[kind]
    allowed = Change(Deed.SET, first, "text", seen="하나", new="둘")

    for changes in ([change], [allowed, change]):
        with pytest.raises(Refused) as found:
            stage.write(stage.writer, *changes)
        assert found.value.why is Why.FORBIDDEN
    assert stage.now() == before


def test_every_kind_of_edit_elsewhere_is_tried(stage: Stage) -> None:
    mine = stage.tasks[1]
    stage.write(stage.author, Change(Deed.ADD, uuid4(), "items", mine, new={"text": "하나"}))

    assert tuple(elsewhere(stage)) == KINDS


def test_who_has_no_section_writes_nothing_not_even_nothing(stage: Stage) -> None:
    stage.assigned("money", stage.municipality)

    for changes in ([stage.total(5)], []):
        with pytest.raises(Refused) as found:
            stage.write(stage.writer, *changes)
        assert found.value.why is Why.FORBIDDEN


def test_a_municipality_writes_its_section_and_another_unit_does_not(stage: Stage) -> None:
    stage.assigned("indicators", stage.municipality)
    other = cast.officer("other", Role.CONTRIBUTOR, "seoul", cast.department("seoul", "교통실"))
    change = Change(Deed.ADD, uuid4(), "plan/indicators", new={"name": "1인당 GRDP"})

    with pytest.raises(Refused):
        stage.write(other, change)
    stage.write(stage.jongno, change)

    assert Edit.objects.latest("number").by == stage.jongno


def test_what_was_written_stays_when_a_section_is_taken_back(stage: Stage) -> None:
    made = stage.assigned("money")
    stage.write(stage.writer, stage.total(5))

    actions.take_back(**as_it_is(made), by=stage.author, at=LATER)

    assert stage.now()["budget"]["total"] == 5
    assert OfficialAct.objects.latest("number").act == "formulation.assignment_taken_back"
    with pytest.raises(Refused):
        stage.write(stage.writer, stage.total(6))


def test_an_inner_date_is_changed_by_who_saw_it_as_it_is(stage: Stage) -> None:
    made = stage.assigned("money")
    given: dict[str, Any] = {"note": "", "by": stage.author, "at": LATER}
    seen = as_it_is(made)
    actions.change_assignment(**seen, due_date=date(2026, 1, 30), **given)

    with pytest.raises(Outdated):
        actions.change_assignment(**seen, due_date=date(2026, 1, 31), **given)
    with pytest.raises(Refused, match="내부 기한은"):
        actions.change_assignment(**as_it_is(made), due_date=date(2026, 1, 1), **given)
    assert Assignment.objects.get().due_date == date(2026, 1, 30)


def test_nothing_is_handed_in_once_no_draft_is_written(stage: Stage) -> None:
    made = stage.assigned("money")
    version = Edition.objects.get(pk=stage.edition.pk).version
    plans.seal(edition_id=stage.edition.pk, version=version, by=stage.author, at=LATER)

    with pytest.raises(Refused, match="쓰고 있는 초안"):
        actions.submit_section(**as_it_is(made), by=stage.writer, at=LATER)
    with pytest.raises(Refused, match="고칠 수 없습니다"):
        stage.write(stage.writer, Change(Deed.SET, None, "plan/budget/total", new=1))


@pytest.mark.django_db(transaction=True)
def test_nothing_is_written_in_a_section_after_it_was_handed_in_at_once(stage: Stage) -> None:
    made = stage.assigned("money")
    seen, change = as_it_is(made), stage.total(5)

    answer = beside(
        lambda: actions.submit_section(**seen, by=stage.writer, at=LATER),
        lambda: stage.write(stage.writer, change),
    )

    assert isinstance(answer, Refused)
    assert stage.now()["budget"]["total"] is None


@pytest.mark.django_db(transaction=True)
def test_what_is_written_at_once_is_there_when_it_is_handed_in(stage: Stage) -> None:
    made = stage.assigned("money")
    seen, change = as_it_is(made), stage.total(5)
    written = []

    answer = beside(
        lambda: written.append(stage.write(stage.writer, change)),
        lambda: actions.submit_section(**seen, by=stage.writer, at=LATER),
    )

    assert isinstance(written[0], Edited)
    assert answer.state == SubmissionState.SUBMITTED
    assert stage.now()["budget"]["total"] == 5


@pytest.mark.django_db(transaction=True)
def test_of_two_who_decide_at_once_the_second_looks_again(stage: Stage) -> None:
    seen = as_it_is(submitted(stage))

    answer = beside(
        lambda: actions.accept_section(**seen, by=stage.author, at=LATER),
        lambda: actions.return_section(**seen, note="다시", by=stage.author, at=LATER),
    )

    assert isinstance(answer, Outdated)
    assert Assignment.objects.get().state == SubmissionState.ACCEPTED


@pytest.mark.django_db(transaction=True)
def test_of_two_who_assign_the_same_at_once_the_second_is_refused(stage: Stage) -> None:
    answer = beside(lambda: stage.assigned("money"), lambda: stage.assigned("money"))

    assert isinstance(answer, Refused)
    assert Assignment.objects.count() == 1


def test_a_draft_is_not_begun_until_somebody_it_was_assigned_to_wrote_in_it(stage: Stage) -> None:
    stage.assigned("money")

    def state() -> str:
        [one] = queries.collecting_in(2026, "seoul", by=stage.author, on=AT.date()).assigned
        return one.state_name

    assert state() == "미착수"
    stage.write(stage.author, stage.total(4))
    assert state() == "미착수"
    stage.write(stage.writer, stage.total(5))
    assert state() == "작성중"


def test_who_wrote_in_a_section_is_said_with_when_the_latest_first(stage: Stage) -> None:
    stage.assigned("money")
    stage.write(stage.author, stage.total(4))
    stage.write(stage.writer, stage.total(5), at=LATER)

    found = queries.collecting_in(2026, "seoul", by=stage.author, on=AT.date()).writers["money"]

    assert list(found) == [(stage.writer, LATER), (stage.author, AT)]


def test_what_is_assigned_waits_for_who_writes_it_then_for_who_collects(stage: Stage) -> None:
    def waiting(by: Person, days: int = 0) -> list[str]:
        on = AT.date() + timedelta(days=days)
        return [f"{one.what} / {one.why}" for one in queries.waiting(posts_of(by, on), on)]

    made = stage.assigned("money")
    stage.assigned("indicators", stage.municipality)
    assert ["재정투입" in one for one in waiting(stage.writer)] == [True]
    assert ["성과지표" in one for one in waiting(stage.jongno)] == [True]
    assert waiting(stage.author) == []
    assert len(waiting(stage.author, days=30)) == 2

    actions.submit_section(**as_it_is(made), by=stage.writer, at=LATER)
    assert waiting(stage.writer) == []
    assert "접수" in waiting(stage.author)[0]

    actions.return_section(**as_it_is(made), note="합이 다릅니다", by=stage.author, at=LATER)
    assert "합이 다릅니다" in waiting(stage.writer)[0]
    assert waiting(stage.author) == []
