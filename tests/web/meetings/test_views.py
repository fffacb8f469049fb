"""A meeting is called, recorded and closed by forms alone."""

from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from tests import cast, formulating, registering

from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.meetings.models import AgendaItem, Body, Meeting
from goru.domain.registers.actions import open_case

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = "/meetings/committee/3/"


def posted(client: Client, path: str, **said: Any) -> Any:
    return client.post(path, said, follow=True)


def version() -> int:
    return Meeting.objects.get().version


def test_a_body_meets_and_decides_by_its_pages(secretariat: Person) -> None:
    client = cast.signed_in(secretariat)
    posted(
        client,
        "/meetings/bodies/open/",
        institution="committee",
        kind="committee",
        name="지방시대위원회",
        key="committee",
        first_day="2023-07-10",
    )
    for number in range(3):
        posted(
            client,
            "/meetings/committee/add-member/",
            kind="commissioned" if number else "ex_officio",
            name=f"위원{number}",
            office="장관",
            first_day="2023-07-10",
            last_day="2025-07-09",
        )
    posted(client, "/meetings/committee/call/", number=3, held_date="2023-11-23", place="세종")
    posted(client, f"{AT}add-item/", version=version(), kind="resolution", title="수립지침(안)")
    posted(client, f"{AT}add-item/", version=version(), kind="report", title="이행점검 결과")
    members = list(Body.objects.get().members.values_list("pk", flat=True))
    posted(client, f"{AT}attendance/", version=version(), members=members[:2])
    page = posted(
        client,
        f"{AT}items/1/decide/",
        version=version(),
        outcome="amended",
        in_favour=2,
        against=0,
        abstained=0,
        remark="제2장 수정",
    ).content.decode()
    closed = posted(client, f"{AT}close/", version=version())

    assert "재적위원 3명 가운데 2명 출석" in page
    assert "수정의결" in page
    assert "제2장 수정" in page
    assert closed.redirect_chain[-1][0] == AT
    assert "마침" in closed.content.decode()
    assert AgendaItem.objects.get(number=1).in_favour == 2


def test_what_lacks_stands_beside_the_button(secretariat: Person) -> None:
    meeting = formulating.called(formulating.committee(secretariat), secretariat)
    client = cast.signed_in(secretariat)
    posted(client, f"{AT}add-item/", version=meeting.version, kind="resolution", title="수립지침(안)")

    page = client.get(AT).content.decode()
    assert "제1호 안건의 결정을 아직 적지 않았습니다." in page
    assert f'href="{AT}close/"' not in page


def test_a_form_that_is_wrong_says_where_and_keeps_the_version(secretariat: Person) -> None:
    meeting = formulating.called(formulating.committee(secretariat), secretariat)
    answer = cast.signed_in(secretariat).post(f"{AT}add-item/", {"version": meeting.version, "title": ""})

    assert answer.status_code == 400
    assert f'name="version" value="{meeting.version}"' in answer.content.decode()
    assert not AgendaItem.objects.exists()


def test_an_older_page_changes_nothing(secretariat: Person) -> None:
    meeting = formulating.called(formulating.committee(secretariat), secretariat)
    client, seen = cast.signed_in(secretariat), meeting.version
    posted(client, f"{AT}add-item/", version=seen, kind="report", title="하나")

    answer = client.post(f"{AT}add-item/", {"version": seen, "kind": "report", "title": "둘"})
    assert answer.status_code == 409
    assert f'href="{AT}"' in answer.content.decode()
    assert AgendaItem.objects.count() == 1
    assert client.post(f"{AT}add-item/", {"kind": "report", "title": "둘"}).status_code == 409


def test_a_member_reads_and_changes_nothing(secretariat: Person, committee_member: Person) -> None:
    formulating.called(formulating.committee(secretariat), secretariat)
    client = cast.signed_in(committee_member)

    for path in ("/meetings/", "/meetings/committee/", AT):
        page = client.get(path)
        assert page.status_code == 200
        assert "위원 두기" not in page.content.decode()
    assert client.get(f"{AT}add-item/").status_code == 403


def test_a_support_group_opens_its_own_body(secretariat: Person) -> None:
    support = cast.signed_in(cast.officer("support", Role.SUPPORT_GROUP, "seoul"))
    form = support.get("/meetings/bodies/open/").content.decode()

    assert 'value="seoul"' in form
    assert 'value="committee"' not in form.partition('name="kind"')[0]
    assert Institution.objects.get(key="seoul").bodies.count() == 0


def test_pages_speak_english(secretariat: Person) -> None:
    formulating.called(formulating.committee(secretariat), secretariat)
    client = cast.signed_in(secretariat)
    client.cookies["django_language"] = "en"

    for path in ("/meetings/", "/meetings/committee/", AT, f"{AT}attendance/"):
        assert client.get(path).status_code == 200
    assert "Present: 0 of 3 members in office" in client.get(AT).content.decode()


def test_an_item_leads_to_the_case_that_it_is_about_and_back(secretariat: Person) -> None:
    registering.load(registering.ZONE)
    given = registering.said("경북 특구", who="gyeongbuk", area="10", place="gyeongbuk")
    case = open_case(
        register_key="zone",
        said=given,
        stage="applied",
        date_said="",
        by=secretariat,
        at=registering.AT,
    )
    body = formulating.committee(secretariat)
    client = cast.signed_in(secretariat)
    posted(client, f"/meetings/{body.key}/call/", number=9, held_date="2024-03-20", place="세종")
    path = f"/meetings/{body.key}/9/"
    meeting = Meeting.objects.get(number=9)

    put = {"kind": "resolution", "title": "특구 지정(안)"}
    wrong = posted(client, f"{path}add-item/", version=meeting.version, case="없는 번호", **put)
    assert "이런 번호의 사안이 없습니다" in wrong.content.decode()
    seen = posted(
        client, f"{path}add-item/", version=meeting.version, case=case.number, **put
    ).content.decode()

    address = f"/registers/zone/{quote(case.number)}/"
    assert address in seen
    assert "특구 지정(안)" in client.get(address).content.decode()
    assert "특구 지정(안)" not in Client().get(address).content.decode()
