from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from tests import cast
from tests.domain.meetings.conftest import DAY

from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.meetings import actions, queries
from goru.domain.meetings.models import Body, Meeting, Member
from goru.domain.meetings.rules import Term
from goru.domain.meetings.vocabulary import BodyKind, MemberKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = cast.BEGINNING


def opened(by: Person, institution: str, **changes: Any) -> Body:
    wanted: dict[str, Any] = {
        "institution": Institution.objects.get(key=institution),
        "kind": BodyKind.REGIONAL,
        "key": "seoul",
        "name": "서울특별시 지방시대위원회",
        "first_day": AT.date(),
    }
    return actions.open_body(**{**wanted, **changes}, by=by, at=AT)


def added(by: Person, body: Body, **changes: Any) -> Member:
    wanted: dict[str, Any] = {
        "kind": MemberKind.COMMISSIONED,
        "name": "김하나",
        "term": Term(date(2023, 7, 10), date(2025, 7, 9)),
    }
    return actions.add_member(body=body, **{**wanted, **changes}, by=by, at=AT)


def test_a_body_is_opened_on_record(committee: Body) -> None:
    act = OfficialAct.objects.get(act="meetings.body_opened")

    assert committee.is_in_force(DAY)
    assert (act.subject_kind, act.subject_key) == ("body", "committee")


def test_a_support_group_opens_the_body_of_its_own_province_alone(committee: Body) -> None:
    support = cast.officer("support", Role.SUPPORT_GROUP, "seoul")

    assert opened(support, "seoul").name == "서울특별시 지방시대위원회"
    with pytest.raises(Refused) as refused:
        opened(support, "busan", key="busan")
    assert refused.value.why is Why.HIDDEN


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": BodyKind.REGIONAL}, "둘 수 없는"),
        ({"kind": BodyKind.COMMITTEE, "key": "other", "name": "다른 이름"}, "이미 있습니다"),
        ({"kind": BodyKind.EXPERT, "key": "other", "name": "지방시대위원회"}, "이미 있습니다"),
        ({"kind": BodyKind.EXPERT, "key": "committee", "name": "다른 이름"}, "이미 쓰는 주소"),
    ],
)
def test_a_body_stands_beside_others(
    changes: dict[str, Any], words: str, committee: Body, secretariat: Person
) -> None:
    with pytest.raises(Refused, match=words):
        opened(secretariat, "committee", **changes)


def test_who_is_a_member_is_asked_of_a_day(committee: Body, members: Sequence[Member]) -> None:
    assert len(queries.members_in_office(committee, DAY)) == 5
    assert len(queries.members_in_office(committee, date(2024, 1, 1))) == 6
    assert len(queries.members_in_office(committee, date(2025, 7, 10))) == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"term": Term(date(2023, 7, 10))}, "마지막 날을 적어야"),
        ({"kind": MemberKind.EX_OFFICIO, "term": Term(date(2023, 7, 10))}, "직함"),
        ({"name": "위원0"}, "이미 위원"),
        ({"name": "위원0", "term": Term(date(2025, 7, 9), date(2027, 7, 8))}, "이미 위원"),
    ],
)
def test_a_member_is_named_for_a_term_once(
    changes: dict[str, Any], words: str, committee: Body, members: Sequence[Member], secretariat: Person
) -> None:
    with pytest.raises(Refused, match=words):
        added(secretariat, committee, **changes)


def test_a_member_may_be_commissioned_again(
    committee: Body, members: Sequence[Member], secretariat: Person
) -> None:
    again = added(secretariat, committee, name="위원0", term=Term(date(2025, 7, 10), date(2027, 7, 9)))

    assert again.is_in_force(date(2026, 1, 1))


def test_an_account_sits_once(committee: Body, secretariat: Person, committee_member: Person) -> None:
    added(secretariat, committee, person=committee_member)

    with pytest.raises(Refused, match="이미 위원"):
        added(secretariat, committee, name="다른 이름", person=committee_member)


def test_a_member_ends_as_seen(committee: Body, members: Sequence[Member], secretariat: Person) -> None:
    one = members[2]
    ended = actions.end_member(
        member_id=one.pk, version=one.version, last_day=date(2024, 3, 1), by=secretariat, at=AT, reason="사임"
    )

    assert not ended.is_in_force(date(2024, 3, 2))
    with pytest.raises(Outdated):
        actions.end_member(member_id=one.pk, version=one.version, last_day=DAY, by=secretariat, at=AT)


def test_a_member_does_not_end_before_a_meeting_they_were_at(
    meeting: Meeting, members: Sequence[Member], secretariat: Person
) -> None:
    at = cast.BEGINNING.replace(year=2024)
    actions.record_attendance(
        meeting_id=meeting.pk, version=meeting.version, members=[members[2].pk], by=secretariat, at=at
    )

    with pytest.raises(Refused, match="출석한"):
        actions.end_member(
            member_id=members[2].pk, version=1, last_day=date(2023, 11, 22), by=secretariat, at=at
        )
