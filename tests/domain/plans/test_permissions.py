"""Who may write, see and publish plans."""

from datetime import UTC, date, datetime

import pytest
from tests import cast

from goru.core.verdict import Why
from goru.domain.institutions.actions import appoint, system_person
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions, permissions
from goru.domain.plans.actions import open_cycle
from goru.domain.plans.models import Cycle, Edition, Plan, Publication
from goru.domain.plans.vocabulary import EditionState, PlanKind

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("register_loaded")]
AT = datetime(2026, 5, 4, tzinfo=UTC)
DAY, MERGER = date(2026, 5, 4), date(2026, 7, 1)
CAST = (
    *("author_in_seoul", "stranger_in_busan", "contributor", "certifier", "secretariat", "committee_member"),
    *("evaluator", "auditor", "administrator"),
)


@pytest.fixture
def cycle(db: None) -> Cycle:
    return open_cycle(year=2026, by=system_person(), at=AT)


def plan_of(cycle: Cycle, key: str) -> Plan:
    return Plan.objects.create(
        cycle=cycle, institution=Institution.objects.get(key=key), kind=PlanKind.PROVINCIAL
    )


def draft(plan: Plan) -> Edition:
    if plan.institution:
        return actions.open_empty_plan(plan=plan, by=system_person(), at=AT)
    return Edition.objects.create(
        plan=plan, origin="empty", beginning={}, content={}, opened_at=AT, opened_by=system_person()
    )


@pytest.mark.parametrize("who", CAST)
def test_a_plan_is_written_by_its_author_and_a_draft_seen_by_its_institution(
    who: str, cycle: Cycle, request: pytest.FixtureRequest
) -> None:
    by, plan = request.getfixturevalue(who), plan_of(cycle, "seoul")
    own = {"author_in_seoul", "contributor", "certifier"}

    writes = permissions.may_write(by, plan, DAY)
    sees = permissions.may_see(by, draft(plan), DAY)

    assert bool(writes) is (who == "author_in_seoul")
    assert bool(sees) is (who in own)
    assert writes or writes.why is (Why.FORBIDDEN if who in own else Why.HIDDEN)
    assert sees or sees.why is Why.HIDDEN


@pytest.mark.parametrize("who", CAST)
def test_the_secretariat_writes_the_national_part_publishes_and_decides_on_items(
    who: str, cycle: Cycle, request: pytest.FixtureRequest
) -> None:
    by, national = request.getfixturevalue(who), actions.national_part_of(cycle=cycle)

    verdicts = (
        permissions.may_write(by, national, DAY),
        permissions.may_see(by, draft(national), DAY),
        permissions.may_publish(by, cycle, DAY),
        permissions.may_decide_on_items(by, DAY),
        permissions.may_open_cycles(by, DAY),
    )

    assert {bool(verdict) for verdict in verdicts} == {who == "secretariat"}
    assert all(verdict.post == "지방시대위원회 기획단" for verdict in verdicts if verdict)


def test_what_is_published_everybody_sees(adopted: Publication, stranger_in_busan: Person) -> None:
    [edition, *_] = adopted.editions.all()

    assert permissions.may_see(stranger_in_busan, edition, DAY)


def test_the_successor_writes_the_plans_of_both_it_came_of_from_the_day_of_the_merger(cycle: Cycle) -> None:
    before = cast.officer("before", Role.AUTHOR, "gwangju")
    after, post = cast.person("after"), cast.post(Role.AUTHOR, "jeonnam-gwangju")
    appoint(post=post, person=after, first_day=MERGER, by=system_person(), at=AT)
    gwangju, jeonnam = plan_of(cycle, "gwangju"), plan_of(cycle, "jeonnam")

    assert permissions.may_write(before, gwangju, date(2026, 6, 30))
    assert not permissions.may_write(before, gwangju, MERGER)
    assert not permissions.may_write(after, gwangju, date(2026, 6, 30))
    assert permissions.may_write(after, gwangju, MERGER)
    assert permissions.may_write(after, jeonnam, MERGER).post == "전남광주 총괄 담당자"


def test_refusals_say_who_may(cycle: Cycle, stranger_in_busan: Person) -> None:
    plan, national = plan_of(cycle, "seoul"), actions.national_part_of(cycle=cycle)
    edition = draft(plan)
    by, day = stranger_in_busan, DAY

    said = {
        "그 기관의 총괄 담당자가": permissions.may_write(by, plan, day),
        "총괄은 지방시대위원회 기획단이": permissions.may_write(by, national, day),
        "다른 기관의 초안": permissions.may_see(by, edition, day),
        "기획단이 공표합니다": permissions.may_publish(by, cycle, day),
        "항목을 합치거나": permissions.may_decide_on_items(by, day),
        "연도는 지방시대위원회 기획단이": permissions.may_open_cycles(by, day),
    }

    assert {words for words, verdict in said.items() if verdict or words not in verdict.reason} == set()
    assert permissions.may_publish(by, cycle, day).why is Why.FORBIDDEN
    assert permissions.may_decide_on_items(by, day).why is Why.FORBIDDEN
    assert permissions.may_open_cycles(by, day).why is Why.FORBIDDEN
    assert permissions.is_open(edition)
    edition.state = EditionState.ABANDONED
    assert permissions.is_open(edition).reason == "폐기된 판은 고칠 수 없습니다."


@pytest.mark.parametrize("role", [Role.BUDGET_OFFICER, Role.AUDITOR, Role.SUPPORT_GROUP])
def test_drafts_are_seen_by_whoever_holds_a_post_of_their_institution(role: Role, cycle: Cycle) -> None:
    edition, by = draft(plan_of(cycle, "seoul")), cast.officer("someone", role, "seoul")

    assert permissions.may_see(by, edition, DAY)
