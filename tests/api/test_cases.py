"""The public cases of registers over HTTP, as files and as a feed: what is public of them, and nothing else."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from tests import cast, registering
from tests.listing import filled, uploaded, workbook_of
from tests.registering import TASK, ZONE

from goru.domain.institutions.vocabulary import Role
from goru.domain.registers.models import Case, Register
from goru.pipelines.issuing.datasets import CASE_SETS
from goru.pipelines.issuing.datasets.definition import DataSet

pytestmark = [pytest.mark.web, pytest.mark.django_db]

SECRET = "비밀"  # noqa: S105 - a word that must not be shown
ROW = {
    "제목": "포항",
    "신청": "경북",
    "지역": "경북 포항시(영일만)",
    "면적 (㎡)": "7",
    "주제": "배터리",
    "앵커기업": SECRET,
}


@pytest.fixture(autouse=True)
def cases(db: None) -> None:
    registering.load(ZONE, TASK)
    by = cast.officer("secretariat", Role.SECRETARIAT)
    rows = [
        {**ROW, "단계": "지정", "단계 날짜": "'24.3월"},
        {**ROW, "제목": "신청만", "단계": "신청", "주제": SECRET},
        {**ROW, "제목": f"{SECRET}로 한 것", "단계": "지정"},
    ]
    uploaded("zone", filled(workbook_of("zone", by, is_empty=True), rows), by)
    tasks = [{"제목": f"{SECRET} 과제", "단계": "적극추진", "시·도": "강원"}]
    uploaded("task", filled(workbook_of("task", by, is_empty=True), tasks), by)
    Case.objects.filter(title__contains="로 한 것").update(is_withheld=True)


def rows(client: Client, address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(address).json()["data"]
    return found


@pytest.mark.parametrize("one", CASE_SETS, ids=lambda one: one.name)
def test_a_data_set_says_what_is_public_and_nothing_else(client: Client, one: DataSet) -> None:
    over_http = client.get(f"/api/v1/{one.name}?register_key=zone")
    as_json = client.get(f"/registers/zone/data/{one.name}.json")
    as_csv = client.get(f"/registers/zone/data/{one.name}.csv")

    assert over_http.json()["total"] == len(json.loads(as_json.content)) > 0
    assert over_http.json()["data"][0].keys() == json.loads(as_json.content)[0].keys()
    assert len(as_csv.content.decode("utf-8-sig").splitlines()) == over_http.json()["total"] + 1
    said = [over_http.content.decode(), as_json.content.decode(), as_csv.content.decode()]
    assert not any(SECRET in one for one in said)
    assert rows(client, f"/api/v1/{one.name}?register_key=task") == []
    assert rows(client, f"/api/v1/{one.name}?limit=1&register_key=zone") == over_http.json()["data"][:1]
    for field in (field for column in one.columns for field in one.fields(column)):
        assert field.name in field.model.Publishing.public  # type: ignore[attr-defined]


def test_values_and_amounts_are_told_from_their_stage_on(client: Client) -> None:
    designated, applied = rows(client, "/api/v1/cases?register_key=zone&sort=number")
    assert (designated["stage"], designated["opened_date"], applied["stage"]) == (
        "designated",
        "2024-03-01",
        "applied",
    )
    (value,) = rows(client, "/api/v1/case-values")
    assert (value["case"], value["key"], value["value"]) == (designated["number"], "theme", "배터리")
    assert [one["amount"] for one in rows(client, "/api/v1/case-quantities?key=area")] == [7, 7]
    (place, _) = rows(client, "/api/v1/case-places?region=mois-47110")
    assert (place["region_name"], place["part"]) == ("경상북도 포항시", "영일만")
    assert {one["institution"] for one in rows(client, "/api/v1/case-parties")} == {"gyeongbuk"}
    (move,) = rows(client, "/api/v1/case-moves?to_stage=designated")
    assert (move["date_printed"], move["date_end"], move["from_stage"]) == ("'24.3월", "2024-03-31", None)


def test_what_changes_changes_the_tags_and_what_is_withheld_is_gone(client: Client) -> None:
    address, file, feed = (
        "/api/v1/cases?register_key=zone",
        "/registers/zone/data/cases.csv",
        "/registers/moves.atom",
    )
    tags = [client.get(one)["ETag"] for one in (address, file, feed)]
    assert [
        client.get(one, headers={"If-None-Match": tag}).status_code
        for one, tag in zip((address, file, feed), tags, strict=True)
    ] == [304, 304, 304]
    Case.objects.update(is_withheld=True)
    Register.objects.update(version=99)
    for one, tag in zip((address, file, feed), tags, strict=True):
        answer = client.get(one, headers={"If-None-Match": tag})
        assert (answer.status_code, "포항" in answer.content.decode()) == (200, False)


@pytest.mark.parametrize("address", ["/registers/moves.atom", "/registers/zone/moves.atom"])
def test_a_feed_tells_moves_of_public_cases(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.content)  # noqa: S314 - our own
    titles = [one.text for one in feed.iterfind("{*}entry/{*}title")]
    assert titles == ["기회특구: 신청만 → 신청", "기회특구: 포항 → 지정"]
    links = [one.get("href", "") for one in feed.iterfind("{*}entry/{*}link")]
    assert client.get(links[0]).status_code == 200
    assert client.get("/registers/nothing/moves.atom").status_code == 404
    assert client.get("/registers/zone/data/plans.csv").status_code == 404


def test_the_search_of_the_site_finds_public_cases_until_they_are_withheld(client: Client) -> None:
    found = client.get("/search/?q=포항").content.decode()
    assert "대장의 사안 1건" in found
    assert "포항" in client.get("/search/?q=특구-기회-2024").content.decode()
    assert "대장의 사안" not in client.get(f"/search/?q={SECRET}").content.decode()
    Case.objects.update(is_withheld=True)
    assert "대장의 사안" not in client.get("/search/?q=포항").content.decode()
