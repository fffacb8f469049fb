from typing import Any

import pytest
from tests import cast, registering
from tests.at_once import beside
from tests.registering import AT, QUOTA, said

from goru.core.verdict import Refused
from goru.domain.institutions.vocabulary import Role
from goru.domain.registers.actions import move_case, open_case, open_round
from goru.domain.registers.models import Case

pytestmark = [pytest.mark.web, pytest.mark.django_db(transaction=True)]


def test_of_two_who_select_the_last_case_at_once_one_wins_and_the_other_reads_why() -> None:
    fifty: dict[str, Any] = {
        **QUOTA,
        "opens": ["owner"],
        "rules": [{"kind": "count-limit", "stages": ["selected"], "most": 50}],
    }
    registering.load(fifty)
    owner = cast.officer("owner", Role.AUTHOR, "mois")
    half = open_round(register_key="quota", year=2024, part=1, name="2024년 상반기", by=owner, at=AT)

    def selected(number: int) -> Case:
        given = said(f"규제 {number}", who="busan", role="proposer", round=half)
        return open_case(register_key="quota", said=given, stage="selected", date_said="", by=owner, at=AT)

    def found(number: int) -> Case:
        given = said(f"규제 {number}", who="busan", role="proposer", round=half)
        return open_case(register_key="quota", said=given, stage="found", date_said="", by=owner, at=AT)

    for number in range(49):
        selected(number)
    one, other = found(50), found(51)

    def select(case: Case) -> Case:
        given: dict[str, Any] = {"to": "selected", "date_said": "", "by": owner, "at": AT}
        return move_case(case_id=case.pk, version=case.version, **given)

    answer = beside(lambda: select(one), lambda: select(other))

    assert isinstance(answer, Refused)
    assert "2024년 상반기에는 50건까지" in str(answer)
    assert Case.objects.filter(stage="selected").count() == 50
    assert Case.objects.get(pk=other.pk).stage == "found"
