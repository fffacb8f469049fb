from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db.models import QuerySet

from goru.domain.plans.models import Publication, Statement
from goru.domain.plans.vocabulary import StatementKind

Statements = Mapping[StatementKind, Sequence[Statement]]


_PROSE = (StatementKind.AIM, StatementKind.PERFORMANCE)


def has_prose(publication: Publication) -> bool:
    """Whether a plan was published with its sentences (추진방향, 성과관리계획) and not its facts and figures alone."""
    return Statement.objects.filter(cycle=publication.cycle_id, kind__in=_PROSE).exists()


def by_kind(statements: QuerySet[Statement]) -> Statements:
    kinds: dict[StatementKind, list[Statement]] = {}
    for statement in statements:
        kinds.setdefault(StatementKind(statement.kind), []).append(statement)
    return kinds
