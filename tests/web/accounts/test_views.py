"""Sign in and out: what is said, how often it may be tried, where it leads."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from tests.web.accounts.conftest import (
    NEW,
    RIGHT,
    WRONG,
    code_of,
    confirmed,
    delivered,
    follow,
    is_in,
    link_in,
    sign_in,
    turn_on,
)

from goru.core.audit.models import OfficialAct
from goru.core.mail.models import Mail
from goru.domain.institutions.actions import invite, open_account, system_person
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.queries import post_of
from goru.domain.institutions.vocabulary import Role

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("officer")]


def test_who_signs_in_goes_on_to_where_they_wanted(client: Client) -> None:
    assert sign_in(client, RIGHT, next="/imports/new/") == "/imports/new/"
    assert "담당자 로그아웃" in client.get("/imports/").content.decode()


def test_nobody_is_sent_to_another_host(client: Client) -> None:
    assert sign_in(client, RIGHT, next="https://example.org/") == "/desk/"


@pytest.mark.parametrize(
    "here", ["/accounts/sign-in/", "/accounts/sign-in/?next=/imports/", "/accounts/sign-in/#a"]
)
def test_nobody_is_sent_to_sign_in_again(client: Client, here: str) -> None:
    assert sign_in(client, RIGHT, next=here) == "/desk/"
    assert client.get("/accounts/sign-in/", {"next": here}).headers["Location"] == "/desk/"


@pytest.mark.parametrize(("fields", "address"), [({}, "/desk/"), ({"next": "/2025/"}, "/2025/")])
def test_who_signs_in_comes_to_the_desk_or_where_they_wanted_to_be(
    client: Client, fields: dict[str, str], address: str
) -> None:
    at = datetime(2025, 4, 5, tzinfo=UTC)
    open_account(username="seoul", name="서울", password=RIGHT, posts=[], by=system_person(), at=at)

    assert sign_in(client, RIGHT, username="seoul", **fields) == address
    assert client.get("/accounts/sign-in/").headers["Location"] == "/desk/"


def test_a_wrong_password_is_said_and_ten_are_enough(client: Client) -> None:
    first = sign_in(client, WRONG)
    for _ in range(9):
        sign_in(client, WRONG)

    even_the_right_one = sign_in(client, RIGHT)

    assert "아이디 또는 비밀번호가 일치하지 않습니다" in first
    assert "로그인 시도 횟수를 넘었습니다" in even_the_right_one


def test_a_stranger_locks_nobody_out(client: Client) -> None:
    for _ in range(11):
        sign_in(client, WRONG, address="192.0.2.66")

    assert sign_in(client, RIGHT) == "/desk/"


def test_fifty_names_are_enough_from_an_address(client: Client) -> None:
    for number in range(50):
        sign_in(client, WRONG, username=f"name-{number}")

    assert "로그인 시도 횟수를 넘었습니다" in sign_in(client, RIGHT)
    assert sign_in(client, RIGHT, address="192.0.2.2") == "/desk/"


def test_an_own_account_does_not_help_to_try_others(client: Client) -> None:
    for number in range(50):
        sign_in(client, WRONG, username=f"name-{number}")
        if number % 7 == 0:
            sign_in(Client(), RIGHT)

    assert "로그인 시도 횟수를 넘었습니다" in sign_in(client, RIGHT)


def test_who_is_always_right_is_never_asked_to_wait() -> None:
    answers = [sign_in(Client(), RIGHT) for _ in range(51)]

    assert set(answers) == {"/desk/"}


def test_the_tries_are_forgotten_once_it_is_right(client: Client) -> None:
    for _ in range(9):
        sign_in(client, WRONG)
    sign_in(client, RIGHT)
    client.post("/accounts/sign-out/")

    assert "아이디 또는 비밀번호가 일치하지 않습니다" in sign_in(client, WRONG)


def test_who_goes_out_is_asked_again(client: Client) -> None:
    sign_in(client, RIGHT)

    client.post("/accounts/sign-out/")

    assert client.get("/imports/").status_code == 302


def test_the_account_nobody_has_cannot_be_entered(client: Client) -> None:
    answer = client.post("/accounts/sign-in/", {"username": "goru", "password": ""})

    assert answer.status_code == 200
    assert not client.session.keys()


def test_of_all_that_the_library_can_do_only_what_is_needed_is_there(client: Client, desk: Client) -> None:
    for address in (
        *(
            "signup/",
            "login/",
            "logout/",
            "email/",
            "confirm-email/",
            "inactive/",
            "password/set/",
            "social/",
        ),
        *(
            "password/reset/",
            "2fa/",
            "webauthn/",
            "recovery-codes/download/",
            "reauthenticate/",
            "login/code/",
        ),
    ):
        assert client.get(f"/accounts/{address}").status_code == 404
        assert desk.post(f"/accounts/{address}").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "",
        "password/",
        "everywhere/",
        "mails/",
        "confirm/",
        "second-factor/on/",
        "recovery-codes/",
        "confirm/code/",
    ],
)
def test_the_pages_of_an_account_are_its_persons(client: Client, address: str) -> None:
    answer = client.get(f"/accounts/{address}")

    assert answer.headers["Location"] == f"/accounts/sign-in/?next=/accounts/{address}"


def test_nobody_is_sent_to_another_name_of_the_site(client: Client) -> None:
    assert sign_in(client, next="http://127.0.0.1/imports/") == "/desk/"


def test_the_password_is_changed_and_kept_in_the_log_and_told(desk: Client, officer: Person) -> None:
    fields = {"oldpassword": RIGHT, "password1": NEW, "password2": NEW}

    answer = desk.post("/accounts/password/", fields)

    assert answer.headers["Location"] == "/accounts/"
    assert sign_in(Client(), NEW) == "/desk/"
    assert "일치하지 않습니다" in sign_in(Client(), RIGHT)
    assert OfficialAct.objects.latest("number").act == "accounts.password_changed"
    assert [letter.subject for letter in delivered()] == [
        "고루: 비밀번호가 바뀌었습니다 / Goru: Your password was changed"
    ]


@pytest.mark.parametrize("weak", ["short-one", "password1234", "officer-officer", "officer@example.org"])
def test_a_weak_password_is_refused(desk: Client, weak: str) -> None:
    answer = desk.post("/accounts/password/", {"oldpassword": RIGHT, "password1": weak, "password2": weak})

    assert answer.status_code == 200
    assert 'id="wrong-password1"' in answer.content.decode()


def test_who_does_not_know_the_password_does_not_change_it_in_ten_tries(
    desk: Client, officer: Person
) -> None:
    for _ in range(10):
        desk.post("/accounts/password/", {"oldpassword": WRONG, "password1": NEW, "password2": NEW})

    desk.post("/accounts/password/", {"oldpassword": RIGHT, "password1": NEW, "password2": NEW})

    assert Person.objects.get(pk=officer.pk).check_password(RIGHT)


def test_a_lost_password_is_set_by_a_link(client: Client) -> None:
    client.post("/accounts/lost-password/", {"email": "Officer@Example.org"})
    (letter,) = delivered()

    form, page = follow(client, link_in(letter))
    done = client.post(form, {"password1": NEW, "password2": NEW})

    assert letter.to == ["officer@example.org"]  # as it is kept, however it was typed
    assert "officer" in letter.body
    assert "24시간" in letter.body
    assert "새 비밀번호" in page.content.decode()
    assert done.headers["Location"] == "/accounts/new-password/done/"
    assert sign_in(client, NEW) == "/desk/"
    assert OfficialAct.objects.latest("number").act == "accounts.password_set"


def test_a_link_is_good_once(client: Client) -> None:
    client.post("/accounts/lost-password/", {"email": "officer@example.org"})
    link = link_in(delivered()[0])
    form, _ = follow(client, link)
    other = Client()
    other_form, _ = follow(other, link)
    client.post(form, {"password1": NEW, "password2": NEW})

    too_late = other.post(other_form, {"password1": WRONG, "password2": WRONG})

    assert "쓸 수 없는 주소입니다" in too_late.content.decode()
    assert "쓸 수 없는 주소입니다" in follow(Client(), link)[1].content.decode()
    assert sign_in(Client(), NEW) == "/desk/"


def test_whether_an_address_is_known_shows_nowhere(client: Client) -> None:
    known = client.post("/accounts/lost-password/", {"email": "officer@example.org"})
    unknown = client.post("/accounts/lost-password/", {"email": "nobody@example.org"})

    assert known.headers["Location"] == unknown.headers["Location"]
    assert [mail.address for mail in Mail.objects.order_by("pk")] == [
        "officer@example.org",
        "nobody@example.org",
    ]
    assert [letter.to for letter in delivered()] == [["officer@example.org"]]
    assert Mail.objects.filter(address="nobody@example.org").count() == 0


def test_nobodys_mailbox_is_filled(client: Client) -> None:
    answers = [
        client.post(
            "/accounts/lost-password/", {"email": "officer@example.org"}, REMOTE_ADDR=f"192.0.2.{number}"
        )
        for number in range(9)
    ]

    assert {answer.status_code for answer in answers} == {302}
    assert Mail.objects.count() == 5


def test_no_link_is_kept(client: Client) -> None:
    client.post("/accounts/lost-password/", {"email": "officer@example.org"})

    token = link_in(delivered()[0]).rstrip("/").rpartition("/")[2]

    kept = [[str(value) for value in row] for row in Mail.objects.values_list()]
    assert kept
    assert token not in str(kept)


def test_who_is_invited_sets_a_password_and_signs_in(client: Client) -> None:
    at, committee = datetime(2025, 4, 5, tzinfo=UTC), Institution.objects.get(key="committee")
    invite(
        username="newcomer",
        name="새 담당자",
        email="newcomer@example.org",
        post=post_of(committee, Role.SECRETARIAT),
        first_day=at.date(),
        by=system_person(),
        at=at,
    )
    (letter,) = delivered()

    form, _ = follow(client, link_in(letter))
    client.post(form, {"password1": NEW, "password2": NEW})

    assert letter.to == ["newcomer@example.org"]
    assert "72시간" in letter.body
    assert sign_in(client, NEW, username="newcomer") == "/desk/"
    assert OfficialAct.objects.latest("number").act == "accounts.password_set"


def test_the_second_factor_is_asked_for_once_it_is_on(desk: Client) -> None:
    secret, _ = turn_on(desk)
    client = Client()

    first = sign_in(client, next="/imports/new/")
    before = is_in(client)
    second = client.post("/accounts/code/", {"code": code_of(secret)})

    assert first == "/accounts/code/"
    assert not before
    assert second.headers["Location"] == "/imports/new/"
    assert is_in(client)
    assert OfficialAct.objects.latest("number").act == "accounts.second_factor_on"


def test_a_code_is_good_once(desk: Client) -> None:
    secret, _ = turn_on(desk)
    one, other = Client(), Client()
    code = code_of(secret, ahead=1)
    sign_in(one)
    sign_in(other)

    one.post("/accounts/code/", {"code": code})
    again = other.post("/accounts/code/", {"code": code})

    assert is_in(one)
    assert "코드가 일치하지 않습니다" in again.content.decode()
    assert not is_in(other)


def test_a_recovery_code_is_good_once(desk: Client) -> None:
    _, codes = turn_on(desk)
    one, other = Client(), Client()

    for client in (one, other):
        sign_in(client)
        client.post("/accounts/code/", {"code": codes[0]})

    assert len(set(codes)) == 10
    assert (is_in(one), is_in(other)) == (True, False)


def test_recovery_codes_are_shown_once(desk: Client) -> None:
    _, codes = turn_on(desk)

    again = desk.get("/accounts/recovery-codes/").content.decode()

    assert not [code for code in codes if code in again]


def test_new_recovery_codes_take_the_place_of_the_old(desk: Client) -> None:
    _, old = turn_on(desk)
    desk.post("/accounts/recovery-codes/new/")
    client = Client()
    sign_in(client)

    client.post("/accounts/code/", {"code": old[0]})

    assert not is_in(client)
    assert OfficialAct.objects.latest("number").act == "accounts.recovery_codes_made"


def test_ten_codes_may_be_tried_from_wherever(desk: Client) -> None:
    secret, _ = turn_on(desk)
    for number in range(10):
        client = Client()
        sign_in(client, address=f"192.0.2.{number}")
        client.post("/accounts/code/", {"code": "000000"}, REMOTE_ADDR=f"192.0.2.{number}")

    last = client.post("/accounts/code/", {"code": code_of(secret)})

    assert "시도 횟수를 넘었습니다" in last.content.decode()
    assert not is_in(client)


def test_the_second_factor_is_turned_off_by_who_knows_the_password(desk: Client) -> None:
    turn_on(desk)

    confirmed(desk, "/accounts/second-factor/off/")
    desk.post("/accounts/second-factor/off/")

    assert sign_in(Client()) == "/desk/"
    assert OfficialAct.objects.latest("number").act == "accounts.second_factor_off"


@pytest.mark.parametrize("address", ["second-factor/on/", "recovery-codes/new/"])
def test_who_found_an_open_session_is_asked_who_they_are(desk: Client, address: str) -> None:
    answer = desk.post(f"/accounts/{address}", {"code": "123456"})

    assert answer.headers["Location"].startswith("/accounts/confirm/?next=")


def test_the_secret_of_a_second_factor_is_not_read_from_the_database(desk: Client, officer: Person) -> None:
    secret, _ = turn_on(desk)

    kept = str(list(officer.authenticator_set.values_list("data", flat=True)))  # type: ignore[attr-defined]

    assert secret not in kept
    assert "gAAAA" in kept


def test_a_foreign_page_signs_nobody_in_or_out(officer: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get("/accounts/sign-in/")
    token = client.cookies["csrftoken"].value
    fields = {"username": "officer", "password": RIGHT, "csrfmiddlewaretoken": token}

    foreign = client.post("/accounts/sign-in/", fields, headers={"Origin": "https://evil.example"})
    own = client.post("/accounts/sign-in/", fields, headers={"Origin": "http://testserver"})

    assert foreign.status_code == 403
    assert "이 누리집의 화면에서 온 요청인지 확인하지 못했습니다" in foreign.content.decode()
    assert own.status_code == 302


def test_mails_are_seen_by_who_caused_them_and_sent_again(desk: Client, officer: Person) -> None:
    at = datetime(2025, 4, 5, tzinfo=UTC)
    failed = Mail.objects.create(
        letter="notice",
        address="a@example.org",
        asked_at=at,
        asked_by=officer,
        state="failed",
        failure="refused",
    )
    others = Mail.objects.create(
        letter="notice",
        address="b@example.org",
        asked_at=at,
        asked_by=system_person(),
        state="failed",
        failure="x",
    )

    page = desk.get("/accounts/mails/").content.decode()
    desk.post(f"/accounts/mails/{failed.pk}/again/")
    of_others = desk.post(f"/accounts/mails/{others.pk}/again/")

    assert "a@example.org" in page
    assert "refused" in page
    assert "b@example.org" not in page
    assert Mail.objects.get(pk=failed.pk).state == "waiting"
    assert of_others.status_code in (403, 404)
    assert Mail.objects.get(pk=others.pk).state == "failed"


def test_an_account_that_is_closed_gets_no_link(client: Client, officer: Person) -> None:
    client.post("/accounts/lost-password/", {"email": "officer@example.org"})
    link = link_in(delivered()[0])
    Person.objects.filter(pk=officer.pk).update(is_active=False)

    client.post("/accounts/lost-password/", {"email": "officer@example.org"})

    assert delivered() == []
    assert "쓸 수 없는 주소입니다" in follow(client, link)[1].content.decode()


@pytest.mark.parametrize(
    "address", ["sign-in/", "lost-password/", "lost-password/sent/", "code/", "new-password/a-b/"]
)
def test_no_page_of_signing_in_is_kept(client: Client, address: str) -> None:
    assert "no-store" in client.get(f"/accounts/{address}").headers["Cache-Control"]
