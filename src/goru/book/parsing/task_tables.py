"""The two tables of an action task: money (소관부처 · 국비 · 사업명), and goals with reforms (목표 · 제도개선)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import zip_longest
from string import ascii_uppercase

from goru.book.model import BudgetRow, BudgetTotal, FundingAmount, Reform, Source, Text
from goru.book.parsing.cells import width
from goru.book.parsing.funding import (
    FUNDINGS,
    SOURCE,
    are_distinct,
    funded_in_brackets,
    funding_of,
    is_in_brackets,
)
from goru.book.parsing.project_names import project_names
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of, until
from goru.book.register import by_printed_name, ministry_named
from goru.core.figures import number

_HEAD = re.compile(r"^(?:(?:연번|순번|번호) )?(?:(?:소관|담당|주관|관계|주무) ?(?:부처|기관)|부처명?(?= |$))")
_OF_EOK = {
    "조": Decimal(10_000),
    "십억": Decimal(10),
    "억": Decimal(1),
    "천만": Decimal("0.1"),
    "백만": Decimal("0.01"),
    "만": Decimal("0.0001"),
    "천": Decimal("0.00001"),
}
"""How many 억원 a unit is."""
_UNITS = "|".join(_OF_EOK)
_UNIT = re.compile(
    rf"(?:^|[\[(〔] ?)(?:단위 ?:? ?(?P<told>{_UNITS})(?: ?원)?|(?P<unit>{_UNITS}) ?원) ?(?:[\])〕]|$)"
)
_UNIT_TOLD = re.compile(r"(?:^|[\[(〔] ?)단위 ?:|[\[(〔] ?단위")
_UNKNOWN_UNIT = re.compile(r"[\[(〔] ?\S{0,3}원 ?[\])〕]")
_AMOUNT = rf"(?:-|비예산|\d[\d,]*(?:\.\d+)?)(?: ?(?:{_UNITS}) ?원)?"
_TOTAL_WORD = r"(?:(?:[합총소누] ?)?계|총 ?액|전체)(?: ?\((?:억|백만|천) ?원\))?(?: ?:)?"
_TOTAL = re.compile(
    rf"^{_TOTAL_WORD}(?: (?P<amounts>{_AMOUNT}(?: {_AMOUNT})*?))??"
    r"(?: (?:-|(?:총 ?)?(?P<projects>\d+) ?[개건](?: ?(?:사업|과제))?))?$"
)
_SUBTOTAL = re.compile(r"^[소누] ?계(?:\W|$)")
_NAMES = r"[^\d\s-][^\s,]*(?:, ?[^\d\s-][^\s,]*)*"
_ROW = re.compile(
    rf"^(?:(?P<ministry>{_NAMES}) )?(?P<amounts>{_AMOUNT}(?: {_AMOUNT})*?)(?: (?:-|(?P<projects>(?!{_AMOUNT}(?: |$)).+)))?$"
)
_AMOUNT_LAST = (
    rf"^(?P<first>{_TOTAL_WORD}|[^\d\s]\S*) (?P<projects>.+) (?P<amounts>{_AMOUNT}(?: {_AMOUNT}){{%d}})$"
)
_AMOUNT_FIRST = re.compile(rf"^{_AMOUNT}(?: |$)")
_ROW_NUMBER = re.compile(r"^\d{1,3}[.)]? (?P<rest>\S.*)$")
_DRESSED_MINISTRY = re.compile(
    rf"^[\[<(【]?(?P<name>[가-힣](?: ?[가-힣]){{1,11}})[\]>)】]?(?: ?\([^()]*\))?,? (?={_AMOUNT}(?: |$))"
)
_NOTE_MARK = re.compile(r"(?<=\d)(?:\*+|[¹²³⁴⁵⁶⁷⁸⁹]\)?)(?=[ \)]|$)")
_BULLET_OF_NAME = re.compile(r"^(?P<before>(?:\S+ )?\d[\d,.]*) (?:[-ㅇ§‣▪·]|[①-⑳]) ?(?=[^\s\d-])")
_BRACKETED_COUNT = re.compile(rf"(?P<before>^{_TOTAL_WORD} .*)\((?P<count>(?:총 ?)?\d+ ?[개건].*)\)$")
_NO_AMOUNT = rf"(?:(?:(?:약|총) ?)?\(?{_AMOUNT}\)?(?:[~+]\S*)?|미정|추후\S*|별도|협의\S*)"
_MAY_SAY_AN_AMOUNT = re.compile(r"[\d-]|비예산|미정|추후|별도|협의")
"""Three of four lines say none, and need no look at their shape."""
_BESIDE_AMOUNT = re.compile(rf"(?P<name>[^\s,·/]+) (?={_NO_AMOUNT}(?: |$))")
_TOTAL_ROW = re.compile(rf"^(?:{_TOTAL_WORD} {_NO_AMOUNT}(?: |$)|[합총소] ?계 .*\d|계 \d)")
_NUMBER_OF_PROJECTS = r"(?:총 ?)?\d+ ?[개건](?: ?(?:사업|과제))?"
_TURNED = re.compile(
    rf"^\d[\d,]*(?:\.\d+)?(?: ?(?:{_UNITS}) ?원)? (?:(?P<total>{_NUMBER_OF_PROJECTS})$|(?P<ministry>[^\s\d]+)(?: |$))"
)
"""An amount before its ministry, or before a number of projects alone: a row of turned columns, a total without a word."""
_COUNT_FIRST = re.compile(rf"^(?P<projects>{_NUMBER_OF_PROJECTS}) (?P<amount>{_AMOUNT})$")
_FIGURE_ALONE = re.compile(r"^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)$")
"""No number of a page."""
_ROW_LAST = re.compile(r"^(?P<name>\S+) .* \d[\d,.]*$")
_NAMED_SO = re.compile(r"^[가-힣]{2,8}[부처청]$")
"""How ministries are named that the register does not know."""
_COUNT = re.compile(
    r"(?:(?:^|\s?등 ?|\s)(?=\d+개 ?사업$)|\s?등 ?(?=\d+[개건]$))(?P<count>\d+)(?:개 ?사업|[개건])$"
)
_COLUMNS = (
    ("other", re.compile(r"비고|기간|대상|사업 ?수$|[전작]년|증감|추경|당초")),
    ("number", re.compile(r"^(?:연번|순번|번호)$")),
    ("ministry", re.compile(r"부처|기관")),
    ("name", re.compile(r"사업(?!비)")),
    ("national", re.compile(r"국비")),
    ("local", re.compile(r"지방비")),
    ("municipal", re.compile(r"시·?군|[군구]비")),
    ("provincial", re.compile(r"[시도]비")),
    ("private", re.compile(r"민자|민간")),
    ("combined", re.compile(r"예산|재정|금액|총액|[합총]계|^계$|사업비|투자액")),
)
_YEAR = re.compile(r"^'?(?:20)?\d\d년?도?$")
_OF_MONEY = ("national", "local", "municipal", "provincial", "private", "combined", "year")
_FUNDED = re.compile(
    rf"^(?:(?P<first>{_TOTAL_WORD}|{_NAMES}) )?(?:[-ㅇ·] ?)?(?P<word>{SOURCE}|계)(?: ?[:：])?"
    rf" (?P<amount>{_AMOUNT})(?: (?P<rest>.+))?$"
)
"""A row of one source of money, or of all: of a ministry or of a total, or below either."""
_LONGEST_HEAD = 4


def is_head(line: Line) -> bool:
    """Whether a line is the head of one of the two tables: it names the ministry and another column, or cells tell."""
    names_reforms = _HEAD.match(line.text) and re.search(r"목표|제도 ?개선", line.text)
    return bool(names_reforms or _of_goals(line.cells)) or is_money_head(line.text)


def is_money_head(text: str) -> bool:
    """Whether a line is the head of a table of money: it names the ministry and an amount, and no goals."""
    columns = _columns(text)
    return bool(_HEAD.match(text) and "목표" not in text and set(_OF_MONEY).intersection(columns))


def is_total_row(text: str) -> bool:
    """Whether a line has the shape of a total: the word for it beside an amount."""
    return _TOTAL_ROW.match(text) is not None


def is_money_row(text: str) -> bool:
    """Whether a line has the shape of a row of money: a ministry, or the word for a total, beside an amount."""
    if not _MAY_SAY_AN_AMOUNT.search(text):
        return False
    last = _ROW_LAST.match(text)
    text = _with_plain_ministry(text)
    return (
        is_total_row(text)
        or _is_funded(text)
        or is_in_brackets(text)
        or _is_turned(text)
        or bool(_FIGURE_ALONE.match(text))
        or bool(last and ministry_named(last["name"]))
        or any(ministry_named(found["name"]) for found in _BESIDE_AMOUNT.finditer(text))
    )


def without_note_marks(text: str) -> str:
    """A line without the marks of notes behind its figures: 900*, 900¹)."""
    return _NOTE_MARK.sub("", text)


def _is_turned(text: str) -> bool:
    found = _TURNED.match(_COUNT_FIRST.sub(r"\g<amount> \g<projects>", text))
    return bool(found and (found["total"] or ministry_named(found["ministry"])))


def _is_funded(text: str) -> bool:
    found = _FUNDED.match(text)
    return bool(found and found["word"] != "계" and (not found["first"] or ministry_named(found["first"])))


def _columns(head: str) -> list[str]:
    """What the columns of a head are; a year is a column of its own where no money is named beside it."""
    columns: list[str] = []
    for word in _UNIT.sub(" ", head).split():
        kind = next((kind for kind, mark in _COLUMNS if mark.search(word)), None)
        if kind in _OF_MONEY and columns[-1:] == ["year"]:
            columns[-1] = kind
        elif kind == "combined" and word.startswith("예산") and columns[-1:] == ["national"]:
            continue
        elif kind or _YEAR.match(word):
            columns.append(kind or "year")
    return columns


def _columns_of(head: Sequence[str]) -> list[str]:
    """What the columns are; a second line of sources alone parts the money above it."""
    columns, below = _columns(" ".join(head[:-1])), _columns(head[-1]) if head else []
    if columns.count("combined") == 1 and len(below) > 1 and set(below) < set(_OF_MONEY):
        at = columns.index("combined")
        return [*columns[:at], *below, *columns[at + 1 :]]
    return _columns(" ".join(head))


@dataclass(slots=True)
class _Row:
    ministry: str | None
    printed: str | None
    amount: Decimal | None
    lines: list[Line]
    names: list[str] = field(default_factory=list)
    by_funding: list[FundingAmount] = field(default_factory=list)
    is_national: bool = False
    """Whether its amount is printed as that of the nation (국비)."""

    def add(self, own: Sequence[FundingAmount], source: Source | None = None) -> None:
        """Take in what a source has; where the nation's is told after all, its amount was that of all sources.

        A second amount of one source is left to be told.
        """
        for one in own:
            if one.funding != "national":
                self.by_funding += [one] if are_distinct([*self.by_funding, one]) else []
            elif not self.is_national:
                if self.amount is not None:
                    whole = FundingAmount(funding="combined", amount=self.amount, source=source)
                    self.by_funding = [whole, *self.by_funding]
                self.amount, self.is_national = one.amount, True


def _total(
    line: Line, unit: str = "억", column: int = 0, sources: Sequence[str] = ("",)
) -> BudgetTotal | None:
    found = _TOTAL.match(re.sub(r"\s+", " ", line.text))
    printed = _amounts(found["amounts"]) if found else []
    if not found or len(printed) not in (0, len(sources)):
        return None
    return BudgetTotal(
        amount=_in_eok(printed[column], unit) if printed else None,
        projects=int(found["projects"]) if found["projects"] else None,
        by_funding=_others(sources, printed, unit, line, but=column) if printed else [],
        source=source_of(line),
    )


def _others(
    sources: Sequence[str], printed: Sequence[str], unit: str, line: Line, *, but: int
) -> list[FundingAmount]:
    """What the columns of a row have, but for the one that is its amount."""
    return [
        one
        for at, (source, cell) in enumerate(zip(sources, printed, strict=True))
        if at != but
        for one in _funded(source, _in_eok(cell, unit), line)
    ]


def _funded(source: str, amount: Decimal | None, line: Line) -> list[FundingAmount]:
    if amount is None:
        return []
    return [FundingAmount(funding=FUNDINGS[source], amount=amount, source=source_of(line))]


def _amounts(printed: str | None) -> list[str]:
    return re.findall(_AMOUNT, printed or "")


def _in_eok(printed: str, unit: str) -> Decimal | None:
    """An amount in 억원, the unit of all action tasks, whatever its table is in, or the cell itself."""
    own = re.search(rf"({_UNITS}) ?원$", printed)
    amount = number(printed[: own.start()].strip() if own else printed)
    unit = own[1] if own else unit
    return amount if amount is None or unit == "억" else amount * _OF_EOK[unit]


def _with_plain_ministry(text: str) -> str:
    """A row whose ministry is printed with brackets, a comma, an office or blanks, with the name alone: [교육부], 교 육 부.

    The mark of a note behind its amount is left out.
    """
    text = without_note_marks(text)
    found = _DRESSED_MINISTRY.match(text)
    name = found["name"].replace(" ", "") if found else ""
    return f"{name} {text[found.end() :]}" if found and ministry_named(name) else text


def _in_order(text: str, columns: Sequence[str]) -> str:
    """A row without its number or the empty cell of its ministry, its amount before its projects."""
    text = _with_plain_ministry(re.sub(r"^- (?=\d[\d,.]* )", "", text))
    if columns[:1] == ["number"] and (row := _ROW_NUMBER.match(text)):
        rest = _with_plain_ministry(row["rest"])
        text = rest if _AMOUNT_FIRST.match(rest) or ministry_named(rest.split()[0]) else text
    if sum(one in _OF_MONEY for one in columns) == 1:
        text = _BULLET_OF_NAME.sub(r"\g<before> ", text)
    text = _COUNT_FIRST.sub(r"\g<amount> \g<projects>", text)
    text = _BRACKETED_COUNT.sub(r"\g<before>\g<count>", text)
    count = sum(one in _OF_MONEY for one in columns)
    is_last = "name" in columns and count and set(columns[-count:]) <= set(_OF_MONEY)
    found = re.match(_AMOUNT_LAST % (count - 1), text) if is_last else None
    return f"{found['first']} {found['amounts']} {found['projects']}" if found else text


def _ministries(printed: str) -> list[str]:
    return re.split(r"[·,/] ?", printed.rstrip("·"))


def _length_of_head(lines: Sequence[Line]) -> int:
    """How many lines the head of a table runs over: to its first row."""
    return next(
        (
            at
            for at, line in enumerate(lines[:_LONGEST_HEAD])
            if not _HEAD.match(line.text)
            and (is_money_row(line.text) or ministry_named(line.text.split()[0]) or _ROW.match(line.text))
        ),
        min(len(lines), _LONGEST_HEAD),
    )


class MoneyTable:
    """A row a printed amount; the ministry may stand on lines of its own before its rows.

    What is not surely a row is not taken, nor what goes on below it: it is told as not read.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._rows: list[_Row] = []
        self._total: BudgetTotal | None = None
        self._ministry: list[Line] = []
        self._unit = "억"
        self._column = 0
        self._sources: Sequence[str] = [""]
        self._total_is_national = False
        self._awaits_row = False
        self._is_open = True
        self._ended = False

    def read(self, lines: Sequence[Line], title: str = "") -> None:
        """Take in the table below one □ heading: its total, behind its rows or before them, and its unit.

        A table whose amounts are of several years, whose unit is none of money, or whose rows begin with the projects, is
        left alone.
        """
        lines = [replace(line, text=re.sub(r"\s+", " ", line.text)) for line in lines]
        texts = [title, *(line.text for line in lines)]
        unit = next((found for text in texts if (found := _UNIT.search(text))), None)
        head = lines[: _length_of_head(lines)]
        columns = _columns_of([line.text for line in head])
        is_told = any(map(_UNIT_TOLD.search, texts)) or any(_UNKNOWN_UNIT.search(line.text) for line in head)
        if (unit is None and is_told) or not self._knows(columns):
            return
        self._unit = (unit["told"] or unit["unit"]) if unit else "억"
        subtotals = sum(_SUBTOTAL.match(line.text) is not None for line in lines)
        for line in (replace(line, text=_in_order(line.text, columns)) for line in lines):
            if (
                _HEAD.match(line.text)
                or self._takes_brackets(line)
                or self._takes_source(line)
                or self._ended
            ):
                continue
            if _SUBTOTAL.match(line.text) and (subtotals > 1 or line.number != lines[-1].number):
                self._is_open = False
                continue
            total = None if self._total else self._total_in(line)
            if total:
                self._total, self._ended = total, bool(self._rows)
            else:
                self._take(line, line.text)

    def _total_in(self, line: Line) -> BudgetTotal | None:
        """The total that a line is, by its word, or without one by what the rows add up to."""
        total = _total(line, self._unit, self._column, self._sources)
        if total or not _is_turned(line.text) or not self._rows:
            return total
        total = _total(replace(line, text=f"계 {line.text}"), self._unit, self._column, self._sources)
        amounts = [row.amount for row in self._rows if row.amount is not None]
        return total if total and total.amount == sum(amounts) and len(amounts) > 1 else None

    def _knows(self, columns: Sequence[str]) -> bool:
        """Whether it is clear which column is the national funds; then that column is kept in mind."""
        amounts = [one for one in columns if one in _OF_MONEY]
        self._sources = amounts or [""]
        self._column = amounts.index("national") if "national" in amounts else 0
        self._total_is_national = amounts == ["national"]
        is_clear = len(amounts) < 2 or (
            "national" in amounts and "year" not in amounts and len(set(amounts)) == len(amounts)
        )
        if "other" in columns or columns.count("name") > 1:
            return False
        return is_clear and "ministry" not in columns[1 + (columns[:1] == ["number"]) :]

    def _takes_brackets(self, line: Line) -> bool:
        """Take in what sources have of the row above (지방비 10, 민자 20); whether it is that."""
        own = funded_in_brackets(line, f"{self._unit}원", _OF_EOK[self._unit])
        if not own or self._ended or not self._rows:
            return bool(own) and self._adds_to_total(own, line)
        return self._is_open and self._adds_to_row(own, "", line)

    def _takes_source(self, line: Line) -> bool:
        """Take in a row of one source of money (국비 900, 지방비 300), or of all above them (계 1,200); whether it is one."""
        found = _FUNDED.match(line.text) if len(self._sources) == 1 else None
        if not found:
            return False
        first, rest = found["first"], found["rest"] or ""
        own = _funded(str(funding_of(found["word"])), _in_eok(found["amount"], self._unit), line)
        if first and re.fullmatch(_TOTAL_WORD, first):
            total = _total(replace(line, text=f"{first} - {rest}".rstrip()))
            if not total or self._total:
                return False
            self._total, self._ended, self._total_is_national = total, bool(self._rows), False
            return self._adds_to_total(own, line)
        if first and self._is_ministry(first):
            self._ministry = [replace(line, text=first)]
        elif first or (found["word"] == "계" and not self._awaits_row):
            return False
        if first or self._awaits_row:
            return self._begins(own, rest, line)
        if self._ended or not self._rows:
            return not rest and self._adds_to_total(own, line)
        return self._is_open and self._adds_to_row(own, rest, line)

    def _begins(self, own: Sequence[FundingAmount], rest: str, line: Line) -> bool:
        row = _Row(*self._named(rest), None, [line], [rest] if rest else [])
        self._rows.append(row)
        self._is_open, self._awaits_row = True, False
        row.add(own)
        return True

    def _adds_to_total(self, own: Sequence[FundingAmount], line: Line) -> bool:
        if self._total:
            row = _Row(
                None, None, self._total.amount, [], [], [*self._total.by_funding], self._total_is_national
            )
            row.add(own, self._total.source)
            source = until(self._total.source, line)
            said = {"amount": row.amount, "by_funding": row.by_funding, "source": source}
            self._total = self._total.model_copy(update=said)
            self._total_is_national = row.is_national
        return self._total is not None

    def _adds_to_row(self, own: Sequence[FundingAmount], rest: str, line: Line) -> bool:
        """A second row of the nation's money begins anew; what names a project beside another source's money is not clear."""
        row = self._rows[-1]
        is_national = any(one.funding == "national" for one in own)
        if is_national and row.is_national:
            return self._begins(own, rest, line)
        if rest and (row.names or not is_national):
            self._is_open = False
            return True
        row.names += [rest] if rest else []
        row.lines.append(line)
        row.add(own, source_of(row.lines[0]))
        return True

    def _take(self, line: Line, text: str) -> None:
        found = _ROW.match(text)
        amounts = _amounts(found["amounts"]) if found else []
        if (
            found
            and self._is_row(found)
            and len(amounts) == len(self._sources)
            and (self._is_open or found["ministry"])
        ):
            if found["ministry"]:
                self._ministry = [Line(found["ministry"], line.number, line.page, line.cell)]
            names = [found["projects"]] if found["projects"] else []
            amount = _in_eok(amounts[self._column], self._unit)
            others = _others(self._sources, amounts, self._unit, line, but=self._column)
            own = self._named(found["projects"])
            self._rows.append(
                _Row(*own, amount, [line], names, others, is_national="national" in self._sources)
            )
            self._is_open, self._awaits_row = True, False
        elif self._is_ministry(text):
            self._ministry = [*self._ministry, line] if self._awaits_row else [line]
            self._awaits_row = True
        elif (
            is_money_row(text)
            or self._is_ministry(text.split(maxsplit=1)[0])
            or (found and self._is_row(found))
        ):
            self._is_open = False
        elif self._rows and self._is_open:
            self._rows[-1].lines.append(line)
            self._rows[-1].names.append(text)

    def _is_row(self, found: re.Match[str]) -> bool:
        if found["ministry"]:
            return self._is_ministry(found["ministry"])
        return not _COUNT.match(found[0]) and not _is_turned(found[0])

    @staticmethod
    def _is_ministry(text: str) -> bool:
        return all(ministry_named(part) or _NAMED_SO.match(part) for part in _ministries(text))

    def _named(self, projects: str | None) -> tuple[str | None, str | None]:
        """Short and printed name; of several ministries the one in the project's bracket, else the first."""
        printed = "·".join(line.text.rstrip("·") for line in self._ministry)
        names = [ministry_named(part) for part in _ministries(printed)] if printed else []
        bracket = re.search(r"\((\S+)\)$", projects or "")
        own = ministry_named(bracket[1]) if bracket else None
        return (own if own in names else names[0] if names else None), printed or None

    def finished(self, more: Sequence[BudgetRow]) -> tuple[list[BudgetRow], BudgetTotal | None]:
        """The rows (and `more`, those a table of goals held) and the total."""
        printed = self._total.projects if self._total else None
        rows = [self._row(row, alone=len(self._rows) == 1, printed=printed) for row in self._rows]
        return [*rows, *more], self._total

    def _row(self, row: _Row, *, alone: bool, printed: int | None) -> BudgetRow:
        lines = list(row.names)
        count = _COUNT.search(lines[-1]) if lines else None
        if count:
            lines[-1] = lines[-1][: count.start()].rstrip()
        elif lines and (glued := re.search(r"등 ?(\d+)(?:개 ?사업|[개건])$", " ".join(lines))):
            count = glued
        names_some = re.search(r" 등(?: ?\d+(?:개 ?사업|[개건]))?$", " ".join(row.names))
        expected = None if names_some else int(count.groups()[-1]) if count else printed if alone else None
        return BudgetRow(
            ministry=row.ministry,
            printed=row.printed,
            amount=row.amount,
            projects=int(count.groups()[-1]) if count else None,
            project_names=project_names([line for line in lines if line], expected, self._words),
            by_funding=row.by_funding,
            source=source_of(row.lines[0], row.lines[-1]),
        )


_PROJECT = re.compile(r"\(사업명\) ?(?P<name>.+)$")
_MONEY_GOAL = re.compile(r"(?:국비예산 |사업 )(?P<amount>[\d,.]+)억 ?원")
_ITEM = re.compile(r"(?<=\s)(?=[·ㅇ‣▪•①-⑳] ?\S)")
_ITEM_MARK = re.compile(r"^(?:[·ㅇ‣▪•①-⑳]|-(?= )) ?")
_MARK = re.compile(r"(?:^|(?<=\s))(?=[·ㅇ] ?\S)")
_NARROW = 13.0
"""The width of the goals' column in letters."""


def _of_goals(cells: Sequence[str]) -> list[str]:
    """What the columns of a head are, if it is one of goals and reforms; else nothing."""
    marks = (("goal", "목표"), ("reform", "제도"), ("ministry", "부처"))
    kinds = [next((kind for kind, mark in marks if mark in cell), "") for cell in cells]
    return kinds if "goal" in kinds and "reform" in kinds else []


def _row_of(line: Line) -> str:
    """The row in the address of a cell (표 1 B2)."""
    return (line.cell or "").rpartition(" ")[2].lstrip(ascii_uppercase)


def _names_ministries(head: Line, lines: Sequence[Line]) -> bool:
    """Whether the column of ministries, if there is one, holds ministries alone: else they stand on rows of their own."""
    kinds = _of_goals(head.cells)
    if "ministry" not in kinds:
        return True
    column = kinds.index("ministry") + (head.column or 0)
    in_column = [line for line in lines if line.column == column]
    wide = {_row_of(line) for line in lines if line.column != column or len(line.cells) > 1}
    stands_alone = any(_row_of(line) not in wide and ministry_named(line.text) for line in in_column)
    return not stands_alone and all(_is_of_ministries(line.cells[0]) for line in in_column if line.cells)


def _is_of_ministries(text: str) -> bool:
    parts = re.split(r"[ ,·/]+", text)
    return text in ("", "-") or text.endswith("계") or any(map(ministry_named, parts))


class ReformTable:
    """Goals in the left column, reforms in the right: told apart by bullets, else by width.

    A row that names a project ((사업명) …) beside an amount is money, not a reform.
    """

    def __init__(self, words: Words, ministries: Sequence[str], titles: Sequence[str] = ()) -> None:
        self._words = words
        self._ministries = ministries
        self._titles = [title.replace(" ", "") for title in titles]
        self.goals: list[Text] = []
        self.reforms: list[Reform] = []
        self.money: list[BudgetRow] = []
        self.total: BudgetTotal | None = None

    def read(self, lines: Sequence[Line]) -> None:
        """Take in the table below one □ heading: by its cells where they are known."""
        head = next((at for at, line in enumerate(lines) if line.cell and _of_goals(line.cells)), None)
        if head is not None and _names_ministries(lines[head], lines[head + 1 :]):
            self._by_cells(lines[head], lines[head + 1 :])
            return
        body: list[Line] = []
        for line in lines:
            if self.total or _HEAD.match(line.text):
                continue
            self.total = _total(line)
            if not self.total:
                body.append(line)
        for ministry, own in self._rows(body):
            if not any(_MARK.search(line.text) for line in own):
                self._by_width(own)
            elif own[0].text.startswith("·"):
                self._by_two_bullets(ministry, own)
            else:
                self._by_bullets(ministry, own)

    def _by_cells(self, head: Line, lines: Sequence[Line]) -> None:
        """Each marked part of a cell is a goal or a reform by the head of its column; without marks, each paragraph."""
        kinds = dict(enumerate(_of_goals(head.cells), start=head.column or 0))
        ministry = ""
        items: list[tuple[str, str, list[Line]]] = []
        marked: tuple[str, int] | None = None
        for cell in self._cells_of(lines, head):
            kind = kinds.get(cell.column or 0, "")
            if kind == "ministry":
                ministry = cell.text or ministry
            for text in _ITEM.split(cell.text) if kind in ("goal", "reform") else ():
                own = replace(cell, text=_ITEM_MARK.sub("", text).strip())
                place = _row_of(cell), cell.column or 0
                goes_on = marked == place and own.text == text.strip()
                marked = place if own.text and (goes_on or own.text != text.strip()) else None
                if goes_on:
                    items[-1][2].append(own)
                elif own.text not in ("", "-"):
                    items.append((kind, ministry, [own]))
        for kind, of_ministry, parts in items:
            if kind == "goal":
                self._goal(parts)
            else:
                self._reform(of_ministry, parts)

    def _cells_of(self, lines: Sequence[Line], head: Line) -> Iterator[Line]:
        """Each cell of the rows, down to the total, with its column; heads that are repeated are left out."""
        for line in lines:
            self.total = self.total or _total(line)
            if self.total:
                return
            if line.column is not None and line.text != head.text:
                for column, cell in enumerate(line.cells or (line.text,), start=line.column):
                    yield replace(line, text=cell, column=column)

    def _rows(self, lines: Sequence[Line]) -> list[tuple[str, list[Line]]]:
        """The lines of each ministry, as printed; its cell may be two lines (행정 | 안전부) or begin a line."""
        register = by_printed_name("ministry")
        rows: list[tuple[str, list[Line]]] = []
        skip = False
        for line, following in zip_longest(lines, lines[1:]):
            if skip:
                skip = False
                continue
            first, _, rest = line.text.partition(" ")
            whole = line.text + (following.text if following else "")
            if whole in register:
                rows.append((whole, []))
                skip = True
            elif first in register and register[first].short_name in self._ministries:
                own = [Line(rest, line.number, line.page, line.cell)] if rest else []
                rows.append((first, own))
            elif rows:
                rows[-1][1].append(line)
        return [(ministry, own) for ministry, own in rows if own]

    def _by_two_bullets(self, ministry: str, lines: Sequence[Line]) -> None:
        """Both columns have bullets: the first is a goal, of two on a line the second is a reform."""
        parts: list[tuple[bool, list[Line]]] = []
        marks = {line.text[0] for line in lines if line.text[0] in "·ㅇ"}
        for line in lines:
            cells = _cells(line)
            if not line.text.startswith(("·", "ㅇ")):
                parts[-1][1].append(line)
                continue
            for position, cell in enumerate(cells, start=int(line.cells[:1] == ("",))):
                single = len(cells) == 1 and (bool(parts) if len(marks) == 1 else cell.startswith("ㅇ"))
                parts.append((single or position > 0, [_like(line, cell)]))
        for is_reform, own in parts:
            if is_reform:
                self._reform(ministry, own)
            else:
                self._goal(own)

    def _by_bullets(self, ministry: str, lines: Sequence[Line]) -> None:
        """Only reforms have bullets: what stands before a bullet is a goal, if it is no reform's rest."""
        left: list[Line] = []
        reform: list[Line] = []
        last = max(index for index, line in enumerate(lines) if _MARK.search(line.text))
        for index, line in enumerate(lines):
            head, *cells = _cells(line) if not _cells(line)[0].startswith("·") else ["", *_cells(line)]
            rest = (
                head
                and not cells
                and reform
                and not left
                and (index > last or self._goes_on(reform[-1], line))
            )
            if rest:
                reform.append(line)
                continue
            if head:
                left.append(_like(line, head))
            for cell in cells:
                self._reform(ministry, reform)
                self._goal(left)
                left, reform = [], [_like(line, cell)]
        self._reform(ministry, reform)
        self._goal(left)

    @staticmethod
    def _goes_on(above: Line, line: Line) -> bool:
        return (
            width(line.text) > _NARROW
            or line.text.startswith("(")
            or above.text.count("(") > above.text.count(")")
        )

    def _by_width(self, lines: Sequence[Line]) -> None:
        """No bullets: the goal's narrow lines first, then the reforms, each until a line is not full."""
        widest = max(width(line.text) for line in lines)
        first = next(
            (i for i, line in enumerate(lines) if width(line.text) > min(_NARROW, widest * 0.8)), len(lines)
        )
        self._goal(lines[:first])
        group: list[Line] = []
        one_a_line = self.total is not None and self.total.projects == len(lines) - first
        for line in lines[first:]:
            above = group[-1].text if group else ""
            ended = one_a_line or above.endswith(")") or width(above) < widest * 0.75
            if group and ended and not line.text.startswith("("):
                self._reform("", group)
                group = []
            group.append(line)
        self._reform("", group)

    def _goal(self, lines: Sequence[Line]) -> None:
        lines = lines[self._head(lines) :]
        text = self._words.join(line.text for line in lines)
        if text not in ("", "-"):
            self.goals.append(Text(text=text, source=source_of(lines[0], lines[-1])))

    def _head(self, lines: Sequence[Line]) -> int:
        """How many lines are a narrow cell left of the goal: the end of a title, or what the goal begins with again."""
        for count in range(len(lines) - 1, 1, -1):
            cell = "".join(line.text.replace(" ", "") for line in lines[:count])
            if cell.endswith(lines[count].text.split()[0]) or any(one.endswith(cell) for one in self._titles):
                return count
        return 0

    def _reform(self, ministry: str, lines: Sequence[Line]) -> None:
        if not lines:
            return
        text = self._words.join(line.text for line in lines)
        source = source_of(lines[0], lines[-1])
        project = _PROJECT.search(text)
        if not project:
            self.reforms.append(Reform(text=text, source=source))
            return
        amount = _MONEY_GOAL.search(self.goals[-1].text) if self.goals else None
        self.money.append(
            BudgetRow(
                ministry=ministry_named(ministry),
                printed=ministry,
                amount=number(amount["amount"]) if amount else None,
                projects=None,
                project_names=[project["name"]],
                source=source,
            )
        )


def _cells(line: Line) -> list[str]:
    """The parts of a line that begin with a bullet, and what stands before the first."""
    return [part.strip() for part in _MARK.split(line.text) if part.strip()]


def _like(line: Line, text: str) -> Line:
    return Line(text.lstrip("·ㅇ "), line.number, line.page, line.cell)
