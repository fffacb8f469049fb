from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from goru.book.model import PlanBook
from goru.core.audit.models import OfficialAct
from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.domain.publication import actions as publishing
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.importing.vocabulary import Part
from goru.pipelines.issuing import actions, queries
from goru.pipelines.issuing.formats.files import write_data

pytestmark = pytest.mark.web
AT = datetime(2025, 4, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def empty_place(settings: Any, tmp_path: Path) -> None:
    settings.ISSUES = tmp_path


def find_nothing(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the checks find nothing from now on: what readers are answered with is another."""
    monkeypatch.setattr(publishing, "check", lambda _book, **_by: [])
    publishing.check_again(publication=publication, by=system_person(), at=AT)


def test_an_issue_is_made_once_and_read_by_its_name(adopted: Publication) -> None:
    assert queries.downloads(adopted) == {}

    folder = actions.issue(cycle=adopted.cycle)
    made = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    again = actions.issue(cycle=adopted.cycle)

    assert folder == again == queries.issue_folder(adopted)
    assert folder.name.startswith(adopted.mark[:12])
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == made
    assert {"budget-lines.csv", "datapackage.json", "plan.json"} <= set(queries.downloads(adopted))
    assert queries.pictures(adopted, ["shares-by-strategy"])


def test_an_issue_takes_the_place_of_those_before_it(
    adopted: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = actions.issue(cycle=adopted.cycle)
    find_nothing(adopted, monkeypatch)

    folder = actions.issue(cycle=adopted.cycle)

    assert folder != before
    assert list(folder.parent.iterdir()) == [folder]


def test_what_a_killed_run_left_half_made_goes(adopted: Publication) -> None:
    shelf = queries.issue_folder(adopted).parent
    (shelf / ".draft-killed" / "pictures").mkdir(parents=True)

    folder = actions.issue(cycle=adopted.cycle)

    assert list(shelf.iterdir()) == [folder]


def test_until_the_new_issue_is_made_the_last_one_is_served(
    adopted: Publication, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.issue(cycle=adopted.cycle)
    find_nothing(adopted, monkeypatch)

    assert queries.is_in_the_making(2025, adopted.mark)
    assert queries.pictures(adopted, ["shares-by-strategy"])

    actions.issue(cycle=adopted.cycle)

    assert not queries.is_in_the_making(2025, adopted.mark)


def test_the_issue_of_an_earlier_program_is_served_until_there_is_one_of_this(
    adopted: Publication,
) -> None:
    folder = actions.issue(cycle=adopted.cycle)
    mark, form = folder.name.partition("-")[0], folder.name.rpartition("-")[2]
    folder.rename(folder.with_name(f"{mark}-0.0.1-{form}"))

    assert queries.issued(adopted.cycle) == adopted
    assert {"plan.json"} <= set(queries.downloads(adopted))
    assert queries.pictures(adopted, ["shares-by-strategy"])


def test_an_issue_that_fails_leaves_nothing(adopted: Publication, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(actions, "write_data", full)

    with pytest.raises(OSError, match="no space"):
        actions.issue(cycle=adopted.cycle)

    assert list(queries.issue_folder(adopted).parent.iterdir()) == []


def test_the_data_of_an_earlier_publication_are_those_that_it_had(
    adopted: Publication, small_book: PlanBook, tmp_path: Path
) -> None:
    write_data(adopted, tmp_path)
    then = files_in(tmp_path / "data")
    renamed = small_book.plans[0].model_copy(update={"full_name": "다른 이름"})
    book = small_book.model_copy(update={"plans": [renamed, *small_book.plans[1:]], "title": "다른 제목"})
    adopt_book(book=book, name="b.json", by=system_person(), at=AT, accepted=list(Part))

    folder = actions.issue_again(publication=adopted)

    assert files_in(folder / "data") == then
    assert plans.published(adopted.cycle).title == "다른 제목"
    assert plans.published(adopted.cycle).number == adopted.number + 1
    assert OfficialAct.objects.filter(act="publication.published").count() == adopted.number + 1


def files_in(folder: Path) -> dict[str, bytes]:
    """Everything but the workbooks and archives, which say when they were packed."""
    return {
        file.name: file.read_bytes()
        for file in folder.iterdir()
        if file.suffix in (".csv", ".json", ".parquet")
    }
