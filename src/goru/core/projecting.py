"""Tables that are made of something else: brought to what they shall hold, touching only what differs.

Rows are told apart by a key and not by their primary keys, so that a row that stays keeps its own, and rows that refer
to it can be made before anything is written. All constraints between them are checked at the end of the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import connection, connections
from django.db.models import Model, Q

M = TypeVar("M", bound=Model)

_TAKEN_AS_THEY_ARE = frozenset(
    (
        *("AutoField", "BigAutoField", "BigIntegerField", "BooleanField", "CharField", "DateField"),
        *("DecimalField", "ForeignKey", "OneToOneField", "PositiveIntegerField", "PositiveSmallIntegerField"),
        *("TextField", "UUIDField"),
    )
)
"""Fields whose values the driver of PostgreSQL takes as Python has them."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How many rows of a table were added, changed and removed."""

    added: int
    changed: int
    removed: int

    @property
    def touched(self) -> int:
        """How many rows are not as they were."""
        return self.added + self.changed + self.removed


def keep(model: type[M], rows: Iterable[M], *, within: Q, key: Sequence[str]) -> tuple[list[M], Kept]:
    """Bring the rows of a table `within` a condition to `rows`, which get their primary keys; `key` tells them apart."""
    wanted = list(rows)
    columns = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    at = [columns.index(name) for name in key]
    there = {
        tuple(values[place] for place in at): (pk, values)
        for pk, *values in model._default_manager.filter(within).values_list("pk", *columns)
    }
    added, changed = [], []
    for row in wanted:
        values = [getattr(row, name) for name in columns]
        row.pk, before = there.pop(tuple(values[place] for place in at), (None, None))
        if row.pk is None:
            added.append(row)
        elif values != before:
            changed.append(row)
    if there:  # with all that refers to them: links, and rows that stand elsewhere now and are made there
        model._default_manager.filter(pk__in=[pk for pk, _ in there.values()]).delete()
    _change(model, changed)
    for row, pk in zip(added, _fresh_keys(model, len(added)), strict=True):
        row.pk = pk
    _copy(model, model._meta.db_table, added)
    return wanted, Kept(len(added), len(changed), len(there))


def add(model: type[M], rows: Sequence[M]) -> None:
    """Add rows that have their primary keys."""
    _copy(model, model._meta.db_table, rows)


def _column(model: type[Model]) -> str:
    return str(model._meta.pk.column)


def _fresh_keys(model: type[Model], count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [model._meta.db_table, _column(model), count],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _change(model: type[M], rows: Sequence[M]) -> None:
    """Change many rows at once: by way of a table that goes with the transaction."""
    if not rows:
        return
    quote, table = connection.ops.quote_name, model._meta.db_table
    draft = f"changed_{table}"
    columns = [quote(str(field.column)) for field in model._meta.concrete_fields if not field.primary_key]
    key = quote(_column(model))
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE {quote(draft)} (LIKE {quote(table)}) ON COMMIT DROP")
        _copy(model, draft, rows)
        sets = ", ".join(f"{column} = changed.{column}" for column in columns)
        cursor.execute(
            f"UPDATE {quote(table)} AS kept SET {sets} FROM {quote(draft)} AS changed WHERE kept.{key} = changed.{key}"  # noqa: S608
        )
        cursor.execute(f"DROP TABLE {quote(draft)}")


def _copy(model: type[M], table: str, rows: Sequence[M]) -> None:
    if not rows:
        return
    fields = model._meta.concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    with (
        connection.cursor() as cursor,
        connection.wrap_database_errors,
        cursor.cursor.copy(f"COPY {quote(table)} ({columns}) FROM STDIN") as copy,
    ):
        for values in _prepared(fields, rows):
            copy.write_row(values)


def _prepared(fields: Sequence[Any], rows: Sequence[Model]) -> Iterator[list[Any]]:
    """The values of rows as the driver takes them: most as they are, which is most of the time saved."""
    database = connections[connection.alias]
    names = [field.attname for field in fields]
    others = [
        (at, field) for at, field in enumerate(fields) if field.get_internal_type() not in _TAKEN_AS_THEY_ARE
    ]
    for row in rows:
        values = [getattr(row, name) for name in names]
        for at, field in others:
            values[at] = field.get_db_prep_save(values[at], database)
        yield values
