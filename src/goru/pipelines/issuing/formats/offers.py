"""What an issue offers: its data sets, each with the files it can be taken away as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from goru.domain.plans.models import Publication
from goru.pipelines.issuing.datasets import DATA_SETS
from goru.pipelines.issuing.datasets.definition import DataSet
from goru.pipelines.issuing.formats.wholes import WHOLES, Whole

FOLDER = "data"
"""Where in an issue its downloads are."""
FORMATS = ("csv", "xlsx", "json", "parquet")
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
    "zip": "application/zip",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file of an issue: its name, its format, its size in bytes."""

    file: str
    format: str
    size: int

    @property
    def media_type(self) -> str:
        """Its type as IANA registers it."""
        return MEDIA_TYPES[self.format]


@dataclass(frozen=True, slots=True)
class Offer:
    """The issue of one adopted book: each data set, and each file of several, with its downloads."""

    publication: Publication
    sets: tuple[tuple[DataSet, tuple[Download, ...]], ...]
    wholes: tuple[tuple[Whole, Download], ...]


def offer_of(publication: Publication, files: Mapping[str, Path]) -> Offer:
    """What the files of an issue, by name, offer; nothing where there are none."""
    found = {
        name: Download(name, file.suffix.removeprefix("."), file.stat().st_size)
        for name, file in files.items()
    }
    sets = ((one, [f"{one.name}.{form}" for form in FORMATS]) for one in DATA_SETS)
    return Offer(
        publication,
        tuple(
            (one, tuple(found[name] for name in names)) for one, names in sets if found.keys() >= set(names)
        ),
        tuple((whole, found[whole.file]) for whole in WHOLES if whole.file in found),
    )
