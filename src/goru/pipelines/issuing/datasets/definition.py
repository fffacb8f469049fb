"""What a data set is: a table of one model's public fields, said once for every format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language

from goru.domain.plans.models import Cycle

Value = str | int | Decimal | bool | date | None
Row = tuple[Value, ...]
Kind = Literal["string", "integer", "number", "boolean", "date"]

_ALL = models.Q()
_KINDS: tuple[tuple[type[models.Field[Any, Any]], Kind], ...] = (
    (models.BooleanField, "boolean"),
    (models.IntegerField, "integer"),
    (models.DecimalField, "number"),
    (models.DateField, "date"),
)


def in_language(korean: str, english: str) -> str:
    """What of the two is for the reader: English where that language is active."""
    return english if (get_language() or "").startswith("en") else korean


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it is read from (a path from the set's model on), its name, title and meaning.

    `unit` is that of its numbers; `fiscal` its ColumnType in a Fiscal Data Package; `refers_to` the data set and column
    whose value it repeats.
    """

    name: str
    path: str
    title_ko: str
    title_en: str
    meaning_ko: str
    meaning_en: str
    unit: str = ""
    fiscal: str = ""
    refers_to: tuple[str, str] | None = None
    shortened_by: Callable[[str], str] | None = None

    @property
    def title(self) -> str:
        """The title in the active language."""
        return in_language(self.title_ko, self.title_en)

    @property
    def meaning(self) -> str:
        """The meaning in the active language."""
        return in_language(self.meaning_ko, self.meaning_en)

    def value(self, found: Any, kind: Kind) -> Value:
        """A value of the database as data: figures without idle zeros, structures as one text, no text as null."""
        if isinstance(found, Decimal):
            return Decimal(f"{found.normalize():f}")
        if kind == "string" and found is not None:
            return self._text(found) or None
        value: Value = found
        return value

    def _text(self, found: Any) -> str:
        if isinstance(found, list) and all(isinstance(one, str) for one in found):
            return "; ".join(found)
        text = found if isinstance(found, str) else json.dumps(found, ensure_ascii=False)
        return self.shortened_by(text) if self.shortened_by else text


@dataclass(frozen=True, slots=True)
class DataSet:
    """A table: one row a record of `model`; `key` names the columns that tell rows apart.

    `cycle` is the path to the plan year; a set without one says the register of institutions, of all times. `gate` is what of
    it everybody may see on a day; a set that has one says what changes from day to day, and is in no issue.
    """

    name: str
    title_ko: str
    title_en: str
    meaning_ko: str
    meaning_en: str
    model: type[models.Model]
    cycle: str
    key: tuple[str, ...]
    order: tuple[str, ...]
    columns: tuple[Column, ...]
    only: models.Q = _ALL
    gate: Callable[[date], models.Q] | None = None

    @property
    def title(self) -> str:
        """The title in the active language."""
        return in_language(self.title_ko, self.title_en)

    @property
    def meaning(self) -> str:
        """The meaning in the active language."""
        return in_language(self.meaning_ko, self.meaning_en)

    def rows(self, cycle: Cycle) -> Iterator[Row]:
        """The rows of a plan year, in printed order."""
        return self._rows(self.only & models.Q((self.cycle, cycle)) if self.cycle else self.only)

    def rows_on(self, day: date, only: models.Q = _ALL) -> Iterator[Row]:
        """The rows of a set with a gate that everybody may see on a day."""
        return self._rows(self.seen_on(day) & only)

    def seen_on(self, day: date) -> models.Q:
        """The condition of what everybody may see on a day."""
        return self.only & self.gate(day) if self.gate else self.only

    def _rows(self, wanted: models.Q) -> Iterator[Row]:
        found = self.model._default_manager.filter(wanted).order_by(*self.order)
        columns = [(column, self.kind(column)) for column in self.columns]
        for values in found.values_list(*(column.path for column in self.columns)):
            yield tuple(
                column.value(value, kind) for (column, kind), value in zip(columns, values, strict=True)
            )

    def fields(self, column: Column) -> list[models.Field[Any, Any]]:
        """The fields that lead from the model to what a column says; the last one is what it says."""
        model: Any = self.model
        found = []
        for step in column.path.split("__"):
            field = model._meta.get_field(step)
            found.append(field)
            model = field.related_model
        return found

    def kind(self, column: Column) -> Kind:
        """What a column's values are."""
        field = self.fields(column)[-1]
        if isinstance(field, ArrayField):
            return "string"
        return next((kind for class_, kind in _KINDS if isinstance(field, class_)), "string")

    def is_always_there(self, column: Column) -> bool:
        """Whether no row may lack the column. A list of structures may be empty, which is no text."""
        fields = self.fields(column)
        if isinstance(fields[-1], models.JSONField):
            return False
        return all(not field.null and not getattr(field, "blank", False) for field in fields)

    def choices(self, column: Column) -> tuple[tuple[str, str], ...]:
        """The words a column may hold, each with its label in the active language; none where it is free."""
        return tuple((str(word), str(label)) for word, label in self.fields(column)[-1].flatchoices)
