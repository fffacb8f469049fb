"""Who may sign in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import Permission

from goru.core.audit import actions as audit
from goru.core.verdict import Subject
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import InstitutionAct


@audit.deed
def open_account(
    *, username: str, name: str, password: str, rights: Sequence[str], by: Person, at: datetime
) -> Person:
    """Let a person sign in, with rights written `room.right`; one who can already gets this password and these."""
    person, is_new = Person.objects.get_or_create(username=username)
    person.first_name, person.is_active = name, True
    person.set_password(password)
    person.save()
    person.user_permissions.set([_right(one) for one in rights])
    act = InstitutionAct.ACCOUNT_OPENED if is_new else InstitutionAct.ACCOUNT_RENEWED
    audit.note(act, subject=Subject("person", username), by=by, at=at, details={"rights": list(rights)})
    return person


def _right(name: str) -> Permission:
    room, _, codename = name.partition(".")
    return Permission.objects.get(content_type__app_label=room, codename=codename)
