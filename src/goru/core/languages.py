"""Words that stand in both languages where they are kept: `book` knows no gettext."""

from __future__ import annotations

from django.utils.functional import lazystr
from django.utils.translation import get_language


class _InLanguage:
    def __init__(self, korean: str, english: str) -> None:
        self.korean, self.english = korean, english

    def __str__(self) -> str:
        return self.english if (get_language() or "").startswith("en") else self.korean


def in_language(korean: str, english: str) -> str:
    """The one of two words that a reader of a page reads, chosen whenever it is shown."""
    words: str = lazystr(_InLanguage(korean, english))  # type: ignore[assignment] # as gettext_lazy says
    return words
