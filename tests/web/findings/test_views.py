"""The page of findings and its tables: all of them, the same ones, and what was not checked."""

import csv
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from goru.domain.plans import queries as plans

pytestmark = [pytest.mark.web, pytest.mark.django_db]
CHOSEN = {"severity": "warning", "institution": "busan"}


def csv_of(client: Client, asked: dict[str, str]) -> list[dict[str, str]]:
    content = client.get("/2024/findings/findings.csv", asked).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


@pytest.mark.usefixtures("adopted_2024")
def test_the_page_says_which_checks_data_without_prose_were_spared(
    client: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_max_num_queries(15):
        page = client.get("/2024/findings/").content.decode()

    assert "점검 5가지는 이름과 항목에만 하고 서술 문장에는 하지 않았습니다." in page
    assert "(open-bracket)" in page


@pytest.mark.usefixtures("adopted")
def test_a_book_with_its_prose_was_checked_whole(client: Client) -> None:
    assert "하지 않았습니다" not in client.get("/2025/findings/").content.decode()


@pytest.mark.usefixtures("adopted_2024")
def test_all_can_be_shown_at_once_for_printing(client: Client) -> None:
    publication = plans.published(plans.cycle_of(2024))
    first = client.get("/2024/findings/").content.decode()
    whole = client.get("/2024/findings/", {"all": "1"}).content.decode()
    count = publication.findings.count()

    assert first.count('<li id="finding-') == 50
    assert f"전체 {count}건 가운데 1–50번째입니다." in first
    assert 'href="?all=1"' in first
    assert whole.count('<li id="finding-') == count
    assert "번째입니다" not in whole


@pytest.mark.usefixtures("adopted_2024")
@pytest.mark.parametrize("asked", [{}, CHOSEN, {"rule": "number-misprint"}, {"severity": "none"}])
def test_the_tables_hold_what_the_page_shows(client: Client, asked: dict[str, str]) -> None:
    page = client.get("/2024/findings/", {**asked, "all": "1"}).content.decode()
    rows = csv_of(client, asked)
    sheet = client.get("/2024/findings/findings.xlsx", asked)
    with zipfile.ZipFile(io.BytesIO(sheet.content)) as archive:
        cells, words = (
            archive.read(f"xl/{part}.xml").decode() for part in ("worksheets/sheet1", "sharedStrings")
        )

    assert len(rows) == cells.count("<row ") - 1 == page.count('<li id="finding-')
    assert "<t>심각도</t>" in words
    assert {row["rule"] for row in rows} == set(re.findall(r"\(([a-z-]+)\)</small>", page))


@pytest.mark.usefixtures("adopted_2024")
def test_the_page_leads_to_the_tables_of_what_was_chosen(client: Client) -> None:
    page = client.get("/2024/findings/", CHOSEN).content.decode()

    assert 'href="/2024/findings/findings.csv?severity=warning&amp;institution=busan&amp;"' in page
    assert 'href="/2024/findings/findings.xlsx?severity=warning&amp;institution=busan&amp;"' in page


@pytest.mark.usefixtures("adopted_2024")
def test_the_csv_is_one_that_excel_opens(client: Client) -> None:
    answer = client.get("/2024/findings/findings.csv")

    assert answer.content.startswith("\ufeff".encode())
    assert answer.headers["Content-Disposition"] == 'attachment; filename="2024-findings.csv"'


@pytest.mark.usefixtures("adopted_2024")
@pytest.mark.parametrize("address", ["/2024/findings/findings.pdf", "/2019/findings/findings.csv"])
def test_other_tables_are_not_there(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
