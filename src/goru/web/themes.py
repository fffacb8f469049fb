"""Light or dark: what a reader chose is kept in a cookie."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

THEMES = (
    ("", gettext_lazy("기기 설정대로")),
    ("light", gettext_lazy("밝게")),
    ("high-contrast", gettext_lazy("어둡고 선명하게")),
)
_YEAR = 365 * 24 * 3600


def theme_of(request: HttpRequest) -> str:
    """The theme that the reader chose, none where it is left to the device."""
    theme = request.COOKIES.get("theme", "")
    return theme if theme in dict(THEMES) else ""


@login_not_required
@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep the chosen theme in a cookie and go back to the page."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    answer = redirect(back)
    theme = request.POST.get("theme", "")
    if theme in dict(THEMES):
        answer.set_cookie(
            "theme", theme, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    return answer
