"""The words of a text that it is found by: Korean morphemes, foreign words, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kiwipiepy import Kiwi, Token

from goru.pipelines.searching.tokens import WORD

_KEPT = ("NN", "NP", "NR", "SL", "SN", "SH", "VV", "VA", "XR", "MAG")
_JOINED = ("NN", "NR", "SL", "SN", "XPN", "XSN")


@cache
def _kiwi() -> Kiwi:
    """The language model: about 100 MB, loaded in the processes that make the index only."""
    return Kiwi(num_workers=1)


def terms_of(texts: Iterable[str]) -> Iterator[list[str]]:
    """For each text its terms in order; a compound gives its parts and itself (기회발전특구: 기회, 발전, 특구, whole)."""
    for tokens in _kiwi().tokenize([text.lower() for text in texts]):
        yield [term for term in _terms(tokens) if WORD.fullmatch(term)]


def _terms(tokens: list[Token]) -> Iterator[str]:
    run: list[Token] = []
    for token in tokens:
        if run and not (token.tag.startswith(_JOINED) and token.start == run[-1].end):
            yield from _whole(run)
            run = []
        if token.tag.startswith(_JOINED):
            run.append(token)
        if token.tag.startswith(_KEPT):
            yield token.form
    yield from _whole(run)


def _whole(run: list[Token]) -> list[str]:
    return ["".join(token.form for token in run)] if len(run) > 1 else []
