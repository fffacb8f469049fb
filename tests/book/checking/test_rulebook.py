"""The check as a whole: on the small book, and on the real one, where what it finds is known by heart."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from tests.sources import printed

from goru.book.checking.rulebook import RULES, check
from goru.book.model import Finding, PlanBook, Source, Text, held_by
from goru.book.parsing import NotAPlanBook, parse
from goru.book.reading import Lines

EXAMPLES = Path(__file__).parents[4] / "shared/examples/findings.json"


def test_codes_are_unique():
    assert max(Counter(rule.code for rule in RULES).values()) == 1


def test_errors_come_first_then_the_order_of_the_book(small_book):
    findings = check(small_book)

    order = [(one.severity == "warning", one.sources[0].first_line) for one in findings]
    assert order == sorted(order)


def test_what_is_missing_hides_what_follows_from_it(changed):
    book = changed({"action_tasks.2.heading": None, "action_tasks.2.projects": 40})

    subjects = [one.subject for one in check(book) if one.subject.startswith("action_tasks/Ⅱ-1-(1)")]

    assert subjects == ["action_tasks/Ⅱ-1-(1)"]


def test_findings_survive_json(small_book):
    findings = check(small_book)

    assert [Finding.model_validate_json(one.model_dump_json()) for one in findings] == findings


@pytest.mark.book
def test_the_known_findings_are_found_as_expected(real_book):
    if not EXAMPLES.exists():
        pytest.skip("the examples are not on this machine")
    findings = {(one.rule, one.subject): json.loads(one.model_dump_json()) for one in check(real_book)}

    for example in json.loads(EXAMPLES.read_text(encoding="utf-8")):
        found = findings[example["rule"], example["subject"]]
        kept = {name: value for name, value in example.items() if name != "parameters"}
        assert {name: found[name] for name in kept} == kept


@pytest.mark.book
def test_all_errors_of_the_real_book_are_errors_of_its_print(real_book):
    """Each was looked at in the print; whatever else is called an error is a false alarm."""
    errors = {one.subject for one in check(real_book) if one.severity == "error"}

    assert errors == {
        "plans/부산/indicators/1인당 GRDP",
        "plans/세종/indicators/공공보육 이용률",
        "action_tasks/Ⅲ-4-(1)/projects",
        "action_tasks/Ⅳ-4-(2)/projects",
        "action_tasks/Ⅴ-4-(2)/national_budget",
    }


@pytest.fixture(scope="session")
def real_prose(real_lines: Lines, real_book: PlanBook) -> list[Text]:
    """The lines of the book that no small fact was read from."""
    facts = [source for source in held_by(real_book, Source) if source.last_line - source.first_line < 8]
    read = {number for source in facts for number in range(source.first_line, source.last_line + 1)}
    return [
        Text(text=line.text, source=Source(first_line=line.number, last_line=line.number))
        for line in real_lines
        if line.number not in read
    ]


@pytest.mark.book
@pytest.mark.parametrize(
    ("rule", "line"),
    [
        *(("misspelt-word", line) for line in (3564, 5094, 5360, 6845, 8248, 8721)),
        *(("items-in-one", line) for line in (2819, 3469)),
        *(("key-figure", line) for line in (8266, 8267)),
    ],
)
def test_what_the_print_has_wrong_is_found_at_its_line(real_findings, rule, line):
    places = [source for one in real_findings if one.rule == rule for source in one.sources]

    assert any(source.first_line <= line <= source.last_line for source in places)


@pytest.fixture(scope="session")
def real_findings(real_book: PlanBook, real_prose: list[Text]) -> list[Finding]:
    return check(real_book, prose=real_prose)


@pytest.mark.book
def test_no_count_of_the_real_books_sentences_is_called_wrong(real_findings):
    assert {one.rule for one in real_findings} & {"prose-count", "said-otherwise"} == set()


@pytest.mark.book
@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        *((line, "31건", "13건") for line in (162, 6765, 6870)),
        (162, "20건", "21건"),
        (6870, "43", "34"),
        *((line, "68개", "86개") for line in (31, 3614)),
        *((line, "22개", "23개") for line in (31, 3613)),
        *((line, "26명", "25명") for line in (6657, 6748)),
        (6749, "김형태, ", ""),
    ],
)
def test_falsified_counts_in_sentences_are_found(real_book, real_prose, line, right, wrong):
    prose = [
        text.model_copy(update={"text": text.text.replace(right, wrong)})
        if text.source.first_line == line
        else text
        for text in real_prose
    ]

    places = [
        source
        for one in check(real_book, prose=prose)
        if one.rule in {"prose-count", "said-otherwise"}
        for source in one.sources
    ]

    assert any(source.first_line <= line <= source.last_line for source in places)


@pytest.mark.book
def test_falsified_figures_are_found_at_their_place(real_lines, real_book):
    """Figures of budget tables, ministry rows, totals and indicator rows, one at a time, a digit changed."""
    known = {_essence(one) for one in check(real_book)}
    chance = random.Random(2024)  # noqa: S311
    places = chance.sample(_figures_to_falsify(real_book), 25)

    missed = [
        (line, text)
        for line in places
        if (text := _falsify(real_lines, line, chance)) and not _is_found(real_lines, line, text, known)
    ]

    assert len(missed) <= 1, missed


def _figures_to_falsify(book: PlanBook) -> list[int]:
    """The lines that hold the figures: last lines of the places they were read from."""
    sources: list[Source | None] = []
    for plan in book.plans:
        sources += [row.source for row in plan.indicators if re.search(r"\d", row.target)]
        sources += [plan.budget.source] if plan.budget and plan.kind == "provincial" else []
    for task in book.action_tasks:
        money = [row for row in task.budget_rows if row.amount is not None]
        sources += [row.source for row in money if _is_of_one_line(printed(row.source))]
        sources += [total.source for total in (task.budget_total, task.task_total) if total and money]
    sources += [total.source for total in book.strategy_totals]
    return sorted({printed(source).last_line for source in sources})


def _is_of_one_line(source: Source) -> bool:
    return source.first_line == source.last_line


def _falsify(lines: Lines, number: int, chance: random.Random) -> str:
    """The line with one digit of one of its figures changed."""
    text = next(line.text for line in lines if line.number == number)
    figures = list(re.finditer(r"(?<![\w('])-?\d[\d,.]*(?=$| |개|억)", text))
    if not figures:
        return ""
    figure = chance.choice(figures)
    at = chance.choice([figure.start() + i for i, letter in enumerate(figure[0]) if letter.isdigit()])
    other = chance.choice([digit for digit in "123456789" if digit != text[at]])
    return text[:at] + other + text[at + 1 :]


def _is_found(lines: Lines, number: int, text: str, known: set[str]) -> bool:
    falsified = replace(
        lines, all=tuple(replace(line, text=text) if line.number == number else line for line in lines)
    )
    try:
        findings = check(parse(falsified))
    except NotAPlanBook:
        return False
    return any(
        _essence(one) not in known
        and any(source.first_line <= number <= source.last_line for source in one.sources)
        for one in findings
    )


def _essence(finding: Finding) -> str:
    return finding.model_dump_json(include={"rule", "subject", "expected", "found", "sources"})
