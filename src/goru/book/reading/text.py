"""Plain text in the encodings Korean offices use: UTF-8 and UTF-16 with or without mark, CP949."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from goru.book.reading.cleaning import clean, is_bullet
from goru.book.reading.lines import Line, Lines, Unreadable

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1b\x1f\ufffe\uffff]")
_LINE_END = re.compile("(?:\r\n|[\n\r\x85\u2028\u2029])\f*|[\v\f\x1c-\x1e]")
"""Any that Unicode knows; the end of a page right behind the end of a line ends no other."""

_LOST = re.compile(r"\ufffd|(?<=[가-힣])\?(?=[가-힣])|^\?+(?= |[가-힣])", re.MULTILINE)
"""What an encoding that lacks a letter writes in its place: between two syllables, or for a bullet."""

_TABS = re.compile(r"\s*\t\s*")
"""However many there are, they part two cells: nobody sees how many were typed."""

_TEXT = re.compile(r"[\w(「'\[<]")
"""How what a bullet was torn from begins: not with another bullet."""

_MOST_LOST = 3
"""Letters that a whole document may lack."""


def read(content: bytes, name: str) -> Lines:
    """The lines of a text file; line numbers are those an editor shows."""
    numbered = enumerate(_LINE_END.split(_decode(content, name)), start=1)
    lines = Lines.of(name, ((_TABS.sub("\t", line.strip()), number, None, None) for number, line in numbered))
    return Lines(name, tuple(_with_bullets(lines)))


def _decode(content: bytes, name: str) -> str:
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding).rstrip("\0")
        except UnicodeDecodeError:
            continue
        if not _NOT_TEXT.search(text):
            return _undamaged(text, name)
    raise Unreadable(
        name,
        "글자를 읽을 수 없습니다. UTF-8, UTF-16 또는 CP949 텍스트 파일인지 확인하세요.",
        "Its letters cannot be read. Is it a text file in UTF-8, UTF-16 or CP949?",
    )


def _undamaged(text: str, name: str) -> str:
    lost = len(_LOST.findall(text))
    if lost <= _MOST_LOST:
        return text
    raise Unreadable(
        name,
        f"저장할 때 글자가 {lost:,}곳에서 사라져 '?'나 '\ufffd'만 남았습니다. 원본에서 UTF-8로 다시 저장한 파일을 주세요.",
        f"Letters were lost in {lost:,} places when it was saved: '?' or '\ufffd' stands there. "
        "Save the original again, as UTF-8.",
    )


def _encodings(content: bytes) -> list[str]:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return [encoding]
    content = content.rstrip(b"\0")
    if b"\x00" in content[:1000]:
        even, odd = content[:1000:2].count(0), content[1:1000:2].count(0)
        return ["utf-16-le"] if odd >= even else ["utf-16-be"]
    return ["utf-8", "cp949"]


def _with_bullets(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, those that are nothing but a bullet joined to the line that they were torn from."""
    bullet = None
    for line in lines:
        if bullet and _TEXT.match(line.text):
            yield replace(line, text=clean(f"{bullet.text} {line.text}"))
            bullet = None
            continue
        if bullet:
            yield bullet
        bullet = line if is_bullet(line.text) else None
        if not bullet:
            yield line
    if bullet:
        yield bullet
