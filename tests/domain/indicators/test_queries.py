import pytest
from django.db import IntegrityError

from goru.domain.indicators import queries
from goru.domain.indicators.models import Indicator
from goru.domain.indicators.vocabulary import IndicatorKind
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_a_plans_indicators_keep_the_print_and_the_number(adopted: Publication) -> None:
    indicators = queries.indicators_of(plans.plan_of(2025, "jeju"))

    assert [(row.kind, row.name, row.baseline, row.target, row.change) for row in indicators] == [
        (IndicatorKind.COMMON, "일자리수", 401, 405, 4),
        (IndicatorKind.COMMON, "재정자주도", 66, 66, None),
        (IndicatorKind.OWN, "재생에너지 비중", 21, 24, 3),
    ]
    assert (indicators[1].target_printed, indicators[1].change_printed) == ("66.0", "-")
    assert (indicators[1].baseline_year, indicators[1].target_year) == (2024, 2025)


def test_a_megaregions_indicators_stand_under_its_own_strategies(adopted: Publication) -> None:
    indicators = queries.indicators_of(plans.plan_of(2025, "daegu-gyeongbuk"))

    assert {row.kind for row in indicators} == {IndicatorKind.UNGROUPED}
    assert all(row.strategy_wording for row in indicators)


def test_words_are_values_as_good_as_figures(adopted: Publication) -> None:
    first, second = queries.goals_of(plans.action_task_of(2025, "Ⅰ-1-(1)"))

    assert (first.target_printed, first.target, first.baseline_printed) == ("표준안 배포", None, "")
    assert (second.baseline, second.target) == (10, 25)


def test_goals_of_a_core_task_are_not_those_of_its_action_tasks(adopted: Publication) -> None:
    task = plans.action_task_of(2025, "Ⅰ-1-(1)")

    names = {row.name for row in queries.goals_of(task.core_task)}

    assert names.isdisjoint(row.name for row in queries.goals_of(task))


def test_the_goals_of_a_ministrys_tasks_come_task_by_task(adopted: Publication) -> None:
    tasks = [plans.action_task_of(2025, code) for code in ("Ⅰ-1-(1)", "Ⅱ-1-(1)")]

    found = list(queries.goals_of_all(tasks))

    assert found == [*queries.goals_of(tasks[0]), *queries.goals_of(tasks[1])]


def test_common_indicators_are_gathered_however_their_names_are_spaced(adopted: Publication) -> None:
    Indicator.objects.filter(plan__institution__key="jeju", name="일자리수").update(name="일자리 수")

    common = {
        name: (unit, [str(owner) for owner, _ in rows])
        for name, unit, rows in queries.common_of(adopted.cycle)
    }

    assert common["일자리수"] == ("천명", ["세종", "제주"])


def test_an_indicator_in_another_unit_is_not_compared(adopted: Publication) -> None:
    Indicator.objects.filter(plan__institution__key="jeju", name="일자리수").update(unit="명")

    common = {name: [str(owner) for owner, _ in rows] for name, _, rows in queries.common_of(adopted.cycle)}

    assert common["일자리수"] == ["세종"]


def test_an_indicator_belongs_to_exactly_one_thing(adopted: Publication) -> None:
    indicator = Indicator.objects.filter(plan__isnull=False)[0]
    indicator.action_task = plans.action_task_of(2025, "Ⅰ-1-(1)")

    with pytest.raises(IntegrityError, match=r"indicator_(belongs_to_one_thing|of_a_task_is_a_goal)"):
        indicator.save()


def test_a_plans_indicator_is_no_goal(adopted: Publication) -> None:
    indicator = Indicator.objects.filter(plan__isnull=False)[0]
    indicator.kind = IndicatorKind.GOAL

    with pytest.raises(IntegrityError, match="indicator_of_a_task_is_a_goal"):
        indicator.save()
