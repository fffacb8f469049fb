"""Texts and data by which a reader may be taken down, and books that were changed at random."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from typing import Any

_PIECES = (
    *(
        "",
        "-",
        "0",
        ".",
        ",",
        "1,",
        "99999",
        "1234567890123",
        "'24.13.45",
        "(’24) 31,6",
        "합계 , 개",
        "1.2.3",
    ),
    *("합 계 3개 실천과제 , 개 ,억 원", "Ⅰ-1. ", "(1) ", "전략 Ⅰ", "◈", "§", "참고 1 ", "·", "~", "’24.2.30"),
    *("Ⅲ. 시·도 지방시대 시행계획", "Ⅳ. 중앙정부 부문별 시행계획", "0%", "...", "①", "٣", "²", "½", "1e5"),
    *("\t", "\u0301" * 5, "%", "억원", "조원", "총 99999999999조원", "\u202e", "\ufeff", "\x0b", "\u2028"),
)
_FIGURES = ("", "0", ",", ".", "1.1.1", "99999999", "7" * 25, "7" * 40, "٣", "-5")


def mutated(book: str, seed: int) -> str:
    """The book, changed in 1 to 100 places: lines left out, doubled, moved, cut, with other figures and marks."""
    chance = random.Random(seed)  # noqa: S311
    lines = book.split("\n")
    for _ in range(chance.choice((1, 1, 2, 5, 20, 100))):
        chance.choice(_CHANGES)(lines or ["x"], chance)
    return "\n".join(lines)


def _leave_out(lines: list[str], chance: random.Random) -> None:
    start = chance.randrange(len(lines))
    del lines[start : start + chance.choice((1, 1, 3, 30, 300))]


def _double(lines: list[str], chance: random.Random) -> None:
    start, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[to:to] = lines[start : start + chance.choice((1, 3, 30))]


def _replace(lines: list[str], chance: random.Random) -> None:
    lines[chance.randrange(len(lines))] = chance.choice(_PIECES)


def _add(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    piece = chance.choice(_PIECES)
    lines[at] = lines[at] + piece if chance.random() < 0.5 else piece + lines[at]


def _spoil_a_letter(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    if lines[at]:
        letter = chance.randrange(len(lines[at]))
        lines[at] = lines[at][:letter] + chance.choice(_PIECES) + lines[at][letter + 1 :]


def _change_figures(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = re.sub(r"\d+", lambda _: chance.choice(_FIGURES), lines[at])


_CHANGES: tuple[Callable[[list[str], random.Random], None], ...] = (
    _leave_out,
    _double,
    _replace,
    _add,
    _spoil_a_letter,
    _change_figures,
)


def files(book: str, data: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Files by name; `book` and `data` are a small book as text and as data."""
    yield from _texts(book)
    yield from _encodings(book)
    yield from _figures(book)
    yield from _data(data)


def _texts(book: str) -> Iterator[tuple[str, bytes]]:
    yield "line-190-megabytes.txt", b"a" * 190_000_000
    yield "lines-190-megabytes.txt", b"a\n" * 95_000_000
    yield "combining-4-million.txt", ("e" + "\u0301" * 4_000_000).encode()
    yield "combining-in-lines.txt", (("e" + "\u0301\u0323" * 9_000 + "\n") * 300).encode()
    yield "digits-5000.txt", book.replace("1", "1" * 5_000, 1).encode()
    yield "blanks.txt", b" " * 19_000_000
    for line in ("제1장 " * 3_000, "(" * 19_000, "~" * 19_000, "1 " * 9_000, "·" * 19_000, "24.1~" * 3_000):
        yield f"line-{line[:2]}.txt", f"{book}\n{line}\n".encode()
        yield f"lines-{line[:2]}.txt", (book + "\n" + (line[:300] + "\n") * 20_000).encode()
    yield "book-30-times.txt", (book * 30).encode()
    yield "bullets.txt", book.replace("\n", "\n§ ").encode()


def _encodings(book: str) -> Iterator[tuple[str, bytes]]:
    for encoding in ("utf-16", "utf-16-le", "utf-32", "cp949", "utf-7", "iso2022_kr", "johab"):
        yield f"{encoding}.txt", book.encode(encoding, errors="replace")
    plain = book.encode()
    yield "odd-bytes.txt", b"\xff\xfe" + book.encode("utf-16-le")[:-1]
    yield "nul.txt", plain.replace(b"\n", b"\n\x00")
    yield "half-letters.txt", plain[: len(plain) // 2 + 1]
    yield "surrogates.txt", book.encode("utf-16-le").replace(b"\x00\xac", b"\x00\xd8")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b", b"PK\x03\x04", b"%PDF-", b"{", b"["):
        yield f"begins-{mark.hex()}.txt", mark + plain
        yield f"only-{mark.hex()}.txt", mark


def _figures(book: str) -> Iterator[tuple[str, bytes]]:
    printed = sorted(set(re.findall(r"\d[\d,]*\d", book)))
    for number, figure in enumerate(("9" * 31, "9" * 29, "9,9" * 15, "99999999999999", "-9999999999999.5")):
        for old in printed[:: len(printed) // 20]:
            yield f"figure-{number}-{old}.txt", book.replace(old, figure).encode()


def _data(data: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    figures = (
        "1e99999999",
        "-1e99999999",
        "1e-99999999",
        "9" * 5_000,
        "0." + "3" * 5_000,
        "1e15",
        "NaN",
        "null",
    )
    places = ('"year"', '"first_line"', '"total"', '"amount"', '"projects"', '"number"', '"percent"')
    plain = json.dumps(data, ensure_ascii=False)
    for place in places:
        for figure in (*figures, '"1e99999999"', '"' + "9" * 5_000 + '"', "true", "[]", "{}"):
            changed = re.sub(rf"(?<={place}: )-?[\d.]+", figure, plain, count=1)
            yield f"data-{place.strip(chr(34))}-{figure[:12].strip(chr(34))}.json", changed.encode()
    for letters in ("x" * 2_000_000, "\\u0000", "\\ud800", "\\u0301" * 5_000):
        yield f"data-title-{letters[:6]}.json", plain.replace(data["title"], letters).encode()
    yield "data-deep.json", b'{"a":' * 1_000_000
    yield "data-list-deep.json", b"[" * 1_000_000
    yield "data-long.json", b'{"a": "' + b"x" * 25_000_000 + b'"}'
    yield "data-many-keys.json", ("{" + ",".join(f'"k{n}": 1' for n in range(1_000_000)) + "}").encode()
    yield "data-many-plans.json", json.dumps({**data, "plans": data["plans"] * 3_000}).encode()
