"""The headline money (재정투입) as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from goru.book.model import Headline
from goru.book.writing.block import Block
from goru.core.romans import ROMANS

_OF = {"total": "총 투자액", "national": "국비", "local": "지방비", "private": "민자"}


def headline_blocks(headline: Headline, year: int) -> Iterator[Block]:
    now = next((one for one in headline.budget if one.year == year), None)
    before = next((one for one in headline.budget if one.year == year - 1), None)
    if now is None:
        return
    shares = {one.of: f"({one.percent}%)" for one in headline.shares}
    parts = ", ".join(
        f"{_OF[of]} {getattr(now, of)}{now.unit}{shares.get(of, '')}"
        for of in ("national", "local", "private")
    )
    yield f"ㅇ 「{year}년 지방시대 시행계획」에 따른 재정투입은 총 {now.total}{now.unit}으로 {parts}으로 구성"
    for one in headline.growth:
        if before is None:
            break
        arrow = "↓" if one.percent < 0 else "↑"
        yield (
            f"* {_OF[one.of]} : ('{(year - 1) % 100}){getattr(before, one.of)}조원→"
            f"('{year % 100}){getattr(now, one.of)}조원({abs(one.percent)}%{arrow})"
        )
    if headline.strategy_shares:
        for who, percents in (
            ("중앙부처는", headline.strategy_shares.ministries),
            ("시·도는", headline.strategy_shares.provinces),
        ):
            listed = ", ".join(f"전략{ROMANS[i]}(전략) {percent}%" for i, percent in enumerate(percents))
            yield f"- {who} 전략별로 {listed} 비중으로 투입 계획"
