"""What money is called: who pays it (재원) and of which account it is (회계), said and read in one place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from goru.book.model import Account, Funding

FUNDINGS: Final[Mapping[Funding, tuple[str, str]]] = {
    "national": ("국비", "National funds"),
    "local": ("지방비", "Local funds"),
    "provincial": ("시·도비", "Provincial funds"),
    "municipal": ("시·군·구비", "Municipal funds"),
    "private": ("민자", "Private funds"),
    "combined": ("합계(국비·지방비·민자)", "Total (national, local and private)"),
}
"""In Korean and English."""

HEADS: Final[Mapping[Funding, str]] = {
    "combined": "총액",
    **{one: korean for one, (korean, _english) in FUNDINGS.items() if one != "combined"},
}
"""As heads of tables name them, in the order of their columns."""

ACCOUNTS: Final[Mapping[Account, tuple[str, str]]] = {
    "general": ("일반회계", "General account"),
    "balance-autonomy": ("지특회계 지역자율계정", "Balance Account, regional autonomy"),
    "balance-support": ("지특회계 지역지원계정", "Balance Account, regional support"),
    "balance-jeju": ("지특회계 제주계정", "Balance Account, Jeju"),
    "balance-sejong": ("지특회계 세종계정", "Balance Account, Sejong"),
    "balance-megaregion": ("지특회계 초광역계정", "Balance Account, megaregions"),
    "other-special": ("기타특별회계", "Other special account"),
    "fund": ("기금", "Fund"),
}
"""The accounts of 지역균형발전특별회계 are those of 특별법 제76조."""

_FUNDINGS_TOO: Final[Mapping[str, Funding]] = {
    "도비": "provincial",
    "시비": "municipal",
    "군비": "municipal",
    "구비": "municipal",
    "민간": "private",
    "합계": "combined",
    "합쳐적음": "combined",
}
_BALANCE = re.compile(r"(?:지특|균특|지역균형발전특별)?(?:회계)?")
_OF_BALANCE: Final[Mapping[str, Account]] = {
    "자율": "balance-autonomy",
    "지원": "balance-support",
    "제주": "balance-jeju",
    "세종": "balance-sejong",
    "초광역": "balance-megaregion",
}


def funding_of(words: str) -> Funding | None:
    """Who pays, by one of the words that are used for it."""
    plain = _plain(words)
    for funding, (korean, english) in FUNDINGS.items():
        if plain in (funding, _plain(korean), _plain(english)):
            return funding
    return _FUNDINGS_TOO.get(plain)


def account_of(words: str) -> Account | None:
    """The account, by one of the words that are used for it: 지특 자율, 지역자율계정, 제주특별자치도계정."""
    plain = _plain(words)
    for account, (korean, english) in ACCOUNTS.items():
        if plain in (account, _plain(korean), _plain(english)):
            return account
    rest = _BALANCE.sub("", plain, count=1)
    named = re.fullmatch(
        r"(?:지역)?(자율|지원|제주|세종|초광역)(?:특별자치도|특별자치시|특별)?(?:계정)?", rest
    )
    return _OF_BALANCE[named[1]] if named else None


def _plain(words: str) -> str:
    return re.sub(r"[\s·,.()]", "", words).casefold()
