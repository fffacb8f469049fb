"""docs/reference/security.md answers every requirement once, in known words, by files and tests that are there."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from goru.core.places import PACKAGE

ROOT = PACKAGE.parents[1]
PAGE = (ROOT / "docs" / "reference" / "security.md").read_text(encoding="utf-8")
ANSWERS = {"kept", "not applicable", "kept by who runs it", "not kept"}

LAST = {
    1: {1: 7, 2: 4, 4: 5, 5: 4, 6: 4, 7: 2, 8: 2, 9: 2, 10: 1, 11: 2, 12: 2, 14: 6},
    2: {1: 12, 2: 3, 3: 3, 4: 5, 5: 7, 6: 3, 7: 6, 8: 7, 9: 3, 10: 4},
    3: {1: 1, 2: 4, 3: 4, 4: 5, 5: 3, 7: 1},
    4: {1: 5, 2: 2, 3: 3},
    5: {1: 5, 2: 8, 3: 10, 4: 3, 5: 4},
    6: {1: 3, 2: 6, 3: 2, 4: 2},
    7: {1: 4, 2: 2, 3: 4, 4: 3},
    8: {1: 4, 2: 3, 3: 8},
    9: {1: 3, 2: 4},
    10: {2: 2, 3: 3},
    11: {1: 8},
    12: {1: 3, 2: 1, 3: 6, 4: 2, 5: 2, 6: 1},
    13: {1: 5, 2: 6, 3: 2, 4: 2},
    14: {1: 4, 2: 6, 3: 3, 4: 7, 5: 4},
}
"""ASVS 4.0.3: the last requirement of level 2 in each section of each chapter; sections of level 3 alone are left out."""
LEFT_OUT = {"1.4.2", "1.4.3", "1.12.1", "4.1.4", "7.3.2", "13.1.2", "13.2.4", "14.3.1"}
"""Withdrawn, though numbers of level 2 come after them."""
DESIGN = {1: 10, 2: 8, 3: 1, 4: 1}
CODE = {1: 17, 2: 16, 3: 2, 4: 3, 5: 5, 6: 4, 7: 2}
"""소프트웨어 보안약점 of 2021: how many there are in each group."""


class Row(NamedTuple):
    number: str
    asked: str
    answer: str
    by_what: str


ROWS = [
    Row(*found)
    for found in re.findall(r"^\| (V[\d.]+|SR[\d-]+|\d-\d+) \| (.+?) \| (.+?) \| (.+) \|$", PAGE, re.M)
]
NAMED = sorted(
    set(
        re.findall(
            r"`((?:tests|src|docs|deploy|benchmarks|\.ci)/[^`]+|[\w.-]+\.(?:md|toml|lock)|Makefile)`", PAGE
        )
    )
)


def asvs() -> Iterator[str]:
    for chapter, sections in LAST.items():
        for section, last in sections.items():
            numbers = (f"{chapter}.{section}.{number}" for number in range(1, last + 1))
            yield from (f"V{number}" for number in numbers if number not in LEFT_OUT)


def weaknesses() -> Iterator[str]:
    yield from (f"SR{group}-{place}" for group, most in DESIGN.items() for place in range(1, most + 1))
    yield from (f"{group}-{place}" for group, most in CODE.items() for place in range(1, most + 1))


def test_every_requirement_is_answered_once_in_order() -> None:
    assert [row.number for row in ROWS] == [*asvs(), *weaknesses()]
    assert len([*asvs()]) == 259


def test_every_answer_is_one_of_the_known() -> None:
    assert [row.number for row in ROWS if row.answer not in ANSWERS] == []


def test_what_is_kept_names_where() -> None:
    kept = [row for row in ROWS if row.answer.startswith("kept")]

    assert [row.number for row in kept if not any(f"`{name}`" in row.by_what for name in NAMED)] == []


def test_no_weakness_has_its_name_twice() -> None:
    names = Counter(row.asked for row in ROWS if not row.number.startswith("V"))

    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("named", NAMED)
def test_every_file_and_test_that_is_named_is_there(named: str) -> None:
    path, _, name = named.partition("::")
    file = ROOT / path

    assert file.is_file()
    assert not name or re.search(
        rf"^(async )?def {re.escape(name)}\(", file.read_text(encoding="utf-8"), re.M
    )


def test_what_is_said_in_short_not_to_be_kept_is_not_kept() -> None:
    short = PAGE.partition("## What is not kept, in short")[2].partition("\n## ")[0]
    numbers = {f"V{number}" for number in re.findall(r"\b\d+\.\d+\.\d+\b", short)}

    assert numbers
    assert numbers <= {row.number for row in ROWS if row.answer == "not kept"}
