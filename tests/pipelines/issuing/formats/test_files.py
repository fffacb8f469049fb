import csv
import json
from pathlib import Path

import pytest
from django.utils.translation import override
from pyarrow import parquet

from goru.book.model import PlanBook
from goru.book.writing.package import without_prose
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication, Statement
from goru.pipelines.issuing.datasets import DATA_SETS
from goru.pipelines.issuing.formats.files import write_data
from goru.pipelines.issuing.formats.records import plain

pytestmark = pytest.mark.web


@pytest.mark.usefixtures("plan_2024")
def test_every_set_says_the_same_in_every_format(tmp_path: Path) -> None:
    write_data(plans.published(plans.cycle_of(2024)), tmp_path)

    folder = tmp_path / "data"
    for one in DATA_SETS:
        objects = json.loads((folder / f"{one.name}.json").read_bytes())
        with (folder / f"{one.name}.csv").open(encoding="utf-8-sig", newline="") as file:
            lines = list(csv.DictReader(file))
        typed = parquet.read_table(folder / f"{one.name}.parquet").to_pylist()
        assert objects, one.name
        assert [{name: plain(value) for name, value in row.items()} for row in typed] == objects, one.name
        assert [set(line) for line in lines] == [set(found) for found in objects], one.name
        assert [[value != "" for value in line.values()] for line in lines] == [
            [value is not None for value in found.values()] for found in objects
        ], one.name
        assert (folder / f"{one.name}.xlsx").stat().st_size > 5000


def test_downloads_hold_no_prose(adopted: Publication, tmp_path: Path) -> None:
    write_data(adopted, tmp_path)

    plan = PlanBook.model_validate_json((tmp_path / "data" / "plan.json").read_bytes())
    prose = Statement.objects.filter(cycle=adopted.cycle, kind__in=["aim", "performance"])
    said = "\n".join(file.read_text(encoding="utf-8") for file in (tmp_path / "data").glob("*.csv"))

    assert plan == without_prose(plan)
    assert prose.exists()
    assert [one.text for one in prose if one.text in said] == []


def test_the_same_book_gives_the_same_bytes_whoever_asks(adopted: Publication, tmp_path: Path) -> None:
    for language in ("ko", "en"):
        (tmp_path / language).mkdir()
        with override(language):
            write_data(adopted, tmp_path / language)

    korean, english = (
        {file.name: file.read_bytes() for file in (tmp_path / one / "data").iterdir()} for one in ("ko", "en")
    )

    assert korean == english
