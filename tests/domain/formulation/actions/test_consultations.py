from datetime import date
from typing import Any

import pytest
from tests import formulating
from tests.formulating import BEGUN, LATER, now

from goru.core.verdict import Outdated, Refused
from goru.domain.formulation import actions, queries
from goru.domain.institutions.models import Institution, Person
from goru.domain.plans.models import Publication
from goru.domain.plans.vocabulary import PlanKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_a_consultation_is_recorded_and_finished(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.drafted(secretariat)
    formulating.consult(guideline, secretariat)

    (held,) = queries.consultations_of(guideline)
    assert [one.key for one in held.participants.all()] == ["seoul", "moe"]
    assert held.result == "의견 반영"


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"begun_date": date(2024, 11, 2)}, "아직 하지 않은"), ({"participants": []}, "참여한 기관")],
)
def test_a_consultation_was_held_with_somebody(
    changes: dict[str, Any], words: str, adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.drafted(secretariat)
    wanted: dict[str, Any] = {
        "name": "협의회",
        "kinds": [PlanKind.PROVINCIAL],
        "begun_date": BEGUN.date(),
        "participants": list(Institution.objects.filter(key="seoul")),
    }

    with pytest.raises(Refused, match=words):
        actions.record_consultation(guideline=guideline, **{**wanted, **changes}, by=secretariat, at=BEGUN)


@pytest.mark.parametrize("day", [date(2024, 10, 31), date(2024, 12, 13)])
def test_a_consultation_ends_between_its_beginning_and_today(
    day: date, adopted: Publication, secretariat: Person
) -> None:
    guideline = formulating.drafted(secretariat)
    formulating.consult(guideline, secretariat, finished=None)
    (held,) = queries.consultations_of(guideline)

    with pytest.raises(Refused, match="마친 날"):
        actions.finish_consultation(
            consultation_id=held.pk, version=1, finished_date=day, result="반영", by=secretariat, at=LATER
        )


def test_a_consultation_is_finished_once(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.drafted(secretariat)
    formulating.consult(guideline, secretariat)
    (held,) = queries.consultations_of(guideline)

    for version in (1, 2):
        with pytest.raises(Outdated):
            actions.finish_consultation(
                consultation_id=held.pk,
                version=version,
                finished_date=LATER.date(),
                result="반영",
                by=secretariat,
                at=LATER,
            )


def test_consulting_begins_when_there_is_something_to_consult_on(
    adopted: Publication, secretariat: Person
) -> None:
    guideline = actions.open_guideline(cycle=adopted.cycle, title="지침", by=secretariat, at=BEGUN)

    with pytest.raises(Refused, match="지침 항목이 아직"):
        actions.begin_consultation(**now(guideline), by=secretariat, at=BEGUN)


def test_a_briefing_says_how_many_came_from_where(adopted: Publication, secretariat: Person) -> None:
    guideline = formulating.sent(secretariat)
    seoul, busan = Institution.objects.filter(key__in=("seoul", "busan")).order_by("position")
    given: dict[str, Any] = {
        "guideline": guideline,
        "place": "세종",
        "material": "2025년 수립지침 해설",
        "attendances": {seoul: 3, busan: 2},
        "by": secretariat,
        "at": LATER,
    }
    actions.record_briefing(held_date=LATER.date(), **given)

    (briefing,) = queries.guideline_seen(2025, by=secretariat, on=LATER.date()).briefings
    assert [(str(one.institution), one.count) for one in briefing.attendances.all()] == [
        ("서울", 3),
        ("부산", 2),
    ]
    with pytest.raises(Refused, match="이미 적었습니다"):
        actions.record_briefing(held_date=LATER.date(), **given)
    with pytest.raises(Refused, match="아직 열리지"):
        actions.record_briefing(held_date=date(2024, 12, 13), **given)
