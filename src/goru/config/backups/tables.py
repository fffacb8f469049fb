"""The tables of the database as streams of bytes that are the same wherever their rows are the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from django.db import connection, transaction

from goru.config.backups.archive import Sequence, Table

_TABLES = """
SELECT c.relname, quote_ident(c.relname),
  (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname COLLATE "C") FROM pg_attribute a
   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),
  (SELECT string_agg(quote_ident(a.attname) || CASE a.attcollation WHEN 0 THEN '' ELSE ' COLLATE "C"' END, ', '
                     ORDER BY array_position(i.indkey::int2[], a.attnum))
   FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
   WHERE i.indrelid = c.oid AND i.indisprimary)
FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
  AND c.relname NOT IN ('django_migrations', 'django_session') ORDER BY c.relname COLLATE "C"
"""
_NEEDED_AT_ONCE = """
SELECT c.relname, r.relname
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
WHERE k.contype = 'f' AND NOT k.condeferrable AND c.oid <> r.oid AND c.relnamespace = current_schema()::regnamespace
"""
_SEQUENCES = """
SELECT relname, quote_ident(relname) FROM pg_class
WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace AND relname NOT LIKE 'django_migrations%'
ORDER BY relname COLLATE "C"
"""
_UNCHECKED = """
SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
WHERE contype = 'c' AND NOT convalidated AND connamespace = current_schema()::regnamespace ORDER BY oid
"""
_MADE = """
SELECT replace(o.type, 'composite type', 'type'), o.identity
FROM (
  SELECT 1 AS turn, 'pg_class'::regclass AS kind, oid FROM pg_class
  WHERE relkind = 'r' AND pg_get_userbyid(relowner) = current_user AND relnamespace = current_schema()::regnamespace
  UNION ALL SELECT 2, 'pg_proc'::regclass, oid FROM pg_proc
  WHERE pg_get_userbyid(proowner) = current_user AND pronamespace = current_schema()::regnamespace
  UNION ALL SELECT 3, 'pg_type'::regclass, t.oid FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE (t.typtype = 'e' OR c.relkind = 'c') AND pg_get_userbyid(typowner) = current_user
    AND typnamespace = current_schema()::regnamespace
) made, pg_identify_object(made.kind, made.oid, 0) o
WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = made.kind AND d.objid = made.oid AND d.deptype = 'e')
ORDER BY turn
"""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A constraint that rows older than it need not keep to (NOT VALID); names quoted for SQL."""

    table: str
    quoted: str
    definition: str

    @property
    def drop(self) -> str:
        """The statement that takes it away."""
        return f"ALTER TABLE {self.table} DROP CONSTRAINT {self.quoted}"

    @property
    def add(self) -> str:
        """The statement that makes it again, as it was."""
        return f"ALTER TABLE {self.table} ADD CONSTRAINT {self.quoted} {self.definition}"


@dataclass(frozen=True, slots=True)
class Rows:
    """A table of the database; names quoted for SQL. Its rows have the order of its key in every database."""

    name: str
    quoted: str
    columns: str
    order: str

    @property
    def copy_out(self) -> str:
        """The statement that gives its rows."""
        return f"COPY (SELECT {self.columns} FROM {self.quoted} ORDER BY {self.order}) TO STDOUT"  # noqa: S608

    @property
    def copy_in(self) -> str:
        """The statement that takes them."""
        return f"COPY {self.quoted} ({self.columns}) FROM STDIN"


def all_tables() -> list[Rows]:
    """The tables a backup holds, each after those whose rows its own need at once."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        found = {row[0]: Rows(*row) for row in cursor.fetchall()}
        cursor.execute(_NEEDED_AT_ONCE)
        needed = cursor.fetchall()
    order: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(found, ()))
    for name, other in needed:
        order.add(name, other)
    return [found[name] for name in order.static_order()]


def unchecked() -> list[Unchecked]:
    """The constraints that do not hold for all rows."""
    with connection.cursor() as cursor:
        cursor.execute(_UNCHECKED)
        return [Unchecked(*row) for row in cursor.fetchall()]


def use_same_words() -> None:
    """Until the transaction is over values are written as they are in every database, whatever that is set to."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres'"
        )
        cursor.execute("SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'")


def copied(rows: Rows, write: Any = None) -> Table:
    """Give a table's rows to `write`, bit by bit; how many they are, and their digest."""
    digest, count = hashlib.sha256(), 0
    with connection.cursor() as cursor, cursor.copy(rows.copy_out) as stream:
        for piece in stream:
            digest.update(piece)
            count += bytes(piece).count(b"\n")  # within a value it is written as \n
            if write:
                write(piece)
    return Table(name=rows.name, columns=rows.columns, rows=count, sha256=digest.hexdigest())


def load(rows: Rows, pieces: Iterable[bytes]) -> None:
    """Put a table's rows in."""
    with connection.cursor() as cursor, cursor.copy(rows.copy_in) as stream:
        for piece in pieces:
            stream.write(piece)


def has_rows(rows: Rows) -> bool:
    """Whether the table holds anything."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT FROM {rows.quoted})")  # noqa: S608 # quoted by PostgreSQL
        return bool(cursor.fetchone()[0])


@transaction.atomic
def drop_all() -> None:
    """Remove all tables, functions and types of this user; the extensions stay."""
    with connection.cursor() as cursor:
        cursor.execute(_MADE)
        for kind, identity in cursor.fetchall():
            cursor.execute(f"DROP {kind} IF EXISTS {identity} CASCADE")


def sequences() -> tuple[Sequence, ...]:
    """Where the sequences stand: now, not as of the snapshot, so never before a number that was given."""
    with connection.cursor() as cursor:
        cursor.execute(_SEQUENCES)
        found = []
        for name, quoted in cursor.fetchall():
            cursor.execute(f"SELECT last_value, is_called FROM {quoted}")  # noqa: S608 # quoted by PostgreSQL
            value, is_called = cursor.fetchone()
            found.append(Sequence(name=name, value=value, is_called=is_called))
    return tuple(found)


def set_sequences(kept: Iterable[Sequence]) -> None:
    """Let the sequences go on where they stood."""
    with connection.cursor() as cursor:
        for one in kept:
            cursor.execute(
                "SELECT setval(quote_ident(%s)::regclass, %s, %s)", [one.name, one.value, one.is_called]
            )
