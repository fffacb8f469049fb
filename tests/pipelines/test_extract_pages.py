"""What pages said of the plan of 2024 is still said: every line of their text, as people read it.

tests/data/releases/0.1.0/extract/pages holds a file of lines a page. A line is the text of a block or of a table's row,
without menus and forms, and lines are compared without their blanks, so that other mark-up and more lines do no harm.
The day is always the same here, and lines with a digest, that day, the version or a file's size and link are not kept. Written
anew as test_extract.py says.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html
from pytest_django import DjangoDbBlocker

from goru.domain.plans import queries as plans
from goru.pipelines.issuing.formats.files import write_data
from goru.pipelines.issuing.queries import issue_folder
from goru.pipelines.searching.actions import index_cycle

PAGES = {
    "year": "/2024/",
    "institutions": "/2024/institutions/",
    "province": "/2024/institutions/seoul/",
    "ministry": "/2024/institutions/moe/",
    "megaregion": "/2024/institutions/chungcheong/",
    "strategies": "/2024/strategies/",
    "core-task": "/2024/core-tasks/2-1/",
    "action-task": "/2024/action-tasks/5-4-2/",
    "action-task-of-reforms": "/2024/action-tasks/1-1-1/",
    "projects": "/2024/projects/?q=가속기",
    "indicators": "/2024/indicators/?q=GRDP",
    "focus-task": "/2024/focus-tasks/zones/1/",
    "findings": "/2024/findings/",
    "search": "/search/?q=반도체",
    "data": "/data/2024/",
}
PERMITTED: dict[str, dict[str, str]] = {
    "data": {
        "institution 계획의 기관 어느 기관의 계획인가. 계획을 내지 않는 부처의 재정이면 빔.": (
            "ministries that owe no plan stand there now too"
        )
    },
    "year": dict.fromkeys(
        ["계획서에 완료로 적힘 47", "기간 안 54", "일정 13건", "일정 17건", "일정 14건"],
        "five of the milestones were no facts",
    ),
}
"""Page -> lines that need not be there any more, each with the reason."""

TEXTS = Path(__file__).parents[1] / "data" / "releases" / "0.1.0" / "extract" / "pages"
DAY = datetime(2024, 9, 2, 3, tzinfo=UTC)
INLINE = {
    "a",
    "abbr",
    "b",
    "code",
    "data",
    "em",
    "i",
    "mark",
    "small",
    "span",
    "strong",
    "summary",
    "td",
    "th",
    "time",
}
UNSEEN = {"button", "form", "head", "nav", "script", "style", "svg", "template"}
PASSING = re.compile(
    rf"\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{{8,}}|2024-09-02|{re.escape(version('goru'))}|\d [KM]?B\b|바이트|csv :"
)


def pieces_of(element: html.HtmlElement) -> Iterator[str]:
    """The text of an element in its order: a new line around each block, a gap around what stands in a line."""
    if not isinstance(element.tag, str) or element.tag in UNSEEN:
        return
    edge = " " if element.tag in INLINE else "\n"
    yield edge + blanks(element.text)
    for child in element:
        yield from pieces_of(child)
        yield blanks(child.tail)
    yield edge


def blanks(text: str | None) -> str:
    """A text on one line."""
    return re.sub(r"\s+", " ", text or "")


def lines_of(page: str) -> list[str]:
    """The lines of a page's main part, each once, in their order."""
    (main,) = html.fromstring(page).iter("main")
    lines = ("".join(pieces_of(main))).split("\n")
    kept = (" ".join(line.split()) for line in lines if not PASSING.search(line))
    return list(dict.fromkeys(line for line in kept if any(letter.isalnum() for letter in line)))


def unspaced(line: str) -> str:
    """A line as it is compared."""
    return "".join(line.split())


@pytest.fixture(scope="module", autouse=True)
def always_the_same_day() -> Iterator[None]:
    """Before the plan is adopted, on that day too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: DAY)
        yield


@pytest.fixture(scope="module")
def indexed(adopted_2024: None, django_db_blocker: DjangoDbBlocker) -> None:
    with django_db_blocker.unblock():
        index_cycle(cycle=plans.cycle_of(2024))


@pytest.fixture
def offered(indexed: None, db: None, settings: Any, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The downloads of 2024 without its pictures, made once for all pages."""
    settings.ISSUES = tmp_path_factory.getbasetemp() / "offered"
    document = plans.published(plans.cycle_of(2024))
    folder = issue_folder(document)
    if not folder.exists():
        folder.mkdir(parents=True)
        write_data(document, folder)


@pytest.mark.web
@pytest.mark.usefixtures("offered")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_said(client: Client, name: str, pytestconfig: pytest.Config) -> None:
    file = TEXTS / f"{name}.txt"
    lines = lines_of(client.get(PAGES[name]).content.decode())
    if pytestconfig.getoption("--write-extract"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    there = {unspaced(line) for line in lines}
    lost = [
        line
        for line in file.read_text(encoding="utf-8").splitlines()
        if unspaced(line) not in there and line not in PERMITTED.get(name, {})
    ]
    assert lost == [], PAGES[name]


def test_every_page_that_is_stored_is_asked_for() -> None:
    assert {file.stem for file in TEXTS.glob("*.txt")} == set(PAGES)


def test_only_the_text_of_a_page_counts() -> None:
    page = (
        "<main><h1>서울</h1><table><tr><td>합계</td><td><b>54,742</b>억원</td></tr></table><svg><text>1</text></svg>"
        "<p>채택 2024-09-02</p><p>판 0a1b2c3d4e</p><nav>차례</nav><div>한<br>둘</div></main>"
    )

    assert lines_of(page) == ["서울", "합계 54,742 억원", "한", "둘"]
