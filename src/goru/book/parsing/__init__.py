"""Lines → PlanBook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pydantic import ValidationError

from goru.book.annex import MARKED
from goru.book.frames import strategies_of
from goru.book.model import Headline, LineKind, Plan, PlanBook, Summary
from goru.book.parsing.account import account_of
from goru.book.parsing.action_tasks import with_bodies
from goru.book.parsing.annex import divided, with_annex
from goru.book.parsing.beginnings import begins_body
from goru.book.parsing.focus_tasks import focus_tasks
from goru.book.parsing.headline import headline, notes_on_total
from goru.book.parsing.names import Names, key
from goru.book.parsing.outside import out_of_range
from goru.book.parsing.parts import NotAPlanBook, Parts, divide, not_a_plan
from goru.book.parsing.plans import plans
from goru.book.parsing.summaries import overview, references, sheets
from goru.book.parsing.summary_table import SummaryTable, SummaryTableReader
from goru.book.reading.lines import Line, Lines
from goru.book.register import Register, using
from goru.core.dates import dates_in

__all__ = ["NotAPlanBook", "parse", "parse_and_account"]


def parse(lines: Lines, year: int | None = None, register: Register | None = None) -> PlanBook:
    """The plan book, or the part of one, that the lines of a document print.

    `year` is whose plan it is where the document does not say; `register` knows the institutions, that of the program where
    none is given. Raises NotAPlanBook, with one sentence for the user,
    where no plan can be recognised, Unreadable for a figure or a text that no plan book has, with its place.
    """
    return parse_and_account(lines, year, register)[0]


def parse_and_account(
    lines: Lines, year: int | None = None, register: Register | None = None
) -> tuple[PlanBook, list[LineKind]]:
    """The book, and what became of each line, then of each beside them. Raises as `parse` does."""
    try:
        with using(register):
            return _parse(lines, year)
    except ValidationError as error:
        raise out_of_range(error, lines) or error from error


_FACTS = ("headline", "plans", "strategies", "action_tasks", "strategy_totals", "focus_tasks", "summaries")


def _parse(whole: Lines, year: int | None) -> tuple[PlanBook, list[LineKind]]:
    """The book of the body of a document, with what its annex says."""
    if any(line.text.startswith(MARKED) for line in whole):
        raise NotAPlanBook(
            whole.name,
            "바뀐 곳을 표시한 인쇄본입니다. 표시 없이 인쇄한 파일을 올리세요.",
            "A print with its changes marked. Bring one without marks.",
        )
    found = divided(whole)
    book, kinds, parts = _body(found.body, year)
    if not found.lines:
        return book, kinds
    book, of_annex, unread = with_annex(book, found, parts.words)
    at = len(found.body)
    kinds = [*kinds[:at], *of_annex, *kinds[at:]]
    return book.model_copy(update={"unread": [*book.unread, *unread]}), kinds


def _body(lines: Lines, year: int | None) -> tuple[PlanBook, list[LineKind], Parts]:
    parts = divide(lines, year)
    overviews = _overviews(parts)
    repeating, names = _sheets(parts, overviews, [])
    first = references(parts["summary1"], parts.words)
    table, body = _sectors(parts)
    names = names.with_own((one.name for one in table.strategies), (task.name for task in table.core_tasks))
    frame = strategies_of(parts.year)
    names = names.with_own((one.name for one in frame), (name for one in frame for name in one.core_tasks))
    printed = [sheet for summary in [*overviews, *first, *repeating] for sheet in summary.sheets]
    read = [
        *plans(parts["provinces"], "provincial", parts.words, names, printed),
        *plans(parts["megaregions"], "megaregional", parts.words, names, printed),
    ]
    strategies, core_tasks, action_tasks = with_bodies(table, body, parts.words)
    decided = _decided(parts)
    book = PlanBook(
        title=parts.title,
        year=parts.year,
        decided=decided,
        scope=parts.scope,
        headline=_headline(parts),
        plans=read,
        strategies=strategies,
        sectoral_core_tasks=core_tasks,
        action_tasks=action_tasks,
        strategy_totals=table.totals,
        grand_total=table.grand_total,
        focus_tasks=focus_tasks(parts["focus"], parts.words, parts.year, decided),
        summaries=[*overviews, *first, *_sheets(parts, overviews, read)[0]],
        page_numbers_source=parts.page_numbers,
    )
    if not any(getattr(book, part) for part in _FACTS):
        raise not_a_plan(lines.name)
    account = account_of(lines, book, parts.lines, parts.running_heads)
    return book.model_copy(update={"unread": account.unread}), account.kinds, parts


def _overviews(parts: Parts) -> list[Summary]:
    return [
        found
        for part, kind in (("provinces", "province"), ("megaregions", "megaregion"))
        if (found := overview(parts[part], kind, parts.words))
    ]


def _sheets(parts: Parts, overviews: Sequence[Summary], read: Sequence[Plan]) -> tuple[list[Summary], Names]:
    """참고 2 and 3, and the names they print, which the plans need to be read.

    Where the plans are `read`, their strategies tell what in the sheets is a strategy's cell.
    """
    own = {plan.institution: {key(task.strategy): task.strategy for task in plan.core_tasks} for plan in read}
    visions = [sheet for one in overviews for sheet in one.sheets]
    second, names = sheets(parts["summary2"], "province", parts.words, visions, own)
    third, more = sheets(parts["summary3"], "megaregion", parts.words, visions, own)
    known = Names({**more.strategies, **names.strategies}, {**more.core_tasks, **names.core_tasks})
    return [one for one in (second, third) if one], known


def _sectors(parts: Parts) -> tuple[SummaryTable, Sequence[Line]]:
    """The summary table, and the lines of the body, which begins with the heading of the first strategy."""
    lines = parts["sectors"]
    start = begins_body(lines)
    return SummaryTableReader(parts.words).read(lines[:start]), lines[start:]


def _headline(parts: Parts) -> Headline | None:
    """The headline with what the book says of it elsewhere; none where nothing of it is printed."""
    found, notes = headline(parts["introduction"], parts.words), notes_on_total(parts.kept, parts.words)
    return found.model_copy(update=notes) if found.budget or notes else None


def _decided(parts: Parts) -> date | None:
    """The day the Committee decided the book: the last dated 심의·의결 of the introduction."""
    text = parts.words.join(line.text for line in parts["introduction"])
    found = [
        one.end
        for match in re.finditer(r"위원회\(([^()]+)\)에서 [^.]{0,30}심의·의결", text)
        for one in dates_in(match[1], parts.year)
        if one.end
    ]
    return found[-1] if found else None
