"""Pictures on pages: once issued they stand with their data; before, the tables stand alone."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.pipelines.issuing.actions import issue
from goru.pipelines.issuing.pictures.provinces import ShapeMissing

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture
def issues(tmp_path: Path, settings: Any) -> Path:
    settings.ISSUES = tmp_path / "issues"
    return tmp_path / "issues"


def test_before_issue_a_page_has_its_tables_alone(adopted: Publication, issues: Path, client: Client) -> None:
    page = client.get("/2025/").content.decode()

    assert "<figure" not in page
    assert "<table" in page


def test_an_issued_picture_has_a_title_words_and_its_data(
    adopted: Publication, issues: Path, client: Client
) -> None:
    issue(cycle=adopted.cycle)

    page = client.get("/2025/").content.decode()

    assert "<figcaption>2025년 전략별 비중, 부처와 시·도</figcaption>" in page
    assert "표로 보기" in page
    assert page.count('<div class="in-wide">') == page.count('<div class="in-narrow">') > 0
    assert " style=" not in page


def test_issuing_again_changes_nothing(adopted: Publication, issues: Path) -> None:
    folder = issue(cycle=adopted.cycle)
    before = sorted((file, file.stat().st_mtime_ns) for file in folder.rglob("*"))

    again = issue(cycle=adopted.cycle)

    assert again == folder
    assert sorted((file, file.stat().st_mtime_ns) for file in folder.rglob("*")) == before


def test_an_issue_that_fails_leaves_nothing_behind(adopted: Publication, issues: Path, settings: Any) -> None:
    settings.MAP_FILE = issues.parent / "map.json"
    settings.MAP_FILE.write_text('{"viewBox": "0 0 1 1", "locations": []}')

    with pytest.raises(ShapeMissing):
        issue(cycle=adopted.cycle)

    assert list((issues / "2025").iterdir()) == []


def test_the_command_issues_every_year(adopted: Publication, issues: Path, capsys: Any) -> None:
    call_command("issue")

    assert "2025" in capsys.readouterr().out
    assert plans.latest_cycle().year == 2025
    assert (issues / "2025").is_dir()
