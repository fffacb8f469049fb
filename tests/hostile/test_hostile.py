"""Whatever the file, the command ends within its bounds with exit status 0, 1 or 2 and one sentence at most.

`make test` tries a share of the files, `make soak` (`--soak`) all of them.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pytest
from tests.conftest import SMALL_BOOK
from tests.hostile import archives, pdfs, texts

from goru.book.model import PlanBook
from goru.book.opening.bounds import MOST_MEMORY
from goru.book.opening.reader import MOST_SECONDS

SHARE, MUTATIONS = 8, 2_000
"""Of the corpus every eighth file, of the mutated books every eightieth stand in `make test`."""


def corpus(small_book: PlanBook) -> Iterator[tuple[str, bytes]]:
    """All hostile files there are."""
    yield from pdfs.files()
    yield from archives.files()
    yield from texts.files(SMALL_BOOK.read_text(encoding="utf-8"), small_book.model_dump(mode="json"))


def verdict_on(file: Path) -> str:
    """What is wrong with how the command ended, nothing where it is right."""
    command = [sys.executable, "-m", "goru.cli", "check", "--format", "json", str(file)]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=3 * MOST_SECONDS + 60)
    except subprocess.TimeoutExpired:
        return f"{file.name}: it goes on"
    said = done.stderr.decode()
    if done.returncode not in (0, 1, 2) or "Traceback" in said or "프로그램의 잘못" in said:
        return f"{file.name}: {done.returncode} {said[-2000:]}"
    if done.returncode == 2:
        is_one_sentence = said.startswith("goru: ") and said.count("\n") == 1 and not done.stdout
        return "" if is_one_sentence else f"{file.name}: {said}"
    return "" if isinstance(json.loads(done.stdout), list) else f"{file.name}: no findings"


def tried(files: Iterator[tuple[str, bytes]], folder: Path) -> list[str]:
    """Try the files, two at a time; each is gone after it."""

    def attempt(one: tuple[str, bytes]) -> str:
        file = folder / one[0].replace("/", "_")
        file.write_bytes(one[1])
        try:
            return verdict_on(file)
        finally:
            file.unlink()

    wrong: list[str] = []
    with ThreadPoolExecutor(2) as pool:
        while few := list(islice(files, 2)):  # as many as are tried at once: some are large
            wrong += pool.map(attempt, few)
    return [one for one in wrong if one]


def test_no_file_takes_the_reader_down(
    small_book: PlanBook, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    is_whole = request.config.getoption("soak")

    wrong = tried(islice(corpus(small_book), 0, None, 1 if is_whole else SHARE), tmp_path)

    assert wrong == []
    # Linux counts what the caller had when it began the process, too
    most = max(MOST_MEMORY, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 <= most


def test_there_are_as_many_hostile_files_as_are_promised(small_book: PlanBook) -> None:
    assert len({name for name, _ in corpus(small_book)}) >= 300


def test_no_book_changed_at_random_takes_the_reader_down(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    book = SMALL_BOOK.read_text(encoding="utf-8")
    seeds = range(MUTATIONS if request.config.getoption("soak") else MUTATIONS // 80)

    assert tried(((f"{seed}.txt", texts.mutated(book, seed).encode()) for seed in seeds), tmp_path) == []
