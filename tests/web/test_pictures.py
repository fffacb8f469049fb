"""Pictures on pages: once published they stand with their data; before, the tables stand alone."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from goru.domain.plans import queries as plans
from goru.domain.plans.models import Document
from goru.pipelines.publishing.actions import publish
from goru.pipelines.publishing.pictures.provinces import ShapeMissing

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture
def publications(tmp_path: Path, settings: Any) -> Path:
    settings.PUBLICATIONS = tmp_path / "publications"
    return tmp_path / "publications"


def test_before_publication_a_page_has_its_tables_alone(
    adopted: Document, publications: Path, client: Client
) -> None:
    page = client.get("/2025/").content.decode()

    assert "<figure" not in page
    assert "<table" in page


def test_a_published_picture_has_a_title_words_and_its_data(
    adopted: Document, publications: Path, client: Client
) -> None:
    publish(cycle=adopted.cycle)

    page = client.get("/2025/").content.decode()

    assert "<figcaption>2025년 전략별 비중, 부처와 시·도</figcaption>" in page
    assert "표로 보기" in page
    assert page.count('<div class="in-wide">') == page.count('<div class="in-narrow">') > 0
    assert " style=" not in page


def test_publishing_again_changes_nothing(adopted: Document, publications: Path) -> None:
    folder = publish(cycle=adopted.cycle)
    before = sorted((file, file.stat().st_mtime_ns) for file in folder.rglob("*"))

    again = publish(cycle=adopted.cycle)

    assert again == folder
    assert sorted((file, file.stat().st_mtime_ns) for file in folder.rglob("*")) == before


def test_a_publication_that_fails_leaves_nothing_behind(
    adopted: Document, publications: Path, settings: Any
) -> None:
    settings.MAP_FILE = publications.parent / "map.json"
    settings.MAP_FILE.write_text('{"viewBox": "0 0 1 1", "locations": []}')

    with pytest.raises(ShapeMissing):
        publish(cycle=adopted.cycle)

    assert list((publications / "2025").iterdir()) == []


def test_the_command_publishes_every_year(adopted: Document, publications: Path, capsys: Any) -> None:
    call_command("publish")

    assert "2025" in capsys.readouterr().out
    assert plans.latest_cycle().year == 2025
    assert (publications / "2025").is_dir()
