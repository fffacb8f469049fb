"""Cases are opened, moved, told of and shown by their pages alone."""

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from tests import cast, registering
from tests.registering import QUOTA, TASK, ZONE, said

from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.registers.actions import open_case
from goru.domain.registers.models import Case, PartyOpinion
from goru.web.subjects import where

pytestmark = [pytest.mark.web, pytest.mark.django_db]

PUBLIC_ZONE = ZONE | {
    "roles": [
        *ZONE["roles"],
        {"key": "host", "name": registering.words("입지"), "kinds": ["municipality"], "many": True},
    ]
}
FORM = {
    "title": "포항 이차전지",
    "stage": "applied",
    "date_said": "'24.3월",
    "places": "경북 포항시: 영일만",
    "role-applicant": "경북",
    "role-host": "경북 포항시",
    "field-theme": "이차전지",
    "field-firms": "한 회사\n다른 회사",
    "quantity-area-promised": "150만평",
}


@pytest.fixture(autouse=True)
def registers(db: None) -> None:
    registering.load(PUBLIC_ZONE, QUOTA, TASK)


@pytest.fixture
def secretariat(registers: None) -> Person:
    return cast.officer("secretariat", Role.SECRETARIAT)


def text(answer: Any) -> str:
    return str(answer.content.decode())


def at(one: Case, deed: str = "") -> str:
    return f"/registers/{one.register.key}/{quote(one.number)}/{deed}"


def posted(client: Client, one: Case, deed: str, **said: Any) -> Any:
    one.refresh_from_db()
    return client.post(at(one, deed), {"version": one.version, **said}, follow=True)


def test_a_case_is_opened_corrected_in_the_form_moved_and_shown(secretariat: Person) -> None:
    client = cast.signed_in(secretariat)

    wrong = client.post(
        "/registers/zone/open/",
        FORM | {"places": "어딘가", "date_said": "언젠가", "quantity-area-promised": "많이"},
    )
    assert wrong.status_code == 400
    assert "이런 이름의 지역이 없습니다" in text(wrong)
    assert "날짜로 읽히지 않습니다" in text(wrong)
    assert "수량이 아닙니다" in text(wrong)
    assert "한 회사" in text(wrong)

    opened = client.post("/registers/zone/open/", FORM, follow=True)
    one = Case.objects.get()
    assert opened.redirect_chain[-1][0] == at(one)
    assert "지역: 영일만" not in text(opened)
    for words in ("포항 이차전지", "150만평", "4,958,700 ㎡", "다른 회사", "‘심의·의결’ 단계로"):
        assert words in text(opened)

    form = client.get(at(one, "change/"))
    assert "경상북도 포항시: 영일만" in text(form)
    over = posted(client, one, "change/", **FORM | {"quantity-area-promised": "500만평"})
    assert over.status_code == 400
    assert "한도 6,611,600㎡보다" in text(over)
    assert "500만평" in text(over)
    posted(client, one, "change/", **FORM | {"title": "포항 이차전지 특구"})
    moved = posted(client, one, "move/deliberated/", date_said="2024-03-18")
    assert moved.redirect_chain[-1][0] == at(one)
    assert where(one.subject, secretariat) == at(one)
    assert where(one.register.subject, secretariat) == "/registers/zone/"
    later = posted(client, one, "correct/", to="applied", date_said="'24.3월", reason="잘못 눌렀음")
    assert "바로잡은 기록" in text(later)
    assert client.post(at(one, "change/"), FORM | {"version": 1}).status_code == 409
    one.refresh_from_db()
    assert (one.title, one.stage) == ("포항 이차전지 특구", "applied")


def test_everybody_sees_what_is_public_of_a_case(client: Client, secretariat: Person) -> None:
    given = said(
        "포항 특구", who="gyeongbuk", area="4958700", place="gyeongbuk", values={"firms": ["한 회사"]}
    )
    one = open_case(
        register_key="zone",
        said=given,
        stage="applied",
        date_said="'24.3월",
        by=secretariat,
        at=registering.AT,
    )
    page = text(client.get(at(one)))
    assert "포항 특구" in page
    assert "한 회사" not in page
    assert "단계로</" not in page
    listed = text(client.get("/registers/zone/?q=포항&stage=applied&region=gyeongbuk"))
    assert "포항 특구" in listed
    assert "4,958,700 / 6,611,600 ㎡" in listed
    assert "여유 있음: 75% 씀" in listed
    assert 'aria-label="경북 1건"' in listed
    assert "경북" in text(client.get("/places/?q=경북"))
    assert "포항 특구" in text(client.get("/places/gyeongbuk/"))
    assert "기회특구" in text(client.get("/registers/"))

    Case.objects.update(is_withheld=True)
    for path in (at(one), "/registers/zone/", "/places/gyeongbuk/", "/registers/"):
        answer = client.get(path)
        assert answer.status_code == (404 if path == at(one) else 200)
        assert "포항 특구" not in text(answer)
    assert "4,958,700" not in text(client.get("/registers/zone/"))
    assert client.get("/registers/task/" + quote(one.number) + "/").status_code == 404


def test_opinions_are_asked_for_and_given_by_forms(secretariat: Person) -> None:
    client, ministry = cast.signed_in(secretariat), cast.officer("ministry", Role.AUTHOR, "molit")
    parties = [("ministry", Institution.objects.get(key="molit")), ("experts", "산업 전문위원회")]
    given = said("도로", who="gangwon", role="province", parties=parties, values={"law": "도로법 5조"})
    opened: dict[str, Any] = {"register_key": "task", "stage": "active", "date_said": "'24.1월"}
    one = open_case(said=given, by=secretariat, at=registering.AT, **opened)
    posted(client, one, "move/proposed/", date_said="2024-03-01")

    page = text(client.get(at(one)))
    assert "아직 없는 곳: 강원, 국토부, 산업 전문위원회" in page
    assert f'href="{at(one)}move/closed/"' not in page
    party = one.parties.get(role="ministry")
    posted(client, one, f"parties/{party.pk}/ask/")
    opinion = PartyOpinion.objects.get()
    asked = cast.signed_in(ministry)
    assert "의견을 요청받았습니다." in text(asked.get("/desk/"))
    empty = posted(asked, one, f"opinions/{opinion.pk}/give/", verdict="objected", text="")
    assert "반대하는 까닭을 적으세요" in text(empty)
    assert "예산이 없습니다" in text(
        posted(asked, one, f"opinions/{opinion.pk}/give/", verdict="objected", text="예산이 없습니다")
    )


def test_returns_evidence_and_links_by_forms(secretariat: Person) -> None:
    client = cast.signed_in(secretariat)
    opened: dict[str, Any] = {"register_key": "task", "stage": "active", "date_said": "'24.1월"}
    given = said("도로", who="gangwon", role="province")
    one = open_case(said=given, by=secretariat, at=registering.AT, **opened)

    told = client.get(at(one, "returns/half/"))
    assert "2024년 상반기" in text(told)
    kept = posted(client, one, "returns/half/", period="2024-h1", state="추진 중")
    assert "추진 중" in text(kept)
    again = posted(client, one, "returns/half/", period="2024-h1", state="끝")
    assert "이미 기록한 기간입니다" in text(again)
    posted(client, one, "evidence/add/", title="도로법", article="제5조")
    given = said("다리", who="gangwon", role="province")
    other = open_case(said=given, by=secretariat, at=registering.AT, **opened)
    assert "이런 번호의 사안이 없습니다" in text(posted(client, one, "links/add/", kind="same", to="없는-1"))
    linked = text(posted(client, one, "links/add/", kind="same", to=other.number))
    assert "다리" in linked
    assert "제5조" in linked
    link = one.links.get()
    assert "다리" not in text(posted(client, one, f"links/{link.pk}/remove/"))
    assert "비공개 풀기" in text(posted(client, one, "withhold/", reason="제9조제1항제5호"))


def test_a_round_and_what_is_ahead_and_late(client: Client, secretariat: Person) -> None:
    signed_in = cast.signed_in(secretariat)
    form = {"year": 2024, "part": 1, "name": "2024년 1차"}
    assert signed_in.post("/registers/zone/rounds/open/", form).status_code == 302
    assert "이미 있습니다" in text(signed_in.post("/registers/zone/rounds/open/", form))
    signed_in.post("/registers/zone/open/", FORM | {"round": "2024"})
    one = Case.objects.get()
    one.round.stated = {"applied": 4}  # type: ignore[union-attr]
    one.round.save()  # type: ignore[union-attr]
    one.expected.create(
        stage="designated", date_printed="'24.3분기", date_start="2024-07-01", date_end="2024-09-30"
    )

    page = text(client.get("/registers/zone/rounds/2024/"))
    assert "신청: 적힌 수 4, 센 수 1" in page
    for path in ("/registers/late/?register=zone", "/registers/calendar/2024/?by=lead"):
        assert "포항 이차전지" in text(client.get(path))
    assert "2024년 3분기" in text(client.get("/registers/calendar/2024/"))
    assert "포항" not in text(client.get("/registers/late/?register=quota"))
    assert "늦음" in text(client.get(at(one)))
    stranger = cast.signed_in(cast.officer("stranger", Role.AUTHOR, "busan"))
    assert stranger.get("/registers/quota/open/").status_code == 200
    assert stranger.get("/registers/zone/rounds/open/").status_code == 403
    assert 'aria-describedby="may-run"' in text(stranger.get("/registers/zone/"))
