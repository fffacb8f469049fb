"""Jobs of the queue after a book is adopted: whatever is made of it is made here, one thing after the other."""

from __future__ import annotations

from django.core.management import call_command
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from goru.pipelines.importing import actions as importing


@app.task
def publish_cycle(*, year: int, import_id: int, version: int) -> None:
    """Make what readers find and take of the plan of a year; the import it came from says how that ended."""
    try:
        call_command("index_search")  # loaded when it is called, so that a worker that waits is light
        call_command("publish", year)
    except Exception:
        reason = _("채택은 되었으나 검색 색인, 그림, 내려받기 파일을 만들지 못했습니다. 다시 시도하세요.")
        importing.fail_import(import_id=import_id, version=version, reason=reason)
        raise
    importing.finish_publication(import_id=import_id, version=version)
