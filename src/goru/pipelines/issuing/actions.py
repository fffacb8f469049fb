from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from goru.core.audit.actions import deed
from goru.domain.institutions.actions import system_person
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Cycle, Publication
from goru.domain.publication import actions as publishing
from goru.pipelines.issuing.formats.files import write_data
from goru.pipelines.issuing.formats.table import Table, tables_of
from goru.pipelines.issuing.pictures.drawing import write_pictures
from goru.pipelines.issuing.queries import earlier_folder, issue_folder

_DRAFT = ".draft-"


class Outdated(Exception):
    """While files were made another plan was published: they may be of both, and are thrown away."""


def issue(*, cycle: Cycle) -> Path:
    """Make the issue of what a cycle's plans say now; nothing is done where it is there already.

    It is written beside its place and moved there whole: a reader sees all of it or nothing. Those before it go, and
    so does what a killed run left half made.
    """
    shelf = issue_folder(plans.published(cycle)).parent
    shelf.mkdir(parents=True, exist_ok=True)
    with _alone(shelf):
        publication = plans.published(cycle)  # only now: another may have been published while others issued
        folder = issue_folder(publication)
        for half_made in folder.parent.glob(f"{_DRAFT}*"):
            shutil.rmtree(half_made, ignore_errors=True)
        if not folder.exists():
            _make(publication, folder)
        for earlier in folder.parent.glob("[!.]*"):
            if earlier != folder:
                shutil.rmtree(earlier, ignore_errors=True)
    return folder


@contextmanager
def _alone(shelf: Path) -> Iterator[None]:
    """Nobody else issues this year meanwhile; the lock goes with the process, however that ends."""
    lock = os.open(shelf, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def issue_again(*, publication: Publication) -> Path:
    """Make the data of an earlier publication again, as they were; they go with the next issue of the year.

    Its editions are published for as long as it takes to read their rows, in a transaction that is undone: so its files
    are made by the same code and of the same rows as those of any other.
    """
    folder = earlier_folder(publication)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder.parent):
        if not folder.exists():
            tables = _tables_of_earlier(publication)
            with _written_whole(folder) as draft:
                write_data(publication, draft, tables)
    return folder


def _tables_of_earlier(publication: Publication) -> list[Table]:
    found = list[Table]()
    with suppress(_Undone):
        _publish_for_a_moment(publication, found)
    return found


class _Undone(Exception):
    """What was done was done to look at it."""


@deed
def _publish_for_a_moment(publication: Publication, found: list[Table]) -> None:
    publishing.publish(
        cycle=publication.cycle,
        editions=plans.editions_of(publication),
        by=system_person(),
        at=publication.at,
    )
    found += tables_of(publication.cycle)
    raise _Undone


def _make(publication: Publication, folder: Path) -> None:
    with _written_whole(folder) as draft:
        write_pictures(publication, draft)
        write_data(publication, draft)
        if plans.published(publication.cycle).mark != publication.mark:
            raise Outdated


@contextmanager
def _written_whole(folder: Path) -> Iterator[Path]:
    """A folder to write in that takes its place when all is written, and is gone where something went wrong."""
    draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=folder.parent))
    try:
        yield draft
        draft.chmod(0o755)
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
