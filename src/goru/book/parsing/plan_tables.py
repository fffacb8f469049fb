"""The tables of money and of indicators in provincial and megaregional plans."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, groupby, islice, takewhile
from typing import Literal

from goru.book.model import Funding, FundingAmount, PlanBudget, PlanIndicator, StrategyAmount
from goru.book.parsing.cells import cell_text, row_of, width
from goru.book.parsing.funding import (
    SOURCE,
    are_distinct,
    funded,
    funded_in_brackets,
    funded_in_row,
    funding_of,
)
from goru.book.parsing.names import begins, form_of_number, key, without_number
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line, source_of, until
from goru.core.figures import VALUE, number

_AMOUNT = rf"(?:{VALUE}|비예산)"
_OF_TOTAL = r"총 ?(?:투자 ?[액비]|사업비|예산 ?액?|재정 ?투입|재정)|사업비|투자 ?액|총 ?액|(?:합|총) ?계"
_OF_YEAR = r"(?:20\d\d년도?|'\d\d년도?)"
_AMOUNTS = re.compile(
    rf"^(?:(?:소 ?계|계|금액|예산|{_OF_TOTAL}|(?P<year>{_OF_YEAR})(?: (?:금액|예산))?)(?: ?\(.*원 ?\))? )?"
    rf"(?P<amounts>{_AMOUNT}(?: {_AMOUNT})+)$"
)
_YEAR_FIRST = re.compile(rf"^20\d\d(?: {_AMOUNT}){{2,}}$")
"""A row that may begin with its year."""
_ONE_AMOUNT = re.compile(rf"^{_AMOUNT}$")
_FEWEST_AMOUNTS = 3
"""On lines of their own: the total and two strategies."""
_TOTAL = re.compile(rf"^(?:[-–]|계|전 ?체|(?:{_OF_YEAR} )?(?:{_OF_TOTAL}))(?: ?\(.*원 ?\))?$")
"""The head of the total's column or row; a dash where its row has none."""
_SOURCE = rf"{SOURCE}|기타"
_COLUMNS = re.compile(
    rf"^(?:전 ?략|구분)?(?P<columns>(?: ?(?:총 ?액|(?:합|총) ?계|계|{_SOURCE})(?: ?\([^()]*원 ?\))?)+)$"
)
"""A head of more than one column of amounts."""
_FUNDING = re.compile(
    rf"^(?P<word>{_SOURCE})(?: ?\(.*원 ?\))?(?: ?[:：])?(?: (?P<amounts>{VALUE}(?: {VALUE})*))?$"
)
"""A row of one source of money, below that of all."""
_ONE_SOURCE = re.compile(
    rf"^(?:전 ?략 |구분 |분야 )?(?:{_OF_YEAR} ?)?(?P<word>{SOURCE})(?: ?\([^()]*원 ?\))?$"
)
"""The head of the amounts of one source."""
_COLUMN = re.compile(rf"총 ?액|(?:합|총) ?계|계|{_SOURCE}")
_UNIT = re.compile(r"[\[(] ?(?:단위 ?: ?)?(억 ?원|백만 ?원|천 ?원|조 ?원) ?[\])]")
_UNIT_ALONE = re.compile(r"^(?:단위 ?: ?)?(억 ?원|백만 ?원|천 ?원|조 ?원)$")
_SHARES = re.compile(r" ?(?:비중|비율|구성비)(?: ?\(%\))?")
"""The head of a column beside the amounts."""
_OF_SOURCES = re.compile(rf"^\((?:{_SOURCE})")
_UNCLEAR = re.compile(rf"^\D.* {VALUE} {VALUE}$")
"""Of two amounts nothing says which one is meant."""
_HEADING = re.compile(
    rf"^(□.*|(전 ?략 ?|구분 ?|분야 ?)?(?:{_OF_YEAR} ?)?(계|{_OF_TOTAL}|{SOURCE}|예산|금액)?( ?[\[(].*원 ?[\])])?"
    r"|(?:단위 ?: ?)?(?:억|백만|천|조) ?원)$"
)


def provincial_budget(lines: Sequence[Line], cells: str, words: Words) -> PlanBudget | None:
    """One row: the total, then an amount for each strategy of the header.

    `cells` are the letters of the strategies as printed elsewhere (core-task table, sheets): they
    tell which lines of the header are one name.
    """
    lines = _cut_at_note(lines)
    if found := _by_sources(lines, words):
        return found
    row, held = _row_of_amounts(lines)
    if row is None:
        return None
    above = lines[: lines.index(held[0])]
    cells_above = [replace(line, text=cell) for line in above for cell in line.cells or (line.text,)]
    header = _names_among(cells_above)
    if len(header) < len(_one_blank(row).split()) - 1:  # names that stand on one line, parted by blanks alone
        own = [line for line in cells_above if not line.text.startswith("□")]
        cells_above = [replace(line, text=word) for line in own for word in line.text.split()]
        header = _names_among(cells_above)
    source_of_all = _only_source(lines)
    total, amounts, total_at = _parted(row, cells_above, header)
    by_source = _rows_by_source(lines, len(amounts) + 1)
    of_total = [
        one for word, cells, line in by_source for one in funded(word, number(cells.pop(total_at)), line)
    ]
    if not of_total:
        alone = [one for line in lines for one in _of_total_alone(line, _unit(lines))]
        of_total = alone if are_distinct(alone) else []
    sources = [source_of(line) for line in held if len(held) == 1 or line is not held[total_at]]
    nameless: list[list[Line]] = [[] for _ in amounts]  # an amount whose name was lost is kept
    groups = [*_grouped(header, len(amounts), cells), *nameless][: len(amounts)]
    column = max((width(line.text) for group in groups for line in group), default=0.0)
    return PlanBudget(
        unit=_unit(lines),
        total=number(total),
        by_strategy=[
            StrategyAmount(
                strategy=cell_text([line.text for line in group], words, column),
                amount=number(str(amount)),
                funding=source_of_all,
                by_funding=[
                    one for word, cells, line in by_source for one in funded(word, number(cells[at]), line)
                ],
                source=source,
            )
            for at, (group, amount, source) in enumerate(zip(groups, amounts, cycle(sources), strict=False))
        ],
        by_funding=of_total,
        source=source_of(lines[0], max([held[-1], *(line for *_, line in by_source)], key=lines.index)),
    )


def _of_total_alone(line: Line, unit: str) -> list[FundingAmount]:
    """What sources have of the total, where their rows have no more: (국비 600, 지방비 500), 국비 600."""
    return funded_in_brackets(line, unit) or _of_one_source(_one_blank(line), line)


def _rows_by_source(lines: Sequence[Line], count: int) -> list[tuple[str, list[str], Line]]:
    """The rows of one source each (국비, 지방비, 민자) with as many amounts as the row of all; none where one stands twice."""
    rows = [
        (found["word"], found["amounts"].split(), line)
        for line in lines
        if (found := _FUNDING.match(_one_blank(line)))
        and funding_of(found["word"])
        and found["amounts"]
        and found["amounts"].count(" ") == count - 1
    ]
    sources = [funding_of(word) for word, *_ in rows]
    return rows if len(sources) == len(set(sources)) else []


def megaregional_budget(lines: Sequence[Line], words: Words) -> PlanBudget | None:
    """A row a strategy, and one total in a merged cell: alone on its line, or glued to a strategy's name."""
    noted = next((line for line in lines if line.text.startswith("※")), None)
    lines = _cut_at_note(lines)
    if by_sources := _by_sources(lines, words):
        return by_sources
    rows = _RowsOfStrategies(words)
    for line, text in _rows_of_money(lines):
        if own := _of_one_source(text, line) or funded_in_brackets(line, _unit(lines)):
            rows.take_sources(own, line)
        else:
            rows.take(line, text)
    if not rows.rows:
        return None
    return PlanBudget(
        unit=_unit(lines),
        total=number(rows.total),
        by_strategy=[row.model_copy(update={"funding": _only_source(lines)}) for row in rows.rows],
        by_funding=rows.of_total,
        source=source_of(lines[0], noted or lines[-1]),
    )


_ROW = re.compile(rf"^(?P<total>[\d,]*\d(?=[^\d,.\s]))?(?P<name>.*?\D)??\s?(?<!\S)(?P<amount>{VALUE})$")
"""A strategy's row, before which the total may stand."""


class _RowsOfStrategies:
    """A row a strategy, with what sources have of it below, and the total."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._name: list[Line] = []
        self._is_of_total = True
        self.rows: list[StrategyAmount] = []
        self.total: str | None = None
        self.of_total: list[FundingAmount] = []

    def take(self, line: Line, text: str) -> None:
        """Take in a line of a name, an amount or both."""
        found = _ROW.match(text)
        if not found:
            self._name.append(line if text == _one_blank(line) else replace(line, text=text))
        elif self._name or (found["name"] and not _TOTAL.match(found["name"].strip())):
            self.total = found["total"] or self.total
            rest = [found["name"].strip()] if found["name"] else []
            self._begin(found["amount"], rest, line)
        elif self.rows and self.rows[-1].amount is None and self.rows[-1].by_funding:
            said = {"amount": number(found["amount"]), "source": until(self.rows[-1].source, line)}
            self.rows[-1] = self.rows[-1].model_copy(update=said)
        else:
            self.total, self._is_of_total = found["amount"], True

    def take_sources(self, own: Sequence[FundingAmount], line: Line) -> None:
        """Take in what sources have of the amount above, unless one of them has an amount already."""
        if self._name:
            self._begin(None, [], line)
        if not self._is_of_total:
            self.rows[-1] = _with_sources(self.rows[-1], own)
        elif are_distinct([*self.of_total, *own]):
            self.of_total += own

    def _begin(self, amount: str | None, rest: Sequence[str], line: Line) -> None:
        name = self._words.join([*(part.text for part in self._name), *rest])
        source = source_of(self._name[0] if self._name else line, line)
        self.rows.append(StrategyAmount(strategy=name, amount=number(amount), source=source))
        self._name, self._is_of_total = [], False


def _only_source(lines: Sequence[Line]) -> Funding | None:
    """Whose money a table is of whose head names one source alone: 전략 | 국비(억원)."""
    named = [found["word"] for line in lines if (found := _ONE_SOURCE.match(_one_blank(line)))]
    return funding_of(named[0]) if len(named) == 1 else None


def _of_one_source(text: str, line: Line) -> list[FundingAmount]:
    """What a row of one source of money says: 국비 100."""
    found = _FUNDING.match(text)
    return funded(found["word"], number(found["amounts"]), line) if found and found["amounts"] else []


def _with_sources(row: StrategyAmount, more: Sequence[FundingAmount]) -> StrategyAmount:
    """The row with what sources have of it, unless one of them has an amount already."""
    amounts = [*row.by_funding, *more]
    return row.model_copy(update={"by_funding": amounts}) if are_distinct(amounts) else row


def _rows_of_money(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """The lines below the head that hold one amount or a name, without bullets, shares and units."""
    own = _unit(lines)
    unit = f"{own[:-1]} ?원"
    has_shares = any(_SHARES.search(line.text) for line in lines[:_MOST_HEADS])
    for line in lines:
        text = _BULLET.sub("", re.sub(rf"(?<=\d) ?{unit}(?= |$)", "", _one_blank(line)))
        if has_shares:
            text = _SHARES.sub("", re.sub(rf"(?<= )({VALUE}) {VALUE}%?$", r"\1", text)).strip()
        is_bracket = _OF_SOURCES.match(text) and not funded_in_brackets(line, own)
        if not (_HEADING.match(text) or is_bracket or _UNCLEAR.match(text)):
            yield line, text


def _names_among(cells: Sequence[Line]) -> list[Line]:
    others = (_HEADING, _FUNDING, _OF_SOURCES)
    return [one for one in cells if not any(other.match(_one_blank(one)) for other in others)]


def _row_of_amounts(lines: Sequence[Line]) -> tuple[Line | None, Sequence[Line]]:
    """The row of amounts, and the lines that hold it: one, or one for each amount; none where rows are of several years."""
    unit = f"{_unit(lines)[:-1]} ?원"
    years = [found for line in lines if (found := _AMOUNTS.match(_one_blank(line))) and found["year"]]
    if max(len(years), sum(_YEAR_FIRST.match(_one_blank(line)) is not None for line in lines)) > 1:
        return None, []
    for at, line in enumerate(lines):
        text = re.sub(rf"(?<=\d) ?{unit}(?= |$)", "", _one_blank(line))
        if _AMOUNTS.match(text):
            return replace(line, text=text), [line]
        run = list(takewhile(lambda one: _ONE_AMOUNT.match(_one_blank(one)), lines[at:]))
        if len(run) >= _FEWEST_AMOUNTS:
            return replace(line, text=" ".join(one.text for one in run)), run
    return None, []


def _parted(row: Line, cells: Sequence[Line], header: Sequence[Line]) -> tuple[str, list[str], int]:
    """The total, the amounts of a row, and the total's place: before the strategies or behind them, as its head stands."""
    found = _AMOUNTS.match(_one_blank(row))
    amounts = found["amounts"].split() if found else []
    total = next((index for index, cell in enumerate(cells) if _TOTAL.match(cell.text)), -1)
    is_last = bool(header) and total > max(index for index, cell in enumerate(cells) if cell in header)
    at = len(amounts) - 1 if is_last else 0
    return amounts.pop(at), amounts, at


def _by_sources(lines: Sequence[Line], words: Words) -> PlanBudget | None:
    """A row a strategy, and a column a source of money (국비, 지방비, 민자) beside that of all."""
    head = next((i for i, line in enumerate(lines) if _COLUMNS.match(_one_blank(line))), len(lines))
    columns = [found[0] for line in lines[head : head + 1] for found in _COLUMN.finditer(_one_blank(line))]
    total_at = next((i for i, one in enumerate(columns) if funding_of(one) == "combined"), None)
    if len(columns) < 2 or total_at is None:
        return None
    row = re.compile(rf"^(?P<name>.*?) ?(?P<amounts>{VALUE}(?: {VALUE}){{{len(columns) - 1}}})$")
    rows: list[StrategyAmount] = []
    total: str | None = None
    of_total: list[FundingAmount] = []
    name: list[Line] = []
    for line in lines[head + 1 :]:
        found = row.match(_one_blank(line))
        if not found:
            name += [] if _HEADING.match(line.text) else [line]
            continue
        cells = found["amounts"].split()
        amount, others = cells[total_at], funded_in_row(columns, cells, line, but=total_at)
        if _TOTAL.match(found["name"]) and not name:
            total, of_total = amount, others
        else:
            parts = [*(part.text for part in name), *([found["name"]] if found["name"] else [])]
            source = source_of(name[0] if name else line, line)
            strategy = StrategyAmount(strategy=words.join(parts), amount=number(amount), source=source)
            rows.append(_with_sources(strategy, others))
        name = []
    if not rows:
        return None
    return PlanBudget(
        unit=_unit(lines),
        total=number(total),
        by_strategy=rows,
        by_funding=of_total if are_distinct(of_total) else [],
        source=source_of(lines[0], lines[-1]),
    )


def _one_blank(line: Line) -> str:
    return re.sub(r"\s+", " ", line.text)


def _cut_at_note(lines: Sequence[Line]) -> list[Line]:
    """The table without its footnote and what follows; headers' cells of one row, each on its own."""
    kept: list[Line] = []
    for line in lines:
        if line.text.startswith("※"):
            break
        kept.append(line)
    return kept


def _unit(lines: Sequence[Line]) -> str:
    alone = (_UNIT_ALONE.match(line.text) for line in lines)
    found = _UNIT.search(" ".join(line.text for line in lines)) or next(filter(None, alone), None)
    return found[1].replace(" ", "") if found else "억원"


def _grouped(header: Sequence[Line], count: int, cells: str) -> list[list[Line]]:
    """The header's lines as `count` names, so that as many as possible are names known by `cells`."""
    best: tuple[float, list[list[Line]]] = (-1.0, [])
    for sizes in _sizes(len(header), count):
        groups, start = [], 0
        for size in sizes:
            groups.append(list(header[start : start + size]))
            start += size
        known = sum(key("".join(line.text for line in group)) in cells for group in groups)
        score = known - 0.01 * (max(sizes) - min(sizes))
        if score > best[0]:
            best = (score, groups)
    return best[1] or [[line] for line in header[:count]]


def _sizes(lines: int, groups: int) -> Iterator[tuple[int, ...]]:
    if groups == 1:
        if 1 <= lines <= _MOST_LINES:
            yield (lines,)
        return
    for first in range(1, min(_MOST_LINES, lines - groups + 1) + 1):
        for rest in _sizes(lines - first, groups - 1):
            yield (first, *rest)


_MOST_LINES = 5
"""Of one name in a head."""
_TABLE_HEAD = re.compile(
    r"연번|번호|순번|구분|비고|현황|현재|단위|(?:성과|핵심|대표)?지표명?|(?:실적|목표|기준)[값치]?|증감[률율치]?|[지표단위증감]"
    r"|(?:실적|목표|기준)?\(?'?(?:20)?\d\d\.?년?도?\)?\(?(?:실적|목표|기준)?\)?"
)
_GROUP = re.compile(
    r"^\W*(?:[①-⑳] ?|[ㅇ□] ?|\d[.)] ?)?(?P<name>공통|자율|자체|특화|지역|개별)(?P<word> ?(?:성과 ?)?지표)?(?: ?\(\d+개?\))?\W*$"
)
_GROUP_BEFORE = re.compile(r"^(?P<group>[\[<(]?(?:공통|자율) ?지표[\]>)]?) (?P<row>\S.*)$")
_UNIT_AND_VALUES = re.compile(
    rf"^(?P<name>.*?)\s*(?<!\S)(?P<unit>%, ?%p|\S+)\s+(?P<actual>{VALUE})\s+(?P<target>{VALUE})\s+(?P<change>(?:- )?{VALUE})$"
)
_UNITS = re.compile(
    r"(?:%,[ \0]?%p|%p?|(?:[십백천만억조]+ ?)?(?:원|명|인|개|건|회|호|곳|톤|대|점|위|배|동|종|식|권|팀|사|가구|세대|개소|개사"
    r"|개국|시간|분|일|년|㎞|km|㎡|㎢|ha|㏊|TOE|등급|순위)(?:/\S{1,6})?)$"
)
_UNIT_LAST = re.compile(rf"^(?:(?P<name>\S.*) )?(?P<unit>{_UNITS.pattern.removesuffix('$')})$")
_BULLET = re.compile(r"^(?:[ㅇ§‣▪]|[-·](?= \D)) ?")
_NUMBERS_FIRST = re.compile(r"^(?:연번|번호|순번)(?: |$)")
_ROW_NUMBER = re.compile(r"^\d{1,2} (?=[^\d\s-])")
_SIGN_APART = re.compile(
    r"(?<=%,) (?=%p)|(?<=[+△▲▽▼]) (?=\d)|(?<=\b약) (?=\d)|(?<=\b누적) (?=\d)|(?<=\b[상하]위) (?=\d)|(?<=\b최[대소]) (?=\d)"
    r"|(?<=\d) (?=\('\d\d)|(?<=\d) (?=이[상하]\b|미만\b|초과\b|내외\b)"
)
_FIGURE_CELL = re.compile(r"(?:(?:약|누적|상위|하위|최대|최소)\0)?[-+△▲▽▼±(]?\0?\d|-$|신규$")
_NO_BLANK = "\0"
"""Stands for a blank inside a cell while a line is parted at its blanks."""
_UNIT_AND_WORDS = re.compile(r"^(?P<name>.*?)\s*(?<!\S)(?P<unit>1?식)\s+(?P<values>\S.*\S)\s+(?P<change>-)$")


_ARROW = re.compile(r"(?<=[\d)%]) ?→ ?(?=[-+△(]?\d)")
"""From the actual value to the target."""
_UNIT_AT_NAME = re.compile(r"^(?P<name>.*?) ?\((?P<unit>[^()]+)\)$")
_COLUMNS_OF_INDICATORS = {
    "name": re.compile(r"지 ?표"),
    "unit": re.compile(r"단 ?위"),
    "actual": re.compile(r"실 ?적|현황"),
    "target": re.compile(r"목 ?표"),
    "change": re.compile(r"증 ?감"),
    "strategy": re.compile(r"전 ?략"),
    "group": re.compile(r"구 ?분|과제|분야"),
}
"""By their heads."""
_NEEDED = {"name", "unit", "actual", "target"}
_VALUES_OF_HEAD = re.compile(r"실 ?적|현황|목 ?표|증 ?감")
_MOST_HEADS = 3
"""Rows of one head."""


class IndicatorTable:
    """Reads the rows (지표, 단위, 실적, 목표, 증감) of one plan."""

    def __init__(self, words: Words, strategies: dict[str, str], core_tasks: dict[str, str]) -> None:
        self._words = words
        self._strategies = strategies
        self._headings = core_tasks | strategies
        self._within_strategy = False
        self._all_inline = False
        self._group: Literal["common", "own"] | None = None
        self._strategy: str | None = None
        self._column = 0.0
        self._target_first = False

    def read(self, lines: Sequence[Line]) -> list[PlanIndicator]:
        """The indicators in printed order; a row whose figures cannot be told apart is left out, not joined to the next."""
        in_cells = [line for line in lines if line.column is not None]
        columns = _columns_of_indicators(in_cells)
        if columns and not _are_parted(lines):
            return self._read_cells(in_cells, columns)
        rows: list[PlanIndicator] = []
        waiting: list[Line] = []
        body = [line for line in _with_whole_rows(_with_whole_groups(lines)) if not _is_head(line)]
        heads = [line for line in lines if _is_head(line)]
        self._target_first = any(re.search(r"목표.*실적", line.text) for line in heads)
        body = _of_columns(body, heads)
        self._column = max((width(line.text) for line in body if not _values(line)), default=0.0)
        for line in body:
            values = _values(line)
            if values:
                rows.append(self._row(waiting, line, values))
                waiting = []
                continue
            if _is_row(line):
                self._without_strategy(waiting, line.text)
                waiting = []
                continue
            waiting.append(line)
            if group := _group("".join(one.text for one in waiting)):
                self._group, waiting = group, []
        return rows

    def _read_cells(self, lines: Sequence[Line], columns: dict[str, int]) -> list[PlanIndicator]:
        """The rows of a table whose cells the reader knew; a row without a name or a value is left out."""
        rows: list[PlanIndicator] = []
        page: int | None = None
        for own, cells in _rows_of_cells(lines):
            value = {name: " ".join(cells[at]) for name, at in columns.items() if at in cells}
            name = self._words.join(cells.get(columns["name"], []))
            if (
                len(cells) == 1 and rows and own[0].page != page and own[0].cells and name
            ):  # torn by the page's end
                rows[-1] = rows[-1].model_copy(update={"name": self._words.join([rows[-1].name, name])})
            elif len(cells) == 1:
                self._head(self._words.join(*cells.values()))
            elif not _is_head_of_indicators(value):
                for at in ("strategy", "group"):
                    if columns.get(at) in cells:
                        self._cell_beside(at, self._words.join(cells[columns[at]]))
                if name and value.keys() >= _NEEDED:
                    rows.append(
                        PlanIndicator(
                            group=self._group,
                            strategy=self._strategy,
                            name=name,
                            unit=value["unit"],
                            actual=value["actual"],
                            target=value["target"],
                            change=value.get("change", ""),
                            source=source_of(own[0], own[-1]),
                        )
                    )
            page = own[0].page
        return rows

    def _head(self, text: str) -> None:
        """A row of one cell: a group of indicators, or a strategy; below a strategy a group has no name in a book."""
        if group := _group(text):
            self._group = group
        elif key(text) in self._headings or not self._within_strategy:
            self._strategy = text
            self._within_strategy = key(text) in self._strategies

    def _cell_beside(self, column: str, text: str) -> None:
        """A cell that stands for its row and those below: a group's or a strategy's; else, with no strategy's column, as one."""
        if group := _group(text):
            self._group = group
        elif column == "strategy" or not self._within_strategy:
            self._strategy = text
            self._within_strategy = column == "strategy"

    def _row(self, waiting: list[Line], line: Line, values: dict[str, str]) -> PlanIndicator:
        if waiting and line.cells and line.cells[0] == values["name"]:
            self._strategy, name = self._words.join(one.text for one in waiting), []
        else:
            name = self._without_strategy(waiting, values["name"])
        parts = [*(part.text for part in name), *([values["name"]] if values["name"] else [])]
        if not parts:  # what stands before the figures is a name, with its unit or without one
            own = _UNIT_AT_NAME.match(values["unit"])
            parts, values["unit"] = [own["name"] if own else values["unit"]], own["unit"] if own else ""
        first, second = values["actual"], values["target"]
        actual, target = (second, first) if self._target_first else (first, second)
        return PlanIndicator(
            group=self._group,
            strategy=self._strategy,
            name=self._words.join(parts),
            unit=re.sub(r",(?=\S)", ", ", values["unit"]) or None,
            actual=actual,
            target=target,
            change=values["change"],
            source=source_of(name[0] if name else line, line),
        )

    def _without_strategy(self, waiting: list[Line], inline: str) -> list[Line]:
        """The lines of the name: without the strategy's cell, or a narrow group's cell, before it."""
        if self._group or not waiting:
            return waiting
        known = begins(waiting, self._headings)
        if known:
            self._strategy = self._words.join(line.text for line in waiting[:known])
            self._within_strategy = key(self._strategy) in self._strategies
            self._all_inline = bool(inline) and known == len(waiting)
        return self._without_group(waiting[known:], inline, known=bool(known))

    def _without_group(self, waiting: list[Line], inline: str, *, known: bool) -> list[Line]:
        """A group below a strategy is left out; where no strategy is known it stands for one."""
        if not waiting or (self._strategy and not known and not inline):
            return waiting
        count = len(waiting) if self._all_inline and not known else self._narrow(waiting, inline)
        if count and not known and not self._within_strategy:
            self._strategy = self._words.join(line.text for line in waiting[:count])
        return waiting[count:]

    def _narrow(self, waiting: list[Line], inline: str) -> int:
        """How many of the first lines are cells of a narrower column: the name's had room for the next word."""
        own = [*(line.text for line in waiting), inline]
        count = 0
        while count < len(waiting) and own[count + 1] and self._fits(own[count], own[count + 1]):
            count += 1
        return 0 if count == len(waiting) - 1 and not inline else count

    def _fits(self, text: str, following: str) -> bool:
        if following.startswith("("):
            return False
        return width(text) + width(" " + following.split(maxsplit=1)[0]) < self._column


def _of_columns(lines: Sequence[Line], heads: Sequence[Line]) -> list[Line]:
    """The rows with the last actual value before the target, the first target and the change, where a head has more columns."""
    kinds = next((found for line in heads if len(found := _VALUES_OF_HEAD.findall(line.text)) > 1), [])
    names = [
        next(name for name, head in _COLUMNS_OF_INDICATORS.items() if head.search(kind)) for kind in kinds
    ]
    if len(names) < 3 or names.count("target") + names.count("actual") < 3 or "target" not in names:
        return list(lines)
    target = names.index("target")
    wanted = [max((at for at in range(target) if names[at] == "actual"), default=-1), target]
    wanted += [names.index("change")] if "change" in names else []
    return [_with_columns(line, len(names), wanted) for line in lines] if wanted[0] >= 0 else list(lines)


def _with_columns(line: Line, count: int, wanted: Sequence[int]) -> Line:
    tokens = _SIGN_APART.sub(_NO_BLANK, re.sub(r"\s+", " ", line.text)).split()
    cells = tokens[-count:]
    if len(tokens) < count or not all(_FIGURE_CELL.match(cell) for cell in cells):
        return line
    text = " ".join([*tokens[:-count], *(cells[at] for at in wanted)]).replace(_NO_BLANK, " ")
    return replace(line, text=text, cells=())


def _rows_of_cells(lines: Iterable[Line]) -> Iterator[tuple[list[Line], dict[int, list[str]]]]:
    """The lines of each row of a table, and the texts of its cells by their columns."""
    for _, held in groupby(lines, row_of):
        own = list(held)
        cells: dict[int, list[str]] = {}
        for line in own:
            for at, text in enumerate(line.cells or (line.text,), start=line.column or 0):
                if text:
                    cells.setdefault(at, []).append(text)
        yield own, cells


def _are_parted(lines: Sequence[Line]) -> bool:
    """Whether other lines stand between those of cells: a table open at its sides, whose wide rows are no cells."""
    in_cells = [at for at, line in enumerate(lines) if line.column is not None]
    return any(
        line.column is None and (in_cells[0] < at < in_cells[-1] or _values(line))
        for at, line in enumerate(lines)
    )


def _columns_of_indicators(lines: Iterable[Line]) -> dict[str, int]:
    """Which column holds what, by the first rows' heads; none where a column that is needed has no head.

    Of more actual values the last is that before the target.
    """
    found: dict[str, int] = {}
    for _, cells in islice(_rows_of_cells(lines), _MOST_HEADS):
        for at, texts in cells.items():
            text = "".join(texts)
            name = next((name for name, head in _COLUMNS_OF_INDICATORS.items() if head.search(text)), None)
            if name == "actual" or (name and name not in found):
                found[name] = at
        if found.keys() >= _NEEDED:
            return found
    return {}


def _is_head_of_indicators(value: dict[str, str]) -> bool:
    return all(_COLUMNS_OF_INDICATORS[name].search(value.get(name, "")) for name in ("name", "unit"))


def _is_row(line: Line) -> bool:
    """Whether a line is a row of its own, of which the cells are not sure: a unit and a figure, figures at its end or alone."""
    tokens = _SIGN_APART.sub(_NO_BLANK, re.sub(r"\s+", " ", line.text)).split()
    figures = [_FIGURE_CELL.match(token) is not None for token in tokens]
    measured = any(_UNITS.match(token) and any(figures[at + 1 :]) for at, token in enumerate(tokens))
    return measured or tokens[-1] == "-" or all(figures) or (len(tokens) > 2 and all(figures[-2:]))


def _group(text: str) -> Literal["common", "own"] | None:
    """The group of indicators that a cell is the head of: 공통지표, [자율지표], 공통; of a region's own with their word."""
    found = _GROUP.match(text)
    if not found or not (found["word"] or found["name"] in ("공통", "자율")):
        return None
    return "common" if found["name"] == "공통" else "own"


def _with_whole_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines with names without bullets and numbers, a group's cell apart from its row, and each row's figures in one."""
    forms = Counter(form_of_number(line.text) for line in lines)
    has_numbers = any(_NUMBERS_FIRST.match(line.text) and _is_head(line) for line in lines)
    apart: list[Line] = []
    for line in lines:
        is_counted = forms[form_of_number(line.text)] > 1
        text = _BULLET.sub("", without_number(line.text) if is_counted else line.text)
        text = _ROW_NUMBER.sub("", text) if has_numbers else text
        found = _GROUP_BEFORE.match(text)
        apart += [replace(line, text=found["group"], cells=())] if found else []
        text = found["row"] if found else text
        apart.append(line if text == line.text else replace(line, text=text))
    whole: list[Line] = []
    while apart:
        joined, count = _cells_below_a_unit(apart[:4])
        whole += joined
        del apart[:count]
    return whole


def _cells_below_a_unit(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """A line whose end is a unit, with the figures that stand below it, cell by cell, in a row; and of how many lines."""
    first, *below = lines
    found = _UNIT_LAST.match(first.text)
    if not found or first.column is not None:
        return [first], 1
    figures: list[str] = []
    for count, line in enumerate(below, start=1):
        cells = line.text.split()
        if not all(_FIGURE_CELL.match(cell) for cell in cells):
            break
        figures += cells
        if len(figures) == 3:
            row = replace(line, text=" ".join([found["unit"], *figures]))
            return ([replace(first, text=found["name"])] if found["name"] else []) + [row], count + 1
    return [first], 1


def _with_whole_groups(lines: Sequence[Line]) -> list[Line]:
    """The lines with the group's cell on one line (공통 | 지표), where print broke it."""
    whole: list[Line] = []
    for line in lines:
        if whole and line.text == "지표" and whole[-1].text in ("공통", "자율"):
            whole[-1] = replace(whole[-1], text=whole[-1].text + line.text)
        else:
            whole.append(line)
    return whole


def _is_head(line: Line) -> bool:
    if line.text.startswith(("□", "*", "※")):
        return _group(line.text) is None
    names_columns = re.search(r"단 ?위", line.text) and re.search(r"실 ?적|목 ?표", line.text)
    return bool(names_columns) or all(_TABLE_HEAD.fullmatch(token) for token in line.text.split())


def _values(line: Line) -> dict[str, str] | None:
    text = _ARROW.sub(" ", re.sub(r"\s+", " ", line.text))
    found = _UNIT_AND_VALUES.match(text)
    if found and not re.fullmatch(r"[\d,.]+|약|누적|[상하]위|최[대소]", found["unit"]):
        return _with_whole_unit(found.groupdict())
    found = _UNIT_AND_WORDS.match(text)
    if not found:
        return _values_of_any_form(text)
    words = found["values"].split()
    half = len(words) // 2
    return {
        "name": found["name"],
        "unit": found["unit"],
        "actual": " ".join(words[:half]),
        "target": " ".join(words[half:]),
        "change": found["change"],
    }


def _with_whole_unit(values: dict[str, str]) -> dict[str, str]:
    """The values with a unit out of its brackets, or with all of the words in its brackets, and the unit before them."""
    name, unit = values["name"], values["unit"]
    if unit.endswith(")") and "(" not in unit and "(" in name:
        name, _, inside = name.rpartition("(")
        before, _, last = name.strip().rpartition(" ")
        name, own = (before, f"{last} ") if _UNITS.match(last) else (name.strip(), "")
        return values | {"name": name, "unit": f"{own}({inside} {unit}"}
    return values | {"unit": unit[1:-1] if _UNITS.match(unit[1:-1]) and unit[0] + unit[-1] == "()" else unit}


def _values_of_any_form(text: str) -> dict[str, str] | None:
    """Cells behind a unit that are no bare numbers (+41, △472, 52.9%, 5~6, 신규, words); an empty change is none."""
    tokens = _SIGN_APART.sub(_NO_BLANK, text).split()
    units = [at for at, token in enumerate(tokens) if _UNITS.match(token)]
    read = [(cells[-1] != "", unit, cells) for unit in units if (cells := _three(tokens[unit + 1 :]))]
    if not read:
        return None
    _, unit, cells = max(read)
    actual, target, change = (cell.replace(_NO_BLANK, " ") for cell in cells)
    name = " ".join(tokens[:unit]).replace(_NO_BLANK, " ")
    own = tokens[unit].replace(_NO_BLANK, " ")
    return {"name": name, "unit": own, "actual": actual, "target": target, "change": change}


def _three(cells: list[str]) -> list[str] | None:
    """Actual value, target and change; of words between two figures (80 확대 추진 15) one cell."""
    is_figure = [_FIGURE_CELL.match(cell) is not None for cell in cells]
    if len(cells) == 2 and all(is_figure):
        return [*cells, ""]
    if len(cells) == 3 and any(is_figure):
        return cells
    if len(cells) > 3 and is_figure[0] and is_figure[-1] and not any(is_figure[1:-1]):
        return [cells[0], " ".join(cells[1:-1]), cells[-1]]
    if len(cells) > 3 and all(is_figure[-2:]) and not any(is_figure[:-2]):
        return [" ".join(cells[:-2]), *cells[-2:]]
    return None
