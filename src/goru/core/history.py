"""The history of rows that are no plans: each change is kept by triggers, with who made it and why."""

from __future__ import annotations

from typing import TypeVar

import pghistory
from django.contrib.auth.models import AbstractBaseUser
from django.db import models

_Model = TypeVar("_Model", bound=type[models.Model])


def with_history(model: _Model) -> _Model:
    """Keep every row that comes, changes or goes in a table of its own (`…Event`), which is only ever added to.

    Nothing of it may be published. No index is made: it is read by who looks into a case.
    """
    fields = [field.name for field in model._meta.fields]
    kept = ("pgh_id", "pgh_created_at", "pgh_label", "pgh_obj", "pgh_context", "pgh_context_id", *fields)
    pghistory.track(
        *(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent()),
        append_only=True,
        obj_field=pghistory.ObjForeignKey(related_name="events", db_index=False),
        context_field=pghistory.ContextJSONField(),
        attrs={"Publishing": type("Publishing", (), {"public": (), "withheld": kept})},
    )(model)
    return model


def because(act: str, *, by: AbstractBaseUser, reason: str = "") -> pghistory.context:
    """While this lasts, what changes is kept with the person, the act and the reason they gave."""
    return pghistory.context(by=by.get_username(), act=act, reason=reason)
