"""How much of a book was read, as it heads every report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from goru.book.checking.sentences import Language
from goru.book.completeness import PARTS, WITNESSES, Counted, Witness, completeness
from goru.book.model import PlanBook

_READ = ("읽은 것", "Read")
_MISSING = ("없는 것", "missing")
_MORE = ("어디에도 예고되지 않은 것", "announced nowhere")
_UNTOLD = ("모두 몇인지 이 문서로는 알 수 없는 것", "Of how many, this document cannot tell")
_ELSEWHERE = ("이 문서에 없어 세지 않은 것", "Not counted, as they stand elsewhere")
_REST = ("그 밖에 {}개", "{} others")
_FEW = 10


def completeness_lines(book: PlanBook, lang: Language) -> str:
    """One line of fractions, and why one is not full or cannot be told."""
    column, found = lang == "en", completeness(book)
    rows = [f"{_READ[column]}: {', '.join(_fraction(one, column) for one in found.counted)}"]
    for one in found.counted:
        rows += _explained(one, column)
    for words, parts in ((_UNTOLD, found.untold), (_ELSEWHERE, found.elsewhere)):
        rows += [f"  {words[column]}: {', '.join(PARTS[part][column] for part in parts)}"] if parts else []
    return "".join(f"{row}\n" for row in rows)


def _fraction(one: Counted, column: bool) -> str:
    return f"{PARTS[one.part][column]} {one.read}" + ("" if one.of is None else f"/{one.of}")


def _explained(one: Counted, column: bool) -> Iterator[str]:
    name = PARTS[one.part][column]
    if one.of is not None and one.read < one.of:
        shown = groupby(one.missing[:_FEW], key=lambda each: each.said_by)
        missing = [f"{', '.join(each.name for each in same)}({_witnesses(by, column)})" for by, same in shown]
        rest = one.of - one.read - min(len(one.missing), _FEW)
        missing += [_REST[column].format(rest)] if rest else []
        yield f"  {name} – {_MISSING[column]}: {', '.join(missing)}"
    if one.more:
        yield f"  {name} – {_MORE[column]}: {', '.join(one.more)}"


def _witnesses(said_by: Sequence[Witness], column: bool) -> str:
    return ", ".join(WITNESSES[by][column] for by in said_by)
