"""What a reader of a cycle can see, and what an edition's edits come to."""

from __future__ import annotations

import json
import re
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Model

from goru.book.items.editing import Change, Deed, changed
from goru.domain.plans.models import Edit, Edition, Finding, Publication
from goru.domain.plans.queries.compositions import book_of, value_class
from goru.pipelines.issuing.datasets import DATA_SETS

MARKER = re.compile(r"표식\d{4}")
"""A word that is nowhere but in what one edit wrote."""

_ROOMS = ("plans", "finance", "indicators", "searching")
_DRAFTS = (Edition, Edit)
"""The tables that hold drafts; in all others of the rooms no word of one may stand."""


def marker(number: int) -> str:
    return f"표식{number:04d}"


def markers_in(value: object) -> set[str]:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)
    return set(MARKER.findall(text))


def tables() -> list[type[Model]]:
    """All tables of the rooms of plans, but those of drafts and of what was found in them."""
    models = [
        model for room in _ROOMS for model in apps.get_app_config(room).get_models(include_auto_created=True)
    ]
    return [model for model in models if model not in (*_DRAFTS, Finding)]


def shown(publication: Publication) -> dict[str, set[str]]:
    """The marker words in everything that is made of a cycle for readers, by where they are."""
    found = {model._meta.db_table: markers_in(_words_of(model._meta.db_table)) for model in tables()}
    for data_set in DATA_SETS:
        found[f"data set {data_set.name}"] = markers_in(
            [list(row) for row in data_set.rows(publication.cycle)]
        )
    findings = Finding.objects.filter(publication__isnull=False)
    found["findings"] = markers_in(
        list(findings.values("subject", "message", "parameters", "expected", "found"))
    )
    found["book"] = markers_in(book_of(publication).model_dump_json())
    return found


def _words_of(table: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(string_agg(kept::text, ' '), '') FROM {table} AS kept")  # noqa: S608
        return str(cursor.fetchone()[0])


def in_publication(publication: Publication) -> set[str]:
    """The marker words of what is published."""
    return markers_in(list(publication.editions.values_list("content", flat=True)))


def replayed(edition: Edition) -> Any:
    """What an edition's edits make of what it began with."""
    content = edition.beginning
    for edit in edition.edits.order_by("number"):
        change = Change(Deed(edit.deed), edit.item_id, edit.field, edit.under_id, edit.seen, edit.new)
        content = changed(content, value_class(edition.plan), change)
    return content
