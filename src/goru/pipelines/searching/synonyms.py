"""Words that mean the same to who searches, from the hand-kept list."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    lines = (files("goru.pipelines.searching") / "synonyms.txt").read_text(encoding="utf-8").splitlines()
    groups = [
        tuple(word.strip() for word in line.split("=")) for line in lines if "=" in line and line[0] != "#"
    ]
    return {word: group for group in groups for word in group}


def synonyms(word: str) -> list[str]:
    """The other words of its group, each of one or more words."""
    return [other for other in _groups().get(word, ()) if other != word]
