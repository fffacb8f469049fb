"""What an attack looks like to who watches an installation: a line of the program's log for each step of it.

A line says who, by number, and from where; never what was typed, which may be a password in the wrong field.
"""

from __future__ import annotations

import logging

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest

_LOG = logging.getLogger("goru.security")


def tell(event: str, request: HttpRequest | None, person: AbstractBaseUser | AnonymousUser | None) -> None:
    """Write down an event of somebody, or of nobody that is known; without a request a command of the machine did it."""
    whose = f"person {person.pk}" if person is not None and person.pk else "nobody known"
    asked_from = request.META.get("REMOTE_ADDR", "") if request else "a command"
    _LOG.info("%s: %s from %s", event, whose, asked_from)
