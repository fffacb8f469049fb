"""Programs act for people by tokens, which they make and end themselves."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.utils.translation import gettext as _

from goru.core.audit import actions as audit
from goru.core.dates import day_in_korea
from goru.core.mail import actions as mail
from goru.core.mail.vocabulary import LetterKind
from goru.core.verdict import Refused, Subject, require
from goru.domain.institutions import permissions, rules
from goru.domain.institutions.models import Institution, Person, Token
from goru.domain.institutions.vocabulary import InstitutionAct, TokenScope

_MOST = 20
"""How many a person has at once."""
_FINE = timedelta(minutes=1)
"""By which the last use may be known wrong: so not every request writes."""


@dataclass(frozen=True, slots=True)
class MadeToken:
    """A token as it is shown once: what programs name it by is not kept."""

    token: Token
    said: str


@audit.deed
def make_token(
    *, institution: Institution, name: str, scope: TokenScope, last_day: date, by: Person, at: datetime
) -> MadeToken:
    """Let a program act for oneself in the drafts of an institution until a day; its person is told by mail."""
    on, about = day_in_korea(at), _about(by)
    verdict = require(permissions.may_make_token(by, institution, on), about=about)
    require(rules.can_last_until(last_day, on), about=about)
    if not name.strip():
        raise Refused(_("무엇에 쓰는 토큰인지 이름을 적으세요."), about=about)
    Person.objects.select_for_update().get(pk=by.pk)
    if by.tokens.filter(ended_at=None, last_day__gte=on).count() >= _MOST:
        raise Refused(_("토큰이 너무 많습니다. 쓰지 않는 토큰을 끝내고 만드세요."), about=about)
    said = f"goru_{secrets.token_urlsafe(32)}"
    token = Token.objects.create(
        person=by,
        institution=institution,
        name=name.strip(),
        scope=scope,
        digest=sha256(said.encode()).hexdigest(),
        last_day=last_day,
        made_at=at,
        made_by=by,
    )
    if by.email:
        told = {"what": "token"}
        mail.send(LetterKind.NOTICE, address=by.email, by=by, at=at, person=by, values=told)
    details = {
        "token": token.pk,
        "name": token.name,
        "institution": institution.key,
        "scope": str(scope),
        "last_day": last_day.isoformat(),
    }
    audit.note(InstitutionAct.TOKEN_MADE, subject=about, by=by, post=verdict.post, at=at, details=details)
    return MadeToken(token, said)


@audit.deed
def end_token(*, token_id: int, by: Person, at: datetime) -> None:
    """Let no program act by a token any more; one that was ended already stays so."""
    token = Token.objects.select_for_update(of=("self",)).select_related("person").get(pk=token_id)
    about = _about(by)
    verdict = require(permissions.may_end_token(by, token), about=about)
    if token.ended_at:
        return
    token.ended_at, token.ended_by = at, by
    token.save(update_fields=["ended_at", "ended_by"])
    details = {"token": token.pk, "name": token.name}
    audit.note(InstitutionAct.TOKEN_ENDED, subject=about, by=by, post=verdict.post, at=at, details=details)


def use_token(*, token: Token, at: datetime) -> None:
    """Keep when a token was used last."""
    if token.last_used is None or at - token.last_used >= _FINE:
        Token.objects.filter(pk=token.pk).update(last_used=at)


def _about(person: Person) -> Subject:
    return Subject("person", person.username)
