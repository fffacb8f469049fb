from collections.abc import Sequence
from datetime import date

import pytest
from tests import cast

from goru.domain.institutions.models import Institution, Person
from goru.domain.meetings import actions
from goru.domain.meetings.models import Body, Meeting, Member
from goru.domain.meetings.rules import Term
from goru.domain.meetings.vocabulary import BodyKind, MemberKind

DAY = date(2023, 11, 23)
"""Of the third meeting of the Committee, which resolved the first guideline."""


@pytest.fixture
def committee(secretariat: Person) -> Body:
    return actions.open_body(
        institution=Institution.objects.get(key="committee"),
        kind=BodyKind.COMMITTEE,
        key="committee",
        name="지방시대위원회",
        first_day=cast.BEGINNING.date(),
        by=secretariat,
        at=cast.BEGINNING,
    )


@pytest.fixture
def members(committee: Body, secretariat: Person) -> Sequence[Member]:
    """Five in office on the day: two ministers, three commissioned; and one whose term begins after it."""
    by, at, begun = secretariat, cast.BEGINNING, cast.BEGINNING.date()
    ministers = [
        actions.add_member(
            body=committee,
            kind=MemberKind.EX_OFFICIO,
            name=f"장관{number}",
            office="장관",
            term=Term(begun),
            by=by,
            at=at,
        )
        for number in range(2)
    ]
    others = [
        actions.add_member(
            body=committee,
            kind=MemberKind.COMMISSIONED,
            name=f"위원{number}",
            term=Term(begun if number < 3 else date(2024, 1, 1), date(2025, 7, 9)),
            by=by,
            at=at,
        )
        for number in range(4)
    ]
    return [*ministers, *others]


@pytest.fixture
def meeting(committee: Body, members: Sequence[Member], secretariat: Person) -> Meeting:
    return actions.call_meeting(
        body=committee,
        number=3,
        held_date=DAY,
        place="세종 대회의실",
        by=secretariat,
        at=cast.BEGINNING,
    )
