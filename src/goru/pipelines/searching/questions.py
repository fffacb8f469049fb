"""A question taken apart: words to known terms, their synonyms, and the nearest terms where a word is mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import and_, or_

from django.contrib.postgres.search import SearchQuery, TrigramSimilarity
from django.db.models import Q

from goru.pipelines.searching.models import Term
from goru.pipelines.searching.synonyms import synonyms
from goru.pipelines.searching.words import keys_of, words_in

_MOST_WORDS, _LONGEST = 12, 20
_NEAR = 0.4
"""How alike the keys of a mistyped word and a term must be at least."""
_PARTICLE = re.compile(
    "은|는|이|가|을|를|의|에|와|과|도|로|으로|에서|부터|까지|만|에게|한|하는|하기|및|별|적|들|과의|와의"
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    The query, none where nothing can match; the same without synonyms, which is what should come first; the terms
    to mark; what was typed and what was taken for it; the words that nothing has.
    """

    query: SearchQuery | None
    literal: SearchQuery | None
    terms: frozenset[str]
    corrections: dict[str, str]
    unknown: tuple[str, ...]

    @property
    def has_synonyms(self) -> bool:
        """Whether the query finds more than the words themselves."""
        return self.query != self.literal


def understand(text: str) -> Question:
    """The question that a text asks. Every word must be found, or one of its synonyms. At most three queries."""
    words = [word[:_LONGEST] for word in words_in(text)][:_MOST_WORDS]
    others = [part for word in words for other in synonyms(word) for part in words_in(other)]
    known = _known([*words, *others])
    queries: list[SearchQuery] = []
    literals: list[SearchQuery] = []
    terms: set[str] = set()
    corrections: dict[str, str] = {}
    unknown: list[str] = []
    for word in words:
        ways = [way for one in (word, *synonyms(word)) if (way := _ways(words_in(one), known))]
        if not ways and (near := _nearest(word)):
            corrections[word] = near
            ways = [[near]]
        if not ways:
            unknown.append(word)
            continue
        terms.update(term for way in ways for term in way)
        literals.append(_all_of(ways[0]))
        queries.append(reduce(or_, (_all_of(way) for way in ways)))
    if unknown or not queries:
        return Question(None, None, frozenset(terms), corrections, tuple(unknown))
    return Question(reduce(and_, queries), reduce(and_, literals), frozenset(terms), corrections, ())


def _known(words: Iterable[str]) -> set[str]:
    """Of the words, their parts and what begins with them: those that the index holds."""
    parts = {
        word[start:end]
        for word in words
        for start in range(len(word))
        for end in range(start + 1, len(word) + 1)
    }
    begun = reduce(or_, (Q(text__startswith=word) for word in words), Q(text__in=parts))
    return set(Term.objects.filter(begun).values_list("text", flat=True)) if parts else set()


def _ways(words: Sequence[str], known: set[str]) -> list[str]:
    """The known terms that spell the words; empty where one of them cannot be spelt."""
    found: list[str] = []
    for word in words:
        if any(term.startswith(word) for term in known):
            found.append(word)
        elif cover := _cover(word, known):
            found.extend(cover)
        else:
            return []
    return found


def _cover(word: str, known: set[str]) -> list[str]:
    """The fewest known terms of two letters or more that spell a word, a particle at its end apart."""
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


def _nearest(word: str) -> str | None:
    keys = keys_of(word)
    near = Term.objects.filter(keys__trigram_similar=keys).annotate(likeness=TrigramSimilarity("keys", keys))
    found = near.filter(likeness__gte=_NEAR).order_by("-likeness", "-entries", "text").first()
    return found.text if found else None


def _all_of(terms: Sequence[str]) -> SearchQuery:
    """A term of two letters or more stands for what begins with it too."""
    lexemes = (f"'{term}':*" if len(term) > 1 else f"'{term}'" for term in terms)
    return SearchQuery(" & ".join(lexemes), config="simple", search_type="raw")
