"""The downloads of an issue: every data set in every format, the package of them, the plan as one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from goru.book.model import PlanBook
from goru.book.writing import package as book
from goru.domain.plans.models import Document
from goru.pipelines.issuing.formats import package, sdmx, stratml
from goru.pipelines.issuing.formats.columnar import as_parquet
from goru.pipelines.issuing.formats.delimited import as_csv
from goru.pipelines.issuing.formats.offers import FOLDER
from goru.pipelines.issuing.formats.records import as_json
from goru.pipelines.issuing.formats.table import Table, tables_of
from goru.pipelines.issuing.formats.workbook import as_xlsx


def write_data(document: Document, issue: Path) -> None:
    """Write all downloads of an adopted book into the folder of an issue."""
    folder = issue / FOLDER
    folder.mkdir()
    with override(settings.LANGUAGE_CODE):
        for name, content in _files(document):
            (folder / name).write_bytes(content)


def _files(document: Document) -> Iterator[tuple[str, bytes]]:
    tables = tables_of(document.cycle)
    for table in tables:
        yield f"{table.of.name}.json", as_json(table)
        yield (
            f"{table.of.name}.xlsx",
            as_xlsx(table, decided=document.decided_date, made_at=document.adopted_at),
        )
        yield f"{table.of.name}.parquet", as_parquet(table)
    yield from _package(document, tables)
    plans = stratml.plans(tables, title=document.title, year=document.cycle.year)
    yield "stratml.zip", package.as_zip(document, dict(plans))
    yield "indicators.sdmx.csv", sdmx.observations(tables)
    yield "indicators.sdmx.json", sdmx.structure(document, tables)
    plan = PlanBook.model_validate(document.content)
    yield "plan.json", book.as_json(book.without_prose(plan)).encode()


def _package(document: Document, tables: list[Table]) -> Iterator[tuple[str, bytes]]:
    files = {f"{table.of.name}.csv": as_csv(table) for table in tables}
    files["datapackage.json"] = package.descriptor(document, tables, files)
    yield from files.items()
    yield "datapackage.zip", package.as_zip(document, files)
