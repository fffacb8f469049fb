"""What became of every line of a document, as `goru read --account` prints it."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from goru.book.model import LineKind
from goru.book.opening import Opened
from goru.book.reading.lines import named_place

ACCOUNT: tuple[LineKind, ...] = get_args(LineKind)
_SAID: dict[LineKind, str] = {
    "fact": "사실로 읽음 (fact)",
    "furniture": "쪽 번호·제목·표 머리 (furniture)",
    "kept": "글로 둠 (kept)",
    "prose": "자료에 두지 않는 글 (prose)",
    "unread": "읽지 못함 (unread)",
}


def account(opened: Opened, of: LineKind | None) -> str:
    """The five shares, or the lines of one of them with their places; of data, which has no lines, that alone."""
    if not opened.kinds:
        return "줄이 없는 자료입니다. (Data has no lines.)\n"
    counts, whole = Counter(opened.kinds), len(opened.kinds)
    if of is None:
        shares = (f"{counts[kind]:>7,} {counts[kind] / whole:>6.1%}  {_SAID[kind]}" for kind in ACCOUNT)
        return "\n".join([*shares, f"{whole:>7,} 100.0%  모두 (all)", ""])
    found = (
        f"{named_place(number, page, cell)[0]}: {text}"
        for (text, number, page, cell), kind in zip(
            [*opened.printed, *opened.beside], opened.kinds, strict=True
        )
        if kind == of
    )
    return "".join(f"{line}\n" for line in found)
