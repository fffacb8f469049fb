"""Every page of the plan of 2024: there, with its figures, where they are printed, in few queries."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("plan_2024")]

PAGES = [
    ("/", ["42.2조원", "74.20조원", "24.6조원", "서울특별시", "64–65행", "기회발전특구 지정으로"]),
    ("/institutions/seoul/", ["54,742억원", "41,886억원", "766행", "외국인 관광객 수", "2,000", "775행"]),
    ("/institutions/chungcheong/", ["1,033억원", "초광역 산업분야 실무협의체 구성", "5784–5785행"]),
    ("/institutions/mois/", ["행정안전부"]),
    ("/action-tasks/5-4-2/", ["1,792억원", "1,812억원", "3894–3898행", "산림청"]),
    ("/action-tasks/1-1-1/", ["지방정부 행정권한 확대", "사무총조사 방식 개선", "3925행"]),
    ("/focus-tasks/zones/1/", ["2024-03-01", "2024-03-31", "141행"]),
    ("/findings/", ["31,6", "950행", "오류"]),
]


@pytest.mark.parametrize(("address", "words"), PAGES)
def test_a_page_says_its_figures_and_where_they_are_printed(
    client: Client, django_assert_max_num_queries: Callable[[int], Any], address: str, words: list[str]
) -> None:
    with django_assert_max_num_queries(30):
        answer = client.get(address)

    assert answer.status_code == 200
    page = answer.content.decode()
    assert [word for word in words if word not in page] == []
    assert "style=" not in page
    assert "<script" not in page


def test_findings_can_be_chosen_by_severity(client: Client) -> None:
    page = client.get("/findings/", {"severity": "error"}).content.decode()

    assert 'class="error"' in page
    assert 'class="warning"' not in page


@pytest.mark.parametrize(
    "address", ["/institutions/nowhere/", "/action-tasks/9-9-9/", "/focus-tasks/x/1/", "/nope/"]
)
def test_what_is_not_there_is_a_page_that_says_so(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 404
    assert "찾는 쪽이 없습니다" in answer.content.decode()


def test_every_link_of_the_first_page_leads_somewhere(client: Client) -> None:
    page = client.get("/").content.decode()
    links = {part.split('"')[0].split("#")[0] for part in page.split('<a href="')[1:]} - {""}

    assert len(links) > 110
    assert [link for link in links if client.get(link).status_code != 200] == []


def test_pages_load_nothing_from_elsewhere(client: Client) -> None:
    answer = client.get("/")

    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "http://" not in answer.content.decode()
