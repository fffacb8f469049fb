"""Pages that print sideways or upside down, as one reads them."""

from __future__ import annotations

from collections import Counter
from math import pi

import pypdfium2
import pypdfium2.raw as pdfium

_ASKED = 20
"""Letters of a page that say how it is turned."""


def turns_of(text: pypdfium2.PdfTextPage) -> int:
    """By how many quarters most letters are turned clockwise, whatever the page says of itself."""
    count = text.count_chars()
    turns = Counter(
        round(2 * pdfium.FPDFText_GetCharAngle(text.raw, at) / pi) % 4
        for at in range(0, count, max(1, count // _ASKED))
        if pdfium.FPDFText_GetUnicode(text.raw, at) > ord(" ")
        and not pdfium.FPDFText_IsGenerated(text.raw, at)
    )
    return turns.most_common(1)[0][0] if turns else 0


def set_upright(page: pypdfium2.PdfPage, turns: int) -> None:
    """Turn what the page shows back by quarters; it shows so when it is loaded again."""
    left, bottom, right, top = page.get_mediabox()
    wide, high = right - left, top - bottom
    matrix = {
        0: (1, 0, 0, 1, -left, -bottom),
        1: (0, 1, -1, 0, top, -left),
        2: (-1, 0, 0, -1, right, top),
        3: (0, -1, 1, 0, -bottom, right),
    }[turns]
    pdfium.FPDFPage_TransFormWithClip(page.raw, pdfium.FS_MATRIX(*matrix), None)
    box = (0, 0, high, wide) if turns % 2 else (0, 0, wide, high)
    page.set_mediabox(*box)
    page.set_cropbox(*box)
    page.set_rotation(0)
