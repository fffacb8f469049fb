"""Programs say by a token whom they act for; what the token allows is asked at every request."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from goru.api.problems import Problem
from goru.core.dates import day_in_korea
from goru.core.limits import actions as limits
from goru.domain.institutions import actions, permissions
from goru.domain.institutions import queries as institutions
from goru.domain.institutions.vocabulary import TokenScope

if TYPE_CHECKING:
    from goru.domain.institutions.models import Token

MOST_REQUESTS = 300
_WITHIN = timedelta(minutes=1)
_SECURITY = logging.getLogger("goru.security")


class ByToken(HttpBearer):
    """The token of a request, if it may do what the method asks."""

    def __call__(self, request: HttpRequest) -> Token:
        """The token; a Problem where there is none that works."""
        found: Token | None = super().__call__(request)
        if found is None:
            raise Problem(401, _("토큰이 없습니다. Authorization 헤더에 'Bearer 토큰'을 적으세요."))
        return found

    def authenticate(self, request: HttpRequest, token: str) -> Token:
        """The token that is said; a Problem where it is none, has ended, is used too often, or is for reading only."""
        at = timezone.now()
        found = institutions.token_said(token)
        if found is None:
            _tell("a token that is none", request)
            raise Problem(401, _("없는 토큰입니다. 계정의 '토큰' 화면에서 만드세요."))
        may_act = permissions.may_act_by(found, day_in_korea(at))
        if not may_act:
            _tell(f"token {found.pk} that works no more", request)
            raise Problem(401, may_act.reason)
        if not limits.use(f"token {found.pk}", most=MOST_REQUESTS, within=_WITHIN, at=at):
            raise Problem(429, _("요청이 너무 잦습니다. 1분 뒤에 다시 보내세요."))
        if request.method != "GET" and found.scope != TokenScope.WRITE:
            raise Problem(403, _("읽기만 하는 토큰입니다. 쓰려면 쓰기 토큰을 만드세요."))
        actions.use_token(token=found, at=at)
        return found


def _tell(event: str, request: HttpRequest) -> None:
    """A line for who watches an installation; never the token."""
    _SECURITY.info("%s: from %s", event, request.META.get("REMOTE_ADDR", ""))
