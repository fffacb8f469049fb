"""Forms of a PDF that draw each other without end: PDFium follows them until all memory is used up."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(?<!\d)(\d{1,9})\s+\d{1,5}\s+obj\b")
_ENTRIES = re.compile(rb"(?:(?!\bendobj\b).){0,20000}?(?=\bstream\r?\n|\bendobj\b)", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n")
_IS_FORM = re.compile(rb"/Subtype\s*/Form\b")
_RESOURCES = re.compile(rb"/Resources\s+(\d{1,9})\s+\d+\s+R")
_DRAWABLE = re.compile(rb"/XObject\s*<<(.*?)>>", re.DOTALL)
_DRAWABLE_ELSEWHERE = re.compile(rb"/XObject\s+(\d{1,9})\s+\d+\s+R")
_NAMED = re.compile(rb"/([^\s/<>\[\]()]+)\s+(\d{1,9})\s+\d+\s+R")
_DRAWS = re.compile(rb"/([^\s/<>\[\]()]+)\s+Do\b")
_LENGTH = re.compile(rb"/Length\s+(\d{1,9})(?!\d|\s+\d+\s+R)")
_MOST_BYTES = 1_000_000
"""Of one form, unpacked."""


class Endless(Exception):
    """Forms draw more than any page shows."""


def require_end(content: bytes, most: int) -> None:
    """Raises Endless where a form draws itself, or forms draw forms more than `most` times.

    Only what stands open in the file is seen; what is packed is left to the limits of the process.
    """
    if b"/Form" not in content:
        return
    file = _File(content)
    drawn = {number: file.drawn_by(number) for number in file.forms}
    counted: dict[int, int] = {}
    for number in drawn:
        _count(number, drawn, counted, most)


class _File:
    """The objects that stand open in a file, by their numbers, and which of them are forms."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._places = {int(found[1]): found.end() for found in _OBJECT.finditer(content)}
        self.forms = {number for number in self._places if _IS_FORM.search(self._entries(number))}

    def _entries(self, number: int) -> bytes:
        place = self._places.get(number)
        found = None if place is None else _ENTRIES.match(self._content, place)
        return found[0] if found else b""

    def drawn_by(self, form: int) -> list[int]:
        """The forms that a form draws, as often as it does."""
        entries = self._entries(form)
        names = {name: int(number) for name, number in _NAMED.findall(self._drawable(entries))}
        if not self.forms.intersection(names.values()):
            return []
        begin = _STREAM.match(self._content, self._places[form] + len(entries))
        if begin is None:
            return []
        stated = _LENGTH.search(entries)
        end = begin.end() + int(stated[1]) if stated else self._content.find(b"endstream", begin.end())
        text = _unpacked(self._content[begin.end() : end], entries)
        return [names[name] for name in _DRAWS.findall(text) if names.get(name) in self.forms]

    def _drawable(self, entries: bytes) -> bytes:
        """What a form may draw by name: in its own entries, or in objects that these refer to."""
        if resources := _RESOURCES.search(entries):
            entries = self._entries(int(resources[1]))
        if elsewhere := _DRAWABLE_ELSEWHERE.search(entries):
            return self._entries(int(elsewhere[1]))
        inside = _DRAWABLE.search(entries)
        return inside[1] if inside else b""


def _unpacked(stream: bytes, entries: bytes) -> bytes:
    if b"/Filter" not in entries:
        return stream[:_MOST_BYTES]
    try:
        return zlib.decompressobj().decompress(stream, _MOST_BYTES) if b"FlateDecode" in entries else b""
    except zlib.error:
        return b""


def _count(number: int, drawn: dict[int, list[int]], counted: dict[int, int], most: int) -> None:
    """How often forms are drawn where one is, without recursion, for chains may be long."""
    waiting, within = [(number, 0)], {number}
    while waiting:
        form, at = waiting.pop()
        if form in counted:
            within.discard(form)
            continue
        if at < len(drawn[form]):
            waiting.append((form, at + 1))
            if (inner := drawn[form][at]) in counted:
                continue
            if inner in within:
                raise Endless
            within.add(inner)
            waiting.append((inner, 0))
            continue
        counted[form] = 1 + sum(counted[inner] for inner in drawn[form])
        within.discard(form)
        if counted[form] > most:
            raise Endless
