"""Sources of money (재원) as tables name them, and what each has of an amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import get_args

from goru.book.funds import HEADS
from goru.book.model import Funding, FundingAmount
from goru.book.reading.lines import Line, source_of
from goru.core.figures import VALUE, number

FUNDINGS: Mapping[str, Funding] = {one: one for one in get_args(Funding)}
_BY_WORD: dict[str, Funding] = {
    **{head.replace("·", ""): funding for funding, head in HEADS.items()},
    "시비": "provincial",
    "도비": "provincial",
    "시군비": "municipal",
    "군비": "municipal",
    "구비": "municipal",
    "민간": "private",
    "민간투자": "private",
    "합계": "combined",
    "총계": "combined",
    "소계": "combined",
    "계": "combined",
}
SOURCE = r"(?:국비|지방비|시·?도비|시·?군(?:·?구)?비|[시도군구]비|민자|민간(?: ?투자)?)"
"""How one source of money is named."""
_TOTAL = r"(?:[합총소] ?계|총 ?액|계)"
COLUMN = re.compile(rf"(?<!\S)(?P<word>{_TOTAL}|{SOURCE})(?: ?\([^()]*원 ?\))?(?!\S)")
"""A column of one source's amounts, or of those of all."""
_BRACKET = re.compile(rf"^\( ?(?P<parts>{SOURCE} ?[:：]? ?\d.*)\)$")
_PART = re.compile(
    rf"(?P<word>{SOURCE}) ?[:：]? ?(?P<amount>{VALUE})(?: ?(?P<unit>[억조천백만]+원))?(?:, ?|·|/| |\+|$)"
)


def funding_of(word: str) -> Funding | None:
    """The source of money that a word names."""
    return _BY_WORD.get(re.sub(r"[ ·]", "", word))


def funded(word: str, amount: Decimal | None, line: Line) -> list[FundingAmount]:
    """What a source has, where its cell holds an amount."""
    funding = funding_of(word)
    if funding is None or amount is None:
        return []
    return [FundingAmount(funding=funding, amount=amount, source=source_of(line))]


def funded_in_row(columns: Sequence[str], cells: Sequence[str], line: Line, but: int) -> list[FundingAmount]:
    """What the columns of a row have, but for the one that is its amount."""
    return [
        one
        for at, (word, cell) in enumerate(zip(columns, cells, strict=True))
        if at != but
        for one in funded(word, number(cell), line)
    ]


def is_in_brackets(text: str) -> bool:
    """Whether a line says in brackets what sources have."""
    return _BRACKET.match(text) is not None


def funded_in_brackets(line: Line, unit: str, scale: Decimal = Decimal(1)) -> list[FundingAmount]:
    """What stands in brackets below an amount: (국비 600, 지방비 500, 민자 100); nothing where a part is in another unit."""
    found = _BRACKET.match(re.sub(r"\s+", " ", line.text))
    parts = list(_PART.finditer(found["parts"])) if found else []
    if not found or _PART.sub("", found["parts"]).strip() or {one["unit"] or unit for one in parts} != {unit}:
        return []
    amounts = [(one["word"], number(one["amount"])) for one in parts]
    return [one for word, amount in amounts for one in funded(word, amount and amount * scale, line)]


def are_distinct(amounts: Iterable[FundingAmount]) -> bool:
    """Whether no source has two amounts."""
    fundings = [one.funding for one in amounts]
    return len(fundings) == len(set(fundings))
