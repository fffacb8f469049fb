"""One vocabulary of ranges (core/ranges.py): what is read, the data's schema and the database say the same."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from pghistory.models import Event

from goru.book.model import PlanBook
from goru.core import ranges

PRINTED = ("plans", "finance", "indicators")
BOUNDED = (models.PositiveSmallIntegerField, models.PositiveIntegerField, models.TextField)
OURS = {
    ("finding", "subject"),
    ("finding", "message"),
    ("finding", "explanation"),
    ("explanation", "message"),
    ("explanation", "version"),
    ("finding", "position"),
    ("printedline", "position"),
    ("publication", "number"),
    ("projection", "form"),
    ("edition", "version"),
    ("comprehensiveplan", "version"),
    ("developmentplan", "version"),
    ("dutyexception", "version"),
    ("edit", "number"),
    ("edit", "field"),
}
"""What the program itself makes, never the print."""

MOST = {
    ranges.LAST_YEAR,
    ranges.MOST_PLACE,
    ranges.MOST_COUNT,
    ranges.MOST_WON,
    ranges.LONGEST_NAME,
    ranges.LONGEST_TEXT,
}
LEAST = {ranges.FIRST_YEAR, 1, 0, -ranges.MOST_WON}


def constraints() -> list[tuple[str, str]]:
    """The table and the definition of every constraint of ranges that the database has."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE conname LIKE '%%is_within_ranges'"
        )
        return list(cursor.fetchall())


@pytest.mark.web
@pytest.mark.django_db
def test_the_database_has_no_other_bounds_than_the_vocabulary() -> None:
    for table, definition in constraints():
        figures = {int(one) for one in re.findall(r"(?<!\w)'?(-?\d+)'?", definition)}

        assert figures <= MOST | LEAST, table


@pytest.mark.web
@pytest.mark.django_db
def test_every_column_that_holds_what_was_printed_is_bounded() -> None:
    bounded: dict[str, str] = {}
    for table, definition in constraints():
        bounded[table] = bounded.get(table, "") + definition

    free = {
        (model._meta.model_name, field.name)
        for label in PRINTED
        for model in apps.get_app_config(label).get_models()
        if not issubclass(model, Event)  # a history keeps what was bounded already
        for field in model._meta.local_concrete_fields
        if isinstance(field, BOUNDED)
        and not re.search(rf"\b{field.column}\b", bounded.get(model._meta.db_table, ""))
    }

    assert free == OURS


def leaves(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every string and whole number of the schema, with where it stands."""
    return [
        (f"{name}.{field}", kind)
        for name, part in {**schema["$defs"], "PlanBook": schema}.items()
        for field, said in part.get("properties", {}).items()
        for kind in [said, *said.get("anyOf", []), said.get("items", {})]
        if kind.get("type") in ("string", "integer")
        and not {"enum", "const", "format"} & kind.keys()
        and not is_of_one_length(kind.get("pattern"))
    ]


def is_of_one_length(pattern: str | None) -> bool:
    """Whether a pattern (of public codes) repeats nothing at will."""
    return pattern is not None and pattern.endswith("$") and not re.search(r"[*+?]|,\}", pattern)


def test_the_schema_of_a_book_bounds_every_text_and_whole_number() -> None:
    found = leaves(PlanBook.model_json_schema(mode="serialization"))

    assert len(found) > 50
    for place, kind in found:
        assert kind.get("maxLength", kind.get("maximum")) in MOST, place
