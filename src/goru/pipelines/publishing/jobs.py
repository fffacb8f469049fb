"""Jobs of the queue after a book is adopted: whatever is made of it is made here, one thing after the other."""

from __future__ import annotations

from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from goru.domain.plans import queries as plans
from goru.pipelines.importing import actions as importing
from goru.pipelines.publishing.actions import publish
from goru.pipelines.searching.actions import index_cycle


@app.task
def publish_cycle(*, year: int, import_id: int, version: int) -> None:
    """Make what readers find and take of the plan of a year; the import it came from says how that ended."""
    try:
        index_cycle(cycle=plans.cycle_of(year))
        publish(cycle=plans.cycle_of(year))
    except Exception:
        reason = _("채택은 되었으나 검색 색인, 그림, 내려받기 파일을 만들지 못했습니다. 다시 시도하세요.")
        importing.fail_import(import_id=import_id, version=version, reason=reason)
        raise
    importing.finish_publication(import_id=import_id, version=version)
