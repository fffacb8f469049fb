"""The tokens of programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from goru.core.verdict import Verdict
from goru.domain.institutions import permissions
from goru.domain.institutions.models import Institution, Person, Token


@dataclass(frozen=True, slots=True)
class OwnToken:
    """A token as its person sees it: whether a program may act by it today, or why not."""

    token: Token
    works: Verdict


def tokens_of(person: Person, on: date) -> list[OwnToken]:
    """All tokens that a person made and did not end, the latest first."""
    found = person.tokens.filter(ended_at=None).select_related("institution", "person").order_by("-pk")
    return [OwnToken(one, permissions.may_act_by(one, on)) for one in found]


def token_of(number: int, person: Person) -> Token:
    """A token of a person's own; Token.DoesNotExist where it is another's."""
    return Token.objects.select_related("person", "institution").get(pk=number, person=person)


def token_said(said: str) -> Token | None:
    """The token that a program names, whatever has become of it."""
    digest = sha256(said.encode()).hexdigest()
    return Token.objects.select_related("person", "institution").filter(digest=digest).first()


def institutions_for_tokens(person: Person, on: date) -> Sequence[Institution]:
    """In whose drafts a person's posts have a part, the first given first."""
    found = [permissions.that_writes(one.post.place) for one in permissions.writing_posts(person, on)]
    return list(dict.fromkeys(found))
