"""How fast and how heavy the table of indicators is served: Goru as `make run` serves it, Datasette beside it.

Datasette serves the same rows from SQLite. Both are asked for the first hundred rows as JSON, and for the first fifty
whose name holds a word as a page. Memory is the proportional set size (PSS) of each server's process after that.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from serving_load import requests_a_second, warm
from serving_peers import Served, datasette, goru

ROUNDS, SECONDS = 2, 4.0
MOST_MEMORY = 1.1
"""Times the memory of Datasette, whose server knows no accounts: signing in with second factors weighs some 4 MB."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing asked of both: where."""

    name: str
    of_goru: str
    of_datasette: str


QUESTIONS = (
    Question(
        "API, 100 rows", "/api/v1/indicators?limit=100", "/book/indicators.json?_shape=objects&_size=100"
    ),
    Question(
        "API, found by a word",
        "/api/v1/indicators?limit=100&q=%EC%88%98",
        "/book/indicators.json?_shape=objects&_size=100&name__contains=%EC%88%98",
    ),
    Question(
        "page, found by a word",
        "/2024/indicators/?q=%EC%88%98",
        "/book/indicators?_size=50&name__contains=%EC%88%98",
    ),
)


def main() -> int:
    """Measure, print, and fail where Goru serves less, or weighs more than it may."""
    with (
        tempfile.TemporaryDirectory(prefix="goru-bench-") as folder,
        goru(Path(folder)) as ours,
        datasette(Path(folder), ours) as theirs,
    ):
        speeds = [_compare(question, ours, theirs) for question in QUESTIONS]
        weight = ours.memory() / theirs.memory()
        print(
            f"memory (PSS)          Goru {ours.memory():6.1f} MB   Datasette {theirs.memory():6.1f} MB   ",
            end="",
        )
        print(f"ratio {weight:.2f}, limit {MOST_MEMORY}")
        print(
            f"beside it, which Datasette does without: PostgreSQL {ours.database_memory():.1f} MB, ", end=""
        )
        print(f"the worker that reads and issues what is read {ours.memory_beside():.1f} MB")
    return 0 if min(speeds) >= 1 and weight <= MOST_MEMORY else 1


def _compare(question: Question, ours: Served, theirs: Served) -> float:
    """How many times as many requests a second Goru answers, the best of each one's turns."""
    best_of_ours = best_of_theirs = 0.0
    warm(ours.port, question.of_goru)
    warm(theirs.port, question.of_datasette)
    for _ in range(ROUNDS):
        best_of_ours = max(best_of_ours, requests_a_second(ours.port, question.of_goru, SECONDS))
        best_of_theirs = max(best_of_theirs, requests_a_second(theirs.port, question.of_datasette, SECONDS))
    ratio = best_of_ours / best_of_theirs
    print(
        f"{question.name:21} Goru {best_of_ours:6.1f} /s   Datasette {best_of_theirs:6.1f} /s   ratio {ratio:.2f}"
    )
    return ratio


if __name__ == "__main__":
    sys.exit(main())
