"""The headline money (재정투입 계획): the year's total by source, the year before, shares of the strategies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from goru.book.model import Headline, Percentage, Source, StrategyShares, YearBudget
from goru.book.parsing.parts import Paragraph, paragraphs
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of
from goru.core.figures import FIGURE

_Of = Literal["total", "national", "local", "private"]
_OF: dict[str, _Of] = {
    "총 투자액": "total",
    "총": "total",
    "국비": "national",
    "지방비": "local",
    "민자": "private",
}
_PERCENT = r"\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?P<of>총|국비|지방비|민자) (?P<amount>{FIGURE}) ?(?P<unit>조원|억원)(?:\((?P<share>{_PERCENT})%\))?"
)
_GROWTH = re.compile(
    rf"(?P<of>총 투자액|국비|지방비|민자) (?P<percent>{_PERCENT})%\('(?P<year>\d\d)년? ?(?P<before>{FIGURE})조원"
    rf" ?→ ?'(?P<next>\d\d)년? ?(?P<amount>{FIGURE})조원\)"
)
_CHANGE = re.compile(
    rf"(?P<of>지방비|민자|국비|총 투자액) ?: ?\('(?P<year>\d\d)\) ?(?P<before>{FIGURE})조원 ?→ ?"
    rf"\('(?P<next>\d\d)\) ?(?P<amount>{FIGURE})조원\((?P<percent>{_PERCENT})%(?P<sign>[↓↑])?\)"
)
_SHARE = re.compile(rf"전략 ?[ⅠⅡⅢⅣⅤIV]{{1,3}} ?\([^)]+\) ?(?P<percent>{_PERCENT})%")

_NOTE = re.compile(r"정합성 ?검토|국비.*제출한")
_NOTES = {
    "reconciled_source": re.compile(r"정합성 ?검토.*산정"),
    "national_source": re.compile(r"국비.{0,3} ?부처에서 제출.*집계"),
}
_AROUND = 4
"""Lines before and after that a note may run over."""
_APART = re.compile(r"^(【|\d [가-힣])")
"""Captions of charts and headings."""


def headline(lines: Sequence[Line], words: Words) -> Headline:
    """The headline of the lines of one part; what is not printed is left out."""
    own = paragraphs(lines, is_alone=lambda line: bool(_APART.match(line.text)))
    found = [(paragraph, words.join(paragraph.parts)) for paragraph in own]
    amounts: dict[int, dict[_Of, Decimal]] = {}
    places: dict[int, list[Paragraph]] = {}
    shares: list[Percentage] = []
    growth: list[Percentage] = []
    year = _year(lines)
    for paragraph, text in found:
        for match in _AMOUNT.finditer(text if year and "재정투입은" in text else ""):
            _keep(amounts, places, year, _OF[match["of"]], match["amount"], paragraph)
            if match["share"]:
                shares.append(_percentage(match["of"], match["share"], paragraph.source))
        for match in [*_GROWTH.finditer(text), *_CHANGE.finditer(text)]:
            of = _OF[match["of"]]
            _keep(amounts, places, 2000 + int(match["year"]), of, match["before"], paragraph)
            _keep(amounts, places, 2000 + int(match["next"]), of, match["amount"], paragraph)
            sign = "-" if match.groupdict().get("sign") == "↓" else ""
            growth.append(_percentage(match["of"], sign + match["percent"], paragraph.source))
    budget = [
        YearBudget(
            year=one,
            **{of: amounts[one].get(of) for of in ("total", "national", "local", "private")},
            unit="조원",
            source=_span(places[one][0].source, places[one][-1].source)
            if one != year
            else places[one][0].source,
        )
        for one in sorted(amounts, reverse=True)
    ]
    return Headline(budget=budget, shares=shares, growth=growth, strategy_shares=_strategy_shares(found))


def notes_on_total(lines: Sequence[Line], words: Words) -> dict[str, Source]:
    """Where the book says how its total was made (reconciled_source) and whose national funds is in it."""
    found: dict[str, Source] = {}
    for i, line in enumerate(lines):
        if not _NOTE.search(line.text):
            continue
        for paragraph in paragraphs(lines[max(0, i - _AROUND) : i + _AROUND]):
            for name, says in _NOTES.items():
                if source := _where(says, paragraph, words):
                    found.setdefault(name, source)
    return found


def _where(says: re.Pattern[str], paragraph: Paragraph, words: Words) -> Source | None:
    """From where a paragraph begins to where it has said something; what it goes on with is left out."""
    for end, last in enumerate(paragraph.lines, start=1):
        if says.search(words.join(paragraph.parts[:end])):
            return source_of(paragraph.lines[0], last)
    return None


def _year(lines: Sequence[Line]) -> int:
    found = next((match for line in lines if (match := re.search(r"(20\d\d)년", line.text))), None)
    return int(found[1]) if found else 0


def _keep(
    amounts: dict[int, dict[_Of, Decimal]],
    places: dict[int, list[Paragraph]],
    year: int,
    of: _Of,
    printed: str,
    paragraph: Paragraph,
) -> None:
    amounts.setdefault(year, {}).setdefault(of, Decimal(printed.replace(",", "")))
    places.setdefault(year, []).append(paragraph)


def _percentage(of: str, printed: str, source: Source) -> Percentage:
    return Percentage(of=_OF[of], percent=Decimal(printed), source=source)


def _strategy_shares(found: Sequence[tuple[Paragraph, str]]) -> StrategyShares | None:
    ministries = next(((p, t) for p, t in found if t.startswith("중앙부처는") and _SHARE.search(t)), None)
    provinces = next(((p, t) for p, t in found if t.startswith("시·도는") and _SHARE.search(t)), None)
    if ministries is None or provinces is None:
        return None
    return StrategyShares(
        ministries=[Decimal(match["percent"]) for match in _SHARE.finditer(ministries[1])],
        provinces=[Decimal(match["percent"]) for match in _SHARE.finditer(provinces[1])],
        source=_span(ministries[0].source, provinces[0].source),
        ministries_source=ministries[0].source,
        provinces_source=provinces[0].source,
    )


def _span(first: Source, last: Source) -> Source:
    return first.model_copy(
        update={"last_line": last.last_line, "last_page": last.page if last.page != first.page else None}
    )
