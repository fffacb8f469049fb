"""How long a link is good."""

from datetime import datetime, timedelta

import pytest

from goru.domain.institutions.models import Person
from goru.web.accounts.links import Links, link_for

pytestmark = [pytest.mark.web, pytest.mark.django_db]


class Later(Links):
    """The same, a while later."""

    def __init__(self, hours: float) -> None:
        super().__init__()
        self.hours = hours

    def _now(self) -> datetime:
        return datetime.now() + timedelta(hours=self.hours)  # noqa: DTZ005 - as Django's


@pytest.mark.parametrize(("hours", "is_good"), [(0, True), (23.9, True), (24.1, False)])
def test_a_lost_password_is_set_within_a_day(officer: Person, hours: float, is_good: bool) -> None:
    token = Links().make_token(officer)

    assert Later(hours).check_token(officer, token) is is_good


@pytest.mark.parametrize(("hours", "is_good"), [(71.9, True), (72.1, False)])
def test_an_invitation_is_accepted_within_three_days(officer: Person, hours: float, is_good: bool) -> None:
    officer.set_unusable_password()
    token = Links().make_token(officer)

    assert Later(hours).check_token(officer, token) is is_good


@pytest.mark.parametrize("token", [None, "", "x", "a-b", "-", "d1wqkl-00000000000000000000000000000000"])
def test_what_is_none_is_refused(officer: Person, token: str | None) -> None:
    assert not Links().check_token(officer, token)


def test_a_link_is_nothing_after_signing_in(officer: Person) -> None:
    token = Links().make_token(officer)

    officer.last_login = datetime(2030, 1, 1)  # noqa: DTZ001

    assert not Links().check_token(officer, token)


def test_a_link_leads_to_the_address_of_the_site_whatever_a_request_said(officer: Person) -> None:
    assert link_for(officer).startswith("http://localhost:")
