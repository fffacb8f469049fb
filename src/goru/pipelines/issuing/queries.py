from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from goru.domain.plans.models import Cycle, Document
from goru.pipelines.issuing.formats.offers import FOLDER, Offer, offer_of
from goru.pipelines.issuing.pictures.kept import FORM, read_card, read_pictures
from goru.pipelines.issuing.pictures.picture import Picture

_PROGRAM = version("goru")
"""Asked once: every page looks for its issue, and the answer is read from a file."""


def issue_folder(document: Document) -> Path:
    """Where the issue of an adopted book is, or will be."""
    return _folder(document.cycle.year, document.mark)


def _folder(year: int, mark: str) -> Path:
    folder: Path = settings.ISSUES / str(year) / f"{mark[:12]}-{_PROGRAM}-{FORM}"
    return folder


def issued(cycle: Cycle) -> Document | None:
    """The latest adopted book of a cycle whose issue is made: an earlier one while the new one is in the making."""
    adopted = cycle.documents.defer("content").select_related("cycle").order_by("-adopted_at", "-pk")
    return next((document for document in adopted if _made(document)), None)


def is_in_the_making(year: int, mark: str) -> bool:
    """Whether the issue of a year's book is not made yet by this version of the program."""
    return not _folder(year, mark).exists()


def pictures(document: Document, names: Sequence[str]) -> dict[str, Picture]:
    """The pictures of an issue by name, without those it has not.

    Before it is issued those of the issue before it, none where there is none.
    """
    folder = _made(document) or _latest(document.cycle.year, "*")
    return read_pictures(folder, names) if folder else {}


def _made(document: Document) -> Path | None:
    """The folder of a book's issue; that of an earlier version of the program until there is one of this."""
    exact = issue_folder(document)
    return exact if exact.exists() else _latest(document.cycle.year, document.mark[:12])


def _latest(year: int, mark: str) -> Path | None:
    """The latest issue of a year with this mark, in the form in which pictures are kept now."""
    folder: Path = settings.ISSUES / str(year)
    return max(folder.glob(f"{mark}-*-{FORM}"), key=lambda one: one.stat().st_mtime, default=None)


def card(document: Document) -> bytes | None:
    """The card of an issue for sharing, as PNG, in the language that is active."""
    return read_card(issue_folder(document))


def downloads(document: Document) -> dict[str, Path]:
    """The files of an issue that can be taken away, by name; none before it is issued."""
    made = _made(document)
    folder = made / FOLDER if made else Path()
    return {file.name: file for file in sorted(folder.iterdir())} if made else {}


def offer(document: Document) -> Offer:
    """What the issue of a book offers; nothing before it is issued."""
    return offer_of(document, downloads(document))
