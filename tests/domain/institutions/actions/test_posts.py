"""Posts are given, passed on, stood in for and taken back, each in one act that is recorded."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests import cast
from tests.at_once import beside

from goru.core.audit import queries as audit
from goru.core.mail.models import Mail
from goru.core.mail.vocabulary import LetterKind
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions import queries
from goru.domain.institutions.actions import (
    appoint,
    end_holding,
    hand_over,
    invite,
    load_register,
    stand_in,
    system_person,
)
from goru.domain.institutions.models import Holding, Institution, Person, Post
from goru.domain.institutions.vocabulary import HoldingKind, Role

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
DAY = date(2026, 5, 4)
YESTERDAY, TOMORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)
MERGER = date(2026, 7, 1)


def days_of(*people: Person) -> list[tuple[str, date | None, date | None]]:
    found = Holding.objects.filter(person__in=people).order_by("valid_from", "pk")
    return [(one.person.username, one.valid_from, one.valid_to) for one in found]


def test_a_post_is_given_from_a_day_on_and_recorded(secretariat: Person) -> None:
    kim = cast.person("kim")

    held = appoint(
        post=cast.post(Role.AUTHOR, "seoul"),
        person=kim,
        first_day=TOMORROW,
        by=secretariat,
        at=AT,
        reason="인사발령 제12호",
    )

    assert days_of(kim) == [("kim", TOMORROW, None)]
    assert queries.holders_of(held.post, TOMORROW) == [held]
    assert (queries.posts_of(kim, DAY), queries.posts_of(kim, TOMORROW)) == ([], [held])
    act = audit.acts_about("post", "author:seoul")[-1]
    assert (act.act, act.by_id, act.line.details["person"]) == (
        "institutions.appointed",
        secretariat.pk,
        "kim",
    )


def test_history_keeps_who_changed_a_holding_and_why(secretariat: Person) -> None:
    kim = cast.person("kim")
    post = cast.post(Role.AUTHOR, "seoul")
    held = appoint(post=post, person=kim, first_day=DAY, by=secretariat, at=AT, reason="인사발령 제12호")
    end_holding(holding_id=held.pk, version=1, last_day=DAY, by=secretariat, at=AT, reason="전보")

    kept = held.events.order_by("pgh_id")  # type: ignore[attr-defined]

    assert list(kept.values_list("pgh_label", "valid_to")) == [("insert", None), ("update", DAY)]
    assert [one.pgh_context for one in kept] == [
        {"by": "secretariat", "act": "institutions.appointed", "reason": "인사발령 제12호"},
        {"by": "secretariat", "act": "institutions.holding_ended", "reason": "전보"},
    ]


def test_a_post_that_is_held_is_given_to_nobody_else(author_in_seoul: Person, secretariat: Person) -> None:
    given: dict[str, Any] = {"post": cast.post(Role.AUTHOR, "seoul"), "by": secretariat, "at": AT}

    with pytest.raises(Refused, match="다른 사람이 맡고 있습니다"):
        appoint(person=cast.person("kim"), first_day=DAY, **given)
    with pytest.raises(Refused, match="이미 맡고 있습니다"):
        appoint(person=author_in_seoul, first_day=DAY, **given)


@pytest.mark.parametrize(
    ("role", "place", "first_day", "words"),
    [
        (Role.AUTHOR, "seoul", YESTERDAY, "지난 날짜"),
        (Role.SECRETARIAT, "seoul", DAY, "없는 직위"),
        (Role.AUTHOR, "mois-11110", DAY, "없는 직위"),
        (Role.AUTHOR, "gwangju", MERGER, "그날에는 없는 기관"),
        (Role.AUTHOR, "jeonnam-gwangju", DAY, "그날에는 없는 기관"),
    ],
)
def test_no_post_is_given_that_cannot_be(
    secretariat: Person, role: Role, place: str, first_day: date, words: str
) -> None:
    post = cast.post(role, place)

    with pytest.raises(Refused, match=words):
        appoint(post=post, person=cast.person("kim"), first_day=first_day, by=secretariat, at=AT)


def test_no_post_is_given_to_who_may_no_longer_sign_in(secretariat: Person) -> None:
    with pytest.raises(Refused, match="사용할 수 없는 계정"):
        appoint(
            post=cast.post(Role.AUTHOR, "seoul"),
            person=system_person(),
            first_day=DAY,
            by=secretariat,
            at=AT,
        )


@pytest.mark.parametrize("deed", [appoint, stand_in])
def test_a_stranger_gives_nothing(stranger_in_busan: Person, deed: Any) -> None:
    last = {"last_day": DAY} if deed is stand_in else {}

    with pytest.raises(Refused) as refused:
        deed(
            post=cast.post(Role.AUTHOR, "seoul"),
            person=stranger_in_busan,
            first_day=DAY,
            by=stranger_in_busan,
            at=AT,
            **last,
        )

    assert refused.value.why == Why.HIDDEN
    assert Holding.objects.count() == 1


def test_handing_over_is_one_act_in_which_one_ends_and_the_next_begins(certifier: Person) -> None:
    lee = cast.person("lee")
    held = Holding.objects.get(person=certifier)

    new = hand_over(holding_id=held.pk, version=1, to=lee, first_day=DAY, by=certifier, at=AT)

    assert days_of(certifier, lee) == [
        ("certifier", cast.BEGINNING.date(), YESTERDAY),
        ("lee", DAY, None),
    ]
    assert queries.holders_of(held.post, DAY) == [new]
    acts = [act for act in audit.acts_about("post", "certifier:seoul") if act.by_id == certifier.pk]
    assert [(act.act, act.line.details["from"], act.line.details["person"]) for act in acts] == [
        ("institutions.handed_over", "certifier", "lee")
    ]


def test_handing_over_what_began_the_same_day_leaves_the_new_holder_alone(secretariat: Person) -> None:
    kim, lee = cast.person("kim"), cast.person("lee")
    post = cast.post(Role.AUTHOR, "seoul")
    held = appoint(post=post, person=kim, first_day=DAY, by=secretariat, at=AT)

    hand_over(holding_id=held.pk, version=1, to=lee, first_day=DAY, by=kim, at=AT)

    assert days_of(kim, lee) == [("lee", DAY, None)]


def test_who_hands_over_what_was_changed_meanwhile_looks_again(certifier: Person) -> None:
    held = Holding.objects.get(person=certifier)
    hand_over(holding_id=held.pk, version=1, to=cast.person("lee"), first_day=DAY, by=certifier, at=AT)

    with pytest.raises(Outdated):
        hand_over(holding_id=held.pk, version=1, to=cast.person("han"), first_day=DAY, by=certifier, at=AT)


def test_nothing_is_handed_over_to_its_holder_or_by_a_stranger(
    certifier: Person, stranger_in_busan: Person
) -> None:
    held = Holding.objects.get(person=certifier)

    with pytest.raises(Refused, match="넘겨받을 사람"):
        hand_over(holding_id=held.pk, version=1, to=certifier, first_day=DAY, by=certifier, at=AT)
    with pytest.raises(Refused, match="총괄 담당자와"):
        hand_over(
            holding_id=held.pk,
            version=1,
            to=stranger_in_busan,
            first_day=DAY,
            by=stranger_in_busan,
            at=AT,
        )


def test_a_hand_over_on_the_day_of_a_merger_gives_the_post_of_the_successor(secretariat: Person) -> None:
    gwangju = cast.officer("gwangju", Role.AUTHOR, "gwangju")
    jeonnam = cast.officer("jeonnam", Role.AUTHOR, "jeonnam")
    held, other = Holding.objects.get(person=gwangju), Holding.objects.get(person=jeonnam)
    on_the_day = datetime(2026, 7, 1, tzinfo=UTC)
    given: dict[str, Any] = {"version": 1, "first_day": MERGER, "by": secretariat, "at": on_the_day}

    new = hand_over(holding_id=held.pk, to=jeonnam, **given)

    assert new.post.key == "author:jeonnam-gwangju"
    kept = new.post.events.get()  # type: ignore[attr-defined]
    assert (kept.pgh_context["by"], kept.pgh_context["act"]) == ("secretariat", "institutions.handed_over")
    assert days_of(gwangju) == [("gwangju", cast.BEGINNING.date(), date(2026, 6, 30))]
    assert queries.posts_of(jeonnam, MERGER) == [new]
    with pytest.raises(Refused, match="다른 사람이 맡고 있습니다"):
        hand_over(holding_id=other.pk, to=gwangju, **given)


def test_no_holder_gives_the_post_of_the_institution_to_come() -> None:
    gwangju = cast.officer("gwangju", Role.AUTHOR, "gwangju")
    held = Holding.objects.get(person=gwangju)

    with pytest.raises(Refused):
        hand_over(holding_id=held.pk, version=1, to=cast.person("lee"), first_day=MERGER, by=gwangju, at=AT)

    assert days_of(gwangju) == [("gwangju", cast.BEGINNING.date(), None)]


def test_a_stand_in_acts_beside_the_holder_for_a_time(certifier: Person) -> None:
    lee, post = cast.person("lee"), cast.post(Role.CERTIFIER, "seoul")

    held = stand_in(post=post, person=lee, first_day=DAY, last_day=TOMORROW, by=certifier, at=AT)

    assert held.kind == HoldingKind.STAND_IN
    assert [one.person.username for one in queries.holders_of(post, DAY)] == ["certifier", "lee"]
    with pytest.raises(Refused, match="다른 사람이 맡고 있습니다"):
        stand_in(
            post=post,
            person=cast.person("han"),
            first_day=TOMORROW,
            last_day=MERGER,
            by=certifier,
            at=AT,
        )
    with pytest.raises(Refused, match="앞섭니다"):
        stand_in(post=post, person=cast.person("o"), first_day=TOMORROW, last_day=DAY, by=certifier, at=AT)


def test_a_post_is_taken_back_at_once_or_later_but_never_prolonged(
    certifier: Person, secretariat: Person
) -> None:
    held = Holding.objects.get(person=certifier)
    given: dict[str, Any] = {"holding_id": held.pk, "by": secretariat, "at": AT}

    with pytest.raises(Refused, match="마지막 날"):
        end_holding(version=1, last_day=YESTERDAY - timedelta(days=1), **given)
    end_holding(version=1, last_day=TOMORROW, **given)
    with pytest.raises(Refused, match="마지막 날"):
        end_holding(version=2, last_day=MERGER, **given)
    with pytest.raises(Outdated):
        end_holding(version=1, last_day=YESTERDAY, **given)
    end_holding(version=2, last_day=YESTERDAY, **given)

    assert queries.posts_of(certifier, DAY) == []


def test_what_was_given_by_mistake_goes_and_its_history_stays(secretariat: Person) -> None:
    kim, post = cast.person("kim"), cast.post(Role.SECRETARIAT, "committee")
    held = appoint(post=post, person=kim, first_day=DAY, by=secretariat, at=AT)

    end_holding(holding_id=held.pk, version=1, last_day=YESTERDAY, by=secretariat, at=AT)

    assert days_of(kim) == []
    kept = Holding.events.rel.related_model.objects.filter(pgh_obj_id=held.pk)  # type: ignore[attr-defined]
    assert list(kept.order_by("pgh_id").values_list("pgh_label", flat=True)) == ["insert", "delete"]


def test_who_is_invited_holds_the_post_and_has_no_password_yet(author_in_seoul: Person) -> None:
    post = cast.post(Role.CONTRIBUTOR, "seoul", cast.department("seoul", "문화본부"))
    given: dict[str, Any] = {"post": post, "first_day": DAY, "by": author_in_seoul, "at": AT}

    held = invite(username="kim", name="김담당", email="kim@example.kr", **given)

    assert (held.person.email, held.person.has_usable_password()) == ("kim@example.kr", False)
    assert queries.posts_of(held.person, DAY) == [held]
    assert [act.act for act in audit.acts_about("post", "contributor:seoul/문화본부")] == [
        "institutions.invited"
    ]
    with pytest.raises(Refused, match="이미 쓰는 아이디"):
        invite(username="kim", name="다른 사람", email="", **given)


def test_a_stranger_invites_nobody(stranger_in_busan: Person) -> None:
    with pytest.raises(Refused):
        invite(
            username="kim",
            name="",
            email="",
            post=cast.post(Role.CONTRIBUTOR, "seoul"),
            first_day=DAY,
            by=stranger_in_busan,
            at=AT,
        )

    assert not Person.objects.filter(username="kim").exists()


@pytest.mark.parametrize("deed", [hand_over, end_holding])
def test_who_saw_another_version_of_a_holding_looks_again(certifier: Person, deed: Any) -> None:
    held = Holding.objects.get(person=certifier)
    what = {"to": cast.person("kim"), "first_day": DAY} if deed is hand_over else {"last_day": DAY}

    with pytest.raises(Outdated):
        deed(holding_id=held.pk, version=2, by=system_person(), at=AT, **what)

    assert days_of(certifier) == [("certifier", cast.BEGINNING.date(), None)]


def test_a_stranger_takes_no_post_back(certifier: Person, stranger_in_busan: Person) -> None:
    held = Holding.objects.get(person=certifier)

    with pytest.raises(Refused) as found:
        end_holding(holding_id=held.pk, version=1, last_day=DAY, by=stranger_in_busan, at=AT)

    assert (found.value.why is not Why.STATE, found.value.about) == (True, ("institution", "seoul"))
    assert days_of(certifier) == [("certifier", cast.BEGINNING.date(), None)]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_change_one_holding_at_once_one_is_told_to_look_again() -> None:
    holder, kim = cast.officer("holder", Role.AUTHOR, "seoul"), cast.person("kim")
    held = Holding.objects.get(person=holder)
    given: dict[str, Any] = {"holding_id": held.pk, "version": 1, "by": system_person(), "at": AT}

    answer = beside(
        lambda: end_holding(last_day=DAY, **given), lambda: hand_over(to=kim, first_day=TOMORROW, **given)
    )

    assert isinstance(answer, Outdated)
    assert days_of(holder, kim) == [("holder", cast.BEGINNING.date(), DAY)]


@pytest.mark.django_db(transaction=True)
def test_of_two_who_give_one_post_at_once_one_is_refused() -> None:
    load_register(by=system_person(), at=cast.BEGINNING)
    seoul = Institution.objects.get(key="seoul")
    post = Post.objects.create(institution=seoul, unit=None, role=Role.AUTHOR)  # else both wait to make it
    kim, lee = cast.person("kim"), cast.person("lee")
    given: dict[str, Any] = {"post": post, "first_day": DAY, "by": system_person(), "at": AT}

    answer = beside(lambda: appoint(person=kim, **given), lambda: appoint(person=lee, **given))

    assert isinstance(answer, Refused)
    assert "다른 사람이 맡고 있습니다" in str(answer)
    assert Holding.objects.count() == 1


def test_no_deed_gives_a_post_from_a_day_that_is_over(certifier: Person, secretariat: Person) -> None:
    kim, held = cast.person("kim"), Holding.objects.get(person=certifier)
    given: dict[str, Any] = {"first_day": YESTERDAY, "by": secretariat, "at": AT}

    for deed in (
        lambda: appoint(post=cast.post(Role.AUTHOR, "seoul"), person=kim, **given),
        lambda: stand_in(post=held.post, person=kim, last_day=TOMORROW, **given),
        lambda: hand_over(holding_id=held.pk, version=1, to=kim, **given),
        lambda: invite(
            username="lee", name="이", email="lee@example.org", post=cast.post(Role.AUTHOR, "seoul"), **given
        ),
    ):
        with pytest.raises(Refused) as found:
            deed()
        assert found.value.about == ("institution", "seoul")
    assert Holding.objects.filter(person=kim).count() == 0


def test_who_is_invited_gets_a_mail_and_no_password(secretariat: Person) -> None:
    held = invite(
        username="lee",
        name="이",
        email="lee@example.org",
        post=cast.post(Role.AUTHOR, "seoul"),
        first_day=DAY,
        by=secretariat,
        at=AT,
    )

    mail = Mail.objects.get()
    assert (mail.letter, mail.address, mail.person_id) == (
        LetterKind.INVITATION,
        "lee@example.org",
        held.person_id,
    )
    assert not Person.objects.get(username="lee").has_usable_password()
    assert Person.objects.get(username="lee").password


def test_a_stand_in_and_an_end_are_on_record(certifier: Person, secretariat: Person) -> None:
    held = Holding.objects.get(person=certifier)
    given: dict[str, Any] = {"by": secretariat, "at": AT}
    stand_in(
        post=held.post, person=cast.person("kim"), first_day=DAY, last_day=TOMORROW, reason="출장", **given
    )
    end_holding(holding_id=held.pk, version=1, last_day=DAY, reason="전보", **given)

    *_, stood, ended = audit.acts_about("post", held.post.key)
    assert (stood.act, stood.by_id, stood.at) == ("institutions.stood_in", secretariat.pk, AT)
    assert stood.line.details == {
        "person": "kim",
        "kind": "stand_in",
        "first_day": str(DAY),
        "last_day": str(TOMORROW),
        "reason": "출장",
    }
    assert (ended.act, ended.line.details["last_day"], ended.line.details["reason"]) == (
        "institutions.holding_ended",
        str(DAY),
        "전보",
    )


def test_nobody_hands_over_what_a_colleague_holds(contributor: Person, author_in_seoul: Person) -> None:
    colleague, friend = cast.person("colleague"), cast.person("friend")
    post = Holding.objects.get(person=contributor).post
    theirs = appoint(post=post, person=colleague, first_day=DAY, by=author_in_seoul, at=AT)

    with pytest.raises(Refused):
        hand_over(holding_id=theirs.pk, version=1, to=friend, first_day=TOMORROW, by=contributor, at=AT)

    assert days_of(friend) == []


def test_what_ends_on_a_day_is_handed_over_until_that_day_alone(
    certifier: Person, secretariat: Person
) -> None:
    lee, day = cast.person("lee"), DAY + timedelta(days=9)
    held = Holding.objects.get(person=certifier)
    end_holding(holding_id=held.pk, version=1, last_day=day, by=secretariat, at=AT)

    with pytest.raises(Refused, match="까지만"):
        hand_over(
            holding_id=held.pk, version=2, to=lee, first_day=day + timedelta(days=2), by=certifier, at=AT
        )
    new = hand_over(holding_id=held.pk, version=2, to=lee, first_day=TOMORROW, by=certifier, at=AT)

    assert new.valid_to == day


def test_nobody_gives_a_post_to_themselves(secretariat: Person) -> None:
    post = cast.post(Role.AUTHOR, "seoul")

    with pytest.raises(Refused, match="자기 자신"):
        appoint(post=post, person=secretariat, first_day=DAY, by=secretariat, at=AT)
    with pytest.raises(Refused, match="자기 자신"):
        stand_in(post=post, person=secretariat, first_day=DAY, last_day=TOMORROW, by=secretariat, at=AT)


def test_a_stand_in_stays_no_longer_than_who_named_them_nor_than_a_year(
    certifier: Person, secretariat: Person
) -> None:
    lee, day = cast.person("lee"), DAY + timedelta(days=9)
    held = Holding.objects.get(person=certifier)
    end_holding(holding_id=held.pk, version=1, last_day=day, by=secretariat, at=AT)

    for last_day, by in ((day + timedelta(days=1), certifier), (DAY + timedelta(days=400), secretariat)):
        with pytest.raises(Refused):
            stand_in(post=held.post, person=lee, first_day=DAY, last_day=last_day, by=by, at=AT)

    assert stand_in(post=held.post, person=lee, first_day=DAY, last_day=day, by=certifier, at=AT)


def test_the_system_s_name_is_nobody_s(secretariat: Person) -> None:
    post = cast.post(Role.AUTHOR, "seoul")

    with pytest.raises(Refused, match="프로그램이 씁니다"):
        invite(username="Goru", name="가", email="a@b.kr", post=post, first_day=DAY, by=secretariat, at=AT)
    system = system_person()
    system.is_active = True
    with pytest.raises(Refused):
        appoint(post=post, person=secretariat, first_day=DAY, by=system, at=AT)


def test_the_post_of_an_institution_that_nobody_succeeds_is_not_handed_over(secretariat: Person) -> None:
    author = cast.officer("sejong", Role.AUTHOR, "sejong")
    held = Holding.objects.get(person=author)
    Institution.objects.filter(key="sejong").update(valid_to=DAY)

    with pytest.raises(Refused, match="그날에는 없는 기관") as refused:
        hand_over(
            holding_id=held.pk,
            version=1,
            to=cast.person("kim"),
            first_day=TOMORROW,
            by=secretariat,
            at=AT,
        )

    assert refused.value.about == ("institution", "sejong")
    assert days_of(author) == [("sejong", cast.BEGINNING.date(), None)]
