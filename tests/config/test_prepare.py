from pathlib import Path
from typing import Any

import pytest

from goru.config.prepare import bring_up_to_date, keep_issues_of_before
from goru.domain.plans.models import ActionTask, Projection, Publication, PublishedPlan


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


@pytest.mark.web
def test_rows_that_are_not_of_what_is_published_are_there_before_anything_is_served(
    adopted: Publication,
) -> None:
    tasks = ActionTask.objects.count()
    PublishedPlan.objects.all().delete()
    ActionTask.objects.all().delete()
    Projection.objects.all().delete()

    bring_up_to_date()

    assert ActionTask.objects.count() == tasks > 0
    assert Projection.objects.get().publication == adopted
    kinds = {plan.kind for plan in PublishedPlan.objects.filter(duty__isnull=False)}
    assert kinds == {"provincial", "megaregional", "sectoral"}


@pytest.mark.web
def test_rows_that_are_of_what_is_published_are_left_alone(adopted: Publication) -> None:
    ActionTask.objects.all().delete()

    bring_up_to_date()

    assert not ActionTask.objects.exists()
