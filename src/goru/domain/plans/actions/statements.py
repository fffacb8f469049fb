from __future__ import annotations

from collections.abc import Iterable

from goru.book.model import Text
from goru.domain.plans.models import ActionTask, CoreTask, Document, FocusTask, Plan, Statement, printed_at
from goru.domain.plans.vocabulary import StatementKind


def write_statements(
    document: Document,
    kind: StatementKind,
    texts: Iterable[Text],
    **owner: Plan | CoreTask | ActionTask | FocusTask,
) -> None:
    """Replace the sentences of one kind of one owner (plan=, core_task=, action_task= or focus_task=)."""
    Statement.objects.filter(kind=kind, **owner).delete()
    Statement.objects.bulk_create(
        Statement(kind=kind, position=position, text=text.text, **owner, **printed_at(document, text.source))
        for position, text in enumerate(texts, start=1)
    )
