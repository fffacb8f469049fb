"""The reference of the API, on its page and in docs/: examples that run, and nothing left out."""

import re

import pytest
from django.test import Client
from tests.conftest import ROOT

from goru.api.markdown import reference
from goru.api.reference import EXAMPLES, addresses, deeds

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]

FILE = (ROOT / "docs" / "reference" / "api.md").read_text(encoding="utf-8")


def test_the_file_is_as_printed_from_the_code() -> None:
    assert reference() == FILE


@pytest.mark.parametrize("address", re.findall(r"curl 'http://localhost:8000([^']+)'", FILE))
def test_an_example_of_the_file_gives_rows(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert len(answer.json()["data"]) > 0


def test_the_page_has_every_example_and_address(client: Client) -> None:
    page = client.get("/api/docs").content.decode()

    assert [one.encoded for one in EXAMPLES if one.encoded.replace("&", "&amp;") not in page] == []
    assert [one.address for one in addresses() if f'href="{one.address}"' not in page] == []
    assert [one.address for one in deeds() if f"<code>{one.method} {one.address}</code>" not in page] == []
    assert len(deeds()) == 4


def test_the_page_runs_no_script_and_says_english_where_asked(client: Client) -> None:
    page = client.get("/api/docs", headers={"Accept-Language": "en"}).content.decode()

    assert "<script" not in page
    assert " style=" not in page
    assert "The indicators of Seoul" in page
