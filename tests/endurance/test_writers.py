"""Many write one draft at once, by form and API: every accepted word is there, every refused one was shown to its author."""

from __future__ import annotations

import html
import json
import os
import random
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from tests.endurance.conftest import Installation, token

PROGRAM = Path(__file__).with_name("writers.py")
MANY, A_MINUTE = 50, 60
FEW, SHORT = 8, 5
PATIENCE = 120
"""Seconds that an answer may take while all of them ask."""
_SEEN = re.compile(r'name="seen\|([0-9a-f-]{36})\|text" value="([^"]*)"')


@dataclass
class Author:
    """One who writes: what was accepted (sentence, what was seen there, the word; what was added), and refused."""

    number: int
    chance: random.Random
    accepted: list[tuple[str, str, str]] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    words: int = 0

    def word(self) -> str:
        """A word that nobody wrote before."""
        self.words += 1
        return f"말-{self.number}-{self.words}"

    def timed(self, answer: httpx.Response) -> httpx.Response:
        """An answer, which is never a fault of the server."""
        assert answer.status_code in (200, 302, 409), (answer.status_code, answer.text[:500])
        self.seconds.append(answer.elapsed.total_seconds())
        return answer


def by_form(author: Author, client: httpx.Client, edition: int, end: float) -> None:
    """Look at the page, or not again, and write over a sentence on it."""
    address = f"/writing/editions/{edition}/vision/"
    page = ""
    while time.monotonic() < end:
        if not page or author.chance.random() < 0.7:
            page = author.timed(client.get(address)).text
        item, held = author.chance.choice(_SEEN.findall(page))
        seen, word = json.loads(html.unescape(held)), author.word()
        sent = {
            "csrfmiddlewaretoken": token(page),
            f"seen|{item}|text": html.unescape(held),
            f"{item}|text": word,
        }
        answer = author.timed(client.post(address, data=sent))
        if answer.status_code == 302:
            author.accepted.append((item, seen, word))
            continue
        assert answer.status_code == 409
        assert f"<dd>{word}</dd>" in answer.text, "a refused word was not shown"
        author.refused.append(word)


def by_api(author: Author, client: httpx.Client, edition: int, end: float) -> None:
    """Read the draft, or not again; write over a sentence and add another, in one; now and then send the same once more."""
    address = f"/api/v1/drafts/{edition}"
    texts: list[dict[str, Any]] = []
    while time.monotonic() < end:
        if not texts or author.chance.random() < 0.7:
            texts = author.timed(client.get(address)).json()["value"]["plan"]["strategies"]
        one, word, more = author.chance.choice(texts), author.word(), author.word()
        write = {"deed": "set", "item": one["item_id"], "field": "text", "seen": one["text"], "new": word}
        add = {"deed": "add", "field": "plan/performance_management", "new": {"text": more}}
        key = {"Idempotency-Key": str(uuid4())}
        answer = author.timed(client.post(f"{address}/edits", json={"edits": [write, add]}, headers=key))
        if author.chance.random() < 0.3:
            again = author.timed(client.post(f"{address}/edits", json={"edits": [write, add]}, headers=key))
            assert (again.status_code, again.json()) == (answer.status_code, answer.json())
        if answer.status_code == 200:
            author.accepted.append((one["item_id"], one["text"], word))
            author.added.append(more)
            continue
        (conflict,) = answer.json()["conflicts"]
        assert (conflict["new"], conflict["seen"]) == (word, one["text"])
        assert conflict["now"] != one["text"]
        author.refused += [word, more]


def client_of(installation: Installation, person: dict[str, str], *, is_program: bool) -> httpx.Client:
    """Who asks by a token, or has signed in."""
    if is_program:
        headers = {"Authorization": f"Bearer {person['token']}"}
        return httpx.Client(base_url=installation.address, timeout=PATIENCE, headers=headers)
    client = httpx.Client(base_url=installation.address, timeout=PATIENCE)
    said = {"username": person["username"], "password": person["password"]}
    said["csrfmiddlewaretoken"] = token(client.get("/accounts/sign-in/").text)
    assert client.post("/accounts/sign-in/", data=said).status_code == 302
    return client


def test_no_accepted_word_is_lost_and_every_refused_one_is_shown(
    installation: Installation, request: pytest.FixtureRequest
) -> None:
    is_whole = request.config.getoption("soak")
    number, seconds = (MANY, A_MINUTE) if is_whole else (FEW, SHORT)
    variables = {**os.environ, "GORU_HOME": str(installation.home)}
    variables.pop("DATABASE_URL", None)
    made = subprocess.run(
        [sys.executable, PROGRAM, str(number)], env=variables, stdout=subprocess.PIPE, check=True
    )
    stage = json.loads(made.stdout)
    clients = [
        client_of(installation, one, is_program=bool(at % 2)) for at, one in enumerate(stage["people"])
    ]
    authors = [Author(at, random.Random(at)) for at in range(number)]  # noqa: S311
    end = time.monotonic() + seconds

    with ThreadPoolExecutor(number) as pool:
        writing = [
            pool.submit(by_api if author.number % 2 else by_form, author, client, stage["edition"], end)
            for author, client in zip(authors, clients, strict=True)
        ]
    for one in writing:
        one.result()

    plan = clients[1].get(f"/api/v1/drafts/{stage['edition']}").json()["value"]["plan"]
    for client in clients:
        client.close()
    tell(authors, seconds)
    refused = {word for one in authors for word in one.refused}
    there = [one["text"] for one in plan["performance_management"]]
    assert Counter(there) == Counter(word for one in authors for word in one.added)
    for sentence in plan["strategies"]:
        on = [
            (seen, word)
            for one in authors
            for item, seen, word in one.accepted
            if item == sentence["item_id"]
        ]
        replaced = [seen for seen, _word in on]
        assert len(set(replaced)) == len(replaced), "two were accepted that had seen the same"
        assert {word for _seen, word in on} - set(replaced) <= {sentence["text"]}, "an accepted word was lost"
        assert refused.isdisjoint([*replaced, sentence["text"]])
    assert any(one.accepted for one in authors[::2]), "nothing by form"
    assert any(one.added for one in authors[1::2]), "nothing by API"
    assert refused


def tell(authors: list[Author], seconds: int) -> None:
    """The figures."""
    took = sorted(second for one in authors for second in one.seconds)
    accepted = sum(len(one.accepted) + len(one.added) for one in authors)
    refused = sum(len(one.refused) for one in authors)
    print(
        f"{len(authors)} writers, {seconds} s: {len(took)} answers, {accepted} words accepted, {refused} refused and shown;"
        f" an answer took {statistics.median(took):.2f} s, the slowest twentieth {took[len(took) * 19 // 20]:.2f} s"
    )
