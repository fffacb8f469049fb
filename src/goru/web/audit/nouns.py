"""What kinds of things acts are about, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _


def noun_of(kind: str) -> str:
    """What kind of thing a subject is, in words."""
    nouns = {
        "cycle": _("연도"),
        "edition": _("판"),
        "import": _("가져오기"),
        "institution": _("기관"),
        "item": _("항목"),
        "person": _("계정"),
        "post": _("직위"),
        "register": _("등록부"),
    }
    return nouns.get(kind, kind)
