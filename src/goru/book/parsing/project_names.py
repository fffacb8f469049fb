"""The names of projects in a cell: one a line, or parted by commas, slashes or bullets, or run together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from goru.book.parsing.cells import width
from goru.book.parsing.words import Words
from goru.book.register import by_printed_name

_ENDS_A_NAME = re.compile(r"(?:지원|사업|구축|조성|프로젝트|육성|개발|운영)(?= ?\S)")


def project_names(lines: Sequence[str], count: int | None, words: Words) -> list[str]:
    """The names printed in one cell. `count` is the number of projects, where the cell names them all."""
    text = _joined(lines, words)
    if "/" in text and len(re.findall(r"/ ?", text)) >= max(2, len(lines) - 1):
        return _clean(text.split("/"))
    if any(line.startswith("·") for line in lines):
        return _clean(name for group in _bulleted(lines, words) for name in _by_commas(group))
    if "," in re.sub(r"\([^()]*\)", "", text):
        names = _clean(_by_commas(text))
        return (
            names if not count or len(names) >= count else _clean(_by_commas(_with_lost_commas(lines, words)))
        )
    if len(lines) > 1 and not _wrapped(lines, words):
        return _clean(lines)
    names = _clean([text])
    if names and len(text) > 30:
        return _run_together(text, words)
    return names


def _joined(lines: Sequence[str], words: Words) -> str:
    """The text of wrapped lines; an account or place in brackets ((자율, 제주)) touches its name, as in a line."""
    text = ""
    for line in lines:
        text = text + line if line.startswith("(") else words.join([text, line])
    return text


def _bulleted(lines: Sequence[str], words: Words) -> list[str]:
    groups: list[list[str]] = []
    for line in lines:
        if line.startswith("·") or not groups:
            groups.append([line.lstrip("· ")])
        else:
            groups[-1].append(line)
    return [words.join(group) for group in groups]


def _by_commas(text: str) -> list[str]:
    """Parted at commas that stand in no bracket, nor between places (광주, 충북 …)."""
    parts: list[str] = []
    for part in re.split(r",(?![^()]*\))", text):
        if parts and parts[-1].strip() in by_printed_name("province"):
            parts[-1] += "," + part
        else:
            parts.append(part)
    return parts


def _with_lost_commas(lines: Sequence[str], words: Words) -> str:
    """The text with a comma at each line's end that did not fill its column: a bullet was lost there."""
    full = max(width(line) for line in lines) * 0.85
    return _joined(
        [line if width(line) > full or line.endswith(",") else line + "," for line in lines], words
    )


def _wrapped(lines: Sequence[str], words: Words) -> bool:
    """Whether the lines are one name that was wrapped."""
    return len(lines) == 2 and len(lines[0]) > 16 and (words.together(*lines) or len(lines[1]) < 8)


def _run_together(text: str, words: Words) -> list[str]:
    """Names that lost what parted them: cut after a project's usual last word where the book knows no such compound."""
    cuts = [
        match.end()
        for match in _ENDS_A_NAME.finditer(text)
        if text[match.end()] != " "
        and words.meetings(text[: match.end()], text[match.end() :]) < 2
        and not re.match(r"(지원|체계|시범|사업|및|\)|\()", text[match.end() :])
    ]
    cuts += [match.end() for match in re.finditer(r"(?:지원) (?=[가-힣]{6,})", text)]
    places = [0, *sorted(set(cuts)), len(text)]
    return _clean(text[a:b] for a, b in itertools.pairwise(places))


def _clean(names: object) -> list[str]:
    cleaned = (re.sub(r"\s*등$", "", name.strip(" ·,/")).strip() for name in names)  # type: ignore[attr-defined]
    return [name for name in cleaned if name and not re.fullmatch(r"등?( ?\d+개 ?사업)?", name)]
