"""The rulebook: all rules, and the check of a book against all of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from goru.book.checking import (
    action_tasks,
    budgets,
    counts,
    dates,
    exchanges,
    frame,
    funding,
    goals,
    headline,
    indicators,
    key_figures,
    missing,
    names,
    projects,
    repeats,
    sayings,
    slips,
    spelling,
    summaries,
)
from goru.book.checking.causes import told_once
from goru.book.checking.concerns import concerned_by
from goru.book.checking.order import order_of
from goru.book.checking.projects import Asked
from goru.book.checking.rule import Found, Rule, Severity, plain
from goru.book.checking.sentences import Language, sentence
from goru.book.checking.texts import sentences_of
from goru.book.model import Finding, PlanBook, Text
from goru.book.register import Register, using

RULES: tuple[Rule, ...] = (
    Rule("missing-plan", "error", "existence", missing.missing_plans),
    Rule("missing-part", "error", "existence", missing.missing_parts),
    Rule("unread", "warning", "completeness", missing.unread_lines),
    Rule("unknown-institution", "warning", "consistency", missing.unknown_institutions),
    Rule("no-items", "warning", "completeness", missing.core_tasks_without_items),
    Rule("missing-indicator", "warning", "completeness", goals.common_indicators_missing),
    Rule("indicator-group", "warning", "completeness", goals.indicators_without_their_group),
    Rule("printed-twice", "error", "consistency", repeats.printed_twice),
    Rule("budget-sum", "error", "accuracy", budgets.sums_that_differ),
    Rule("project-money", "warning", "accuracy", projects.money_that_differs),
    Rule("project-asked", "warning", "completeness", projects.projects_without, is_asked=True),
    Rule("funding-sum", "error", "accuracy", funding.sources_that_do_not_add_up),
    Rule("strategy-order", "warning", "consistency", budgets.strategies_out_of_order),
    Rule("ministry-sum", "error", "accuracy", action_tasks.ministry_rows_that_differ),
    Rule("ministry-order", "warning", "consistency", exchanges.ministries_exchanged),
    Rule("project-names", "error", "accuracy", action_tasks.names_beyond_their_number),
    Rule("summary-table", "error", "consistency", action_tasks.summary_table_that_differs),
    Rule("core-ministries", "warning", "consistency", frame.core_tasks_of_others),
    Rule("strategy-total", "error", "accuracy", action_tasks.totals_that_differ),
    Rule("headline-sum", "error", "accuracy", headline.sums_that_differ),
    Rule("headline-percent", "error", "accuracy", headline.percentages_that_cannot_be),
    Rule("strategy-shares", "warning", "accuracy", headline.strategy_shares_that_differ),
    Rule("headline-parts", "warning", "consistency", headline.headline_against_parts),
    Rule("indicator-change", "error", "accuracy", indicators.changes_that_differ),
    Rule("number-misprint", "error", "accuracy", indicators.misprinted_figures),
    Rule("indicator-unit", "warning", "accuracy", indicators.units_that_do_not_fit),
    Rule("indicator-outlier", "warning", "accuracy", indicators.outliers),
    Rule("unit-slip", "warning", "accuracy", slips.units_that_slipped),
    Rule("percent-over", "warning", "accuracy", goals.percentages_over_a_hundred),
    Rule("goal-worse", "warning", "accuracy", goals.goals_that_are_worse),
    Rule("indicator-year", "error", "accuracy", goals.years_that_cannot_be, reads_prose=True),
    Rule("date-order", "error", "accuracy", dates.dates_that_cannot_be),
    Rule("impossible-date", "error", "accuracy", dates.dates_of_no_calendar, reads_prose=True),
    Rule("strategy-wording", "warning", "consistency", names.strategies_worded_otherwise),
    Rule("core-task-name", "warning", "consistency", names.core_tasks_misspelt),
    Rule("misspelt-word", "warning", "accuracy", spelling.words_misspelt, reads_prose=True),
    Rule("prose-count", "warning", "consistency", counts.counts_that_differ, reads_prose=True),
    Rule("said-otherwise", "warning", "consistency", sayings.figures_said_otherwise, reads_prose=True),
    Rule("open-bracket", "warning", "accuracy", spelling.brackets_left_open),
    Rule("repeated", "warning", "consistency", names.repeated_items),
    Rule("items-in-one", "warning", "consistency", repeats.items_in_one),
    Rule("summary-rows", "error", "consistency", summaries.tables_that_differ),
    Rule("summary-headline", "error", "consistency", summaries.headlines_that_differ),
    Rule("summary-sheets", "warning", "consistency", summaries.sheets_that_differ),
    Rule("key-figure", "warning", "consistency", key_figures.key_figures_that_differ),
)


def check(
    book: PlanBook,
    lang: Language = "ko",
    prose: Sequence[Text] = (),
    register: Register | None = None,
    asked: Collection[Asked] = (),
) -> list[Finding]:
    """All findings on a book, errors first, then in the order of the book.

    `prose` are the sentences of the file that the book's data do not hold, line by line.
    `register` knows the institutions, that of the program where none is given. `asked` is what the guideline asks of each
    project, by which a plan is written: nothing of a book that is printed. A finding that something is missing hides
    the others about it, and one cause is told once.
    """
    with using(register):
        return _check(book, lang, prose, asked)


def _check(book: PlanBook, lang: Language, prose: Sequence[Text], asked: Collection[Asked]) -> list[Finding]:
    sentences = sentences_of(book, prose)
    found = told_once((rule, one) for rule in RULES for one in rule.found_in(book, sentences, asked))
    gone = [one.at for rule, one in found if rule.category == "existence"]
    told = [
        (one.at, _finding(book, rule, one, lang))
        for rule, one in found
        if rule.category == "existence" or not any(one.at.is_within(whole) for whole in gone)
    ]
    told.sort(key=lambda each: (each[1].severity != "error", order_of(book, each[0], each[1].sources)))
    return [finding for _, finding in told]


def _finding(book: PlanBook, rule: Rule, found: Found, lang: Language) -> Finding:
    severity: Severity = "warning" if found.doubtful else rule.severity
    parameters: dict[str, Any] = {**({"case": found.case} if found.case else {}), **found.parameters}
    finding = Finding(
        rule=rule.code,
        severity=severity,
        category=rule.category,
        subject=found.subject,
        item_id=found.at.item_id,
        concerns=concerned_by(book, [found.at, *found.also]),
        expected=plain(found.expected),
        found=plain(found.found),
        difference=found.difference,
        message="",
        parameters={name: plain(value) for name, value in parameters.items()},
        sources=[source for source in found.sources if source],
    )
    return finding.model_copy(update={"message": sentence(finding, lang)})
