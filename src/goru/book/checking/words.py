"""The words of a book, by which its own misspelt ones are known."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from unicodedata import normalize

from goru.book.register import by_printed_name

_LONG = 4
"""Syllables of a word that is likely to be a compound: of shorter ones too many differ in one letter."""

_SHORT = 3
_SELDOM = 4
_COMMON = 5
_FAR_MORE = 5
_LONGER = 6
_OFTEN = 10
_FAMILIAR = 5
_SEVERAL = 3
_WORD = re.compile(r"[가-힣]{2,}")
_POSTPOSITION = re.compile(r"(?<=[가-힣]{4})(?:에서|으로|까지|부터|[은는이가을를과와의에로도])$")
_ALIKE = [
    frozenset(normalize("NFKD", family))
    for family in (
        "가까카",
        "다따타",
        "바빠파마",
        "사싸",
        "자짜차",
        "아하",
        "아야",
        "어여",
        "오요",
        "우유",
        "애에얘예",
        "왜외웨",
    )
]
"""Letters that are easily taken for each other: one is the other with a stroke more, or sounds as it."""
_CONFUSABLE = frozenset(
    normalize("NFC", initial + vowel + final)
    for initial in map(chr, range(0x1100, 0x1113))
    for vowel in "\u1162\u1166"
    for final in ["", *map(chr, range(0x11A8, 0x11C3))]
)
"""Syllables with ㅐ or ㅔ."""

_CONFUSED = str.maketrans("\u1162\u1166", "\u1166\u1162")


@dataclass(frozen=True)
class Words:
    """The words of texts in their order, each with its stem."""

    running: list[str]
    stems: dict[str, str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Words:
        """The words of texts."""
        running = _WORD.findall("\n".join(texts))
        return cls(running, {word: _POSTPOSITION.sub("", word) for word in dict.fromkeys(running)})

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often each stem stands."""
        counts: Counter[str] = Counter()
        for word, count in Counter(self.running).items():
            counts[self.stems[word]] += count
        return counts

    @cached_property
    def beside(self) -> set[str]:
        """Words that stand beside each other, written as one."""
        return {word + self.stems[after] for word, after in pairwise(self.running)}

    def printed(self, stem: str) -> str:
        """The word of that stem that is printed first."""
        return next(word for word, its in self.stems.items() if its == stem)

    @cached_property
    def pairs(self) -> Counter[str]:
        """In how many words two syllables stand together; at a word's start behind a `<`, at its end before a `>`."""
        return Counter(self._paired)

    @cached_property
    def _paired(self) -> list[str]:
        inner = [stem[at : at + 2] for stem in self.counts for at in range(len(stem) - 1)]
        return [*inner, *("<" + stem[:2] for stem in self.counts), *(stem[-2:] + ">" for stem in self.counts)]

    def seldom(self) -> Iterator[tuple[str, int]]:
        """Words that stand a few times and hold two syllables that stand together in no other, with how often."""
        pairs, counts = self.pairs, self.counts
        inner = (stem for stem in counts for _ in range(len(stem) - 1))
        holders = dict(zip(self._paired, chain(inner, counts, counts), strict=True))
        for stem in dict.fromkeys(stem for pair, stem in holders.items() if pairs[pair] == 1):
            if counts[stem] <= _SELDOM and len(stem) >= _SHORT:
                yield stem, counts[stem]

    def meant_by(self, stem: str, count: int) -> str | None:
        """The word that a seldom one is a misprint of, if it is one: by words first, then by their halves."""
        compound = (
            self._whole(stem, count) or self._half(stem) or self._official(stem)
            if len(stem) >= _LONG
            else None
        )
        return compound or self._loan(stem, count)

    def _whole(self, stem: str, count: int) -> str | None:
        """A common word that differs in one letter, where the syllables around it stand together nowhere else.

        One strange pair is enough in a longer word that is far less common: 기획발전특구, but not 제도혁신 beside 제조혁신.
        """
        for at in range(len(stem)):
            near = self._common.get((at, stem[:at] + stem[at + 1 :]))
            if not near:
                continue
            strange = self._strange(stem, at)
            if not all(strange) and (not any(strange) or len(stem) < _LONGER):
                continue
            least = count + 1 if all(strange) else _FAR_MORE * count
            for other in near:
                if self.counts[other] >= least and is_one_letter_off(stem[at], other[at]):
                    return other
        return None

    def _half(self, stem: str) -> str | None:
        """The word with another first or last half, two syllables that are familiar where these are seen nowhere else.

        The letters must be alike, and the whole be printed elsewhere, if in two words (창출 촉진), or be made of two words
        that the book knows (주거 and 환경).
        """
        for start in (0, len(stem) - 2):
            half, rest = stem[start : start + 2], stem[:start] + stem[start + 2 :]
            if self.pairs[half] > 1:
                continue
            for other in self._familiar_like(half):
                meant = stem[:start] + other + stem[start + 2 :]
                is_printed = meant in self.counts or meant in self.beside
                if is_printed or (start == 0 and self._makes_compounds(half, other, rest)):
                    return meant
        return None

    def _official(self, stem: str) -> str | None:
        """The word with another last half, that of an office's name (통계청), where these end no word of the book: 배출동계.

        What stands before must be a word of the book, and what is meant begin another one.
        """
        first, half = stem[:-2], stem[-2:]
        if first not in self.counts or not all(
            self._strange(stem, len(first))[:1] + self._strange(stem, len(stem) - 1)
        ):
            return None
        for other in self._of_offices:
            if any(half[1 - at] == other[1 - at] and are_alike(half[at], other[at]) for at in (0, 1)):
                return first + other
        return None

    def _loan(self, stem: str, count: int) -> str | None:
        """The word with ㅔ for ㅐ, or the other way round, in three syllables that only so begin another word: 트랜드."""
        for start in () if _CONFUSABLE.isdisjoint(stem) else {0, len(stem) - 3}:
            part = stem[start : start + 3]
            for at, syllable in enumerate(part):
                if syllable not in _CONFUSABLE:
                    continue
                other = part[:at] + _with_other_vowel(syllable) + part[at + 1 :]
                is_known = self._begun[other] > (0 if start else count)
                if is_known and self._begun[part] <= count and any(self._strange(part, at)):
                    return stem[:start] + other + stem[start + 3 :]
        return None

    def _strange(self, stem: str, at: int) -> list[bool]:
        """Of the pairs that a syllable is in, which are in no other word."""
        return [self.pairs[pair] == 1 for pair in _around(stem, at)]

    def _makes_compounds(self, half: str, other: str, rest: str) -> bool:
        """Whether a final consonant too many or too few parts two words, each of which the book often uses."""
        finals = [(mine, theirs) for mine, theirs in zip(half, other, strict=True) if mine != theirs]
        return (
            same_but_final(*finals[0])
            and self.counts.get(rest, 0) >= _OFTEN
            and self._compounds[other] >= _SEVERAL
        )

    def _familiar_like(self, half: str) -> Iterator[str]:
        for at in (0, 1):
            for syllable in self._familiar.get((at, half[1 - at]), ()):
                if are_alike(half[at], syllable):
                    yield half[:at] + syllable + half[at + 1 :]

    @cached_property
    def _of_offices(self) -> list[str]:
        """What offices of the nation are named after (통계 of 통계청), of which words of the book begin."""
        names = {one.short_name for one in by_printed_name("ministry").values()}
        offices = sorted(name[:2] for name in names if len(name) == 3 and name[-1] in "부처청")
        return [one for one in offices if self.pairs[f"<{one}"]]

    @cached_property
    def _begun(self) -> Counter[str]:
        """How many words begin with three syllables."""
        begun: Counter[str] = Counter()
        for stem, count in self.counts.items():
            begun[stem[:3]] += count
        return begun

    @cached_property
    def _compounds(self) -> Counter[str]:
        """How many longer words begin with two syllables."""
        return Counter(stem[:2] for stem in self.counts if len(stem) >= _LONG)

    @cached_property
    def _common(self) -> dict[tuple[int, str], list[str]]:
        """Common long words by what is left of them without the syllable at a place."""
        rests: dict[tuple[int, str], list[str]] = defaultdict(list)
        for stem, count in self.counts.items():
            if count >= _COMMON and len(stem) >= _LONG:
                for at in range(len(stem)):
                    rests[at, stem[:at] + stem[at + 1 :]].append(stem)
        return rests

    @cached_property
    def _familiar(self) -> dict[tuple[int, str], list[str]]:
        """Syllables by their place in a familiar pair and by the other one."""
        syllables: dict[tuple[int, str], list[str]] = defaultdict(list)
        for pair, count in self.pairs.items():
            if count >= _FAMILIAR and len(pair) == 2:
                syllables[0, pair[1]].append(pair[0])
                syllables[1, pair[0]].append(pair[1])
        return syllables


def _around(stem: str, at: int) -> list[str]:
    """The pairs that a syllable is in, told as those of the word's edge where they stand there."""
    last = len(stem) - 1
    if at == 0:
        return ["<" + stem[:2]]
    if at == last:
        return [stem[-2:] + ">"]
    return [stem[at - 1 : at + 1], stem[at : at + 2]]


@lru_cache(maxsize=4096)
def _with_other_vowel(syllable: str) -> str:
    """The syllable with ㅔ for ㅐ or ㅐ for ㅔ."""
    initial, vowel, final = letters(syllable)
    return normalize("NFC", initial + vowel.translate(_CONFUSED) + final)


def same_but_final(one: str, other: str) -> bool:
    """Whether two syllables differ in their final alone."""
    return letters(one)[:2] == letters(other)[:2]


@lru_cache(maxsize=16384)
def are_alike(one: str, other: str) -> bool:
    """Whether two syllables differ in one letter that is easily taken for the other: ㅊ and ㅈ, ㅕ and ㅓ, ㄴ and none."""
    if not is_one_letter_off(one, other):
        return False
    if same_but_final(one, other):
        return not (letters(one)[2] and letters(other)[2])
    differing = {
        mine for pair in zip(letters(one), letters(other), strict=True) if pair[0] != pair[1] for mine in pair
    }
    return any(differing <= family for family in _ALIKE)


@lru_cache(maxsize=16384)
def is_one_letter_off(one: str, other: str) -> bool:
    """Whether two syllables differ in just one of initial, vowel and final."""
    mine, theirs = letters(one), letters(other)
    return (mine[0] != theirs[0]) + (mine[1] != theirs[1]) + (mine[2] != theirs[2]) == 1


@lru_cache(maxsize=4096)
def letters(syllable: str) -> tuple[str, str, str]:
    """Initial, vowel and final of a syllable; "" where it has no final."""
    parts = normalize("NFD", syllable)
    return parts[0], parts[1], parts[2:]
