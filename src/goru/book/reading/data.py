"""A book that is data already, as `goru read` prints it."""

from __future__ import annotations

import json
import re

from pydantic import ValidationError

from goru.book.model import PlanBook
from goru.book.reading.lines import Unreadable, require_length

_BEGINNING = re.compile(r"\ufeff?\s*(\{\s*[\"}]|\[\s*[\[{\]])")
"""How an object or a list begins; a document may begin with a bracket too: `[별첨]`, `{\\rtf1`."""
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
    """The book; raises Unreadable, which names the first value that is wrong and how."""
    require_length(len(content), name)
    try:
        text = content.decode(json.detect_encoding(content)).removeprefix("\ufeff")
        return PlanBook.model_validate_json(text)
    except UnicodeDecodeError as error:
        raise Unreadable(
            name,
            "글자를 읽을 수 없습니다. UTF-8로 저장한 JSON인지 확인하세요.",
            "Its letters cannot be read. Is it JSON saved as UTF-8?",
        ) from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = "/".join(str(step) for step in first["loc"]) or "JSON"
        kind = first["type"]
        wrong = _WRONG.get(kind) or _WRONG.get(kind.partition("_")[0], "쓸 수 없는 값입니다")
        raise Unreadable(
            name,
            f"시행계획 데이터(goru schema book)가 아닙니다. {where}: {wrong.format(**first.get('ctx', {}))}.",
            f"It is no plan book (goru schema book). {where}: {first['msg']}.",
        ) from error
