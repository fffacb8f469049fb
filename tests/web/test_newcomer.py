"""A newcomer follows every link from the first page on, and takes every download away."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from goru.domain.plans import queries as plans
from goru.pipelines.issuing.formats.files import write_data
from goru.pipelines.issuing.queries import issue_folder

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("adopted_2024")]


@pytest.fixture
def issued(
    settings: Any, tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> None:
    settings.ISSUES = tmp_path_factory.mktemp("issues")
    document = plans.published(plans.cycle_of(2024))
    folder = issue_folder(document)
    folder.mkdir(parents=True)
    write_data(document, folder)


def links_of(page: str) -> set[str]:
    """What a page links to on this host, each search once and the first page of lists alone."""
    found = {unescape(link).partition("#")[0] for link in re.findall(r'<a [^>]*?href="(/[^"]*)"', page)}
    return {link for link in found if link and not re.search(r"[?&]page=|^/search/\?", link)}


def test_every_link_from_the_first_page_on_leads_somewhere(client: Client, issued: None) -> None:
    waiting, seen, sizes = {"/"}, set[str](), dict[str, int]()
    wrong: list[tuple[str, object]] = []
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = client.get(address)
        body = answer.getvalue() if answer.streaming else answer.content
        sizes[address] = len(body)
        if answer.status_code not in {200, 302}:
            wrong.append((address, answer.status_code))
        if answer.headers["Content-Type"].startswith("text/html"):
            page = body.decode()
            if answer.status_code == 200 and ("<title>" not in page or "<h1>" not in page):
                wrong.append((address, "no title or heading"))
            waiting |= links_of(page) - seen

    assert wrong == []
    kinds = {re.sub(r"\d+", "0", re.sub(r"[?].*", "", address)) for address in seen}
    assert len(seen) > 250
    assert {
        "/0/timeline/",
        "/0/compare/",
        "/0/findings/",
        "/data/",
        "/api/docs",
        "/api/openapi.json",
    } <= kinds
    downloads = [address for address in seen if re.match(r"/data/\d+/.+", address)]
    assert len(downloads) > 4 * 22
    assert min(sizes[address] for address in downloads) > 0
