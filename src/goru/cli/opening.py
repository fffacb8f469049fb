"""A plan book from a file or a pipe, as a document or as the data that `goru read` prints."""

from __future__ import annotations

import json
import re
from pathlib import Path

from pydantic import ValidationError

from goru.book.model import PlanBook
from goru.book.parsing import parse
from goru.book.reading import Lines, Unreadable, content_of, read_content
from goru.cli.output import show_progress

_STDIN = Path("/dev/stdin")
_JSON = re.compile(r"\ufeff?\s*(\{\s*[\"}]|\[\s*[\[{\]])")
"""How an object or a list begins; a document may begin with a bracket too: `[별첨]`, `{\\rtf1`."""


def open_book(path: Path) -> tuple[PlanBook, Lines | None]:
    """A book and the lines it was read from; no lines where the file holds a book already as data."""
    show_progress("읽는 중 (reading)")
    content = content_of(_STDIN if str(path) == "-" else path)
    encoding = json.detect_encoding(content)
    if _JSON.match(content[:1000].decode(encoding, errors="ignore")):
        return _book_of(content, encoding, path.name), None
    lines = read_content(content, path.name)
    show_progress(f"{len(lines):,}줄에서 사실을 찾는 중 (parsing)")
    book = parse(lines)
    show_progress("")
    return book, lines


def _book_of(content: bytes, encoding: str, name: str) -> PlanBook:
    try:
        return PlanBook.model_validate_json(content.decode(encoding).removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise Unreadable(
            name,
            "글자를 읽을 수 없습니다. UTF-8로 저장한 JSON인지 확인하세요.",
            "Its letters cannot be read. Is it JSON saved as UTF-8?",
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = "/".join(str(step) for step in first["loc"]) or "JSON"
        raise Unreadable(
            name,
            f"시행계획 데이터(goru schema book)가 아닙니다. {where}: {first['msg']}.",
            f"It is no plan book (goru schema book). {where}: {first['msg']}.",
        ) from error
