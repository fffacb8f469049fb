import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from goru.domain.plans import queries as plans
from goru.pipelines.issuing.formats.files import write_data
from goru.pipelines.issuing.queries import issue_folder

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]


@pytest.fixture
def issued(db: None, settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The downloads of 2024 without its pictures, made once for all tests here."""
    settings.ISSUES = tmp_path_factory.getbasetemp() / "downloads"
    document = plans.published(plans.cycle_of(2024))
    folder = issue_folder(document)
    if not folder.exists():
        folder.mkdir(parents=True)
        write_data(document, folder)


@pytest.mark.usefixtures("issued")
@pytest.mark.parametrize("address", ["/data/", "/data/2024/"])
def test_the_page_offers_every_set_in_four_formats(
    client: Client, django_assert_max_num_queries: Callable[[int], Any], address: str
) -> None:
    with django_assert_max_num_queries(15):
        answer = client.get(address)

    page = answer.content.decode()
    assert answer.status_code == 200
    for file in ("budget-lines.csv", "indicators.xlsx", "plans.json", "findings.parquet", "datapackage.zip"):
        assert f'href="/data/2024/{file}"' in page
    assert "원 단위 금액." in page
    assert "CC BY 4.0" in page
    assert page.count("<details id=") == 22


def test_before_issue_the_page_says_so(client: Client, settings: Any, tmp_path: Any) -> None:
    settings.ISSUES = tmp_path

    page = client.get("/data/").content.decode()

    assert "아직 만들어지지 않았습니다" in page
    assert client.get("/data/2024/plans.csv").status_code == 404


@pytest.mark.usefixtures("issued")
@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("plans.csv", "text/csv"),
        ("plans.json", "application/json"),
        ("plans.parquet", "application/vnd.apache.parquet"),
        ("plans.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("datapackage.zip", "application/zip"),
    ],
)
def test_a_download_is_kept_by_whoever_has_it(client: Client, file: str, kind: str) -> None:
    first = client.get(f"/data/2024/{file}")
    again = client.get(f"/data/2024/{file}", headers={"If-None-Match": first["ETag"]})

    assert (first.status_code, first["Content-Type"]) == (200, kind)
    assert first["Content-Disposition"] == f'attachment; filename="2024-{file}"'
    assert first["Cache-Control"] == "public, max-age=300"
    assert first["Access-Control-Allow-Origin"] == "*"
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("issued")
@pytest.mark.parametrize(
    "address",
    [
        "/data/2031/",
        "/data/2031/plans.csv",
        "/data/2024/nothing.csv",
        "/data/2024/..",
        "/data/2024/%2e%2e%2findex.json",
    ],
)
def test_what_is_not_offered_is_not_found(client: Client, address: str) -> None:
    assert client.get(address, headers={"If-None-Match": "*"}).status_code == 404


def test_downloads_are_for_reading(client: Client) -> None:
    assert client.post("/data/2024/plans.csv").status_code == 405


@pytest.mark.usefixtures("issued")
def test_the_page_and_the_catalogue_say_what_there_is_to_programs(
    client: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    page = client.get("/data/").content.decode()
    said = json.loads(page.partition('<script type="application/ld+json">')[2].partition("</script>")[0])
    with django_assert_max_num_queries(15):
        answer = client.get("/data/catalogue.jsonld")
    graph = {node["@id"]: node for node in json.loads(answer.content)["@graph"]}

    assert said["@type"] == "DataCatalog"
    assert answer["Content-Type"] == "application/ld+json"
    for distribution in graph["http://testserver/data/2024/#plans"]["dcat:distribution"]:
        assert client.get(distribution["dcat:downloadURL"]["@id"]).status_code == 200
