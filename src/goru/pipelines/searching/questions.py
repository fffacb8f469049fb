"""A question taken apart: words to known terms, their synonyms, and the nearest terms where a word is mistyped."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db.models import Q

from goru.pipelines.searching.codes import taken_from
from goru.pipelines.searching.models import Term
from goru.pipelines.searching.synonyms import synonyms
from goru.pipelines.searching.tokens import keys_of, words_in

_MOST_WORDS, _LONGEST = 12, 20
_MOST_TOGETHER = 4
_NEAR = 0.4
"""How alike the keys of a mistyped word and a term must be at least."""
_PARTICLE = re.compile(
    "은|는|이|가|을|를|의|에|와|과|도|로|으로|에서|부터|까지|만|에게|한|하는|하기|및|별|적|들|과의|와의"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a word of a question asks for: as it was typed, and in all ways of saying it; how many entries can have it."""

    word: str
    literal: SearchQuery
    query: SearchQuery
    terms: frozenset[str]
    entries: int


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the clauses; what was typed and what was taken for it; the words that were left out."""

    clauses: tuple[Clause, ...]
    corrections: Mapping[str, str]
    left_out: tuple[str, ...]

    @property
    def query(self) -> SearchQuery:
        """What has every clause."""
        return reduce(and_, (clause.query for clause in self.clauses))

    @property
    def literal(self) -> SearchQuery:
        """The same without synonyms and other spellings, which is what should come first."""
        return reduce(and_, (clause.literal for clause in self.clauses))

    @property
    def terms(self) -> frozenset[str]:
        """The terms to mark."""
        return frozenset().union(*(clause.terms for clause in self.clauses))

    def with_only(self, kept: Collection[Clause]) -> Question:
        """The question without its other clauses."""
        gone = tuple(clause.word for clause in self.clauses if clause not in kept)
        clauses = tuple(clause for clause in self.clauses if clause in kept)
        return Question(clauses, self.corrections, self.left_out + gone)


def understand(text: str) -> Question:
    """The question that a text asks; words that nothing has are left out. One query, and one a word that nothing has."""
    codes, rest = taken_from(text)
    words = [word[:_LONGEST] for word in words_in(rest)][:_MOST_WORDS]
    others = [part for word in words for other in synonyms(word) for part in words_in(other)]
    known = _known([*codes.values(), *words, *others, *("".join(words[i:j]) for i, j in _runs(words))])
    clauses = [_clause(typed, [[code]], known) for typed, code in codes.items() if _begins(code, known)]
    corrections: dict[str, str] = {}
    left_out = [typed for typed, code in codes.items() if not _begins(code, known)]
    place = 0
    while place < len(words):
        word = words[place]
        length, clause = _said(words[place:], known)
        if clause is None and not word[0].isdecimal() and (near := _nearest(word)):
            corrections[word] = near.text
            clause = _clause(word, [[near.text]], {near.text: near.entries})
        if clause:
            clauses.append(clause)
        else:
            left_out.append(word)
        place += length
    return Question(tuple(clauses), corrections, tuple(left_out))


def _said(words: Sequence[str], known: Mapping[str, int]) -> tuple[int, Clause | None]:
    """What the first word asks for, with those behind it where others write them together; of how many words it is."""
    for _, end in (run for run in _runs(words) if run[0] == 0):
        if together := _in_all_ways("".join(words[:end]), known, is_cover_enough=False):
            apart = [_in_all_ways(word, known) for word in words[:end]]
            return end, _either(" ".join(words[:end]), together, [clause for clause in apart if clause], end)
    return 1, _in_all_ways(words[0], known)


def _either(words: str, together: Clause, apart: Sequence[Clause], count: int) -> Clause:
    """Words written together or, where the index has each, apart."""
    if len(apart) < count:
        return together
    return Clause(
        words,
        together.literal | reduce(and_, (clause.literal for clause in apart)),
        together.query | reduce(and_, (clause.query for clause in apart)),
        together.terms.union(*(clause.terms for clause in apart)),
        together.entries + min(clause.entries for clause in apart),
    )


def _runs(words: Sequence[str]) -> list[tuple[int, int]]:
    """Where words stand that may be one word to others, the longest runs first."""
    lengths = range(min(_MOST_TOGETHER, len(words)), 1, -1)
    runs = ((i, i + length) for length in lengths for i in range(len(words) - length + 1))
    return [(i, j) for i, j in runs if sum(map(len, words[i:j])) <= _LONGEST]


def _in_all_ways(word: str, known: Mapping[str, int], *, is_cover_enough: bool = True) -> Clause | None:
    """A word as it is, written apart, and its synonyms; None where the index has none of it."""
    ways = [way for one in (word, *synonyms(word)) if (way := _ways(words_in(one), known))]
    if not ways or (not is_cover_enough and ways[0] != [word]):
        return None
    if ways[0] == [word] and (apart := _cover(word, known.keys() - {word})):
        ways.append(apart)
    return _clause(word, ways, known)


def _clause(word: str, ways: Sequence[Sequence[str]], known: Mapping[str, int]) -> Clause:
    begun = [
        [sum(count for term, count in known.items() if term.startswith(one)) for one in way] for way in ways
    ]
    return Clause(
        word,
        _all_of(ways[0]),
        reduce(or_, map(_all_of, ways)),
        frozenset(term for way in ways for term in way),
        sum(min(counts) for counts in begun),
    )


def _known(words: Iterable[str]) -> dict[str, int]:
    """Of the words, their parts and what begins with them: those that the index holds, and how many entries each."""
    parts = {
        word[start:end]
        for word in words
        for start in range(len(word))
        for end in range(start + 1, len(word) + 1)
    }
    begun = reduce(or_, (Q(text__startswith=word) for word in words), Q(text__in=parts))
    return dict(Term.objects.filter(begun).values_list("text", "entries")) if parts else {}


def _ways(words: Sequence[str], known: Collection[str]) -> list[str]:
    """The known terms that spell the words; empty where one of them cannot be spelt."""
    found: list[str] = []
    for word in words:
        if _begins(word, known):
            found.append(word)
        elif cover := _cover(word, known):
            found.extend(cover)
        else:
            return []
    return found


def _begins(word: str, known: Iterable[str]) -> bool:
    return any(term.startswith(word) for term in known)


def _cover(word: str, known: Collection[str]) -> list[str]:
    """The fewest known terms of two letters or more that spell a word, a particle at its end apart; a number is one."""
    if word.isdecimal():
        return []
    best: list[list[str] | None] = [[]] + [None] * len(word)
    for start, end in combinations(range(len(word) + 1), 2):
        before, piece = best[start], word[start:end]
        if before is None:
            continue
        if len(piece) > 1 and piece in known:
            longer = [*before, piece]
        elif before and end == len(word) and _PARTICLE.fullmatch(piece):
            longer = before
        else:
            continue
        current = best[end]
        if current is None or len(longer) < len(current):
            best[end] = longer
    return best[-1] or []


def _nearest(word: str) -> Term | None:
    keys = keys_of(word)
    near = Term.objects.filter(keys__trigram_similar=keys, text__regex="..").annotate(
        likeness=TrigramSimilarity("keys", keys)
    )
    return near.filter(likeness__gte=_NEAR).order_by("-likeness", "-entries", "text").first()


def _all_of(terms: Sequence[str]) -> SearchQuery:
    """A term of two letters or more stands for what begins with it too."""
    lexemes = (f"'{term}':*" if len(term) > 1 else f"'{term}'" for term in terms)
    return SearchQuery(" & ".join(lexemes), config="simple", search_type="raw")
