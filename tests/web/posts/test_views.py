"""Pages of posts: who sees them, and that each deed is done by who may and refused with its reason to who may not."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests import cast

from goru.domain.institutions import queries
from goru.domain.institutions.models import Holding, Person, Unit
from goru.domain.institutions.vocabulary import Role

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def text_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def names_at(role: Role, institution: str, on: date) -> list[str]:
    return [one.person.username for one in queries.holders_of(cast.post(role, institution), on)]


def test_a_citizen_is_asked_to_sign_in(client: Client, author_in_seoul: Person) -> None:
    for address in ("/posts/", "/posts/seoul/", "/posts/seoul/author/appoint/"):
        assert client.get(address).headers["Location"] == f"/accounts/sign-in/?next={address}"


@pytest.mark.parametrize(
    ("who", "statuses"),
    [  # of Seoul, of Jongno in Seoul, of Busan, of the Committee
        ("author_in_seoul", (200, 200, 404, 404)),
        ("stranger_in_busan", (404, 404, 200, 404)),
        ("contributor", (403, 404, 404, 404)),
        ("certifier", (403, 404, 404, 404)),
        ("secretariat", (200, 200, 200, 200)),
        ("administrator", (200, 200, 200, 200)),
        ("committee_member", (404, 404, 404, 403)),
        ("evaluator", (404, 404, 404, 403)),
        ("auditor", (404, 404, 404, 403)),
    ],
)
def test_posts_are_seen_by_who_gives_them(
    who: str, statuses: tuple[int, ...], request: pytest.FixtureRequest
) -> None:
    desk = cast.signed_in(request.getfixturevalue(who))

    found = tuple(
        desk.get(f"/posts/{key}/").status_code for key in ("seoul", "mois-11110", "busan", "committee")
    )

    assert found == statuses
    assert desk.get("/posts/nowhere/").status_code == 404


def test_the_desk_shows_the_own_posts_and_leads_to_what_may_be_seen(
    author_in_seoul: Person, secretariat: Person
) -> None:
    seoul, all_of_it = (cast.signed_in(who).get("/posts/") for who in (author_in_seoul, secretariat))

    assert "서울 총괄 담당자" in text_of(seoul)
    assert 'href="/posts/seoul/"' in seoul.content.decode()
    assert 'href="/posts/busan/"' not in seoul.content.decode()
    assert 'href="/posts/busan/"' in all_of_it.content.decode()
    assert 'href="/posts/mois-11110/"' not in all_of_it.content.decode()


def test_the_desk_of_who_holds_no_post_says_whom_to_ask(db: None) -> None:
    page = cast.signed_in(cast.person("nobody")).get("/posts/")

    assert "맡은 직위가 없습니다" in text_of(page)


def test_a_deed_of_others_is_a_disabled_button_with_the_reason(
    author_in_seoul: Person, contributor: Person, certifier: Person
) -> None:
    page = cast.signed_in(author_in_seoul).get("/posts/seoul/").content.decode()

    assert '<button type="button" disabled aria-describedby="appoint-certifier">임명하기</button>' in page
    assert "이 직위는 지방시대위원회 기획단이 맡길 수 있습니다." in page
    assert f'href="/posts/seoul/contributor/appoint/?unit={Unit.objects.get().pk}"' in page
    assert all(name in page for name in ("certifier", "contributor", "문화본부", "종로구"))


def test_who_may_gives_a_post(secretariat: Person, author_in_seoul: Person, today: date) -> None:
    desk, person = cast.signed_in(secretariat), cast.person("kim")
    address = "/posts/seoul/certifier/appoint/"

    page = desk.get(address)
    answer = desk.post(address, {"person": "kim", "first_day": today, "reason": "인사발령"})

    assert "서울 결재권자" in text_of(page)
    assert f'value="{today}"' in page.content.decode()
    assert answer.headers["Location"] == "/posts/seoul/"
    assert names_at(Role.CERTIFIER, "seoul", today) == [person.username]


def test_an_author_gives_posts_in_a_unit_and_in_a_municipality(author_in_seoul: Person, today: date) -> None:
    desk, unit = cast.signed_in(author_in_seoul), cast.department("seoul", "문화본부")
    cast.person("kim")
    said = {"person": "kim", "first_day": today}

    desk.post(f"/posts/seoul/contributor/appoint/?unit={unit.pk}", said)
    desk.post("/posts/mois-11110/contributor/appoint/", said)

    assert [one.name for one in queries.posts_of(Person.objects.get(username="kim"), today)] == [
        "서울 문화본부 작성 담당자",
        "서울특별시 종로구 작성 담당자",
    ]


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"person": "nobody"}, "이 아이디로 들어올 수 있는 사람이 없습니다"),
        ({"person": "goru"}, "이 아이디로 들어올 수 있는 사람이 없습니다"),
        ({"person": "secretariat", "first_day": "x"}, "올바른 날짜를 입력하세요"),
    ],
)
def test_a_form_that_is_wrong_says_so_and_gives_nothing(
    secretariat: Person, today: date, said: dict[str, Any], words: str
) -> None:
    answer = cast.signed_in(secretariat).post("/posts/seoul/author/appoint/", {"first_day": today, **said})

    assert answer.status_code == 400
    assert words in text_of(answer)
    assert Holding.objects.count() == 1


def test_what_the_state_forbids_is_409_and_leads_back(
    secretariat: Person, author_in_seoul: Person, today: date
) -> None:
    cast.person("kim")

    answer = cast.signed_in(secretariat).post(
        "/posts/seoul/author/appoint/", {"person": "kim", "first_day": today}
    )

    assert answer.status_code == 409
    assert "다른 사람이 맡고 있습니다" in text_of(answer)
    assert 'href="/posts/seoul/"' in answer.content.decode()


def test_who_is_invited_has_an_account_and_the_post(author_in_seoul: Person, today: date) -> None:
    said = {"username": "kim", "name": "김담당", "email": "kim@example.kr", "first_day": today}

    answer = cast.signed_in(author_in_seoul).post("/posts/seoul/contributor/invite/", said)

    assert answer.status_code == 302
    assert names_at(Role.CONTRIBUTOR, "seoul", today) == ["kim"]
    assert not Person.objects.get(username="kim").has_usable_password()


def test_a_holder_hands_the_own_post_over_and_comes_back_to_their_desk(
    certifier: Person, today: date
) -> None:
    desk, held = cast.signed_in(certifier), Holding.objects.get()
    cast.person("lee")
    address = f"/holdings/{held.pk}/hand-over/"
    assert address in desk.get("/posts/").content.decode()

    answer = desk.post(address, {"person": "lee", "first_day": today, "version": held.version})

    assert answer.headers["Location"] == "/posts/"
    assert names_at(Role.CERTIFIER, "seoul", today) == ["lee"]
    assert desk.get(address).status_code == 404  # it is no longer theirs to see


def test_who_handed_over_what_showed_them_the_institution_comes_back_to_their_desk(
    author_in_seoul: Person, today: date
) -> None:
    desk, held = cast.signed_in(author_in_seoul), Holding.objects.get()
    cast.person("lee")
    said = {"person": "lee", "first_day": today, "version": held.version}

    assert desk.post(f"/holdings/{held.pk}/hand-over/", said).headers["Location"] == "/posts/"


@pytest.mark.parametrize("version", ["2", "", "x"])
def test_who_saw_another_state_looks_again(certifier: Person, today: date, version: str) -> None:
    held = Holding.objects.get()
    cast.person("lee")
    said = {"person": "lee", "first_day": today, "version": version}

    answer = cast.signed_in(certifier).post(f"/holdings/{held.pk}/hand-over/", said)

    assert answer.status_code == 409
    assert names_at(Role.CERTIFIER, "seoul", today) == ["certifier"]


def test_a_stand_in_is_named_for_a_time(certifier: Person, today: date) -> None:
    cast.person("lee")
    said = {"person": "lee", "first_day": today, "last_day": today + timedelta(days=7)}

    answer = cast.signed_in(certifier).post("/posts/seoul/certifier/stand-in/", said)

    assert answer.status_code == 302
    assert names_at(Role.CERTIFIER, "seoul", today) == ["certifier", "lee"]


def test_a_post_is_taken_back_at_once(certifier: Person, secretariat: Person, today: date) -> None:
    held = Holding.objects.get(person=certifier)
    said = {"last_day": today - timedelta(days=1), "version": held.version}

    answer = cast.signed_in(secretariat).post(f"/holdings/{held.pk}/end/", said)

    assert answer.headers["Location"] == "/posts/seoul/"
    assert names_at(Role.CERTIFIER, "seoul", today) == []


def test_a_unit_is_opened_and_closed(author_in_seoul: Person, today: date) -> None:
    desk = cast.signed_in(author_in_seoul)
    desk.post("/posts/seoul/units/open/", {"kind": "department", "name": "경제실", "first_day": today})
    unit = Unit.objects.get(name="경제실")

    answer = desk.post(f"/units/{unit.pk}/close/", {"last_day": today, "version": unit.version})

    unit.refresh_from_db()
    assert (answer.status_code, unit.valid_to) == (302, today)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_does_no_deed_of_another_institution(
    stranger_in_busan: Person, certifier: Person, contributor: Person, method: str, today: date
) -> None:
    held = Holding.objects.get(person=certifier)
    stranger = cast.signed_in(stranger_in_busan)
    said = {
        "person": "stranger-in-busan",
        "username": "new",
        "name": "x",
        "email": "x@example.kr",
        "first_day": today,
        "last_day": today,
        "version": 1,
        "kind": "department",
    }
    deeds = (
        *("/posts/seoul/author/appoint/", "/posts/seoul/contributor/invite/"),
        *("/posts/seoul/certifier/stand-in/", "/posts/seoul/units/open/", "/posts/committee/member/appoint/"),
        *(f"/holdings/{held.pk}/hand-over/", f"/holdings/{held.pk}/end/"),
        f"/units/{Unit.objects.get().pk}/close/",
    )
    before = list(Holding.objects.values_list())

    assert {deed: getattr(stranger, method)(deed, said).status_code for deed in deeds} == dict.fromkeys(
        deeds, 404
    )
    assert (list(Holding.objects.values_list()), Unit.objects.get().valid_to) == (before, None)


@pytest.mark.parametrize(
    "address",
    [
        *("/posts/seoul/nothing/appoint/", "/posts/seoul/secretariat/appoint/"),
        *("/posts/seoul/author/appoint/?unit=1", "/posts/seoul/contributor/appoint/?unit=x"),
        *("/holdings/1000000/end/", "/units/1000000/close/"),
    ],
)
def test_what_is_not_there_is_not_found(secretariat: Person, address: str) -> None:
    assert cast.signed_in(secretariat).get(address).status_code == 404


def test_pages_of_posts_speak_english_too(author_in_seoul: Person, contributor: Person) -> None:
    desk = cast.signed_in(author_in_seoul)
    for address in ("/posts/", "/posts/seoul/", "/posts/seoul/contributor/invite/"):
        page = desk.get(address, headers={"Accept-Language": "en"}).content.decode()
        said = re.sub(r'<span lang="ko">.*?</span>|<span class="place">.*?</span>', "", page, flags=re.DOTALL)
        main = said[said.index("<main") : said.index("</main>")]
        assert re.findall(r"[가-힣]+", main) == []


def test_the_frame_leads_an_officer_to_work(secretariat: Person, certifier: Person) -> None:
    office, other = (cast.signed_in(who).get("/posts/").content.decode() for who in (secretariat, certifier))

    assert 'href="/imports/"' in office
    assert 'href="/imports/"' not in other
    assert 'href="/posts/"' in other
