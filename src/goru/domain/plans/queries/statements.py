from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from goru.domain.plans.models import Statement
from goru.domain.plans.vocabulary import StatementKind

Statements = Mapping[StatementKind, Sequence[Statement]]


def by_kind(statements: QuerySet[Statement]) -> Statements:
    kinds: dict[StatementKind, list[Statement]] = {}
    for statement in statements:
        kinds.setdefault(StatementKind(statement.kind), []).append(statement)
    return kinds
