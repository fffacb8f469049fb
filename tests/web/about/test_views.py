from typing import Any

import pytest
from django.test import Client

from goru.domain.plans.models import Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_it_says_whose_figures_these_are_and_whom_to_ask(
    client: Client, adopted: Publication, settings: Any
) -> None:
    settings.CONTACT = "help@goru.example"

    page = client.get("/about/").content.decode()

    assert "2025년 지방시대 시행계획" in page
    assert "2025-04-04" in page
    assert "KWCAG" in page
    assert 'href="mailto:help@goru.example"' in page


def test_without_a_book_and_a_contact_it_says_the_rest(client: Client, db: None) -> None:
    page = client.get("/about/").content.decode()

    assert "CC BY 4.0" in page
    assert 'id="contact"' not in page


def test_every_page_says_who_publishes_what_and_since_when(
    client: Client, adopted: Publication, settings: Any
) -> None:
    settings.PUBLISHER = "시험 기관"

    foot = client.get("/2025/").content.decode().partition('<footer class="bottom">')[2]

    assert "시험 기관" in foot
    assert "2025-04-04" in foot
    assert 'href="/about/"' in foot
