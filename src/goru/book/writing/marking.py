"""Blocks with what is another than in an earlier edition marked in them: in words and signs, never by colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, Literal

from goru.book.annex import MARKED
from goru.book.writing.block import Block, Heading, Table

_LEGEND: Final = "[+더한 글+] (밑줄) · [-뺀 글-] (취소선)"
_SEGMENT = re.compile(r"\[\+(?P<added>.*?)\+\]|\[-(?P<removed>.*?)-\]", re.DOTALL)
_ALIKE = 0.5
"""Of two texts, from which on they are one worded anew."""

Row = Sequence[str | None]
Kind = Literal["added", "removed", ""]


def marked(before: Iterable[Block], after: Iterable[Block], against: str) -> Iterator[Block]:
    """What comes after, with what was added to it and what was taken out of it; `against` says which edition came before."""
    yield f"{MARKED} {_LEGEND} · 견준 판: {against}"
    old, new = list(before), list(after)
    matcher = SequenceMatcher(None, [_key(one) for one in old], [_key(one) for one in new], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            yield from map(_between, old[first:last], new[start:end])
        else:
            yield from _replaced(old[first:last], new[start:end])


def segments(text: str) -> list[tuple[str, Kind]]:
    """A text in pieces: with its signs what was added or removed, and what is as it was."""
    found: list[tuple[str, Kind]] = []
    at = 0
    for one in _SEGMENT.finditer(text):
        if one.start() > at:
            found.append((text[at : one.start()], ""))
        found.append((one[0], "added" if one["added"] is not None else "removed"))
        at = one.end()
    if at < len(text) or not found:
        found.append((text[at:], ""))
    return found


def _key(block: Block) -> tuple[str, ...]:
    """What a block is known by in another edition: its words, a table by its head."""
    if isinstance(block, Table):
        return ("table", *(cell or "" for cell in block.rows[0]))
    return (type(block).__name__, block.text if isinstance(block, Heading) else block)


def _between(old: Block, new: Block) -> Block:
    if isinstance(old, Table) and isinstance(new, Table):
        return Table([new.rows[0], *_rows(old.rows[1:], new.rows[1:])])
    return new


def _replaced(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Block]:
    """Each new one with what it was before, where one is like it; the others as taken out and added."""
    left = list(old)
    for one in new:
        like = next((other for other in left if _are_alike(other, one)), None)
        if like is None:
            yield _whole(one, "added")
            continue
        at = left.index(like)
        yield from (_whole(other, "removed") for other in left[:at])
        del left[: at + 1]
        yield _words_in(like, one)
    yield from (_whole(other, "removed") for other in left)


def _are_alike(old: Block, new: Block) -> bool:
    if isinstance(old, Table) or isinstance(new, Table):
        return isinstance(old, Table) and isinstance(new, Table) and len(old.rows[0]) == len(new.rows[0])
    return type(old) is type(new) and _ratio(_key(old)[1], _key(new)[1]) >= _ALIKE


def _ratio(old: str, new: str) -> float:
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _words_in(old: Block, new: Block) -> Block:
    if isinstance(old, Table) and isinstance(new, Table):
        return Table([_cells(old.rows[0], new.rows[0]), *_rows(old.rows[1:], new.rows[1:])])
    if isinstance(new, Heading):
        return Heading(_words(_key(old)[1], new.text), new.level)
    return _words(str(old), str(new))


def _whole(block: Block, kind: Kind) -> Block:
    if isinstance(block, Table):
        return Table([_row(row, kind) for row in block.rows])
    if isinstance(block, Heading):
        return Heading(_sign(block.text, kind), block.level)
    return _sign(block, kind)


def _rows(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Row]:
    matcher = SequenceMatcher(None, [tuple(one) for one in old], [tuple(one) for one in new], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            yield from new[start:end]
            continue
        left = list(old[first:last])
        for row in new[start:end]:
            like = next((one for one in left if _are_one_row(one, row)), None)
            if like is None:
                yield _row(row, "added")
                continue
            at = left.index(like)
            yield from (_row(one, "removed") for one in left[:at])
            del left[: at + 1]
            yield _cells(like, row)
        yield from (_row(one, "removed") for one in left)


def _are_one_row(old: Row, new: Row) -> bool:
    words, others = (" ".join(cell or "" for cell in row) for row in (old, new))
    return len(old) == len(new) and _ratio(words, others) >= _ALIKE


def _row(row: Row, kind: Kind) -> Row:
    return [None if cell is None else _sign(cell, kind) for cell in row]


def _cells(old: Row, new: Row) -> Row:
    return [cell if cell is None else _words(was or "", cell) for was, cell in zip(old, new, strict=True)]


def _words(old: str, new: str) -> str:
    """A text with its words that are others marked."""
    was, now = re.split(r"(\s+)", old), re.split(r"(\s+)", new)
    pieces = []
    for tag, first, last, start, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append("".join(now[start:end]))
        else:
            pieces += [_sign("".join(was[first:last]), "removed"), _sign("".join(now[start:end]), "added")]
    return "".join(pieces)


def _sign(text: str, kind: Kind) -> str:
    if not text.strip():
        return text if kind == "added" else ""
    return f"[+{text}+]" if kind == "added" else f"[-{text}-]"
