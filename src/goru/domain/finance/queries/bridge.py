"""The headline beside what the plans add up to: how far print explains the difference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from goru.core.money import places_of
from goru.domain.finance import rules
from goru.domain.finance.models import StatedShare, StatedTotal
from goru.domain.finance.queries.nation import Nation
from goru.domain.finance.rules import Interval
from goru.domain.finance.vocabulary import FundingSource


@dataclass(frozen=True, slots=True)
class BridgeStep:
    """A source of money in the headline beside what the plans' tables add up to; None where they print none of it alone.

    `could_be` is what the printed figure may have been before it was rounded, in won.
    """

    source: FundingSource
    stated: StatedTotal
    could_be: Interval
    tables: int | None

    @property
    def gap(self) -> Interval | None:
        """By how much the tables are more than the headline."""
        return None if self.tables is None else _exactly(self.tables) - self.could_be

    @property
    def is_same(self) -> bool:
        """Whether rounding alone can make the difference."""
        return self.gap is not None and self.gap.low <= 0 <= self.gap.high


def bridge_of(nation: Nation, shares: Iterable[StatedShare], *, counts_ministries: bool) -> list[BridgeStep]:
    """The latest headline by source of money, the whole last, beside the plans' tables.

    `shares` are the printed ones (구성비); `counts_ministries` where the book says that its national funds is what the
    ministries submitted, so that their table, taken as printed, says it more finely.
    """
    stated = dict(nation.headline[0].by_source) if nation.headline else {}
    whole = stated.pop(FundingSource.COMBINED, None)
    if whole is None or whole.won is None or any(one.won is None for one in stated.values()):
        return []
    parts = {source: _rounded(total) for source, total in stated.items()}
    national, ministries = FundingSource.NATIONAL, nation.tables.get(FundingSource.NATIONAL)
    if counts_ministries and ministries and national in parts:
        parts[national] = parts[national].within(_exactly(ministries))
    could_be, parts_could_be = rules.narrowed(_rounded(whole), parts, _fractions(shares))
    found = [
        BridgeStep(source, total, parts_could_be[source], nation.tables.get(source))
        for source, total in stated.items()
    ]
    combined = FundingSource.COMBINED
    return [*found, BridgeStep(combined, whole, could_be, nation.tables.get(combined))]


def _exactly(won: int) -> Interval:
    return Interval(Decimal(won), Decimal(won))


def _rounded(total: StatedTotal) -> Interval:
    return rules.rounded(Decimal(total.won or 0), Decimal(total.precision))


def _fractions(shares: Iterable[StatedShare]) -> dict[FundingSource, Interval]:
    printed = list(shares)
    precision = Decimal(1).scaleb(-places_of(share.percent for share in printed))
    found = {FundingSource(share.funding): rules.rounded(share.percent, precision) for share in printed}
    return {source: Interval(one.low / 100, one.high / 100) for source, one in found.items()}
