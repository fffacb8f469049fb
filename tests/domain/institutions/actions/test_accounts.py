"""Accounts are locked, and opened again by a password that is chosen by mail."""

from datetime import UTC, datetime

import pytest
from tests import cast
from tests.at_once import beside

from goru.core.audit.models import OfficialAct
from goru.core.mail.models import Mail
from goru.core.verdict import Refused, Why
from goru.domain.institutions.actions import lock_account, system_person, unlock_account
from goru.domain.institutions.models import Holding, Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 4, 5, tzinfo=UTC)


def lock(person: Person, by: Person) -> None:
    lock_account(person_id=person.pk, by=by, at=AT)


def unlock(person: Person, by: Person) -> None:
    unlock_account(person_id=person.pk, email="kim@example.org", by=by, at=AT)


def test_a_locked_account_ends_its_sessions_and_leaves_its_posts(
    administrator: Person, author_in_seoul: Person
) -> None:
    session = cast.signed_in(author_in_seoul)

    lock(author_in_seoul, administrator)

    assert session.get("/posts/").status_code == 302
    assert Holding.objects.in_force(AT.date()).filter(person=author_in_seoul).exists()
    last = OfficialAct.objects.order_by("number").last()
    assert last
    assert (last.act, last.by) == ("institutions.account_locked", administrator)
    assert "시스템 관리자" in last.text


def test_who_is_let_in_again_chooses_a_password_by_mail_and_no_session_of_before_comes_back(
    administrator: Person, author_in_seoul: Person
) -> None:
    author_in_seoul.set_password("before")
    author_in_seoul.save()
    session = cast.signed_in(author_in_seoul)
    lock(author_in_seoul, administrator)

    unlock(author_in_seoul, administrator)

    kept = Person.objects.get(pk=author_in_seoul.pk)
    assert (kept.is_active, kept.has_usable_password()) == (True, False)
    assert session.get("/posts/").status_code == 302
    assert Mail.objects.get().person_id == kept.pk
    last = OfficialAct.objects.order_by("number").last()
    assert last
    assert (last.act, last.subject_key, last.by) == (
        "institutions.account_unlocked",
        kept.username,
        administrator,
    )


@pytest.mark.parametrize("who", ["author_in_seoul", "secretariat", "auditor"])
def test_only_an_administrator_locks_and_for_others_there_is_no_such_thing(
    who: str, request: pytest.FixtureRequest
) -> None:
    by, other = request.getfixturevalue(who), cast.person("other")

    for deed in (lock, unlock):
        with pytest.raises(Refused) as refused:
            deed(other, by)
        assert refused.value.why is Why.HIDDEN
    assert Person.objects.get(pk=other.pk).is_active


def test_what_the_state_forbids_is_refused(administrator: Person) -> None:
    other = cast.person("other")

    for deed, person in (
        (lock, administrator),
        (unlock, other),
        (lock, system_person()),
        (unlock, system_person()),
    ):
        with pytest.raises(Refused) as refused:
            deed(person, administrator)
        assert refused.value.why is Why.STATE


@pytest.mark.django_db(transaction=True)
def test_of_two_who_lock_at_once_the_second_is_told(administrator: Person) -> None:
    other = cast.person("other")

    answer = beside(lambda: lock(other, administrator), lambda: lock(other, administrator))

    assert isinstance(answer, Refused)
    assert OfficialAct.objects.filter(act="institutions.account_locked").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_who_unlock_at_once_the_second_is_told(administrator: Person) -> None:
    other = cast.person("other")
    lock(other, administrator)

    answer = beside(lambda: unlock(other, administrator), lambda: unlock(other, administrator))

    assert isinstance(answer, Refused)
    assert OfficialAct.objects.filter(act="institutions.account_unlocked").count() == 1
