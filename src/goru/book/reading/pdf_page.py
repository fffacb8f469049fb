"""The lines of one PDF page: print in the order of its content, ruled tables row by row."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from ctypes import byref, c_void_p, cast
from itertools import chain

import pypdfium2
import pypdfium2.raw as pdfium

from goru.book.reading.empty_cells import NO_VALUE, without_value
from goru.book.reading.inline import raised
from goru.book.reading.rows import cell_name, row_of
from goru.book.reading.rulings import At, RuledTable

_BROKEN_HYPHEN = "\ufffe"
"""What PDFium gives for a hyphen that ends a line, and joins the next line to it."""

_LINE = re.compile(rf"[^\r\n{_BROKEN_HYPHEN}]+{_BROKEN_HYPHEN}?")
_SEAM = re.compile(r"(?<=\S)( (?=\S)|(?=[◈§▪□※]))")
"""Where one line or cell may end and another begin: at a blank, or before a bullet."""

_WIDE = 1.5
"""From how many times the size of its letters on a blank parts the cells of a table."""

_VISIBLE = 3.0
"""Points: a blank that is narrower parts nothing."""

_APART = 0.6
"""How wide the blank between letters of one word is at least, where they are set apart."""

_NOTE = re.compile(r"(?<=[\w%)\]'])( ?)((?:주 ?)?\d{1,2}\)?|\*{1,3})(?![\d,.%]*\d)")
"""What may be the mark of a note, or a power, if it is set smaller and higher than what stands before."""

_GONE = "\0"
_SYLLABLE = re.compile("[가-힣]")

Where = tuple[RuledTable, At] | None
"""The cell of a table, or none."""

InCell = tuple[str, str | None]
"""A line, and the name of the first cell that stands on it; none outside tables."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class PageText:
    """The text of a page and where its letters stand."""

    def __init__(self, page: pypdfium2.PdfTextPage, tables: Sequence[RuledTable]) -> None:
        self._page = page
        self._tables = sorted(tables, key=lambda table: table.xs[-1] - table.xs[0])
        self._rect = pdfium.FS_RECTF()
        self._at_rect = byref(self._rect)
        text = page.get_text_range()
        self._is_plain = len(text) == page.count_chars()
        self._text = self._without_notes(text)

    def lines(self) -> Iterator[InCell]:
        """The lines, a tab between cells."""
        tables = 0
        for part in self._in_order():
            if isinstance(part, str):
                yield from ((line, None) for line in part.replace(_GONE, "").split("\n"))
            else:
                tables += 1
                yield from _rows(*part, f"표 {tables}")

    def _in_order(self) -> list[str | tuple[RuledTable, dict[At, list[str]]]]:
        """Lines of print, and each table with the lines of its cells where its first letter stands."""
        parts: list[str | tuple[RuledTable, dict[At, list[str]]]] = []
        held: dict[RuledTable, dict[At, list[str]]] = {}
        for line in _LINE.finditer(self._text):
            for place, first, last in self._pieces(*line.span()):
                if place is None:
                    parts.append(self._print(first, last, "\t"))
                    continue
                table, cell = place
                if table not in held:
                    held[table] = defaultdict(list)
                    parts.append((table, held[table]))
                held[table][cell] += self._print(first, last, " ").split("\n")
        return parts

    def _pieces(self, first: int, end: int) -> Iterator[tuple[Where, int, int]]:
        """The letters of a line, from the first to the last, by the cells in which they stand."""
        line = self._text[first:end]
        if not (letters := line.strip()):
            return
        first += len(line) - len(line.lstrip())
        last = first + len(letters) - 1
        if not self._tables:
            yield None, first, last
            return
        found: list[tuple[Where, int, int]] = []
        for place, begins, ends in self._halved(first, last, self._place(first), self._place(last)):
            begin = begins
            if found and found[-1][0] == place:
                begin = found.pop()[1]
            elif found and (word := self._word_across(*found[-1][1:], ends)):
                before, start, _ = found.pop()
                begin = word[1] + 1 if sum(word) // 2 < begins else word[0]
                if start < begin:
                    found.append((before, start, begin - 1))
            if begin <= ends:
                found.append((place, begin, ends))
        yield from found

    def _word_across(self, first: int, border: int, last: int) -> tuple[int, int] | None:
        """The first and the last letter of a word, printed as one, that goes on behind a border: its cell is too narrow."""
        whole = self._object(border)
        if self._text[border + 1].isspace() or self._object(border + 1) != whole:
            return None
        begin, end = border, border + 1
        while begin > first and not self._text[begin - 1].isspace() and self._object(begin - 1) == whole:
            begin -= 1
        while end < last and not self._text[end + 1].isspace() and self._object(end + 1) == whole:
            end += 1
        return begin, end

    def _object(self, at: int) -> int | None:
        """Which of the page's objects a letter belongs to."""
        return cast(pdfium.FPDFText_GetTextObject(self._page.raw, self._index(at)), c_void_p).value

    def _halved(self, first: int, last: int, begins: Where, ends: Where) -> Iterator[tuple[Where, int, int]]:
        if begins == ends or first == last:
            yield begins, first, last
            return
        half = (first + last) // 2
        while self._text[half].isspace():
            half -= 1
        after = half + 1
        while self._text[after].isspace():
            after += 1
        yield from self._halved(first, half, begins, self._place(half))
        yield from self._halved(after, last, self._place(after), ends)

    def _place(self, at: int) -> Where:
        left, bottom, right, top = self._box(at)
        for table in self._tables:
            cell = table.cell_at((left + right) / 2, (bottom + top) / 2)
            if cell is not None:
                return table, cell
        return None

    def _print(self, first: int, last: int, parting: str) -> str:
        """A piece of a line: `parting` for each blank wider than between words, a line's end where PDFium missed it."""
        end = last + 1
        words, partings, wide, begin = [], [], [], first
        for seam in _SEAM.finditer(self._text, first, end):
            parted, blank = self._gap(seam, parting)
            words.append(self._text[begin : seam.start()])
            partings.append(parted)
            wide.append(blank)
            begin = seam.end()
        words.append(self._text[begin:end])
        if max(wide, default=0.0) >= _APART:
            _join_letters(words, partings, wide)
        whole = "".join(chain.from_iterable(zip(words, [*partings, ""], strict=True)))
        return whole.replace(_BROKEN_HYPHEN, "-").replace(_GONE, "")

    def _gap(self, seam: re.Match[str], parting: str) -> tuple[str, float]:
        """What parts two words, and how wide it is in letters where the print has no blank of its own."""
        before, after = self._box(seam.start() - 1), self._box(seam.end())
        if after[3] < before[1]:
            return "\n", 0.0
        wide = after[0] - before[2]
        if wide < _VISIBLE:
            return seam[0], 0.0
        wide /= pdfium.FPDFText_GetFontSize(self._page.raw, self._index(seam.start() - 1)) or 1.0
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
        """The letter's number on the page, which counts also what is no text."""
        return at if self._is_plain else pdfium.FPDFText_GetCharIndexFromTextIndex(self._page.raw, at)

    def _box(self, at: int) -> Box:
        rect = self._rect
        pdfium.FPDFText_GetLooseCharBox(self._page.raw, self._index(at), self._at_rect)
        return rect.left, rect.bottom, rect.right, rect.top


def _rows(table: RuledTable, held: dict[At, list[str]], name: str) -> Iterator[InCell]:
    """The rows of a table, an empty cell among figures as the plan's dash."""
    rows: dict[int, list[At]] = defaultdict(list)
    for cell in sorted(set(table.cells.values())):
        rows[cell[0]].append(cell)
    missing = without_value({cell: "\n".join(held.get(cell, ())) for row in rows.values() for cell in row})
    for row in rows.values():
        texts = ((cell, [NO_VALUE] if cell in missing else held.get(cell) or [""]) for cell in row)
        cells: Iterator[list[InCell]] = (
            [(line, f"{name} {cell_name(*cell)}") for line in lines] for cell, lines in texts
        )
        yield from row_of(cells, _joined)


def _joined(line: InCell, cell: InCell) -> InCell:
    """A cell behind others of its row; the line has its place from the first that is not empty."""
    return f"{line[0]}\t{cell[0]}", line[1] if line[0].strip() else cell[1]


def _join_letters(words: Sequence[str], partings: list[str], wide: Sequence[float]) -> None:
    """Letters of one word that are set apart, three at least and no print between them, are together again."""
    first = 0
    for at in range(1, len(words) + 1):
        goes_on = at < len(words) and wide[at - 1] >= _APART and partings[at - 1] != "\n"
        if goes_on and _SYLLABLE.fullmatch(words[at - 1]) and _SYLLABLE.fullmatch(words[at]):
            continue
        if at - first > 2:
            narrow = min(wide[first : at - 1])
            partings[first : at - 1] = ["" if blank < 1.6 * narrow else " " for blank in wide[first : at - 1]]
        first = at
