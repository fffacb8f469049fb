"""The record of five-year plans: an institution's own author keeps it, or the secretariat; the law's conditions hold."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from tests import cast

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions, queries
from goru.domain.plans.models import DevelopmentPlan, Duty, Parent
from goru.domain.plans.vocabulary import ChangeGround

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("register_loaded")]
AT = datetime(2026, 5, 4, tzinfo=UTC)
DAY = date(2023, 10, 30)


@pytest.fixture
def plan(author_in_seoul: Person) -> DevelopmentPlan:
    seoul = Institution.objects.get(key="seoul")
    return actions.add_parent(owner=seoul, first_year=2023, last_year=2027, by=author_in_seoul, at=AT)


@pytest.fixture
def comprehensive(db: None) -> Parent:
    return actions.open_cycle(year=2026, by=system_person(), at=AT).comprehensive_plan


def step(plan: Parent, name: str, day: date | None, by: Person, *, version: int = 1) -> Parent:
    return actions.record_step(
        parent=plan, version=version, step=name, day=day, evidence="공문 1호", by=by, at=AT
    )


def test_an_author_puts_the_own_plan_on_record(plan: DevelopmentPlan) -> None:
    act = OfficialAct.objects.latest("number")

    assert plan.kind == "provincial"
    assert (act.act, act.subject_key) == ("plans.parent_added", "seoul/2023")
    assert queries.parent_of("seoul", 2023) == plan


@pytest.mark.parametrize(("first", "last"), [(2027, 2031), (2020, 2023), (2023, 2027), (2029, 2028)])
def test_plans_of_one_institution_do_not_overlap(
    plan: DevelopmentPlan, author_in_seoul: Person, first: int, last: int
) -> None:
    with pytest.raises(Refused):
        actions.add_parent(
            owner=plan.institution, first_year=first, last_year=last, by=author_in_seoul, at=AT
        )


def test_another_institutions_author_keeps_nothing_of_it(
    plan: DevelopmentPlan, stranger_in_busan: Person, comprehensive: Parent
) -> None:
    by: dict[str, Any] = {"by": stranger_in_busan, "at": AT}
    deeds = [
        lambda: actions.add_parent(owner=plan.institution, first_year=2028, last_year=2032, **by),
        lambda: step(plan, "guideline", DAY, stranger_in_busan),
        lambda: step(comprehensive, "cabinet", DAY, stranger_in_busan),
        lambda: actions.keep_parent_items(parent=plan, version=1, items=(), **by),
        lambda: actions.record_change(
            parent=plan, version=1, day=DAY, ground=ChangeGround.WHOLE_ROAD, percent=None, what="-", **by
        ),
    ]

    for deed in deeds:
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.why is Why.FORBIDDEN


def test_the_committee_has_no_plan_of_its_own(secretariat: Person) -> None:
    committee = Institution.objects.get(key="committee")

    with pytest.raises(Refused, match="시·도, 중앙행정기관, 초광역권"):
        actions.add_parent(owner=committee, first_year=2028, last_year=2032, by=secretariat, at=AT)


def test_a_megaregion_owes_the_open_cycles_of_its_plan_from_then_on(secretariat: Person) -> None:
    cycle = actions.open_cycle(year=2031, by=system_person(), at=AT)
    megaregion = Institution.objects.get(key="chungcheong")
    assert not Duty.objects.filter(institution=megaregion).exists()

    actions.add_parent(owner=megaregion, first_year=2028, last_year=2032, by=secretariat, at=AT)

    owed = Duty.objects.filter(institution=megaregion, cycle=cycle)
    assert {(one.kind, one.due_date) for one in owed} == {
        ("yearly-plan", date(2031, 2, 15)),
        ("self-evaluation", date(2032, 2, 29)),
    }


def test_a_step_is_recorded_once_its_condition_is(plan: DevelopmentPlan, author_in_seoul: Person) -> None:
    with pytest.raises(Refused, match="시·도 지방시대위원회 심의·의결"):
        step(plan, "submitted", DAY, author_in_seoul)

    step(plan, "regional-resolution", DAY, author_in_seoul)
    step(plan, "submitted", DAY, author_in_seoul, version=2)

    content = queries.parent_content(queries.parent_of("seoul", 2023), AT.date())
    assert content.established == DAY
    assert [one.name for one in content.steps if one.day] == ["regional-resolution", "submitted"]


def test_a_step_leaves_the_record_where_no_other_needs_it(
    plan: DevelopmentPlan, author_in_seoul: Person
) -> None:
    step(plan, "regional-resolution", DAY, author_in_seoul)
    step(plan, "submitted", DAY, author_in_seoul, version=2)

    with pytest.raises(Refused, match="지방시대위원회와 관계 중앙행정기관에 제출"):
        step(plan, "regional-resolution", None, author_in_seoul, version=3)
    step(plan, "submitted", None, author_in_seoul, version=3)

    assert [one.step for one in plan.approvalsteps.all()] == ["regional-resolution"]


@pytest.mark.parametrize(
    ("name", "day"),
    [("president", DAY), ("guideline", date(2026, 5, 5)), ("nothing", None)],
    ids=["of another road", "to come", "unknown"],
)
def test_what_the_road_or_the_day_has_not_is_refused(
    plan: DevelopmentPlan, author_in_seoul: Person, name: str, day: date | None
) -> None:
    with pytest.raises(Refused):
        step(plan, name, day, author_in_seoul)


def test_a_megaregion_settles_conflicts_from_the_day_of_that_law_on(secretariat: Person) -> None:
    megaregion = Institution.objects.get(key="chungcheong")
    by: dict[str, Any] = {"by": secretariat, "at": datetime(2027, 1, 4, tzinfo=UTC)}
    plan = actions.add_parent(owner=megaregion, first_year=2028, last_year=2032, **by)
    said: dict[str, Any] = {"parent": plan, "version": 1, "step": "conflicts-settled", "evidence": "", **by}

    with pytest.raises(Refused, match="그날의 법에 없는"):
        actions.record_step(day=date(2026, 12, 2), **said)
    actions.record_step(day=date(2026, 12, 3), **said)

    assert plan.approvalsteps.get().day == date(2026, 12, 3)


def test_who_saw_an_older_record_looks_again(plan: DevelopmentPlan, author_in_seoul: Person) -> None:
    step(plan, "guideline", DAY, author_in_seoul)

    with pytest.raises(Outdated):
        step(plan, "guideline", date(2023, 10, 31), author_in_seoul)


def test_a_change_rests_on_a_ground_of_its_kind(
    plan: DevelopmentPlan, comprehensive: Parent, secretariat: Person
) -> None:
    said: dict[str, Any] = {"day": DAY, "what": "사업 규모", "by": secretariat, "at": AT}
    size: dict[str, Any] = {"ground": ChangeGround.SIZE, "percent": Decimal("9.5"), **said}

    with pytest.raises(Refused, match="종합계획에만"):
        actions.record_change(parent=plan, version=1, **size)
    actions.record_change(parent=comprehensive, version=1, **size)
    later: dict[str, Any] = {
        "ground": ChangeGround.WHOLE_ROAD,
        "percent": None,
        **said,
        "day": date(2026, 5, 5),
    }
    with pytest.raises(Refused, match="아직 오지 않은"):
        actions.record_change(parent=plan, version=1, **later)

    change = queries.parent_content(comprehensive, AT.date()).changes[0]
    assert (change.ground, change.percent) == ("size", Decimal("9.5"))
    assert OfficialAct.objects.latest("number").line.details["percent"] == "9.5"


def test_an_item_whose_code_stays_is_the_same_item(comprehensive: Parent, secretariat: Person) -> None:
    by: dict[str, Any] = {"by": secretariat, "at": AT}
    actions.keep_parent_items(parent=comprehensive, version=1, items=[("Ⅰ-1", "가"), ("Ⅰ-2", "나")], **by)
    before = {one.code: one.pk for one in comprehensive.parentitems.all()}

    actions.keep_parent_items(parent=comprehensive, version=2, items=[("Ⅰ-2", "다"), ("Ⅰ-3", "라")], **by)

    items = queries.parent_content(comprehensive, AT.date()).items
    assert [(one.code, one.name) for one in items] == [("Ⅰ-2", "다"), ("Ⅰ-3", "라")]
    assert items[0].pk == before["Ⅰ-2"]
    with pytest.raises(Refused, match="두 번"):
        actions.keep_parent_items(parent=comprehensive, version=3, items=[("1", "가"), ("1", "나")], **by)


def test_who_keeps_which_plans(secretariat: Person, author_in_seoul: Person) -> None:
    certifier = cast.officer("certifier", Role.CERTIFIER, "seoul")
    on = AT.date()

    assert [one.key for one in queries.owners_kept_by(author_in_seoul, on)] == ["seoul"]
    assert queries.owners_kept_by(certifier, on) == []
    kinds = {one.kind for one in queries.owners_kept_by(secretariat, on)}
    assert kinds == {"province", "ministry", "megaregion"}
