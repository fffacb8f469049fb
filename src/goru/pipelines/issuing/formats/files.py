"""The downloads of an issue: every data set in every format, the package of them, the plan as one file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation import override

from goru.book.writing import package as book
from goru.domain.plans.models import Publication
from goru.domain.plans.queries.compositions import book_of
from goru.pipelines.issuing.formats import package, sdmx, stratml
from goru.pipelines.issuing.formats.columnar import as_parquet
from goru.pipelines.issuing.formats.delimited import as_csv
from goru.pipelines.issuing.formats.offers import FOLDER
from goru.pipelines.issuing.formats.records import as_json
from goru.pipelines.issuing.formats.table import Table, tables_of
from goru.pipelines.issuing.formats.workbook import as_xlsx


def write_data(publication: Publication, issue: Path, tables: list[Table] | None = None) -> None:
    """Write all downloads of a publication into the folder of an issue; its data sets are read where none are given."""
    folder = issue / FOLDER
    folder.mkdir()
    with override(settings.LANGUAGE_CODE):
        for name, content in _files(publication, tables or tables_of(publication.cycle)):
            (folder / name).write_bytes(content)


def _files(publication: Publication, tables: list[Table]) -> Iterator[tuple[str, bytes]]:
    for table in tables:
        yield f"{table.of.name}.json", as_json(table)
        yield (
            f"{table.of.name}.xlsx",
            as_xlsx(table, decided=publication.decided_date, made_at=publication.at),
        )
        yield f"{table.of.name}.parquet", as_parquet(table)
    yield from _package(publication, tables)
    plans = stratml.plans(tables, title=publication.title, year=publication.cycle.year)
    yield "stratml.zip", package.as_zip(publication, dict(plans))
    yield "indicators.sdmx.csv", sdmx.observations(tables)
    yield "indicators.sdmx.json", sdmx.structure(publication, tables)
    yield "plan.json", book.as_json(book.without_prose(book_of(publication))).encode()


def _package(publication: Publication, tables: list[Table]) -> Iterator[tuple[str, bytes]]:
    files = {f"{table.of.name}.csv": as_csv(table) for table in tables}
    files["datapackage.json"] = package.descriptor(publication, tables, files)
    yield from files.items()
    yield "datapackage.zip", package.as_zip(publication, files)
