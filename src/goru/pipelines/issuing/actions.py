from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goru.domain.plans import queries as plans
from goru.domain.plans.models import Cycle, Publication
from goru.pipelines.issuing.formats.files import write_data
from goru.pipelines.issuing.pictures.drawing import write_pictures
from goru.pipelines.issuing.queries import issue_folder

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


def _make(publication: Publication, folder: Path) -> None:
    draft = Path(tempfile.mkdtemp(prefix=_DRAFT, dir=folder.parent))
    try:
        write_pictures(publication, draft)
        write_data(publication, draft)
        if plans.published(publication.cycle).mark != publication.mark:
            raise Outdated
        draft.chmod(0o755)
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
