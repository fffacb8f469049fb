"""A newcomer follows the links from the first page on, a few to each kind of page (`--soak`: all), and takes every
download away."""

import re
from collections import Counter
from html import unescape
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
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


SHARE = 8
"""Addresses of a kind that are followed: one view makes their pages."""


def kind_of(address: str) -> object:
    """The page that an address is of, and what is asked of it; each download and each address of none on its own."""
    split = urlsplit(address)
    try:
        page = resolve(split.path).view_name
    except Resolver404:
        return address
    return address if page == "web:download" else (page, tuple(name for name, _ in parse_qsl(split.query)))


def test_every_link_from_the_first_page_on_leads_somewhere(
    client: Client, issued: None, pytestconfig: pytest.Config
) -> None:
    of_a_kind, most = Counter[object](), None if pytestconfig.getoption("soak") else SHARE
    waiting, seen, sizes = {"/"}, set[str](), dict[str, int]()
    wrong: list[tuple[str, object]] = []
    while waiting:
        address = waiting.pop()
        seen.add(address)
        of_a_kind[kind_of(address)] += 1
        if most and of_a_kind[kind_of(address)] > most:
            continue
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
    assert len(sizes) > 200
    assert {
        "/0/timeline/",
        "/0/compare/",
        "/0/findings/",
        "/data/",
        "/api/docs",
        "/api/openapi.json",
    } <= kinds
    downloads = [address for address in sizes if re.match(r"/data/\d+/.+", address)]
    assert len(downloads) > 4 * 22
    assert min(sizes[address] for address in downloads) > 0
