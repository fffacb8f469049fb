from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from goru.domain.plans.models import Document
from goru.pipelines.publishing.datasets import DATA_SETS
from goru.pipelines.publishing.datasets.definition import DataSet
from goru.pipelines.publishing.formats.files import FOLDER
from goru.pipelines.publishing.formats.wholes import WHOLES, Whole
from goru.pipelines.publishing.pictures.files import read_pictures
from goru.pipelines.publishing.pictures.picture import Picture

FORMATS = ("csv", "xlsx", "json", "parquet")


@dataclass(frozen=True, slots=True)
class Download:
    """A file of a publication: its name, its format, its size in bytes."""

    file: str
    format: str
    size: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A data set and the files it can be taken away as."""

    of: DataSet
    files: tuple[Download, ...]


def publication_folder(document: Document) -> Path:
    """Where the publication of an adopted book is, or will be."""
    folder: Path = settings.PUBLICATIONS / str(document.cycle.year)
    return folder / f"{document.digest[:12]}-{version('goru')}"


def pictures(document: Document, names: Sequence[str]) -> dict[str, Picture]:
    """The pictures of a publication by name, without those it has not; none before it is published."""
    found = read_pictures(publication_folder(document))
    return {name: found[name] for name in names if name in found}


def downloads(document: Document) -> dict[str, Path]:
    """The files of a publication that can be taken away, by name; none before it is published."""
    folder = publication_folder(document) / FOLDER
    return {file.name: file for file in sorted(folder.iterdir())} if folder.exists() else {}


def offers(document: Document) -> list[Offer]:
    """The data sets of a publication with their files; none before it is published."""
    found = downloads(document)
    return [
        Offer(
            one,
            tuple(
                _download(found[f"{one.name}.{form}"]) for form in FORMATS if f"{one.name}.{form}" in found
            ),
        )
        for one in DATA_SETS
        if found
    ]


def wholes(document: Document) -> list[tuple[Whole, Download]]:
    """The files of a publication that hold more than one data set."""
    found = downloads(document)
    return [(whole, _download(found[whole.file])) for whole in WHOLES if whole.file in found]


def _download(file: Path) -> Download:
    return Download(file.name, file.suffix.removeprefix("."), file.stat().st_size)
