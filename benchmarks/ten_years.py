"""How long pages, the API and search take with ten years of plans, against the limits of the design.

The years are the plan of 2024 with other figures, days and some other names, adopted, issued and indexed by the
ordinary actions in a database of their own.
"""

from __future__ import annotations

import json
import os
import random
import re
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import django
from django.core.management import call_command

from goru.config import environment, postgres
from goru.core.places import shipped

YEARS = range(2023, 2033)
MERGED = (2026, "광주", "전남", "전남광주")
ROUNDS = 5
PAGE_LIMIT, SEARCH_LIMIT, QUERY_LIMIT = 150, 100, 15
"""Milliseconds of server time at the median; queries a page."""

PAGES = (
    *("/{}/", "/{}/institutions/", "/{}/institutions/seoul/", "/{}/institutions/gyeongbuk/"),
    *("/{}/institutions/chungcheong/", "/{}/institutions/moe/", "/{}/strategies/", "/{}/strategies/2/"),
    *("/{}/core-tasks/2-1/", "/{}/action-tasks/5-4-2/", "/{}/projects/", "/{}/projects/?q=특구"),
    *("/{}/indicators/", "/{}/indicators/compare/?name=일자리수", "/{}/focus-tasks/"),
    *("/{}/focus-tasks/zones/1/", "/{}/timeline/", "/{}/compare/?with=seoul&with=busan&with=jeju"),
    *("/{}/findings/", "/{}/findings/?severity=error", "/data/{}/", "/api/v1/indicators?year={}"),
    *("/search/", "/api/docs", "/data/catalogue.jsonld", "/{}/institutions/gyeonggi/"),
    *("/api/v1/plan-items?year={}", "/api/v1/budget-lines?year={}"),
)
QUESTIONS = (
    *("특구", "지방시대", "일자리", "청년 일자리", "정원산업을", "반도체", "부산", "국비", "KTX", "RISE"),
    *(
        "방사관가속기",
        "재생애너지",
        "xmrrn",
        "지역혁신중심 대학지원체계",
        "없는말이다",
        "사업",
        "지원",
        "구축",
    ),
    *("사업&kind=item&year=2030", "특구&institution=busan"),
)


def main() -> int:
    """Make the years, measure, print, and fail where a limit is broken."""
    with tempfile.TemporaryDirectory(prefix="goru-bench-") as folder:
        home = Path(folder) / "home"
        home.mkdir()
        Path(folder).chmod(0o755)  # the database's own user passes through
        for made in ("assets", "fonts", "maps", "locale", "node_modules"):
            (home / made).symlink_to(environment.home() / made)
        os.environ |= {"GORU_HOME": str(home), "DJANGO_SETTINGS_MODULE": "goru.config.owning"}
        os.environ.pop("DATABASE_URL", None)
        with postgres.available():
            django.setup()
            _make_years()
            return _measure()


def _make_years() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    actions = import_module("goru.pipelines.importing.actions")
    register = import_module("goru.domain.institutions.actions")
    plan = shipped("data/2024/plan.json").read_text(encoding="utf-8")
    for year in YEARS:
        started = perf_counter()
        book = _book(plan, year)
        actions.adopt_book(
            book=book,
            name=f"plan-{year}.json",
            by=register.system_person(),
            at=datetime(year, 4, 1, tzinfo=UTC),
        )
        print(f"{year} adopted in {perf_counter() - started:.1f} s", flush=True)
    call_command("index_search")
    call_command("issue", str(YEARS[-1]))
    with import_module("django.db").connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _book(plan: str, year: int) -> Any:
    """The plan of 2024 as if it were of another year."""
    moved = re.sub(
        r"(?<![\d.,])20(2[2-9]|30)(?!\d)", lambda found: str(2000 + int(found[1]) + year - 2024), plan
    )
    moved = moved.replace("-02-29", "-02-28")
    for gone, heir in _renamed_by(year):
        moved = moved.replace(f'"{gone}"', f'"{heir}"')
    book = import_module("goru.book.model").PlanBook
    facts = json.loads(moved)
    if year > MERGED[0]:
        _merge(facts)
    return book.model_validate(_varied(facts, random.Random(year), is_money=False))  # noqa: S311


def _renamed_by(year: int) -> list[tuple[str, str]]:
    """The ministries that ended before a year, with the first that followed each."""
    ministries = [one for one in import_module("goru.book.register").institutions() if one.kind == "ministry"]
    names = {one.key: one.short_name for one in ministries}
    return [
        (one.short_name, names[one.successors[0]])
        for one in ministries
        if one.successors and one.valid_to and one.valid_to.year < year
    ]


def _merge(facts: dict[str, Any]) -> None:
    """One province in the place of two, as from July 2026."""
    _, first, second, merged = MERGED
    for parts in (facts["plans"], *(summary["sheets"] for summary in facts["summaries"])):
        parts[:] = [part for part in parts if part.get("institution") != second]
        for part in parts:
            if part.get("institution") == first:
                part["institution"] = merged


def _varied(value: Any, chance: random.Random, *, is_money: bool) -> Any:
    """The same with other amounts, and with another name for one item in ten."""
    if isinstance(value, dict):
        return {
            name: part
            if name.endswith("source") or name in {"year", "strategy"}
            else _varied(part, chance, is_money=is_money or "budget" in name)
            for name, part in value.items()
        } | _renamed(value, chance)
    if isinstance(value, list):
        return [_varied(part, chance, is_money=is_money) for part in value]
    if is_money and isinstance(value, int | float) and not isinstance(value, bool):
        return type(value)(round(value * chance.uniform(0.8, 1.25), 1))
    return value


def _renamed(part: dict[str, Any], chance: random.Random) -> dict[str, str]:
    if "text" in part and chance.random() < 0.1:
        return {"text": f"{part['text']} {chance.randint(2, 9)}단계 고도화"}
    return {}


def _measure() -> int:
    pages = [(page.format(YEARS[-1]), PAGE_LIMIT) for page in PAGES]
    searches = [(f"/search/?q={question}", SEARCH_LIMIT) for question in QUESTIONS]
    times: dict[int, list[float]] = {PAGE_LIMIT: [], SEARCH_LIMIT: []}
    broken = 0
    print(f"{'ms':>7} {'of limit':>9} {'queries':>8}")
    for address, limit, taken, queries in _taken(pages + searches):
        times[limit].append(taken)
        is_broken = taken > limit or queries > QUERY_LIMIT
        broken += is_broken
        print(f"{taken:7.1f} {taken / limit:9.2f} {queries:8}  {address}{'  <- over' if is_broken else ''}")
    for limit, found in times.items():
        print(f"{median(found):7.1f} {median(found) / limit:9.2f}           median, limit {limit} ms")
    return int(broken > 0)


def _taken(addresses: list[tuple[str, int]]) -> Iterator[tuple[str, int, float, int]]:
    """Each address with the median of its milliseconds and its number of queries."""
    client = import_module("django.test").Client(SERVER_NAME="localhost")
    captured = import_module("django.test.utils").CaptureQueriesContext
    connection = import_module("django.db").connection
    for address, limit in addresses:
        with captured(connection) as queries:
            answer = client.get(address)
        asked = len(queries)
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
        rounds = []
        for _ in range(ROUNDS):
            started = perf_counter()
            client.get(address)
            rounds.append((perf_counter() - started) * 1000)
        yield address, limit, median(rounds), asked


if __name__ == "__main__":
    sys.exit(main())
