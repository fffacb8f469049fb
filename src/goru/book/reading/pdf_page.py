"""The lines of one PDF page: print in the order of its content, ruled tables row by row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double

import pypdfium2
import pypdfium2.raw as pdfium

from goru.book.reading.drawing import rulings_of
from goru.book.reading.empty_cells import NO_VALUE, without_value
from goru.book.reading.inline import raised
from goru.book.reading.rulings import At, RuledTable, tables_of
from goru.book.reading.rows import row_of

_BROKEN_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen that ends a line, and joins the next line to it."""

_LINE = re.compile(rf"[^\r\n{_BROKEN_HYPHEN}]+{_BROKEN_HYPHEN}?")
_SEAM = re.compile(r"(?<=\S)( (?=\S)|(?=[◈§▪□※]))")
"""Where one line or cell may end and another begin: at a blank, or before a bullet."""

_WIDE = 1.5
"""From how many times the size of its letters on a blank parts the cells of a table."""

_APART = 0.6
"""How wide the blank between letters of one word is at least, where they are set apart."""

_NOTE = re.compile(r"(?<=[\w%)\]'])( ?)((?:주 ?)?\d{1,2}\)?|\*{1,3})(?![\d,.%]*\d)")
"""What may be the mark of a note, or a power, if it is set smaller and higher than what stands before."""

_GONE = "\0"
_SYLLABLE = re.compile("[가-힣]")

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class PageText:
    """The text of a page and where its letters stand."""

    def __init__(self, page: pypdfium2.PdfTextPage, tables: Sequence[RuledTable]) -> None:
        self._page = page
        self._tables = sorted(tables, key=lambda table: table.xs[-1] - table.xs[0])
        self._text = self._without_notes(page.get_text_range())

    def lines(self) -> Iterator[str]:
        """The lines, a tab between cells."""
        for part in self._in_order():
            if isinstance(part, str):
                yield from part.replace(_GONE, "").split("\n")
            else:
                yield from _rows(*part)

    def _in_order(self) -> list[str | tuple[RuledTable, dict[At, list[str]]]]:
        """Lines of print, and each table with the lines of its cells where its first letter stands."""
        parts: list[str | tuple[RuledTable, dict[At, list[str]]]] = []
        held: dict[RuledTable, dict[At, list[str]]] = {}
        for line in _LINE.finditer(self._text):
            letters = [at for at in range(*line.span()) if not self._text[at].isspace()]
            for place, first, last in self._pieces(letters):
                if place is None:
                    parts.append(self._print(first, last, "\t"))
                    continue
                table, cell = place
                if table not in held:
                    held[table] = defaultdict(list)
                    parts.append((table, held[table]))
                held[table][cell] += self._print(first, last, " ").split("\n")
        return parts

    def _pieces(self, letters: Sequence[int]) -> Iterator[tuple[tuple[RuledTable, At] | None, int, int]]:
        """The letters of a line by the cells in which they stand."""
        if not letters:
            return
        if not self._tables:
            yield None, letters[0], letters[-1]
            return
        found: list[tuple[tuple[RuledTable, At] | None, int, int]] = []
        for place, first, last in self._halved(letters, self._place(letters[0]), self._place(letters[-1])):
            if found and found[-1][0] == place:
                found[-1] = (place, found[-1][1], last)
            else:
                found.append((place, first, last))
        yield from found

    def _halved(
        self, letters: Sequence[int], first: tuple[RuledTable, At] | None, last: tuple[RuledTable, At] | None
    ) -> Iterator[tuple[tuple[RuledTable, At] | None, int, int]]:
        if first == last or len(letters) == 1:
            yield first, letters[0], letters[-1]
            return
        half = len(letters) // 2
        yield from self._halved(letters[:half], first, self._place(letters[half - 1]))
        yield from self._halved(letters[half:], self._place(letters[half]), last)

    def _place(self, at: int) -> tuple[RuledTable, At] | None:
        left, bottom, right, top = self._box(at)
        for table in self._tables:
            cell = table.cell_at((left + right) / 2, (bottom + top) / 2)
            if cell is not None:
                return table, cell
        return None

    def _print(self, first: int, last: int, parting: str) -> str:
        """A piece of a line: `parting` for each blank wider than between words, a line's end where PDFium missed it."""
        end = last + 1
        words, gaps, begin = [], [], first
        for seam in _SEAM.finditer(self._text, first, end):
            words.append(self._text[begin : seam.start()])
            gaps.append(self._gap(seam, parting))
            begin = seam.end()
        words.append(self._text[begin:end])
        return _joined(words, gaps).replace(_BROKEN_HYPHEN, "-").replace(_GONE, "")

    def _gap(self, seam: re.Match[str], parting: str) -> tuple[str, float]:
        """What parts two words, and how wide it is in letters where the print has no blank of its own."""
        before, after = self._box(seam.start() - 1), self._box(seam.end())
        if after[3] < before[1]:
            return "\n", 0.0
        size = self._size(seam.start() - 1) or 1.0
        wide = (after[0] - before[2]) / size
        is_set = seam[0] and not pdfium.FPDFText_IsGenerated(self._page.raw, self._index(seam.start()))
        return (parting if wide > _WIDE else seam[0]), 0.0 if is_set else wide

    def _without_notes(self, text: str) -> str:
        """The text without the marks of notes, as long as before."""
        letters = list(text)
        for found in _NOTE.finditer(text):
            before = self._box(found.start() - 1)
            mark = next((at for at in range(*found.span(2)) if self._is_raised(at, before)), None)
            if mark is None:
                continue
            kept = raised(text[mark : found.end()], text[max(0, mark - 9) : mark].rstrip())
            start = found.start() if mark == found.start(2) else mark
            letters[start : found.end()] = kept.ljust(found.end() - start, _GONE)
        return "".join(letters)

    def _is_raised(self, at: int, before: Box) -> bool:
        _, bottom, _, top = self._box(at)
        high = before[3] - before[1]
        return before[1] + 0.15 * high < bottom < before[3] and top - bottom < 0.9 * high

    def _index(self, at: int) -> int:
        return pdfium.FPDFText_GetCharIndexFromTextIndex(self._page.raw, at)

    def _size(self, at: int) -> float:
        return pdfium.FPDFText_GetFontSize(self._page.raw, self._index(at))

    def _box(self, at: int) -> Box:
        rect = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self._page.raw, self._index(at), byref(rect))
        return rect.left, rect.bottom, rect.right, rect.top


def _rows(table: RuledTable, held: dict[At, list[str]]) -> Iterator[str]:
    """The rows of a table, an empty cell among figures as the plan's dash."""
    rows: dict[int, list[At]] = defaultdict(list)
    for cell in sorted(set(table.cells.values())):
        rows[cell[0]].append(cell)
    missing = without_value({cell: "\n".join(held.get(cell, ())) for row in rows.values() for cell in row})
    for row in rows.values():
        lines = [[NO_VALUE] if cell in missing else held.get(cell) or [""] for cell in row]
        yield from row_of(lines, lambda line, cell: f"{line}\t{cell}")


def _joined(words: Sequence[str], gaps: Sequence[tuple[str, float]]) -> str:
    """The words with what parts them; letters of one word that are set apart are together again."""
    partings = [parting for parting, _ in gaps]
    for first, last in _set_apart(words, gaps):
        narrow = min(wide for _, wide in gaps[first:last])
        for at in range(first, last):
            partings[at] = "" if gaps[at][1] < 1.6 * narrow else " "
    return "".join(piece for pair in zip(words, [*partings, ""], strict=True) for piece in pair)


def _set_apart(words: Sequence[str], gaps: Sequence[tuple[str, float]]) -> Iterator[tuple[int, int]]:
    """The first and the last of at least three single letters with wide blanks between them that the print only leaves."""
    first = 0
    for at in range(1, len(words) + 1):
        goes_on = at < len(words) and all(_SYLLABLE.fullmatch(word) for word in words[at - 1 : at + 1])
        if goes_on and gaps[at - 1][0] != "\n" and gaps[at - 1][1] >= _APART:
            continue
        if at - first > 2:
            yield first, at - 1
        first = at
