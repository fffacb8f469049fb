"""A plugin of pytest: the tests run as they are, also in a fork of this process, then in a fork for each mutant until one fails.

mutmut's own runner leaves every decorated function and class alone, which here are all deeds (`@audit.deed`) and values
(`@dataclass`), and loads Django and the database's tables again for each mutant.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import signal
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from itertools import accumulate
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from django.db import connections
from tests.mutating.finding import Mutant, mutants_of
from tests.mutating.patching import Loaded, put

_PATIENCE, _TIMES = 10, 5
"""Seconds, and how many times as long as a test took: who takes longer goes round in circles."""
_LONGEST = 30
"""Seconds that the tests of one mutant may take as it is: the quickest first, though all cells of a table enter it.

A guard is tried by all: those of two at once are the slowest."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--mutate", help="a module below src/goru")
    parser.addoption("--guards", action="store_true", help="only what refuses or makes wait is taken out")
    parser.addoption("--kept-as", help="where what became of each mutant is written")


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(_Trial(config), "mutating")


class _Trial:
    def __init__(self, config: pytest.Config) -> None:
        self.kept_as = Path(config.getoption("--kept-as"))
        self.module = importlib.import_module(".".join(("goru", *_dotted(config.getoption("--mutate")))))
        self.guards_alone = config.getoption("--guards")
        self.failed = False
        self.calls: dict[str, set[str]] = defaultdict(set)
        self.took: dict[str, float] = defaultdict(float)
        self._now, self._wide = "", ""
        self._is_mutant = False

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Iterator[Any]:
        """What the fixture of a whole file calls, all tests of the file call."""
        before = self._wide
        if fixturedef.scope != "function":
            self._wide = self._now.partition("::")[0] if fixturedef.scope != "session" else "."
        try:
            return (yield)
        finally:
            self._wide = before

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed
        self.took[report.nodeid] += report.duration

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = session.items
        threading.setprofile(self._profile)
        sys.setprofile(self._profile)
        self._run(items, session)
        sys.setprofile(None)
        threading.setprofile(None)
        if self.failed or session.testsfailed:
            pytest.exit("the tests fail without any mutant", returncode=1)
        self.loaded = Loaded.of(self.module)
        mutants = [one for one in mutants_of(self.loaded.text) if one.is_guard or not self.guards_alone]
        gc.freeze()
        if self._outcome(None, items, session) != "survived":
            pytest.exit("the tests fail in a fork without any mutant", returncode=1)
        found = [self._try(mutant, items, session) for mutant in mutants]
        self._run(items, session)
        if self.failed:
            pytest.exit("a mutant left something behind: the tests fail without it", returncode=1)
        self.kept_as.parent.mkdir(parents=True, exist_ok=True)
        self.kept_as.write_text(json.dumps(found, ensure_ascii=False, indent=1))
        return True

    def _profile(self, frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_filename == self.module.__file__:
            self.calls[frame.f_code.co_qualname.partition(".<locals>")[0]].add(self._wide or self._now)

    def _run(self, items: Sequence[pytest.Item], session: pytest.Session) -> None:
        for item, following in zip(items, [*items[1:], _End(session)], strict=True):
            self._now = item.nodeid
            if self._is_mutant:
                signal.setitimer(signal.ITIMER_REAL, _PATIENCE + _TIMES * self.took[item.nodeid])
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                return

    def _tests_of(self, mutant: Mutant, items: Sequence[pytest.Item]) -> list[pytest.Item]:
        calls = self.calls[mutant.function]
        if mutant.function and "." not in calls:
            items = [one for one in items if one.nodeid in calls or one.nodeid.partition("::")[0] in calls]
        quickest = sorted(items, key=lambda one: self.took[one.nodeid])
        until = accumulate(self.took[one.nodeid] for one in quickest)
        chosen = {
            one.nodeid
            for at, (one, total) in enumerate(zip(quickest, until, strict=True))
            if not at or total <= _LONGEST or mutant.is_guard
        }
        # in their own order: what the tests of a file share is made for the first and gone after the last of them
        return [one for one in items if one.nodeid in chosen]

    def _try(
        self, mutant: Mutant, items: Sequence[pytest.Item], session: pytest.Session
    ) -> dict[str, object]:
        chosen = self._tests_of(mutant, items)
        outcome = self._outcome(mutant, chosen, session) if chosen else "survived"
        told = {name: value for name, value in asdict(mutant).items() if name != "text"}
        return told | {"outcome": outcome, "tests": len(chosen)}

    def _outcome(self, mutant: Mutant | None, items: Sequence[pytest.Item], session: pytest.Session) -> str:
        connections.close_all()
        child = os.fork()
        if not child:
            self._be(mutant, items, session)
        return _outcome(child)

    def _be(self, mutant: Mutant | None, items: Sequence[pytest.Item], session: pytest.Session) -> None:
        """The child: it is the mutant, and ends with 1 where a test fails."""
        os.setsid()
        self._is_mutant = True
        with open(os.devnull, "w") as nothing:  # noqa: PTH123
            os.dup2(nothing.fileno(), 1)
            os.dup2(nothing.fileno(), 2)
        try:
            if mutant:
                put(mutant, self.loaded)
            self._run(items, session)
        except BaseException:
            os._exit(1)
        os._exit(1 if self.failed else 0)


class _End:
    """What comes after the last test, but is not the end of the session: its fixtures stay."""

    def __init__(self, session: pytest.Session) -> None:
        self._session = session

    def listchain(self) -> list[pytest.Session]:
        return [self._session]


def _dotted(path: str) -> tuple[str, ...]:
    return tuple(part for part in Path(path).with_suffix("").parts if part != "__init__")


def _outcome(child: int) -> str:
    """The alarm of a test that goes round in circles ends the child."""
    _, status = os.waitpid(child, 0)
    with suppress(ProcessLookupError):  # what it started
        os.killpg(child, signal.SIGKILL)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
        return "timed out"
    return "killed" if status else "survived"
