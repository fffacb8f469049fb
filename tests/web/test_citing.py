"""How pages are cited: title, book, edition, day of the data, place, address; also as BibTeX."""

import html
import re
from urllib.parse import unquote

import pytest
from django.test import Client

from goru.domain.plans import queries as plans

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def cited(client: Client, address: str, **headers: str) -> tuple[str, str]:
    """The words and the BibTeX that a page asks to be cited by."""
    page = client.get(address, headers=headers).content.decode()
    block = page.partition('<details class="cite">')[2].partition("</details>")[0]
    words = re.search(r"<p>(.*?)</p>", block)
    bibtex = re.search(r'href="data:application/x-bibtex;charset=utf-8,([^"]*)" download="[\w.-]+"', block)
    assert words, address
    assert bibtex, address
    return html.unescape(words[1]), unquote(bibtex[1])


@pytest.mark.usefixtures("adopted_2024")
@pytest.mark.parametrize(
    ("address", "title", "place"),
    [
        ("/2024/", "2024년 지방시대 시행계획", ""),
        ("/2024/institutions/seoul/", "서울특별시 시·도 시행계획", "텍스트본 "),
        ("/2024/institutions/molit/", "국토교통부", ""),
        ("/2024/strategies/2/", "Ⅱ 인재를 기르는", ""),
        ("/2024/core-tasks/2-1/", "Ⅱ-1 ", "텍스트본 "),
        ("/2024/action-tasks/1-1-1/", "Ⅰ-1-(1) ", "텍스트본 "),
        ("/2024/focus-tasks/zones/1/", "기회발전특구", "텍스트본 "),
        ("/2024/timeline/", "중점 이행과제의 일정", ""),
        ("/2024/indicators/", "성과지표", ""),
        ("/data/2024/", "자료", ""),
    ],
)
def test_a_page_of_facts_says_how_it_is_cited(client: Client, address: str, title: str, place: str) -> None:
    number = plans.published(plans.cycle_of(2024)).number

    words, bibtex = cited(client, address)

    assert words.startswith(title)
    assert "2024년 지방시대 시행계획" in words
    assert f"자료 기준일 2024-04-04. 판 2024-{number}. {place}" in words
    assert f"http://testserver{address} (" in words
    assert f"  url = {{http://testserver{address}}},\n" in bibtex
    assert "  year = {2024},\n" in bibtex
    assert bibtex.startswith(f"@misc{{goru-2024-{number},\n")


@pytest.mark.usefixtures("adopted_2024")
def test_what_chooses_a_page_belongs_to_its_address(client: Client) -> None:
    page = client.get("/2024/indicators/").content.decode()
    address = html.unescape(re.findall(r'href="(/2024/indicators/compare/\?name=[^"]*)"', page)[0])
    address = address.replace("%20", "+")

    words, bibtex = cited(client, f"{address}&order=largest")

    assert "order=" not in words
    assert f"http://testserver{address} (" in words
    assert f"url = {{http://testserver{address}}}" in bibtex


@pytest.mark.usefixtures("adopted")
def test_a_book_without_its_day_is_cited_without_it(client: Client) -> None:
    words, bibtex = cited(client, "/2025/institutions/sejong/")

    assert "기준일" not in words
    assert "판 2025-" in words
    assert "  year = {2025},\n" in bibtex


@pytest.mark.usefixtures("adopted_2024")
def test_it_is_said_in_english_too(client: Client) -> None:
    words, _bibtex = cited(client, "/2024/institutions/seoul/", **{"Accept-Language": "en"})

    assert "reference date 2024-04-04" in words
    assert "text form, lines " in words
