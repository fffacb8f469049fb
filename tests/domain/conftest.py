from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from django.db import IntegrityError, connection, models, transaction

M = TypeVar("M", bound=models.Model)
Refused = Callable[[str, models.Model], None]


def save_checked(row: models.Model) -> None:
    """Save a row, and check what else is checked at the end of the transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        row.save()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def refused(db: None) -> Refused:
    """Hold that the database refuses a row, in these words."""

    def refuse(words: str, row: models.Model) -> None:
        with pytest.raises(IntegrityError, match=words):
            save_checked(row)

    return refuse


@pytest.fixture
def copy_of() -> Callable[..., Any]:
    """A new row like another but for some fields."""

    def copy(row: M, **changes: object) -> M:
        fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
        made = type(row)(**{**fields, row._meta.pk.attname: None})
        for name, value in changes.items():
            setattr(made, name, value)
        return made

    return copy
