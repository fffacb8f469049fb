"""Who may sign in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import Permission
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext

from goru.core.audit import actions as audit
from goru.core.mail import actions as mails
from goru.core.mail.models import Mail
from goru.core.mail.vocabulary import LetterKind
from goru.core.verdict import Refused
from goru.domain.institutions.models import Person


@transaction.atomic
def open_account(
    *, username: str, name: str, password: str, rights: Sequence[str], by: Person, at: datetime
) -> Person:
    """Let a person sign in, with rights written `room.right`; one who can already gets this password and these.

    ValidationError where the password is too short, too common or too like the name.
    """
    validate_password(password, Person(username=username, first_name=name))
    person, is_new = Person.objects.get_or_create(username=username)
    person.first_name, person.is_active = name, True
    person.set_password(password)
    person.save()
    person.user_permissions.set([_right(one) for one in rights])
    act = "institutions.account_opened" if is_new else "institutions.account_renewed"
    audit.record(act, subject=("person", username), by=by, at=at, details={"rights": list(rights)})
    return person


@transaction.atomic
def invite(*, person: Person, by: Person, at: datetime) -> Mail:
    """Send a person a link by which they set their first password, good for three days and one use (web/accounts/links).

    Who has an address and no password yet; one who has is told how to set a lost one.
    """
    if not person.email:
        raise Refused(gettext("메일 주소가 없어 초대할 수 없습니다."))
    if not person.password:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    if person.has_usable_password():
        raise Refused(
            gettext("이미 로그인할 수 있는 사람입니다. 비밀번호를 잊었으면 로그인 화면에서 새로 정합니다.")
        )
    mail = mails.send(LetterKind.INVITATION, address=person.email, person=person, by=by, at=at)
    audit.record("institutions.person_invited", subject=("person", person.username), by=by, at=at)
    return mail


def _right(name: str) -> Permission:
    room, _, codename = name.partition(".")
    return Permission.objects.get(content_type__app_label=room, codename=codename)
