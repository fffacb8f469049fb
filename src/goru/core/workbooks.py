"""What all workbooks (XLSX) have in common that are written: no text becomes a formula, choices stand on a hidden sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name

SAFE: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""How each is opened: a text stays a text, whatever it begins with."""

LISTS: Final = "목록"
"""The hidden sheet of what may be chosen."""

Cells = tuple[int, int, int, int]
"""First row and column, last row and column, from 0."""


def hide(book: Any, name: str, columns: Sequence[Sequence[str]]) -> None:
    """Add a sheet of columns of texts that nobody sees."""
    sheet = book.add_worksheet(name)
    for at, column in enumerate(columns):
        for line, text in enumerate(column):
            sheet.write_string(line, at, text)
    sheet.very_hidden()
    sheet.protect()


def let_choose(
    sheet: Any, cells: Cells, *, list_at: int, words: int, title: str, is_open: bool = False
) -> None:
    """Have cells offer the words of a column of the hidden sheet `LISTS`; where it `is_open`, others may be written too."""
    letter = xl_col_to_name(list_at)
    message = "목록에 없는 말입니다. 새로 더한 것이면 그대로 두세요." if is_open else "목록에서 고르세요."
    sheet.data_validation(
        *cells,
        {
            "validate": "list",
            "source": f"='{LISTS}'!${letter}$1:${letter}${words}",
            "ignore_blank": True,
            "error_type": "information" if is_open else "stop",
            "error_title": title[:32],
            "error_message": message,
        },
    )
