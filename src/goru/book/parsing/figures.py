"""Figures as printed."""

import re
from decimal import Decimal

FIGURE = r"\d[\d,]*(?:\.\d+)?"
"""An amount or a percentage: what looks like one but is none (1.2.3) is left as it is."""

VALUE = r"(?:[\d,]*\d(?:\.\d+)?(?:\('?\d\d\))?|-)"
_PLAIN = re.compile(r"^-? ?\d{1,3}(,\d{3})*(\.\d+)?$|^-? ?\d+(\.\d+)?$")


def number(printed: str | None) -> Decimal | None:
    """The figure, or None where `-` or nothing is printed, or the print is no number (31,6)."""
    if printed is None or not _PLAIN.match(printed):
        return None
    return Decimal(printed.replace(",", "").replace(" ", ""))
