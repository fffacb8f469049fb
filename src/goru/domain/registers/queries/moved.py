"""What went on in registers, for all to follow."""

from __future__ import annotations

from datetime import date

from django.db.models import Exists, OuterRef

from goru.domain.registers.models import Move
from goru.domain.registers.queries.public import public_moves_now

LATEST = 50
"""Moves that a feed tells."""


def latest_moves(on: date, register: str = "") -> list[Move]:
    """The latest moves of public cases, of one register or of all, as they were recorded; those put right are left out."""
    wrong = Exists(Move.objects.filter(corrects=OuterRef("pk")))  # told so, the latest are looked at alone
    found = Move.objects.filter(public_moves_now(on)).exclude(wrong)
    if register:
        found = found.filter(case__register__key=register)
    return list(
        found.select_related("case__register__definition", "case__definition").order_by("-pk")[:LATEST]
    )
