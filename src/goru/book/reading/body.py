"""The paragraphs and tables of HWPX sections as lines, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from goru.book.reading import inline
from goru.book.reading.elements import children, tag
from goru.book.reading.empty_cells import NO_VALUE, without_value
from goru.book.reading.grid import Place, rows_of
from goru.book.reading.lines import Row
from goru.book.reading.numbering import Numbering
from goru.book.reading.rows import row_of

_NO_TEXT = {"secPr", "shapeComment", "linesegarray", "parameters"}
"""Settings and alternative texts."""

_BESIDE = {"header", "footer", "footNote", "endNote", "fieldBegin"}
"""A field begins with what its memo says; its own words stand in the text."""


class Body:
    """Walks the sections of one document and counts their paragraphs and tables.

    `beside` are the lines of headers, footers, notes and memos that were met, which belong to no place in the text.
    """

    def __init__(self, header: etree._Element | None) -> None:
        self._numbering = Numbering(header)
        self._counters = inline.Counters()
        self._raised = _raised(header)
        self._paragraphs = 0
        self._tables = 0
        self._deletions: set[str] = set()
        self._ends: set[str] = set()
        self.beside: list[Row] = []

    def section(self, root: etree._Element) -> Iterator[Row]:
        """The rows of one section."""
        self._deletions.clear()
        self._ends = {_id(end) for end in root.iter("{*}deleteEnd")}
        settings = next(root.iter("{*}secPr"), None)
        self._numbering.outline = "" if settings is None else settings.get("outlineShapeIDRef", "")
        self._numbering.look_at((paragraph, _plain(paragraph)) for paragraph in root.iter("{*}p"))
        yield from self._in_paragraphs(root, None)

    def _in_paragraphs(self, parent: etree._Element, cell: str | None) -> Iterator[Row]:
        for paragraph in children(parent, "p"):
            yield from self._paragraph(paragraph, cell)

    def _paragraph(self, paragraph: etree._Element, cell: str | None) -> list[Row]:
        """The paragraph's own text, in one piece, with the objects anchored in it before or after."""
        self._paragraphs += 1
        number, text = self._paragraphs, ""
        before: list[Row] = []
        after: list[Row] = []
        for part, is_raised in self._parts(paragraph):
            letters = self._letters(part)
            if letters is not None:
                text += inline.raised(letters, text) if is_raised else letters
            elif not self._deletions:
                (after if text.strip() else before).extend(self._object(part, cell))
        # A deletion that no mark ends would swallow the rest of the document: it ends here.
        self._deletions &= self._ends
        if mark := self._numbering.mark(paragraph, text):
            text = f"{mark} {text}"
        own: list[Row] = [(line, number, None, cell) for line in text.split("\n")]
        return [*before, *own, *after]

    def _parts(self, paragraph: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
        """What the paragraph's runs hold, and whether it is set as superscript."""
        for child in children(paragraph):
            if tag(child) != "run":
                yield child, False
                continue
            is_raised = child.get("charPrIDRef") in self._raised
            for part in children(child):
                yield from ((one, is_raised) for one in (children(part) if tag(part) == "ctrl" else (part,)))

    def _letters(self, element: etree._Element) -> str | None:
        """The letters of what stands in the line, none for an object."""
        name = tag(element)
        if name == "t":
            return self._text(element)
        if name not in inline.LETTERS and name not in ("autoNum", "newNum"):
            return None
        if self._deletions:
            return ""
        if name == "newNum":
            self._counters.restart(element)
            return ""
        return self._counters.next(element) if name == "autoNum" else inline.LETTERS[name](element)

    def _text(self, element: etree._Element) -> str:
        """The text of a run. Tabs become blanks: in a line, a tab parts cells."""
        pieces = [element.text or ""] if not self._deletions else []
        for child in children(element):
            name = tag(child)
            if name == "deleteBegin":
                self._deletions.add(_id(child))
            elif name == "deleteEnd":
                self._deletions.discard(_id(child))
            elif not self._deletions:
                pieces += [inline.spoken(name), self._letters(child) or "".join(map(str, child.itertext()))]
            if not self._deletions:
                pieces.append(child.tail or "")
        return "".join(pieces).replace("\t", " ")

    def _object(self, element: etree._Element, cell: str | None) -> Iterator[Row]:
        """What stands in a table, a text box, a caption; nothing for a picture."""
        name = tag(element)
        if name in _NO_TEXT:
            return
        if name in _BESIDE:
            self.beside += [row for part in children(element) for row in self._object(part, None)]
        elif name == "tbl":
            yield from self._table(element)
        elif name == "subList":
            yield from self._in_paragraphs(element, cell)
        elif name == "textart":
            yield from self._words(element.get("text", ""), cell)
        elif name != "hiddenComment":
            for child in children(element):
                yield from self._object(child, cell)

    def _words(self, text: str, cell: str | None) -> Iterator[Row]:
        """The lines of 글맵시, which names its line ends by their pictures too."""
        for line in text.replace("␍␊", "\n").replace("␊", "\n").splitlines():
            yield line, self._paragraphs, None, cell

    def _table(self, table: etree._Element) -> Iterator[Row]:
        self._tables += 1
        name = f"표 {self._tables}"
        captions = list(children(table, "caption"))
        below = [caption for caption in captions if caption.get("side") == "BOTTOM"]
        for caption in captions:
            if caption not in below:
                yield from self._object(caption, None)
        yield from self._rows(table, name)
        for caption in below:
            yield from self._object(caption, None)

    def _rows(self, table: etree._Element, name: str) -> Iterator[Row]:
        rows = [
            [(place, self._cell(place, f"{name} {place.name}")) for place in row] for row in rows_of(table)
        ]
        texts = {place.at: "\n".join(row[0] for row in held) for row in rows for place, held in row}
        missing = without_value(texts)
        for row in rows:
            cells = (_valued(held) if place.at in missing else held for place, held in row)
            yield from row_of(cells, _joined)

    def _cell(self, place: Place, name: str) -> list[Row]:
        if place.cell is None:
            return [("", self._paragraphs, None, name)]
        held = list(children(place.cell, "subList")) or [place.cell]
        rows = [row for one in held for row in self._in_paragraphs(one, name)]
        return [row for row in rows if row[0].strip()] or [("", self._paragraphs, None, name)]


def _valued(empty: Iterable[Row]) -> list[Row]:
    return [(NO_VALUE, number, page, cell) for _, number, page, cell in empty]


def _joined(line: Row, cell: Row) -> Row:
    """A cell behind others of its row; the line has its place from the first that is not empty."""
    _, number, page, place = line if line[0].strip() else cell
    return f"{line[0]}\t{cell[0]}", number, page, place


def _plain(paragraph: etree._Element) -> str:
    return "".join(map(str, paragraph.xpath("*[local-name()='run']/*[local-name()='t']//text()")))


def _raised(header: etree._Element | None) -> set[str]:
    """The shapes of superscript letters."""
    shapes = () if header is None else header.iter("{*}charPr")
    return {shape.get("id", "") for shape in shapes if next(children(shape, "supscript"), None) is not None}


def _id(mark: etree._Element) -> str:
    return mark.get("TcId") or mark.get("Id") or ""
