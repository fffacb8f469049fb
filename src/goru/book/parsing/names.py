"""Names a book prints more than once: they tell where a wrapped cell begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from goru.book.reading.lines import Line

_NUMBERED = re.compile(
    r"^(?P<number>(?:[ⅠⅡⅢⅣⅤ]|\d)-\d{1,2}[.)]?(?= )|[①-⑳]|\d{1,2}[.)](?!\d)|\(\d{1,2}\)|[가-하][.)]|[ⅠⅡⅢⅣⅤ]\."
    r"|[\[<(]?전략 ?[ⅠⅡⅢⅣⅤ\d](?:[\]>).:]|(?= ))) *(?=\S)"
)
_OF_STRATEGY = re.compile(r"[ⅠⅡⅢⅣⅤ]\.$|\W?전략")
_FORMS = str.maketrans(
    "ⅡⅢⅣⅤ나다라마바사아자차카타파하②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "ⅠⅠⅠⅠ가가가가가가가가가가가가가①①①①①①①①①①①①①①①①①①①"
)
"""Numbers of one form, whatever they count."""


def key(text: str) -> str:
    """The letters of a name alone: print varies its blanks, dots and commas."""
    return re.sub(r"[\s·,.'\"「」]", "", text)


@dataclass(slots=True)
class Names:
    """Known names of strategies and core tasks, by key."""

    strategies: dict[str, str] = field(default_factory=dict)
    core_tasks: dict[str, str] = field(default_factory=dict)

    def with_own(self, strategies: Iterable[str], core_tasks: Iterable[str] = ()) -> Names:
        """These names and those that a plan itself prints."""
        return Names(
            {key(name): name for name in strategies if name} | self.strategies,
            {key(name): name for name in core_tasks if name} | self.core_tasks,
        )


def begins(lines: Sequence[Line], known: dict[str, str]) -> int:
    """How many of the first lines spell a known name in full; the longest; 0 where none."""
    found, letters = 0, ""
    for count, line in enumerate(lines, start=1):
        letters += key(line.text)
        if letters in known:
            found = count
    return found


def ends(lines: Sequence[Line], known: dict[str, str]) -> int:
    """How many of the last lines spell a known name in full; the longest; 0 where none."""
    found, letters = 0, ""
    for count, line in enumerate(reversed(lines), start=1):
        letters = key(line.text) + letters
        if letters in known:
            found = count
    return found


def torn_prefix(letters: str, known: dict[str, str]) -> str:
    """What is missing of the known name that `letters` (4 or more) begin; empty where there is none."""
    if len(letters) < 4:
        return ""
    return next((name[len(letters) :] for name in known if name.startswith(letters) and name != letters), "")


def respaced(letter_spaced: str, models: Iterable[str]) -> str:
    """A text printed l e t t e r by l e t t e r, with the blanks of the same text printed elsewhere."""
    letters = letter_spaced.replace(" ", "")
    for model in models:
        if key(model) != key(letters):
            continue
        text, rest = "", letters
        for letter in model:
            if letter == " ":
                text += letter
            elif rest.startswith(letter):
                text, rest = text + letter, rest[1:]
        return text
    return letters


def is_letter_spaced(text: str) -> bool:
    """Whether most words of a text are single letters."""
    words = text.split()
    return len(words) > 5 and sum(len(word) == 1 for word in words) > len(words) * 0.7


def form_of_number(name: str) -> str:
    """The form of the number that a name begins with (1-1. of 2-3.), "" where it has none."""
    found = _NUMBERED.match(name)
    return re.sub(r"\d+", "1", found["number"].translate(_FORMS)) if found else ""


def without_number(name: str) -> str:
    """The name without the number it begins with."""
    return _NUMBERED.sub("", name)


def is_of_strategies(form: str) -> bool:
    """Whether numbers of a form count strategies and nothing else: Ⅰ., 전략 1."""
    return _OF_STRATEGY.search(form) is not None
