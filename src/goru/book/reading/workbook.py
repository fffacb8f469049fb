"""The cells of XLSX workbooks (OOXML SpreadsheetML): what stands in each, and how a person sees it there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from lxml import etree

from goru.book.cells import Cell, CellAt, CellKind, Merged, Sheet
from goru.book.reading.archive import Archive
from goru.book.reading.elements import children, number_of
from goru.book.reading.lines import Unreadable, require_length

BOOK = "xl/workbook.xml"
MOST_CELLS = 100_000
"""Of all sheets, those that hold anything; the workbook of the largest plan has some ten thousand."""

MOST_MERGED = 500
"""Runs of cells made one, of a sheet; the others are left aside."""

MOST_COLUMNS = 200
"""Of a sheet; what stands further right is none of the program's."""

_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATED_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_DATES, _PERCENT = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}, {9, 10}
"""The formats that have no text of their own (ECMA-376 part 1, 18.8.30), those of Korea among them."""

_NO_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_FIRST_DAY = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001 - days without a clock


def is_workbook(content: bytes, name: str) -> bool:
    """Whether a file is an XLSX workbook, by what it is."""
    return content.startswith(b"PK") and BOOK in Archive(content, name).entries


def read(content: bytes, name: str, *, most: int = MOST_CELLS) -> list[Sheet]:
    """The sheets of a workbook, hidden ones too. Raises Unreadable where it is none, damaged or has more than `most` cells."""
    archive = Archive(content, name)
    if BOOK not in archive.entries:
        raise Unreadable(name, "엑셀(XLSX) 통합 문서가 아닙니다.", "This is no XLSX workbook.")
    return list(_Book(archive, most).sheets())


class _Book:
    def __init__(self, archive: Archive, most: int) -> None:
        self.archive, self.most = archive, most
        self.root = archive.xml(BOOK)
        settings = next(self.root.iter("{*}workbookPr"), None)
        self.first_day = _FIRST_DAY[settings is not None and settings.get("date1904") in ("1", "true")]
        self.related = {
            one.get("Id"): one.get("Target", "") for one in self._root_of("_rels/workbook.xml.rels")
        }
        self.texts = [_letters(one) for one in children(self._root_of("sharedstrings.xml"), "si")]
        self.kinds = list(_kinds(self._root_of("styles.xml")))
        self.cells = 0
        require_length(sum(map(len, self.texts)), archive.name)

    def sheets(self) -> Iterator[Sheet]:
        for one in self.root.iter("{*}sheet"):
            target = self.related.get(one.get(_RELATED) or one.get(_RELATED_STRICT) or "", "").lower()
            entry = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if entry in self.archive.entries:
                root = self.archive.xml(entry)
                yield Sheet(
                    name=one.get("name", ""),
                    cells=list(self._cells(root)),
                    merged=list(islice(_merged(root), MOST_MERGED)),
                )

    def _root_of(self, entry: str) -> etree._Element:
        at = f"xl/{entry}"
        return self.archive.xml(at) if at in self.archive.entries else etree.Element("none")

    def _cells(self, root: etree._Element) -> Iterator[CellAt]:
        row = -1
        letters = 0
        for line in root.iter("{*}row"):
            row = _number(line.get("r"), row + 2) - 1
            column = -1
            for cell in children(line, "c"):
                column = _place(cell.get("r", ""), (row, column + 1))[1]
                found = self._cell(cell) if column < MOST_COLUMNS else None
                if found:
                    self.cells += 1
                    letters += len(found.text)
                    yield CellAt(row, column, *found)
            self._require_bounds(letters)

    def _require_bounds(self, letters: int) -> None:
        require_length(letters, self.archive.name)
        if self.cells > self.most:
            raise Unreadable(
                self.archive.name,
                f"통합 문서에 값이 너무 많습니다. 칸 {self.most:,}개까지 읽습니다.",
                f"The workbook holds too much. Up to {self.most:,} cells are read.",
            )

    def _cell(self, cell: etree._Element) -> Cell | None:
        """What stands in a cell; None where nothing does."""
        type_, value = cell.get("t", "n"), next(children(cell, "v"), None)
        said = "" if value is None else "".join(map(str, value.itertext()))
        if type_ == "inlineStr":
            said = "".join(_letters(one) for one in children(cell, "is"))
        elif not said:
            is_open = type_ != "str" and next(children(cell, "f"), None) is not None
            return Cell(CellKind.UNKNOWN, "") if is_open else None
        match type_:
            case "s":
                at = _number(said, -1)
                said = self.texts[at] if 0 <= at < len(self.texts) else ""
            case "b":
                return Cell(CellKind.TRUTH, "TRUE" if said == "1" else "FALSE")
            case "e":
                return Cell(CellKind.ERROR, said)
            case "d":
                return Cell(CellKind.DATE, said[:10])
            case "n":
                return self._number(said, number_of(cell, "s", 0))
        return Cell(CellKind.TEXT, said) if said.strip() else None

    def _number(self, said: str, style: int) -> Cell:
        kind = self.kinds[style] if style < len(self.kinds) else CellKind.NUMBER
        try:
            value = float(said)
        except ValueError:
            return Cell(CellKind.TEXT, said)
        if kind == CellKind.DATE and 0 <= value < 3_000_000:
            return Cell(kind, (self.first_day + timedelta(days=value)).date().isoformat())
        if kind == CellKind.PERCENT:
            return Cell(kind, f"{_plain(value * 100)}%")
        return Cell(CellKind.NUMBER, _plain(value))


def _plain(value: float) -> str:
    """A number without what binary fractions add to it (0.1 + 0.2): fifteen digits, as spreadsheets show it."""
    said = f"{value:.15g}"
    return f"{float(said):.0f}" if "e" in said and abs(value) >= 1 else said


def _number(said: str | None, otherwise: int) -> int:
    return int(said) if said and re.fullmatch("[0-9]{1,7}", said) else otherwise


def _place(reference: str, otherwise: tuple[int, int]) -> tuple[int, int]:
    found = _REFERENCE.fullmatch(reference)
    if not found:
        return otherwise
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _merged(root: etree._Element) -> Iterator[Merged]:
    for one in root.iter("{*}mergeCell"):
        first, _colon, last = one.get("ref", "").partition(":")
        start = _place(first, (-1, -1))
        end = _place(last, (-1, -1))
        if min(*start, *end) >= 0:
            yield Merged(*start, *end)


def _letters(item: etree._Element) -> str:
    """The letters of a shared or inline text, without how they are read (phonetic runs)."""
    runs = [item, *children(item, "r")]
    said = "".join("".join(map(str, text.itertext())) for run in runs for text in children(run, "t"))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), said)


def _kinds(styles: etree._Element) -> Iterator[CellKind]:
    """How numbers of each style are shown."""
    own = {_number(one.get("numFmtId"), 0): one.get("formatCode", "") for one in styles.iter("{*}numFmt")}
    for formats in children(styles, "cellXfs"):
        for one in children(formats, "xf"):
            yield _kind(_number(one.get("numFmtId"), 0), own)


def _kind(number: int, own: dict[int, str]) -> CellKind:
    if number not in own:
        is_date, is_percent = number in _DATES, number in _PERCENT
    else:
        letters = _NO_LETTERS.sub("", own[number].partition(";")[0]).lower()
        is_percent = "%" in letters
        is_date = letters != "general" and any(one in letters for one in "ymdhs")
    return CellKind.PERCENT if is_percent else CellKind.DATE if is_date else CellKind.NUMBER
