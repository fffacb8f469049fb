"""Plain text in the encodings Korean offices use: UTF-8 and UTF-16 with or without mark, CP949."""

from __future__ import annotations

import codecs
import re

from goru.book.reading.lines import Lines, Unreadable

_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_NOT_TEXT = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\ufffe\uffff]")


def read(content: bytes, name: str) -> Lines:
    """The lines of a text file; line numbers are those an editor shows."""
    text = _decode(content, name)
    numbered = enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1)
    return Lines.of(name, ((line, number, None, None) for number, line in numbered))


def _decode(content: bytes, name: str) -> str:
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _NOT_TEXT.search(text):
            return text
    raise Unreadable(
        name,
        "글자를 읽을 수 없습니다. UTF-8, UTF-16 또는 CP949 텍스트 파일인지 확인하세요.",
        "Its letters cannot be read. Is it a text file in UTF-8, UTF-16 or CP949?",
    )


def _encodings(content: bytes) -> list[str]:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return [encoding]
    if b"\x00" in content[:1000]:
        even, odd = content[:1000:2].count(0), content[1:1000:2].count(0)
        return ["utf-16-le"] if odd >= even else ["utf-16-be"]
    return ["utf-8", "cp949"]
