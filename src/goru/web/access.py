"""Who may see a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from goru.core.dates import day_in_korea

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails

    from goru.domain.institutions.models import Person

View = Callable[..., HttpResponse]


class SignedInRequest(HttpRequest):
    """A request of a person who signed in; the middleware sees to it."""

    user: Person
    htmx: HtmxDetails


def private(view: View) -> View:
    """A page of who signed in; what is not there is page 404."""

    @wraps(view)
    def wrapped(request: HttpRequest, **arguments: Any) -> HttpResponse:
        try:
            return view(request, **arguments)
        except ObjectDoesNotExist as missing:
            raise Http404 from missing

    return wrapped


def public(view: View) -> View:
    """A page that anybody may read; what is not there is page 404."""
    return login_not_required(require_safe(private(view)))


def today() -> date:
    """The day it is in Korea, whatever the time zone of the server or the reader."""
    return day_in_korea(timezone.now())
