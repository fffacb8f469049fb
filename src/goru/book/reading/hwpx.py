"""Paragraphs and tables of HWPX files (OWPML, KS X 6101)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from goru.book.reading.archive import Archive
from goru.book.reading.lines import Lines, Row, Unreadable

_SECTION = re.compile(r"^Contents/section(\d{1,6})\.xml$", re.IGNORECASE)
_MANIFEST = "META-INF/manifest.xml"
_SPOKEN = {"lineBreak": "\n", "tab": " ", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_OFFICE = {
    "word/": ("(워드 문서)", " (it seems of Word)"),
    "xl/": ("(엑셀 문서)", " (it seems of Excel)"),
    "ppt/": ("(파워포인트 문서)", " (it seems of PowerPoint)"),
}
_NOT_BODY = {"ctrl", "secPr", "shapeComment", "linesegarray"}
"""Headers, footers, notes, hidden comments and fields (all within `ctrl`), settings, alternative texts."""


def read(content: bytes, name: str) -> Lines:
    """The paragraphs of the body in reading order, numbered through the document from 1.

    A table's row is one line, its cells parted by tabs, up to the first paragraph of a cell that holds
    several; the others are lines of their own. A merged cell is given once, in its first row. Text
    that a tracked change has deleted is left out.
    """
    archive = Archive(content, name)
    sections = sorted((int(match[1]), entry) for entry in archive.entries if (match := _SECTION.match(entry)))
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
    body = _Body()
    lines = Lines.of(name, (row for _, entry in sections for row in body.section(archive.xml(entry))))
    if not lines:
        raise Unreadable(
            name,
            "HWPX 문서에 글자가 없습니다. 내용이 있는 파일을 주세요.",
            "The HWPX holds no text. Give a file that has some.",
        )
    return lines


def _seems(archive: Archive, language: int) -> str:
    for folder, said in _OFFICE.items():
        if any(entry.startswith(folder) for entry in archive.entries):
            return said[language]
    return ""


class _Body:
    """Walks the sections of one document and counts their paragraphs and tables."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._tables = 0
        self._deletions: set[str] = set()
        self._ends: set[str] = set()

    def section(self, root: etree._Element) -> Iterator[Row]:
        """The rows of one section."""
        self._deletions.clear()
        self._ends = {_id(end) for end in root.iter("{*}deleteEnd")}
        yield from self._in_paragraphs(root, None)

    def _in_paragraphs(self, parent: etree._Element, cell: str | None) -> Iterator[Row]:
        for paragraph in parent.iterchildren("{*}p"):
            yield from self._paragraph(paragraph, cell)

    def _paragraph(self, paragraph: etree._Element, cell: str | None) -> list[Row]:
        """The paragraph's own text, in one piece, with the objects anchored in it before or after."""
        self._paragraphs += 1
        number, text = self._paragraphs, ""
        before: list[Row] = []
        after: list[Row] = []
        for part in paragraph.iterchildren("{*}run"):
            for child in part.iterchildren(etree.Element):
                if _tag(child) == "t":
                    text += self._text(child)
                elif not self._deletions:
                    (after if text.strip() else before).extend(self._object(child, cell))
        # A deletion that no mark ends would swallow the rest of the document: it ends here.
        self._deletions &= self._ends
        own: list[Row] = [(line, number, None, cell) for line in text.split("\n")]
        return [*before, *own, *after]

    def _text(self, element: etree._Element) -> str:
        """The text of a run. Tabs become blanks: in a line, a tab parts cells."""
        pieces = [element.text or ""] if not self._deletions else []
        for child in element.iterchildren(etree.Element):
            tag = _tag(child)
            if tag == "deleteBegin":
                self._deletions.add(_id(child))
            elif tag == "deleteEnd":
                self._deletions.discard(_id(child))
            elif not self._deletions:
                pieces.append(_SPOKEN.get(tag, ""))
            if not self._deletions:
                pieces.append(child.tail or "")
        return "".join(pieces).replace("\t", " ")

    def _object(self, element: etree._Element, cell: str | None) -> Iterator[Row]:
        """What stands in a table, a text box, a caption; nothing for a picture."""
        tag = _tag(element)
        if tag in _NOT_BODY:
            return
        if tag == "tbl":
            yield from self._table(element)
        elif tag == "subList":
            yield from self._in_paragraphs(element, cell)
        else:
            for child in element.iterchildren(etree.Element):
                yield from self._object(child, cell)

    def _table(self, table: etree._Element) -> Iterator[Row]:
        self._tables += 1
        name = f"표 {self._tables}"
        for caption in table.iterchildren("{*}caption"):
            yield from self._object(caption, None)
        for number, row in enumerate(table.iterchildren("{*}tr")):
            yield from self._row(row, name, number)

    def _row(self, row: etree._Element, table: str, row_number: int) -> list[Row]:
        lines: list[Row] = []
        is_open = False
        for column, cell in enumerate(row.iterchildren("{*}tc")):
            paragraphs = list(self._cell(cell, f"{table} {_address(cell, row_number, column)}"))
            if is_open and paragraphs:
                text, number, page, place = lines.pop()
                paragraphs[0] = (f"{text}\t{paragraphs[0][0]}", number, page, place)
            lines.extend(paragraphs)
            is_open = len(paragraphs) == 1 or (is_open and not paragraphs)
        return lines

    def _cell(self, cell: etree._Element, place: str) -> Iterator[Row]:
        for sub_list in cell.iterchildren("{*}subList"):
            for line in self._in_paragraphs(sub_list, place):
                if line[0].strip():
                    yield line


def _tag(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def _id(mark: etree._Element) -> str:
    return mark.get("TcId") or mark.get("Id") or ""


def _address(cell: etree._Element, row: int, column: int) -> str:
    """The cell as a worksheet names it: B2 for the second cell of the second row; counted where it does not say."""
    place, letters = cell.find("{*}cellAddr"), ""
    if place is not None:
        row, column = _number(place.get("rowAddr"), row), _number(place.get("colAddr"), column)
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return f"{letters}{row + 1}"


def _number(stated: str | None, counted: int) -> int:
    return int(stated) if stated and re.fullmatch("[0-9]{1,4}", stated) else counted
