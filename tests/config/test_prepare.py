from pathlib import Path
from typing import Any

import pytest

from goru.config.prepare import keep_issues_of_before


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Path:
    settings.HOME, settings.ISSUES = tmp_path, tmp_path / "issues"
    return tmp_path


def test_what_was_issued_under_the_name_of_before_is_served_on(home: Path) -> None:
    (home / "publications" / "2024").mkdir(parents=True)

    keep_issues_of_before()

    assert (home / "issues" / "2024").is_dir()
    assert not (home / "publications").exists()


def test_issues_of_now_are_left_alone(home: Path) -> None:
    (home / "publications" / "2024").mkdir(parents=True)
    (home / "issues" / "2025").mkdir(parents=True)

    keep_issues_of_before()

    assert [year.name for year in (home / "issues").iterdir()] == ["2025"]
