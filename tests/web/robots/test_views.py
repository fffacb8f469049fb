from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from lxml import etree

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def test_search_engines_are_told_what_to_leave_and_where_the_addresses_are(client: Client) -> None:
    answer = client.get("/robots.txt")

    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert lines[0] == "User-agent: *"
    assert {
        "Disallow: /search/",
        "Disallow: /imports/",
        "Sitemap: http://testserver/2024/sitemap.xml",
    } <= set(lines)


def test_every_address_that_search_engines_are_given_is_a_page(
    client: Client, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    with django_assert_max_num_queries(15):
        answer = client.get("/2024/sitemap.xml")

    found = [
        str(one.text).removeprefix("http://testserver") for one in etree.fromstring(answer.content).iter(LOC)
    ]
    assert answer["Content-Type"] == "application/xml"
    assert len(found) == len(set(found)) == 10 + 1 + 38 + 5 + 22 + 68 + 14
    assert {client.get(address).status_code for address in found[::6]} == {200}


def test_a_year_without_plans_has_no_addresses(client: Client) -> None:
    assert client.get("/2023/sitemap.xml").status_code == 404
