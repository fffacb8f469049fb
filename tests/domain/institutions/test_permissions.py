"""Who acts by which post, and who gives posts to whom."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from tests import cast

from goru.core.verdict import Why
from goru.domain.institutions import permissions, queries
from goru.domain.institutions.actions import appoint, close_unit, stand_in, system_person
from goru.domain.institutions.models import Holding, Institution, Person, Unit
from goru.domain.institutions.vocabulary import Role

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("register_loaded")]
DAY = date(2026, 5, 4)
LAST, MERGER = date(2026, 6, 30), date(2026, 7, 1)


def institution(key: str) -> Institution:
    return Institution.objects.get(key=key)


def test_who_holds_a_post_acts_by_its_name(author_in_seoul: Person, certifier: Person) -> None:
    seoul = institution("seoul")

    assert permissions.holds(author_in_seoul, (Role.AUTHOR,), seoul, DAY).post == "서울 총괄 담당자"
    assert not permissions.holds(certifier, (Role.AUTHOR,), seoul, DAY)
    assert not permissions.holds(author_in_seoul, (Role.AUTHOR,), institution("busan"), DAY)


def test_nobody_acts_before_a_post_is_theirs_nor_after(author_in_seoul: Person) -> None:
    seoul, first = institution("seoul"), cast.BEGINNING.date()
    Holding.objects.update(valid_to=DAY)

    acts = [
        bool(permissions.holds(author_in_seoul, (Role.AUTHOR,), seoul, day))
        for day in (first - timedelta(days=1), first, DAY, DAY + timedelta(days=1))
    ]

    assert acts == [False, True, True, False]


def test_who_is_not_signed_in_or_may_no_longer_sign_in_holds_nothing(secretariat: Person) -> None:
    Person.objects.filter(pk=secretariat.pk).update(is_active=False)
    secretariat.refresh_from_db()

    assert not permissions.holds_nationally(secretariat, (Role.SECRETARIAT,), DAY)
    assert not permissions.holds_nationally(AnonymousUser(), (Role.SECRETARIAT,), DAY)


def test_the_system_acts_for_the_installation() -> None:
    assert permissions.holds(system_person(), (), institution("seoul"), DAY).post == "goru"
    assert permissions.holds_nationally(system_person(), (), DAY).post == "goru"


def test_a_stand_in_acts_for_a_time_and_by_that_name() -> None:
    seoul, substitute = institution("seoul"), cast.person("substitute")
    at = datetime(2026, 5, 4, tzinfo=UTC)
    post = queries.post_of(seoul, Role.CERTIFIER)
    stand_in(post=post, person=substitute, first_day=DAY, last_day=DAY, by=system_person(), at=at)

    assert permissions.holds(substitute, (Role.CERTIFIER,), seoul, DAY).post == "서울 결재권자 직무대행"
    assert not permissions.holds(substitute, (Role.CERTIFIER,), seoul, DAY + timedelta(days=1))


def test_the_posts_of_an_ended_institution_pass_to_its_successor_the_day_after() -> None:
    before = cast.officer("before", Role.AUTHOR, "gwangju")
    post, after = cast.post(Role.AUTHOR, "jeonnam-gwangju"), cast.person("after")
    appoint(post=post, person=after, first_day=MERGER, by=system_person(), at=cast.BEGINNING)

    def may(who: Person, of: str, on: date) -> bool:
        return bool(permissions.holds(who, (Role.AUTHOR,), institution(of), on))

    assert [may(before, "gwangju", day) for day in (LAST, MERGER)] == [True, False]
    assert [may(after, "gwangju", day) for day in (LAST, MERGER)] == [False, True]
    assert may(after, "jeonnam", MERGER)
    assert not may(before, "jeonnam-gwangju", MERGER)
    assert permissions.in_charge_of(institution("jeonnam-gwangju"), LAST) == []


def test_institutions_that_succeed_each_other_in_a_circle_end_the_search() -> None:
    one, other = institution("gwangju"), institution("jeonnam")
    one.successors.set([other])
    other.successors.set([one])

    assert permissions.in_charge_of(one, MERGER) == []


def test_who_contributes_acts_while_the_unit_is_open(contributor: Person, administrator: Person) -> None:
    at, unit = datetime(2026, 5, 4, tzinfo=UTC), Unit.objects.get()
    acts = lambda day: bool(  # noqa: E731
        permissions.holds(contributor, (Role.CONTRIBUTOR,), institution("seoul"), day)
    )
    assert acts(DAY)

    close_unit(unit_id=unit.pk, version=1, last_day=DAY, by=administrator, at=at)

    assert (acts(DAY), acts(DAY + timedelta(days=1))) == (True, False)


GIVEN: dict[tuple[str, str], str] = {
    # role, place: who of the cast may give the post (the others in one line of refusals)
    ("author", "seoul"): "administrator secretariat",
    ("certifier", "seoul"): "administrator secretariat",
    ("contributor", "seoul"): "administrator secretariat author_in_seoul",
    ("contributor", "mois-11110"): "administrator secretariat author_in_seoul",
    ("contributor", "busan"): "administrator secretariat stranger_in_busan",
    ("contributor", "moe"): "administrator secretariat",
    ("secretariat", "committee"): "administrator secretariat",
    ("member", "committee"): "administrator secretariat",
    ("evaluator", "committee"): "administrator secretariat",
    ("auditor", "seoul"): "administrator secretariat",
    ("auditor", "committee"): "administrator",
    ("help_desk", "committee"): "administrator",
    ("administrator", "committee"): "administrator",
}
CAST = (
    *("administrator", "secretariat", "author_in_seoul", "stranger_in_busan", "contributor", "certifier"),
    *("committee_member", "evaluator", "auditor"),
)


@pytest.mark.parametrize("who", CAST)
def test_posts_are_given_by_who_the_table_says(who: str, request: pytest.FixtureRequest) -> None:
    by = request.getfixturevalue(who)

    may = {
        (role, place): bool(permissions.may_appoint(by, cast.post(Role(role), place), DAY))
        for role, place in GIVEN
    }

    assert may == {post: who in givers.split() for post, givers in GIVEN.items()}


@pytest.mark.parametrize("who", CAST)
def test_institutions_are_added_by_who_gives_their_posts(who: str, request: pytest.FixtureRequest) -> None:
    by = request.getfixturevalue(who)

    assert bool(permissions.may_add_institutions(by, DAY)) is (who in ("secretariat", "administrator"))
    assert not permissions.may_add_institutions(by, cast.BEGINNING.date() - timedelta(days=1))


def test_what_others_hold_is_hidden_and_what_is_ones_own_institutions_is_forbidden(
    stranger_in_busan: Person, certifier: Person, author_in_seoul: Person
) -> None:
    seoul = institution("seoul")

    assert permissions.may_see_posts(author_in_seoul, seoul, DAY)
    assert permissions.may_see_posts(certifier, seoul, DAY).why == Why.FORBIDDEN
    assert permissions.may_see_posts(stranger_in_busan, seoul, DAY).why == Why.HIDDEN
    post = cast.post(Role.CONTRIBUTOR, "seoul")
    assert permissions.may_appoint(stranger_in_busan, post, DAY).why == Why.HIDDEN
    refused = permissions.may_appoint(author_in_seoul, cast.post(Role.AUTHOR, "seoul"), DAY)
    assert refused.why == Why.FORBIDDEN
    assert "기획단이 맡길 수 있습니다" in refused.reason


def test_no_post_of_an_ended_institution_or_a_closed_unit_is_given(secretariat: Person) -> None:
    unit = cast.department("seoul", "문화본부")
    Unit.objects.update(valid_to=LAST)
    unit.refresh_from_db()

    gwangju = cast.post(Role.AUTHOR, "gwangju")
    closed = cast.post(Role.CONTRIBUTOR, "seoul", unit)

    assert permissions.may_appoint(secretariat, gwangju, LAST)
    for post, reason in ((gwangju, "2026-06-30에 없어진 기관입니다."), (closed, "닫은 부서의 직위입니다.")):
        refused = permissions.may_appoint(secretariat, post, MERGER)
        assert (refused.why, refused.reason[: len(reason)]) == (Why.STATE, reason)


PASSED: list[tuple[str, Callable[[Why | None], bool]]] = [
    ("certifier", lambda why: why is None),
    ("contributor", lambda why: why is None),
    ("secretariat", lambda why: why is None),
    ("evaluator", lambda why: why == Why.FORBIDDEN),
    ("committee_member", lambda why: why == Why.FORBIDDEN),
]


@pytest.mark.parametrize(("who", "expected"), PASSED, ids=[who for who, _ in PASSED])
def test_a_post_is_passed_on_by_its_holder_unless_they_were_commissioned_to_it(
    who: str, expected: Callable[[Why | None], bool], request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    holding = Holding.objects.get(person=by)

    for verdict in (
        permissions.may_pass_on(by, holding, DAY),
        permissions.may_name_stand_in(by, holding.post, DAY),
    ):
        assert expected(None if verdict else verdict.why)
        assert verdict or verdict.reason == "위촉된 직위는 넘겨줄 수 없습니다."


def test_nobody_passes_on_what_is_anothers_or_over_or_held_for_another(
    certifier: Person, stranger_in_busan: Person, secretariat: Person
) -> None:
    holding = Holding.objects.get(person=certifier)
    assert permissions.may_pass_on(stranger_in_busan, holding, DAY).why == Why.HIDDEN
    assert permissions.may_end(stranger_in_busan, holding, DAY).why == Why.HIDDEN
    assert permissions.may_end(certifier, holding, DAY).why == Why.FORBIDDEN

    holding.valid_to = DAY - timedelta(days=1)
    assert permissions.may_pass_on(secretariat, holding, DAY).why == Why.STATE
    assert permissions.may_end(secretariat, holding, DAY).why == Why.STATE
    assert permissions.may_end(stranger_in_busan, holding, DAY).why == Why.HIDDEN
    holding.valid_to, holding.kind = DAY, "stand_in"
    assert permissions.may_pass_on(secretariat, holding, DAY).why == Why.STATE


def test_units_are_opened_by_who_sees_the_posts_and_in_no_municipality(
    author_in_seoul: Person, certifier: Person
) -> None:
    seoul, jongno = institution("seoul"), institution("mois-11110")

    assert permissions.may_open_units(author_in_seoul, seoul, DAY)
    assert permissions.may_open_units(certifier, seoul, DAY).why == Why.FORBIDDEN
    assert permissions.may_open_units(author_in_seoul, jongno, DAY).why == Why.STATE


def test_refusals_say_who_may_or_why_nobody_may(
    stranger_in_busan: Person, author_in_seoul: Person, secretariat: Person, certifier: Person
) -> None:
    seoul, municipality = institution("seoul"), institution("mois-11110")
    unit = cast.department("seoul", "문화본부")
    Unit.objects.filter(pk=unit.pk).update(valid_to=LAST)
    unit.refresh_from_db()
    of_a_closed_unit = cast.post(Role.CONTRIBUTOR, "seoul", unit)
    member = cast.officer("member", Role.MEMBER, "committee")
    guarded = cast.post(Role.ADMINISTRATOR, "committee")
    gwangju = cast.post(Role.AUTHOR, "gwangju")
    ended = Holding(post=cast.post(Role.AUTHOR, "seoul"), person=certifier, valid_to=LAST)
    may_pass_on = permissions.may_pass_on(member, Holding.objects.get(person=member), DAY)

    said = {
        "이 일을 할 직위": permissions.holds(stranger_in_busan, (Role.AUTHOR,), seoul, DAY),
        "기관은 지방시대위원회 기획단이": permissions.may_add_institutions(author_in_seoul, DAY),
        "계정은 시스템 관리자가": permissions.may_open_accounts(secretariat, DAY),
        "공적 행위 기록은 감사": permissions.may_read_log(author_in_seoul, DAY),
        "이 기관에는 부서를": permissions.may_open_units(secretariat, municipality, DAY),
        "기관 자체의 담당자": permissions.may_open_units(secretariat, guarded.place, DAY),
        "총괄 담당자와 지방시대위원회": permissions.may_see_posts(stranger_in_busan, seoul, DAY),
        "시스템 관리자만": permissions.may_appoint(secretariat, guarded, DAY),
        "닫은 부서": permissions.may_appoint(secretariat, of_a_closed_unit, MERGER),
        "2026-06-30에 없어진 기관": permissions.may_appoint(secretariat, gwangju, MERGER),
        "이미 끝난 보직": permissions.may_end(secretariat, ended, MERGER),
    }

    assert {words for words, verdict in said.items() if verdict or words not in verdict.reason} == set()
    assert (bool(may_pass_on), may_pass_on.why) == (False, Why.FORBIDDEN)
    assert permissions.may_open_accounts(secretariat, DAY).why == Why.FORBIDDEN
    assert permissions.may_add_institutions(author_in_seoul, DAY).why == Why.FORBIDDEN
    assert permissions.may_read_log(author_in_seoul, DAY).why == Why.HIDDEN


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        *(("auditor", False), ("secretariat", True), ("administrator", True), ("committee_member", False)),
        *(("author_in_seoul", False), ("stranger_in_busan", False)),
    ],
)
def test_the_log_is_read_by_who_watches_over_all(
    who: str, reads: bool, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    reads = reads or bool(permissions.holds_nationally(by, (Role.AUDITOR,), DAY))

    assert bool(permissions.may_read_log(by, DAY)) is reads
    assert permissions.is_administrator(by, DAY) is (who == "administrator")
    assert bool(permissions.may_open_accounts(by, DAY)) is (who == "administrator")


def test_registers_are_loaded_by_the_program_alone_and_by_nobody_who_signs_in_by_its_name(
    administrator: Person,
) -> None:
    refused = permissions.may_load_registers(administrator)

    assert permissions.may_load_registers(system_person()).post == "goru"
    assert (refused.why, refused.reason) == (Why.FORBIDDEN, "등록부는 프로그램이 스스로 반영합니다.")
    assert not permissions.may_load_registers(Person(username="goru", is_active=True))
    assert not permissions.may_load_registers(AnonymousUser())


@pytest.mark.parametrize("who", CAST)
def test_accounts_are_hidden_from_all_but_administrators(who: str, request: pytest.FixtureRequest) -> None:
    by, other = request.getfixturevalue(who), cast.person("other")
    locked = Person(username="locked", is_active=False)

    verdicts = (
        permissions.may_see_accounts(by, DAY),
        permissions.may_lock(by, other, DAY),
        permissions.may_unlock(by, locked, DAY),
    )

    assert {bool(verdict) for verdict in verdicts} == {who == "administrator"}
    assert {verdict.why for verdict in verdicts if not verdict} <= {Why.HIDDEN}
    assert {verdict.reason for verdict in verdicts if not verdict} <= {"계정은 시스템 관리자가 봅니다."}
    assert {verdict.post for verdict in verdicts if verdict} <= {"지방시대위원회 시스템 관리자"}


def test_an_account_is_locked_and_unlocked_as_it_stands(administrator: Person, secretariat: Person) -> None:
    other, locked = cast.person("other"), Person(username="locked", is_active=False)

    said = {
        "이미 잠긴 계정": permissions.may_lock(administrator, locked, DAY),
        "자기 계정은": permissions.may_lock(administrator, administrator, DAY),
        "잠긴 계정이 아닙니다": permissions.may_unlock(administrator, other, DAY),
        "이 이름은 프로그램이": permissions.may_unlock(administrator, system_person(), DAY),
    }

    assert {words for words, verdict in said.items() if verdict or words not in verdict.reason} == set()
    assert {verdict.why for verdict in said.values()} == {Why.STATE}
    assert permissions.may_lock(secretariat, secretariat, DAY).why == Why.HIDDEN


def test_accounts_are_looked_after_while_the_post_is_held(administrator: Person) -> None:
    other, after = cast.person("other"), DAY + timedelta(days=1)
    Holding.objects.filter(person=administrator).update(valid_to=DAY)

    for day, may in ((DAY, True), (after, False)):
        assert bool(permissions.may_lock(administrator, other, day)) is may
        assert bool(permissions.may_unlock(administrator, Person(username="x", is_active=False), day)) is may
        assert bool(permissions.may_open_accounts(administrator, day)) is may


def test_nothing_new_is_begun_at_an_ended_institution_and_a_stranger_is_not_told_that_it_ended(
    secretariat: Person, stranger_in_busan: Person
) -> None:
    gwangju, post = institution("gwangju"), cast.post(Role.AUTHOR, "gwangju")

    for day, why in ((LAST, None), (MERGER, Why.STATE)):
        for verdict in (
            permissions.may_open_units(secretariat, gwangju, day),
            permissions.may_appoint(secretariat, post, day),
            permissions.may_name_stand_in(secretariat, post, day),
        ):
            assert (None if verdict else verdict.why) == why
            assert verdict or verdict.reason.startswith("2026-06-30에 없어진 기관입니다.")
        assert permissions.may_open_units(stranger_in_busan, gwangju, day).why == Why.HIDDEN
        assert permissions.may_appoint(stranger_in_busan, post, day).why == Why.HIDDEN
        assert permissions.may_name_stand_in(stranger_in_busan, post, day).why == Why.HIDDEN


def test_what_is_held_for_another_is_not_passed_on(secretariat: Person, certifier: Person) -> None:
    holding = Holding.objects.get(person=certifier)
    holding.kind = "stand_in"

    refused = permissions.may_pass_on(secretariat, holding, DAY)

    assert refused.reason == "직무대행은 다른 사람에게 넘겨줄 수 없습니다. 끝내고 새로 정하세요."


def test_who_watches_is_given_by_an_administrator_at_the_committee_alone(
    secretariat: Person, administrator: Person
) -> None:
    """Any post of the Committee that is not guarded, and an auditor elsewhere, the secretariat gives."""
    guarded = {"administrator", "help_desk", "auditor"}
    roles = ("secretariat", "member", "expert_member", "evaluator", "moderator", *sorted(guarded))

    given = {
        role: (bool(permissions.may_appoint(secretariat, post, DAY)), bool(verdict))
        for role in roles
        for post in [cast.post(Role(role), "committee")]
        for verdict in [permissions.may_appoint(administrator, post, DAY)]
    }

    assert given == {role: (role not in guarded, True) for role in roles}
    assert permissions.may_appoint(secretariat, cast.post(Role.AUDITOR, "seoul"), DAY).post == (
        "지방시대위원회 기획단"
    )


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.HELP_DESK, Role.AUDITOR])
def test_the_secretariat_is_told_that_an_administrator_gives_the_posts_that_watch_it(
    secretariat: Person, role: Role
) -> None:
    refused = permissions.may_appoint(secretariat, cast.post(role, "committee"), DAY)

    assert (refused.why, refused.reason) == (Why.FORBIDDEN, "이 직위는 시스템 관리자만 맡길 수 있습니다.")


def test_nothing_is_held_by_who_is_refused_and_that_is_forbidden_not_hidden(certifier: Person) -> None:
    refused = permissions.holds(certifier, (Role.AUTHOR,), institution("seoul"), DAY)

    assert (refused.why, refused.post) == (Why.FORBIDDEN, "")
    assert refused.reason == "이 일을 할 직위를 맡고 있지 않습니다."
