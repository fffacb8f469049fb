"""The API on the plan of 2024: every data set, filtered, in order, page by page, and every way to ask wrongly."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from goru.domain.plans.models import Publication
from goru.pipelines.issuing.datasets import CASE_SETS, DATA_SETS
from goru.pipelines.issuing.datasets.definition import DataSet

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]


def names(data_set: DataSet) -> str:
    return data_set.name


def pages(client: Client, address: str | None) -> Iterator[dict[str, Any]]:
    while address:
        page = client.get(address).json()
        address = page["next"]
        yield page


def rows(client: Client, address: str) -> list[dict[str, Any]]:
    return [row for page in pages(client, address) for row in page["data"]]


@pytest.mark.parametrize("data_set", DATA_SETS, ids=names)
def test_pages_give_every_row_once_and_in_order(client: Client, data_set: DataSet) -> None:
    whole = client.get(f"/api/v1/{data_set.name}?limit=500").json()["data"]

    in_pages = rows(client, f"/api/v1/{data_set.name}?limit=29")

    assert in_pages[:500] == whole
    assert len(in_pages) == data_set.model._default_manager.filter(data_set.only).count() > 0


@pytest.mark.parametrize("sort", ["target", "-target", "name", "-baseline_year", "-institution"])
def test_rows_are_sorted_over_pages_and_what_is_missing_comes_last(client: Client, sort: str) -> None:
    column = sort.lstrip("-")

    found = [row[column] for row in rows(client, f"/api/v1/indicators?limit=50&sort={sort}")]

    there = [value for value in found if value is not None]
    assert found == there + [None] * (len(found) - len(there))
    if column != "name":  # names are in the order of the database's collation
        assert there == sorted(there, reverse=sort.startswith("-"))
    assert len(found) == 389


def test_filters_take_any_of_their_values_and_all_hold(client: Client) -> None:
    found = rows(client, "/api/v1/indicators?institution=seoul&institution=busan&kind=common")

    assert {(row["institution"], row["kind"]) for row in found} == {("seoul", "common"), ("busan", "common")}
    assert found[0] | {"name": "", "strategy_wording": None, "cell": None} == {
        "year": 2024,
        "kind": "common",
        "institution": "seoul",
        "institution_name": "서울",
        "core_task": None,
        "action_task": None,
        "position": 1,
        "strategy_wording": None,
        "name": "",
        "unit": "백만원",
        "baseline_year": 2023,
        "baseline_printed": "51.6",
        "baseline": 51.6,
        "target_year": 2024,
        "target_printed": "51.6",
        "target": 51.6,
        "change_printed": "-",
        "change": None,
        "first_line": 771,
        "last_line": 771,
        "page": None,
        "cell": None,
    }


def test_bounds_are_included(client: Client) -> None:
    found = rows(client, "/api/v1/indicators?target_min=5188&target_max=7851")

    targets = [row["target"] for row in found]
    assert min(targets) == 5188
    assert max(targets) == 7851


def test_words_are_found_in_any_text_and_all_are_wanted(client: Client) -> None:
    found = rows(client, "/api/v1/projects?q=방사광 가속기")

    assert [row["name"] for row in found if "가속기" not in row["name"]] == []
    assert len(found) > 0
    assert rows(client, "/api/v1/projects?q=가속기 없는말") == []


def test_lists_and_structures_are_jsons_own(client: Client) -> None:
    (gangwon,) = rows(client, "/api/v1/institutions?key=gangwon")
    finding = rows(client, "/api/v1/findings?limit=1&severity=error")[0]

    assert isinstance(gangwon["aliases"], list)
    assert finding["sources"][0]["first_line"] > 0


def test_the_total_is_that_of_all_pages(client: Client) -> None:
    first = client.get("/api/v1/plans?kind=provincial&limit=5").json()
    second = client.get(first["next"]).json()

    assert (first["total"], second["total"]) == (17, 17)
    assert client.get("/api/v1/plans?institution=nowhere").json()["total"] == 0


@pytest.mark.parametrize("address", ["/api/", "/api/docs/"])
def test_who_guesses_the_address_is_led_to_the_reference(client: Client, address: str) -> None:
    answer = client.get(address)

    assert (answer.status_code, answer["Location"]) == (301, "/api/docs")


@pytest.mark.parametrize("address", ["/api/v1/plans", "/api/v1/", "/api/openapi.json"])
def test_shared_caches_need_not_tell_readers_apart(client: Client, address: str) -> None:
    client.cookies["django_language"] = "en"
    answer = client.get(address, headers={"Accept-Language": "en"})

    assert "public" in answer["Cache-Control"]
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert "Content-Language" not in answer.headers


@pytest.mark.parametrize(
    ("query", "korean", "english"),
    [
        ("limit=0", "1 이상이어야 합니다.", "It must be at least 1."),
        ("limit=x", "정수여야 합니다.", "It must be a whole number."),
        ("kind=x", "다음 가운데 하나여야 합니다: 'common', 'own'", "It must be one of: 'common', 'own'"),
        ("target_min=x", "수여야 합니다.", "It must be a number."),
        ("q=" + "a" * 201, "200자까지 쓸 수 있습니다.", "It may have up to 200 letters."),
        ("q=%00", "쓸 수 없는 값입니다.", "It cannot be used."),
    ],
)
def test_a_refusal_is_in_the_readers_language(client: Client, query: str, korean: str, english: str) -> None:
    for language, sentence in (("ko", korean), ("en", english)):
        answer = client.get(f"/api/v1/indicators?{query}", headers={"Accept-Language": language})

        assert answer.json()["errors"][0]["detail"].startswith(sentence)


def test_the_index_names_every_address(client: Client) -> None:
    found = client.get("/api/v1/").json()["data"]

    assert [one["name"] for one in found] == ["cycles", *map(names, [*DATA_SETS, *CASE_SETS])]
    assert [one["address"] for one in found if client.get(one["address"]).status_code != 200] == []


def test_cycles_say_their_books(client: Client) -> None:
    (cycle,) = client.get("/api/v1/cycles").json()["data"]

    assert cycle["year"] == 2024
    assert cycle["title"] == "2024년 지방시대 시행계획"
    assert cycle["digest"] == Publication.objects.get().digest


def test_an_answer_costs_three_queries(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(3):
        client.get("/api/v1/indicators?institution=seoul&q=GRDP")


def test_what_a_reader_has_already_is_not_sent_again(client: Client, django_assert_num_queries: Any) -> None:
    first = client.get("/api/v1/plans?kind=provincial")

    with django_assert_num_queries(1):
        second = client.get("/api/v1/plans?kind=provincial", headers={"If-None-Match": first["ETag"]})

    assert second.status_code == 304
    assert second.content == b""
    assert second["ETag"] == first["ETag"]
    assert "max-age" in first["Cache-Control"]


def test_other_questions_and_other_data_have_other_tags(client: Client) -> None:
    addresses = ["/api/v1/plans", "/api/v1/plans?limit=7", "/api/v1/plans?kind=sectoral", "/api/v1/cycles"]
    before = [client.get(address)["ETag"] for address in addresses]

    Publication.objects.update(mark="0" * 64)

    assert len({*before, *(client.get(address)["ETag"] for address in addresses)}) == 8


def test_the_next_page_is_linked_in_the_header_too(client: Client) -> None:
    answer = client.get("/api/v1/plans?limit=30")

    assert answer["Link"] == f'<{answer.json()["next"]}>; rel="next"'
    assert "Link" not in client.get(answer.json()["next"])


def test_a_cursor_of_other_data_is_refused(client: Client) -> None:
    following = client.get("/api/v1/plans?limit=2").json()["next"]

    Publication.objects.update(mark="0" * 64)

    answer = client.get(following)
    assert answer.status_code == 400
    assert "다시 시작" in answer.json()["detail"]


def test_a_cursor_of_another_question_is_refused(client: Client) -> None:
    cursor = client.get("/api/v1/plans?limit=2").json()["next"].partition("cursor=")[2]

    assert client.get(f"/api/v1/plans?kind=sectoral&cursor={cursor}").status_code == 400


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("limit=0", "limit"),
        ("limit=501", "limit"),
        ("limit=x", "limit"),
        ("year=x", "year"),
        ("year=99999999999999999999", "year"),
        ("kind=x", "kind"),
        ("sort=x", "sort"),
        ("q=%00", "q"),
        ("colour=red", "colour"),
        ("target_min=nan", "target_min"),
        ("target_min=1e99999", "target_min"),
    ],
)
def test_a_wrong_parameter_is_named(client: Client, query: str, parameter: str) -> None:
    answer = client.get(f"/api/v1/indicators?{query}")

    assert answer.status_code == answer.json()["status"] == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["errors"][0]["parameter"] == parameter
    assert parameter in answer.json()["detail"]


@pytest.mark.parametrize("cursor", ["x", "e30", "W10", "WzFd", "bnVsbA", "WyJ4IiwxLDIsM10"])
def test_a_made_up_cursor_is_refused(client: Client, cursor: str) -> None:
    answer = client.get(f"/api/v1/plans?cursor={cursor}")

    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("address", ["/api/v1", "/api/v1/nothing", "/api/v2/plans", "/api/v1/plans/"])
def test_what_is_not_there_is_a_problem(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    answer = getattr(client, method)("/api/v1/plans")

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"
    assert answer["Content-Type"] == "application/problem+json"


def test_a_fault_of_the_server_is_a_problem_and_is_logged(client: Client, caplog: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE plans_publishedplan RENAME COLUMN full_name TO gone")

    answer = client.get("/api/v1/plans")

    assert answer.status_code == 500
    assert answer["Content-Type"] == "application/problem+json"
    assert "the API failed" in caplog.text


def test_other_sites_may_read(client: Client) -> None:
    asked = client.options("/api/v1/plans")
    read = client.get("/api/v1/plans", headers={"Origin": "https://example.org"})

    assert asked.status_code == 204
    assert "GET" in asked["Access-Control-Allow-Methods"]
    assert read["Access-Control-Allow-Origin"] == "*"


def test_head_gives_the_headers_alone(client: Client) -> None:
    whole, head = client.get("/api/v1/plans"), client.head("/api/v1/plans")

    assert head.content == b""
    assert head["ETag"] == whole["ETag"]
    assert head["Content-Length"] == str(len(whole.content))


def test_only_public_fields_are_given() -> None:
    withheld = [
        f"{data_set.name}.{column.name}"
        for data_set in DATA_SETS
        for column in data_set.columns
        for field in data_set.fields(column)
        if field.name not in field.model.Publishing.public  # type: ignore[attr-defined]
    ]

    assert withheld == []
