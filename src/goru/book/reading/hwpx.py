"""Paragraphs and tables of HWPX files (OWPML, KS X 6101)."""

from __future__ import annotations

import re
from dataclasses import replace

from goru.book.reading.archive import Archive
from goru.book.reading.body import Body
from goru.book.reading.lines import Lines, Unreadable

_SECTION = re.compile(r"contents/section([0-9]{1,6})\.xml")
_HEADER = "contents/header.xml"
_MANIFEST = "meta-inf/manifest.xml"
_OFFICE = {
    "word/": ("(워드 문서)", " (it seems of Word)"),
    "xl/": ("(엑셀 문서)", " (it seems of Excel)"),
    "ppt/": ("(파워포인트 문서)", " (it seems of PowerPoint)"),
}


def read(content: bytes, name: str) -> Lines:
    """The paragraphs of the body in reading order, numbered through the document from 1.

    A table's row is one line, its cells parted by tabs, up to the first paragraph of a cell that holds
    several; the others are lines of their own. A merged cell is given once, in its first row; an empty
    cell stays a cell. Numbers and bullets that the format sets by itself are part of the text. Text that
    a tracked change has deleted is left out. Headers, footers, notes and memos are `beside` the lines.
    """
    archive = Archive(content, name)
    sections = sorted(
        (int(match[1]), entry) for entry in archive.entries if (match := _SECTION.fullmatch(entry))
    )
    if not sections:
        raise Unreadable(
            name,
            f"HWPX 문서가 아닌 압축 파일입니다{_seems(archive, 0)}. 텍스트, PDF 또는 HWPX 파일을 주세요.",
            f"This archive is no HWPX document{_seems(archive, 1)}. Give a text, PDF or HWPX file.",
        )
    if _MANIFEST in archive.entries and b"encryption-data" in archive.content(_MANIFEST):
        raise Unreadable(
            name,
            "암호가 걸린 HWPX입니다. 암호를 풀어 저장한 파일을 주세요.",
            "The HWPX is locked by a password. Give one saved without.",
        )
    body = Body(archive.xml(_HEADER) if _HEADER in archive.entries else None)
    lines = Lines.of(name, (row for _, entry in sections for row in body.section(archive.xml(entry))))
    if not lines:
        raise Unreadable(
            name,
            "HWPX 문서의 본문에 글자가 없습니다. 내용이 있는 파일을 주세요.",
            "The body of the HWPX holds no text. Give a file that has some.",
        )
    return replace(lines, beside=Lines.of(name, body.beside).all)


def _seems(archive: Archive, language: int) -> str:
    for folder, said in _OFFICE.items():
        if any(entry.startswith(folder) for entry in archive.entries):
            return said[language]
    return ""
