"""A practice installation (연습): all that it gives out says that it is simulated (모의자료)."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _


def marked(text: str) -> str:
    """A title, a name or a subject as it is given out here: where this is a practice installation it says so."""
    return f"{_('모의자료')} · {text}" if settings.IS_PRACTICE else text
