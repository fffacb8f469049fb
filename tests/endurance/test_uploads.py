"""Hostile files brought in through the browser's way: each gets its answer, and the site goes on."""

from __future__ import annotations

from itertools import islice

import httpx
import pytest
from tests.endurance.conftest import Installation, token
from tests.endurance.test_kills import state_of
from tests.hostile.test_hostile import corpus

from goru.book.model import PlanBook

SHARE, MOST = 40, 20_000_000
"""Every fortieth in `make test`; bytes of the largest, for the way is tried here, not the size."""
AN_HOUR = 3600


def test_every_hostile_file_brought_in_is_read_or_refused(
    installation: Installation,
    officer: httpx.Client,
    small_book: PlanBook,
    request: pytest.FixtureRequest,
) -> None:
    step = 1 if request.config.getoption("soak") else SHARE
    brought_in: dict[int, str] = {}
    for name, content in islice(corpus(small_book), 0, None, step):
        if len(content) > MOST:
            continue
        page = officer.get("/imports/new/").text
        sent = officer.post(
            "/imports/new/",
            data={"csrfmiddlewaretoken": token(page)},
            files={"file": (name.replace("/", "_"), content)},
        )
        assert sent.status_code in (302, 400), name
        if sent.status_code == 302:
            brought_in[int(sent.headers["Location"].strip("/").rpartition("/")[2])] = name

    installation.wait_until_idle(AN_HOUR)

    states = {name: state_of(officer, number) for number, name in brought_in.items()}
    assert set(states.values()) <= {"ready", "failed"}, states
    assert "프로그램 오류" not in "".join(officer.get(f"/imports/{number}/").text for number in brought_in)
    assert installation.readiness()["failed_jobs"] == 0
