"""The list of a register's cases, read from a workbook as spreadsheets and people leave it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from goru.book.cells import Cell, CellKind, Sheet
from goru.book.reading import workbook
from goru.book.reading.lines import Unreadable
from goru.core.text import normalise
from goru.domain.registers.reading import UnreadableFile
from goru.domain.registers.rules.definition import RegisterDefinition
from goru.domain.registers.rules.listing import NO, YES, Column, Listed, ListedRow, Part, column_named

STAMP = "고루 대장"
"""The hidden sheet that says which register a list is of, and by which definition."""

MOST_CELLS = 400_000
"""Of a file: ten thousand rows of forty columns."""

_HEAD_WITHIN = 20
"""Rows of a sheet among which its heads stand."""


def listed_in(content: bytes, name: str, said: RegisterDefinition, columns: Sequence[Column]) -> Listed:
    """The rows of a list, whatever the order of its columns; UnreadableFile where it is no workbook or has no heads."""
    try:
        sheets = workbook.read(content, name, most=MOST_CELLS)
    except Unreadable as error:
        korean, english = error.sentences
        sentence = english if (get_language() or "").startswith("en") else korean
        raise UnreadableFile(f"{name}: {sentence}") from error
    stamp = next((one for one in sheets if one.name == STAMP), None)
    said_there = {cell.row: cell.text for cell in stamp.cells} if stamp else {}
    found = [(one, heads) for one in sheets if one != stamp and (heads := _heads_of(one, said, columns))]
    if not found:
        sentence = _("%(file)s: '제목'과 '단계' 열이 있는 시트가 없습니다. 내려받은 서식에 적어 올리세요.")
        raise UnreadableFile(sentence % {"file": name})
    there = {one.head: one for _sheet, (_line, heads) in found for one in heads.values() if one}
    rows = [row for sheet, (line, heads) in found for row in _rows(sheet, line, heads)]
    return Listed(list(there.values()), rows, said_there.get(0, ""), said_there.get(1, ""))


_Heads = Mapping[int, Column | None]


def _heads_of(sheet: Sheet, said: RegisterDefinition, columns: Sequence[Column]) -> tuple[int, _Heads] | None:
    """The row of the heads and what stands under each; None in a sheet that has no list."""
    for line, cells in sheet.rows().items():
        if line >= _HEAD_WITHIN:
            return None
        heads = {at: column_named(columns, said, cell.text) for at, cell in cells.items()}
        if {Part.TITLE, Part.STAGE} <= {one.part for one in heads.values() if one}:
            return line, heads
    return None


def _rows(sheet: Sheet, head: int, heads: _Heads) -> Iterator[ListedRow]:
    for line, cells in sheet.rows().items():
        if line <= head or not any(normalise(cell.text) or cell.kind in _NOTHING for cell in cells.values()):
            continue
        texts: dict[str, str] = {}
        addresses: dict[str, str] = {}
        wrong: list[tuple[str, str]] = []
        for at, cell in sorted(cells.items()):
            address, column = f"{_letters(at)}{line + 1}", heads.get(at)
            if cell.kind in _NOTHING:
                wrong.append((address, _NOTHING[cell.kind]()))
            elif column is None:
                wrong.append((address, _("머리글이 없거나 서식에 없는 열입니다. 서식의 머리글을 쓰세요.")))
            elif column.head in texts:
                wrong.append((address, _("같은 머리글의 열이 둘 있습니다. 하나만 남기세요.")))
            else:
                texts[column.head], addresses[column.head] = _text(cell), address
        yield ListedRow(sheet.name, line + 1, texts, addresses, wrong)


_NOTHING = {
    CellKind.ERROR: lambda: _("수식의 오류입니다. 값을 적으세요."),
    CellKind.UNKNOWN: lambda: _("값이 계산되지 않은 수식입니다. 값을 적으세요."),
}


def _text(cell: Cell) -> str:
    if cell.kind == CellKind.TRUTH:
        return YES if cell.text == "TRUE" else NO
    return cell.text.strip()


def _letters(column: int) -> str:
    """The letters of a column: 0 is A, 26 is AA."""
    rest, letter = divmod(column, 26)
    return (_letters(rest - 1) if rest else "") + chr(ord("A") + letter)
