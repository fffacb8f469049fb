from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from goru.domain.plans import queries as plans
from goru.domain.plans.models import Cycle
from goru.pipelines.publishing.formats.files import write_data
from goru.pipelines.publishing.pictures.drawing import write_pictures
from goru.pipelines.publishing.queries import publication_folder


def publish(*, cycle: Cycle) -> Path:
    """Make the publication of what a cycle's plans say now; nothing is done where it is there already.

    It is written beside its place and moved there whole: a reader sees all of it or nothing. Those before it go.
    """
    document = plans.current_document(cycle)
    folder = publication_folder(document)
    if folder.exists():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=folder.parent))
    try:
        write_pictures(document, draft)
        write_data(document, draft)
        draft.chmod(0o755)
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    for earlier in folder.parent.glob("[!.]*"):
        if earlier != folder:
            shutil.rmtree(earlier, ignore_errors=True)
    return folder
