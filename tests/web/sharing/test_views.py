"""Cards and words that other sites show of a page."""

import re
from html import unescape
from pathlib import Path
from struct import unpack
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client

from goru.domain.plans.models import Publication
from goru.pipelines.issuing.actions import issue

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def said(client: Client, address: str, **headers: str) -> dict[str, str]:
    page = client.get(address, headers=headers).content.decode()
    found = re.findall(r'<meta (?:property|name)="([\w:]+)" content="([^"]*)">', page)
    return {name: unescape(content) for name, content in found}


def test_a_page_says_its_title_its_words_and_its_card_with_whole_addresses(
    client: Client, adopted: Publication
) -> None:
    korean = said(client, "/2025/institutions/sejong/?a=1")
    english = said(client, "/2025/findings/", accept_language="en")

    assert korean["og:title"] == "세종특별자치시 2025"
    assert korean["og:description"] == korean["description"] != ""
    assert korean["og:url"] == "http://testserver/2025/institutions/sejong/?a=1"
    assert korean["og:image"] == "http://testserver/2025/card.ko.png"
    assert korean["twitter:card"] == "summary_large_image"
    assert english["og:title"] == "2025 Findings"
    assert english["og:image"] == "http://testserver/2025/card.en.png"


def test_without_a_year_there_is_no_card(client: Client) -> None:
    assert "og:image" not in said(client, "/about/")


def test_the_card_of_an_issue_is_a_png_of_the_size_that_sites_ask_for(
    client: Client, adopted: Publication, settings: Any, tmp_path: Path
) -> None:
    settings.ISSUES = tmp_path
    before = client.get("/2025/card.ko.png")
    issue(cycle=adopted.cycle)
    korean, english = (client.get(f"/2025/card.{language}.png") for language in ("ko", "en"))

    assert before.status_code == 404
    assert korean.headers["Content-Type"] == "image/png"
    assert unpack(">II", korean.content[16:24]) == (1200, 630)
    assert korean.content != english.content
    assert (
        client.get("/2025/card.ko.png", headers={"if-none-match": korean.headers["ETag"]}).status_code == 304
    )
    assert client.get("/2025/card.fr.png").status_code == 404
    assert client.get("/2019/card.ko.png").status_code == 404


def test_what_a_title_says_cannot_become_markup() -> None:
    template = Template("{% load sharing %}{% title %}{{ name }} <b>{{ name }}</b>{% endtitle %}")

    drawn = template.render(Context({"name": '"><script>&'}))

    assert "<script" not in drawn
    assert drawn.count('content="') == 1
    assert '"&quot;&gt;&lt;script&gt;&amp; &quot;&gt;&lt;script&gt;&amp;"' in drawn
