"""Rule on sentences that stand in two places: what they count should be the same in both."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goru.book.checking.rule import Found, Sentence
from goru.book.model import PlanBook, Source
from goru.book.paths import Path

_FIGURE = re.compile(r"(?<![\d.,'])\d[\d,]*(?:\.\d+)?(?=[가-힣%])")
_NO_COUNT = re.compile(r"[년월일]|분기|단계|유형|호선|차 |개 ?(?:핵심|실천)과제|대 ?전략")
"""What follows a time or a number in an order; the frame's tasks are counted by a rule of their own."""

_DIGITS = re.compile(r"\d[\d,.]*")
_LETTERS = re.compile(r"[^가-힣A-Za-z%#]")
_AROUND = ((8, 3), (5, 6))
"""So many letters before and after a figure make the same sentence of two."""

_NEAR = 40

_BREAKDOWN = re.compile(r"(?P<total>\d[\d,]*)(?P<unit>건|개소|개|명|곳)[^()\d]{0,8}\((?P<parts>[^()]*)\)")
_PART = re.compile(
    r"(?P<before>\d+)개 ?(?P<after>[가-힣]{2})|(?P<label>[가-힣]{2})[가-힣]* (?P<number>\d+)(?![\d.년월일])"
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A figure with what it is of, where it stands."""

    figure: str
    words: str
    at: Path
    source: Source | None


def figures_said_otherwise(_book: PlanBook, sentences: Sequence[Sentence]) -> Iterator[Found]:
    """Figures of a sentence that stands in several places, and of totals with the same parts, where one is another."""
    same: dict[tuple[str, str], dict[_Said, None]] = defaultdict(dict)
    for sentence in sentences:
        for key, said in _figures(sentence):
            same[key][said] = None
    found = (one for sayings in same.values() if len(sayings) > 1 for one in _otherwise(list(sayings)))
    yield from {(one.at, one.parameters["text"]): one for one in found}.values()
    yield from _broken_down_otherwise(sentences)


def _figures(sentence: Sentence) -> Iterator[tuple[tuple[str, str], _Said]]:
    at, text, source = sentence
    for match in _FIGURE.finditer(text):
        if _NO_COUNT.match(text, match.end()):
            continue
        before = _plain(text[max(0, match.start() - _NEAR) : match.start()])
        after = _plain(text[match.end() : match.end() + _NEAR])
        for left, right in _AROUND:
            if len(before) >= left and len(after) >= right:
                yield (before[-left:], after[:right]), _Said(match[0], _around(text, match), at, source)


def _plain(text: str) -> str:
    return _LETTERS.sub("", _DIGITS.sub("#", text))


def _around(text: str, match: re.Match[str]) -> str:
    """The words that a figure stands among."""
    before, after = text[: match.start()].split(" ")[-3:], text[match.end() :].split(" ")[:2]
    return " ".join([*before[:-1], before[-1] + match[0] + after[0], *after[1:]])


def _otherwise(sayings: list[_Said]) -> Iterator[Found]:
    """Those that are not what most places say; of two, the later one."""
    counts = Counter(figure for figure, _ in dict.fromkeys((said.figure, said.source) for said in sayings))
    if len(counts) < 2:
        return
    common = counts.most_common(1)[0][0]
    meant = next(said for said in sayings if said.figure == common)
    for said in sayings:
        if said.figure != common and said.source != meant.source:
            yield Found(
                said.at,
                [said.source, meant.source],
                common,
                said.figure,
                parameters={"text": said.words},
                also=[meant.at],
            )


@dataclass(frozen=True, slots=True)
class _Broken:
    """A total with its parts by their labels."""

    figures: tuple[tuple[str, str], ...]
    words: str
    at: Path
    source: Source | None


def _broken_down_otherwise(sentences: Sequence[Sentence]) -> Iterator[Found]:
    """31건(광역 6, 기초 43) and 31건(6개 광역 및 43개 기초): where all but one of the figures are the same, so is the thing."""
    same: dict[tuple[str, ...], list[_Broken]] = defaultdict(list)
    for at, text, source in sentences:
        for match in _BREAKDOWN.finditer(text):
            parts = {
                one["after"] or one["label"]: one["before"] or one["number"]
                for one in _PART.finditer(match["parts"])
            }
            if len(parts) > 1:
                figures = ((match["unit"], match["total"]), *sorted(parts.items()))
                same[tuple(label for label, _ in figures)].append(_Broken(figures, match[0], at, source))
    for group in same.values():
        common = Counter(one.figures for one in group).most_common(1)[0][0]
        meant = next(one for one in group if one.figures == common)
        for one in group:
            differing = [(own, other) for own, other in zip(one.figures, common, strict=True) if own != other]
            if len(differing) == 1:
                own, other = differing[0]
                yield Found(
                    one.at,
                    [one.source, meant.source],
                    other[1],
                    own[1],
                    parameters={"text": one.words},
                    also=[meant.at],
                )
