from __future__ import annotations

import re
from decimal import Decimal

_FIGURE = re.compile(r"([-+△▲]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")


def figure(printed: str | None) -> Decimal | None:
    """The number a printed value is, or None: words, ranges, a unit inside or a misplaced comma are no number.

    △ and ▲ are minus signs, as in all Korean budget papers.
    """
    found = _FIGURE.fullmatch((printed or "").strip())
    if found is None:
        return None
    sign, whole, places = found.groups()
    size = Decimal(whole.replace(",", "") + (places or ""))
    return -size if sign in {"-", "△", "▲"} else size
