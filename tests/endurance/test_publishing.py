"""Whoever publishes is killed anywhere in the middle: a publication is there whole, or not at all."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.endurance.conftest import Installation

from goru.book.model import PlanBook

PROGRAM = Path(__file__).with_name("publisher.py")
LONGEST = 1.5
"""Seconds that a publisher is left alive: some publications long."""


@contextmanager
def publisher(installation: Installation, book: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that publishes while this lasts, and is killed at the end of it."""
    variables = {**os.environ, "GORU_HOME": str(installation.home)}
    variables.pop("DATABASE_URL", None)
    with subprocess.Popen(
        [sys.executable, PROGRAM, book], env=variables, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    """The next line that it says."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def is_whole(found: dict[str, Any] | None) -> bool:
    """Whether publication, editions, rows and findings are of one publication, the last of an unbroken line."""
    if found is None:
        return True
    last = len(found["numbers"])
    return (
        found["numbers"] == list(range(1, last + 1))
        and (found["acts"], found["rows_of"]) == (last, last)
        and found["editions"] > 0
        and (found["open"], found["unpublished"], found["findings_of_earlier"]) == (0, 0, 0)
        and found["touched"] == {}
    )


def test_a_publication_that_was_killed_is_there_whole_or_not_at_all(
    installation: Installation, small_book: PlanBook, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    chance = random.Random(23)  # noqa: S311
    book = tmp_path / "book.json"
    book.write_text(small_book.model_dump_json())
    rounds = 100 if request.config.getoption("soak") else 3
    in_the_middle = 0

    for _ in range(rounds):
        with publisher(installation, book) as process:
            found = json.loads(said(process))
            assert is_whole(found), found
            assert said(process) == "begin"
            time.sleep(chance.uniform(0, LONGEST))
            process.kill()
            rest = process.communicate()[0].split()
            in_the_middle += ["begin", *rest][-1] == "begin"

    with publisher(installation, book) as process:
        found = json.loads(said(process))
    print(
        f"{rounds} kills, {in_the_middle} of them while something was published; {found and found['acts']} publications"
    )
    assert is_whole(found), found
    assert in_the_middle > rounds / 2
