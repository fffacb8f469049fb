"""The year at a glance: what it says of the total, as the book says it and no more."""

import re

import pytest
from django.test import Client

from goru.domain.plans.models import Document, Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def bridge_of(page: str) -> str:
    part = page[page.index('id="bridge"') : page.index('id="by-strategy"')]
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", part)).replace("텍스트본 ", "")


@pytest.mark.usefixtures("adopted_2024")
def test_the_total_is_explained_as_far_as_the_book_explains_it(client: Client) -> None:
    page = client.get("/2024/").content.decode()

    said = bridge_of(page)
    assert "정합성 검토를 거쳐 총액을 냈다고 적었습니다. 6711–6712행" in said
    assert "국비 24.6조원 64–65행 24.6237조원 246,237억원 반올림 범위 안" in said
    assert "부처가 제출한 기준으로 집계 6713행" in said
    assert "42.2000–42.2500조원 742,014억원 31.9514–32.0014조원" in said
    assert said.count("비교할 수 없음") == 2
    assert "차이는 계획서가 설명하지 않음" in said


@pytest.mark.usefixtures("adopted_2024")
@pytest.mark.parametrize("language", ["ko", "en"])
def test_nothing_says_that_projects_were_counted_twice(client: Client, language: str) -> None:
    for address in ("/2024/", "/data/2024/"):
        page = client.get(address, headers={"Accept-Language": language}).content.decode()

        assert not re.search("겹친|겹쳐|중복|counted twice|overlap|double", page)


@pytest.mark.usefixtures("adopted")
def test_a_book_that_does_not_say_how_its_total_was_made_is_not_explained(client: Client) -> None:
    said = bridge_of(client.get("/2025/").content.decode())

    assert "계획서는 총액을 어떻게 냈는지 적지 않았습니다." in said
    assert "정합성" not in said


def test_of_a_book_kept_before_this_was_read_nothing_is_said_of_how_its_total_was_made(
    client: Client, adopted: Publication
) -> None:
    Document.objects.update(has_total_sources_read=False)

    said = bridge_of(client.get("/2025/").content.decode())

    assert "총액을 어떻게 냈는지 적지 않았습니다" not in said
    assert "설명하지 않" not in said
    assert "읽어 두지 않았습니다" in said
