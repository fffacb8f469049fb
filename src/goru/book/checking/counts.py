"""Rule on what sentences count: against what is counted, listed or added up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from goru.book.checking.rule import Found, Sentence
from goru.book.checking.texts import is_prose
from goru.book.model import PlanBook, Source

_FRAME = {
    "strategies": re.compile(r"(\d+)대 ?전략"),
    "sectoral_core_tasks": re.compile(r"(\d+)개 ?핵심과제"),
    "action_tasks": re.compile(r"(\d+)개 ?실천과제"),
}
_ALONE = re.compile(r"\(?\d+개 ?(?:실천|핵심)과제\)?")
_TOTAL = re.compile(r"총 ?(?P<total>\d[\d,]*)(?P<unit>[가-힣]+?)(?=\W)[^:×]*: ?(?P<parts>[^×]+)")
_BRACKETS = re.compile(r"\([^()]*\)")
_PRESENT = re.compile(r"참석 ?(?:[가-힣]+ )*(?P<who>[가-힣]{2,}) ?\((?P<number>\d+)명\)")


def counts_that_differ(book: PlanBook, sentences: Sequence[Sentence]) -> Iterator[Found]:
    """Counts in sentences that are not those of the frame's tasks, of the list behind them or of their own parts."""
    prose = [one for one in sentences if is_prose(one[0])]
    for sentence in prose:
        yield from _of_the_frame(book, sentence)
    yield from _of_those_present(prose)
    for sentence in sentences:
        yield from _of_its_parts(sentence)


def _of_the_frame(book: PlanBook, sentence: Sentence) -> Iterator[Found]:
    """5대 전략, 22개 핵심과제, 68개 실천과제: meant is the frame where two of them are named, or one stands alone."""
    at, text, source = sentence
    found = {name: match for name, form in _FRAME.items() if (match := form.search(text))}
    if len(found) < 2 and not _ALONE.fullmatch(text):
        return
    for name, match in found.items():
        counted, number = len(getattr(book, name)), int(match[1])
        if counted and number != counted:
            difference = Decimal(number - counted)
            yield Found(at, [source], counted, number, difference, case=name, parameters={"text": match[0]})


def _of_those_present(said: Sequence[Sentence]) -> Iterator[Found]:
    """Those present (참석 …(26명)): as many as the bullets behind list, and as other sentences say."""
    for position, (at, text, source) in enumerate(said):
        if not (match := _PRESENT.search(text)):
            continue
        number, bullets = int(match["number"]), _bullets(said[position + 1 :])
        counted = sum(len(names) for names, _ in bullets) or number
        places = [source, *(place for _, place in bullets)]
        others = re.compile(rf"{match['who']}(?:들)? ?(\d+)명")
        stated = [(at, source, number)]
        stated += [(here, place, int(one)) for here, words, place in said for one in others.findall(words)]
        for here, place, one in stated:
            if one != counted:
                yield Found(
                    here,
                    list(dict.fromkeys([place, *places])),
                    counted,
                    one,
                    Decimal(one - counted),
                    case="present",
                    parameters={"who": match["who"]},
                )


def _bullets(behind: Iterable[Sentence]) -> list[tuple[list[str], Source | None]]:
    """The names that the bullets right behind list, each after its colon."""
    bullets = []
    for _, text, source in behind:
        head, colon, names = text.partition(":")
        if not head.startswith("*") or not colon:
            break
        bullets.append((re.split(r"[,·]", _BRACKETS.sub("", names)), source))
    return bullets


def _of_its_parts(sentence: Sentence) -> Iterator[Found]:
    """A total whose parts follow in the same unit: 총 31건 선정 : 1유형 20건, 2유형 6건, 3유형 5건."""
    at, text, source = sentence
    match = _TOTAL.search(_BRACKETS.sub("", text)) if "총" in text else None
    if not match:
        return
    total = int(match["total"].replace(",", ""))
    parts = re.findall(rf"(?<![\d,.])(\d[\d,]*){match['unit']}(?![가-힣])", match["parts"])
    expected = sum(int(part.replace(",", "")) for part in parts)
    if len(parts) > 1 and expected != total:
        difference = Decimal(total - expected)
        yield Found(
            at, [source], expected, total, difference, case="parts", parameters={"unit": match["unit"]}
        )
