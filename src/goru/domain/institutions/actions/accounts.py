"""Who may sign in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.history import because
from goru.core.mail import actions as mail
from goru.core.mail.vocabulary import LetterKind
from goru.core.verdict import Refused, Subject, Verdict, require
from goru.domain.institutions import permissions, rules
from goru.domain.institutions.actions.holdings import give
from goru.domain.institutions.actions.units import open_unit
from goru.domain.institutions.models import Institution, Person, Post, Unit
from goru.domain.institutions.queries.posts import holders_of, post_of
from goru.domain.institutions.rules import PostKey
from goru.domain.institutions.vocabulary import InstitutionAct, UnitKind


@audit.deed
def open_account(
    *,
    username: str,
    name: str,
    password: str,
    posts: Sequence[str],
    by: Person,
    at: datetime,
    email: str = "",
    is_demo: bool = False,
) -> Person:
    """Let a person sign in and hold posts (PostKey) from today on; one who can already gets this password.

    A mail address that is not said stays as it is.

    What posts they hold beside these they keep: a post is ended by its own deed. A department that is not there is opened.
    ValidationError where the password is too short, too common or too like the name, or the name or the address is none.
    """
    on = day_in_korea(at)
    verdict = require(permissions.may_open_accounts(by, on))
    require(rules.is_a_persons_name(username))
    Person.username_validator(username)
    username = Person.normalize_username(username)
    if email:
        validate_email(email)
    validate_password(password, Person(username=username, first_name=name))
    person, is_new = Person.objects.get_or_create(username=username)
    person.first_name, person.is_active, person.is_demo = name, True, is_demo
    person.email = email or person.email
    person.set_password(password)
    person.save()
    act = InstitutionAct.ACCOUNT_OPENED if is_new else InstitutionAct.ACCOUNT_RENEWED
    with because(act, by=by):
        for key in posts:
            _let_hold(person, _post(PostKey.parse(key), by, at), by, on)
    audit.note(
        act,
        subject=_about(person),
        by=by,
        post=verdict.post,
        at=at,
        details={"posts": list(posts)},
    )
    return person


@audit.deed
def lock_account(*, person_id: int, by: Person, at: datetime, reason: str = "") -> None:
    """Let a person in no longer (계정 잠금): sessions end, the password is worth nothing; posts stay with them."""
    person = Person.objects.select_for_update().get(pk=person_id)
    verdict = require(permissions.may_lock(by, person, day_in_korea(at)), about=_about(person))
    person.is_active = False
    person.set_unusable_password()
    person.save(update_fields=["is_active", "password"])
    _note(InstitutionAct.ACCOUNT_LOCKED, person, by, verdict, at, reason)


@audit.deed
def unlock_account(*, person_id: int, email: str, by: Person, at: datetime, reason: str = "") -> None:
    """Let a person in again, by a password that they choose by a mail to this address."""
    person = Person.objects.select_for_update().get(pk=person_id)
    verdict = require(permissions.may_unlock(by, person, day_in_korea(at)), about=_about(person))
    person.is_active, person.is_demo, person.email = True, False, email
    person.save(update_fields=["is_active", "is_demo", "email"])
    mail.send(LetterKind.LOST_PASSWORD, address=email, person=person, by=by, at=at)
    _note(InstitutionAct.ACCOUNT_UNLOCKED, person, by, verdict, at, reason)


def _note(
    act: InstitutionAct, person: Person, by: Person, verdict: Verdict, at: datetime, reason: str
) -> None:
    audit.note(act, subject=_about(person), by=by, post=verdict.post, at=at, details={"reason": reason})


def _about(person: Person) -> Subject:
    return Subject("person", person.username)


def _let_hold(person: Person, post: Post, by: Person, on: date) -> None:
    require(permissions.may_appoint(by, post, on))
    if not any(one.person_id == person.pk for one in holders_of(post, on)):
        give(post, person, on, None)


def _post(key: PostKey, by: Person, at: datetime) -> Post:
    institution = Institution.objects.filter(key=key.institution).first()
    if institution is None:
        raise Refused(_("없는 기관입니다: %(key)s") % {"key": key.institution})
    unit = _unit(institution, key.unit, by, at) if key.unit else None
    return post_of(institution, key.role, unit)


def _unit(institution: Institution, name: str, by: Person, at: datetime) -> Unit:
    on = day_in_korea(at)
    there = (one for one in institution.units.filter(name=name) if one.is_in_force(on))
    return next(there, None) or open_unit(
        institution=institution, kind=UnitKind.DEPARTMENT, name=name, first_day=on, by=by, at=at
    )
