"""A book that is data already, as `goru read` prints it."""

from __future__ import annotations

import json
import re
from typing import get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from goru.book.model import SCHEMA_VERSION, PlanBook
from goru.book.reading.lines import Unreadable, require_length

_BEGINNING = re.compile(r"\ufeff?\s*(\{\s*[\"}]|\[\s*[\[{\]])")
"""How an object or a list begins; a document may begin with a bracket too: `[별첨]`, `{\\rtf1`."""
_VERSIONS: tuple[str, ...] = get_args(PlanBook.model_fields["schema_version"].annotation)
_VERSION = re.compile(r"\d{1,3}(\.\d{1,3})*")
_WRONG = {
    "json_invalid": "JSON으로 읽을 수 없습니다({error})",
    "missing": "빠졌습니다",
    "extra_forbidden": "규격에 없는 항목입니다",
    "literal_error": "{expected} 가운데 하나가 아닙니다",
    "greater_than_equal": "{ge}보다 작습니다",
    "less_than_equal": "{le}보다 큽니다",
    "decimal_max_places": "소수점 아래가 {decimal_places}자리를 넘습니다",
    "string_too_long": "{max_length}자를 넘습니다",
    "string_pattern_mismatch": "쓸 수 없는 글자(NUL)가 있습니다",
    "money_too_large": "금액이 100만 조원을 넘습니다",
    "too_many_parts": "목록이 {most}개를 넘습니다",
    "int_parsing_size": "수가 지나치게 큽니다",
    "string": "글이 아닙니다",
    "int": "정수가 아닙니다",
    "decimal": "수가 아닙니다",
    "float": "수가 아닙니다",
    "finite_number": "수가 아니거나 지나치게 큽니다",
    "bool": "참·거짓(true, false)이 아닙니다",
    "list": "목록([])이 아닙니다",
    "model": "묶음({{}})이 아닙니다",
    "date": "2024-03-31과 같은 날짜가 아닙니다",
}
"""What pydantic finds wrong, by its name of the fault or the kind that the name begins with."""


def is_data(content: bytes) -> bool:
    """Whether a file begins as JSON does."""
    beginning = content[:1000].decode(json.detect_encoding(content), errors="ignore")
    return _BEGINNING.match(beginning) is not None


def read(content: bytes, name: str) -> PlanBook:
    """The book, in today's version whichever it was written in.

    Raises Unreadable, which names the version it does not know, or the first value that is wrong and how.
    """
    require_length(len(content), name)
    try:
        text = content.decode(json.detect_encoding(content)).removeprefix("\ufeff")
        book = PlanBook.model_validate_json(text)
    except UnicodeDecodeError as error:
        raise Unreadable(
            name,
            "글자를 읽을 수 없습니다. UTF-8로 저장한 JSON인지 확인하세요.",
            "Its letters cannot be read. Is it JSON saved as UTF-8?",
        ) from error
    except ValidationError as error:
        raise Unreadable(name, *_sentences(error.errors(include_url=False)[0])) from error
    return book.model_copy(update={"schema_version": SCHEMA_VERSION})


def _sentences(wrong: ErrorDetails) -> tuple[str, str]:
    version = wrong["input"]
    if wrong["loc"] == ("schema_version",) and isinstance(version, str) and _VERSION.fullmatch(version):
        known = ", ".join(_VERSIONS)
        return (
            f"schema_version {version} 자료입니다. 이 프로그램은 {known} 자료만 읽으니, 새 프로그램으로 읽으세요.",
            f"It is data of schema_version {version}; this program reads {known}. Read it with a newer one.",
        )
    where = "/".join(str(step) for step in wrong["loc"]) or "JSON"
    kind = wrong["type"]
    said = _WRONG.get(kind) or _WRONG.get(kind.partition("_")[0], "쓸 수 없는 값입니다")
    return (
        f"시행계획 데이터(goru schema book)가 아닙니다. {where}: {said.format(**_limits(wrong))}.",
        f"It is no plan book (goru schema book). {where}: {wrong['msg']}.",
    )


def _limits(wrong: ErrorDetails) -> dict[str, str]:
    """What a value should have kept to, as a Korean sentence has it."""
    return {name: str(limit).replace(" or ", ", ") for name, limit in wrong.get("ctx", {}).items()}
