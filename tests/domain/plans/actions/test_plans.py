"""Plans are of who the register knows; duties are of who owes a plan."""

from datetime import UTC, datetime

import pytest

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Refused, Why
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import InstitutionKind
from goru.domain.plans import actions
from goru.domain.plans.models import Cycle, DevelopmentPlan, Duty, Publication, PublishedPlan
from goru.domain.plans.vocabulary import PlanKind

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("register_loaded")]
AT = datetime(2026, 5, 4, tzinfo=UTC)


@pytest.fixture
def cycle(db: None) -> Cycle:
    return actions.open_cycle(year=2026, by=system_person(), at=AT)


def test_there_is_no_plan_of_who_the_register_does_not_know(cycle: Cycle) -> None:
    with pytest.raises(Refused, match="없는 기관입니다: '없는도'") as found:
        actions.plan_for(cycle=cycle, kind=PlanKind.PROVINCIAL, name="없는도")

    assert found.value.about == ("cycle", "2026")


def test_five_year_plans_of_the_register_are_kept_once_and_that_is_on_record() -> None:
    changes = [actions.load_development_plans(by=system_person(), at=AT) for _ in range(2)]

    assert changes == [DevelopmentPlan.objects.count(), 0]
    assert OfficialAct.objects.get(act="plans.development_plans_loaded").line.details["changes"] > 0


def test_nobody_but_the_program_loads_five_year_plans(administrator: Person) -> None:
    with pytest.raises(Refused) as found:
        actions.load_development_plans(by=administrator, at=AT)

    assert found.value.why is Why.FORBIDDEN
    assert not DevelopmentPlan.objects.exists()


def test_a_ministry_that_owes_no_plan_any_more_keeps_what_it_published(adopted: Publication) -> None:
    owed = Duty.objects.filter(cycle=adopted.cycle, institution__kind=InstitutionKind.MINISTRY)
    names = list(owed.values_list("institution__short_name", flat=True))
    published = list(PublishedPlan.objects.filter(duty__in=owed).values_list("pk", flat=True))
    assert published

    gone = actions.keep_duties(cycle=adopted.cycle, ministries=[])

    assert (gone, owed.count()) == (len(names), 0)
    assert PublishedPlan.objects.filter(pk__in=published, duty=None).count() == len(published)
    assert actions.keep_duties(cycle=adopted.cycle, ministries=names) == owed.count() == len(names)
