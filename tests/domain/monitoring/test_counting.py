from datetime import UTC, datetime
from typing import Any

import pytest
from tests import registering
from tests.registering import ZONE, said

from goru.core.verdict import Refused
from goru.domain.indicators.models import Actual, Indicator
from goru.domain.indicators.vocabulary import ActualSource
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.monitoring import queries
from goru.domain.monitoring.actions import count_actuals
from goru.domain.plans.models import Publication
from goru.domain.registers.actions import link_case, move_case, open_case
from goru.domain.registers.models import Case
from goru.domain.registers.vocabulary import LinkKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
YEAR, AT = 2025, datetime(2025, 6, 2, 3, tzinfo=UTC)


def counted(indicator: Indicator, stages: list[str], how: str, **also: Any) -> dict[str, Any]:
    plan, task = indicator.plan, indicator.action_task
    assert plan or task
    owner = task.code if task else plan.institution.key  # type: ignore[union-attr]
    return {"owner": owner, "indicator": indicator.name, "stages": stages, "counted_as": how, **also}


def zone(title: str, on: str, by: Person, who: str = "gyeongbuk") -> Case:
    given = said(title, who=who, area="10", place=who)
    return open_case(register_key="zone", said=given, stage="applied", date_said=on, by=by, at=AT)


def test_what_can_be_counted_is_typed_by_nobody(adopted: Publication) -> None:
    system = system_person()
    own, stock, stage = Indicator.objects.filter(plan__institution__isnull=False).select_related(
        "plan__institution", "item"
    )[:3]
    who = own.plan.institution.key  # type: ignore[union-attr]
    counts = [
        counted(own, ["applied"], "flow", role="applicant"),
        counted(stock, ["applied", "designated"], "stock"),
        {"owner": who, "indicator": "없는 지표", "stages": ["applied"], "counted_as": "flow"},
    ]
    registering.load({**ZONE, "counts": counts})
    zone("그 앞", "2024-05-01", system, who=who)
    for number in range(7):
        zone(f"건의 {number}", "2025-03-01", system, who=who)
    case = zone("남의 것", "2025-03-01", system, who="sejong" if who != "sejong" else "busan")

    assert count_actuals(year=YEAR, by=system, at=AT) == 2
    assert count_actuals(year=YEAR, by=system, at=AT) == 0
    assert [one.printed for one in queries.actuals_of(own.item)] == ["7"]
    assert [one.printed for one in queries.actuals_of(stock.item)] == ["9"]
    uncounted = [one for one in queries.counts_of(YEAR) if isinstance(one, queries.Uncounted)]
    assert [one.indicator for one in uncounted] == ["없는 지표"]

    move: dict[str, Any] = {"date_said": "2025-04-01", "by": system, "at": AT}
    case = move_case(case_id=case.pk, version=case.version, to="deliberated", **move)
    assert count_actuals(year=YEAR, by=system, at=AT) == 1
    assert [one.printed for one in queries.actuals_of(stock.item)] == ["8"]
    assert Actual.objects.filter(item=stock.item).count() == 2

    link: dict[str, Any] = {"kind": LinkKind.FULFILS, "item": stage.item, "stage": "designated"}
    case = link_case(case_id=case.pk, version=case.version, by=system, at=AT, **link)
    with pytest.raises(Refused, match="이미 이어져"):
        link_case(case_id=case.pk, version=case.version, by=system, at=AT, **link)
    assert not queries.is_met(case.links.get())
    case = move_case(case_id=case.pk, version=case.version, to="designated", **move)
    count_actuals(year=YEAR, by=system, at=AT)
    assert [one.printed for one in queries.actuals_of(stage.item)] == ["지정"]
    assert queries.is_met(case.links.get())


def test_what_was_typed_and_what_was_counted_are_both_kept(adopted: Publication) -> None:
    system = system_person()
    own = Indicator.objects.select_related("item").order_by("pk")[0]
    given: dict[str, Any] = {"item": own.item, "period": "2025", "at": AT, "by": system}
    typed = Actual.objects.create(source=ActualSource.TYPED, printed="6", value=6, **given)
    assert queries.differences(YEAR) == []
    Actual.objects.create(source=ActualSource.COUNTED, printed="7", value=7, **given)
    assert [(one.typed, one.counted.printed) for one in queries.differences(YEAR)] == [(typed, "7")]
    assert queries.differences(YEAR - 1) == []


def test_only_the_program_counts(adopted: Publication, author_in_seoul: Person) -> None:
    with pytest.raises(Refused):
        count_actuals(year=YEAR, by=author_in_seoul, at=AT)
