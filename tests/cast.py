"""The cast: who appears in tests, always by the same posts. A citizen never signs in."""

from datetime import UTC, datetime

from django.test import Client

from goru.domain.institutions import queries
from goru.domain.institutions.actions import appoint, load_register, open_unit, system_person
from goru.domain.institutions.models import Institution, Person, Post, Unit
from goru.domain.institutions.vocabulary import Role, UnitKind

BEGINNING = datetime(2023, 7, 10, tzinfo=UTC)
"""The first day of the Committee, and of all in the cast."""


def person(username: str) -> Person:
    """Somebody who may sign in, and holds no post."""
    made = Person(username=username, first_name=username)
    made.set_unusable_password()
    made.save()
    return made


def post(role: Role, institution: str, unit: Unit | None = None) -> Post:
    return queries.post_of(Institution.objects.get(key=institution), role, unit)


def officer(username: str, role: Role, institution: str = "committee", unit: Unit | None = None) -> Person:
    """Somebody who has held a post since the beginning, and holds it still."""
    load_register(by=system_person(), at=BEGINNING)
    made, day = person(username), BEGINNING.date()
    held = post(role, institution, unit)
    appoint(post=held, person=made, first_day=day, by=system_person(), at=BEGINNING)
    return made


def department(institution: str, name: str) -> Unit:
    load_register(by=system_person(), at=BEGINNING)
    return open_unit(
        institution=Institution.objects.get(key=institution),
        kind=UnitKind.DEPARTMENT,
        name=name,
        first_day=BEGINNING.date(),
        by=system_person(),
        at=BEGINNING,
    )


def signed_in(who: Person) -> Client:
    client = Client()
    client.force_login(who)
    return client
