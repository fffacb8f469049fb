from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from goru.domain.plans import queries as plans
from goru.domain.plans.models import Cycle, Publication
from goru.pipelines.issuing.datasets import definitions
from goru.pipelines.issuing.formats.offers import FOLDER, Offer, offer_of
from goru.pipelines.issuing.pictures.kept import FORM, read_card, read_pictures
from goru.pipelines.issuing.pictures.picture import Picture

_PROGRAM = version("goru")
"""Asked once: every page looks for its issue, and the answer is read from a file."""


def mark_of_all() -> str:
    """The one mark of all that is public: what is published (with findings and the register), and what makes data of it.

    Entity tags and cursors hold while it holds.
    """
    marks = plans.publications_in_force().values_list("mark", flat=True)
    return "\n".join((_PROGRAM, definitions(), *marks))


def issue_folder(publication: Publication) -> Path:
    """Where the issue of an adopted book is, or will be."""
    return _folder(publication.cycle.year, publication.mark)


def _folder(year: int, mark: str) -> Path:
    folder: Path = settings.ISSUES / str(year) / f"{mark[:12]}-{_PROGRAM}-{definitions()}-{FORM}"
    return folder


def earlier_folder(publication: Publication) -> Path:
    """Where the data of a publication are, or will be, that are made again because somebody asked for them."""
    shelf: Path = settings.ISSUES / str(publication.cycle.year) / "earlier"
    return shelf / f"{publication.number}-{publication.digest[:12]}-{_PROGRAM}-{definitions()}"


def making_of_earlier(publication: Publication) -> dict[str, object]:
    """What the job that makes them is asked; another for each version of the program, which may do what one before could not."""
    year, form = publication.cycle.year, earlier_folder(publication).name
    return {"year": year, "number": publication.number, "form": form}


def issued(cycle: Cycle) -> Publication | None:
    """The latest publication of a cycle whose issue is made: an earlier one while the new one is in the making."""
    every = plans.publications_of(cycle).select_related("cycle", "document")
    return next((publication for publication in every if _made(publication)), None)


def is_in_the_making(year: int, mark: str) -> bool:
    """Whether the issue of a year's book is not made yet by this version of the program."""
    return not _folder(year, mark).exists()


def pictures(publication: Publication, names: Sequence[str]) -> dict[str, Picture]:
    """The pictures of an issue by name, without those it has not.

    Before it is issued those of the issue before it, none where there is none.
    """
    folder = _made(publication) or _latest(publication.cycle.year, "*")
    return read_pictures(folder, names) if folder else {}


def _made(publication: Publication) -> Path | None:
    """The folder of a book's issue; that of an earlier version of the program until there is one of this."""
    exact = issue_folder(publication)
    return exact if exact.exists() else _latest(publication.cycle.year, publication.mark[:12])


def _latest(year: int, mark: str) -> Path | None:
    """The latest issue of a year with this mark, in the form in which pictures are kept now."""
    folder: Path = settings.ISSUES / str(year)
    return max(folder.glob(f"{mark}-*-{FORM}"), key=lambda one: one.stat().st_mtime, default=None)


def card(publication: Publication) -> bytes | None:
    """The card of an issue for sharing, as PNG, in the language that is active."""
    return read_card(issue_folder(publication))


def downloads(publication: Publication) -> dict[str, Path]:
    """The files of an issue that can be taken away, by name; none before it is issued."""
    made = _made(publication)
    return _files_in(made) if made else {}


def earlier_downloads(publication: Publication) -> dict[str, Path]:
    """The files of an earlier publication by name; none until they are made again."""
    folder = earlier_folder(publication)
    return _files_in(folder) if folder.exists() else {}


def offer_of_earlier(publication: Publication) -> Offer:
    """What the data of an earlier publication offer; nothing until they are made again."""
    return offer_of(publication, earlier_downloads(publication))


def _files_in(issue: Path) -> dict[str, Path]:
    return {file.name: file for file in sorted((issue / FOLDER).iterdir())}


def offer(publication: Publication) -> Offer:
    """What the issue of a book offers; nothing before it is issued."""
    return offer_of(publication, downloads(publication))
