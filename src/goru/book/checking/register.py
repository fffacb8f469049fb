"""The register of rules, and the check of a book against all of them."""

from __future__ import annotations

from typing import Any

from goru.book.checking import (
    action_tasks,
    budgets,
    dates,
    headline,
    indicators,
    key_figures,
    missing,
    names,
    spelling,
    summaries,
)
from goru.book.checking.rule import Found, Rule, Severity, place, plain
from goru.book.checking.sentences import Language, sentence
from goru.book.model import Finding, PlanBook

RULES: tuple[Rule, ...] = (
    Rule(
        "missing-plan",
        "error",
        "existence",
        ("개관에 나온 기관의 계획이 본문에 있는지", "every institution of the overview has its plan"),
        missing.missing_plans,
    ),
    Rule(
        "missing-part",
        "error",
        "existence",
        (
            "계획마다 비전·전략·핵심과제·재정투입·성과지표가, 실천과제마다 본문이 있는지",
            "every plan has a vision, strategies, core tasks, a budget and indicators; every action task a body",
        ),
        missing.missing_parts,
    ),
    Rule(
        "no-items",
        "warning",
        "completeness",
        ("핵심과제에 세부과제가 있는지", "every core task of a plan has items"),
        missing.core_tasks_without_items,
    ),
    Rule(
        "budget-sum",
        "error",
        "accuracy",
        ("계획의 전략별 금액의 합이 총액인지", "a plan's amounts by strategy add up to its total"),
        budgets.sums_that_differ,
    ),
    Rule(
        "ministry-sum",
        "error",
        "accuracy",
        (
            "실천과제 표의 부처별 금액·사업수의 합이 합계인지",
            "the ministries' amounts and projects of an action task add up to its total",
        ),
        action_tasks.ministry_rows_that_differ,
    ),
    Rule(
        "project-names",
        "error",
        "accuracy",
        ("나열한 사업이 적힌 사업수보다 많지 않은지", "a row names no more projects than it says it has"),
        action_tasks.names_beyond_their_number,
    ),
    Rule(
        "summary-table",
        "error",
        "consistency",
        (
            "총괄표의 국비·사업수·부처·과제명이 본문과 같은지",
            "money, projects, ministries and names of the summary table are those of the body",
        ),
        action_tasks.summary_table_that_differs,
    ),
    Rule(
        "strategy-total",
        "error",
        "accuracy",
        (
            "총괄표의 전략별 합계와 총계가 실천과제의 합인지",
            "totals of the strategies and the grand total are those of the action tasks",
        ),
        action_tasks.totals_that_differ,
    ),
    Rule(
        "headline-sum",
        "error",
        "accuracy",
        (
            "총 재정투입이 국비·지방비·민자의 합인지",
            "the total is national, local and private money together",
        ),
        headline.sums_that_differ,
    ),
    Rule(
        "headline-percent",
        "error",
        "accuracy",
        (
            "구성비와 증감률이 적힌 금액에서 나올 수 있는 값인지",
            "shares and growth can follow from the printed amounts",
        ),
        headline.percentages_that_cannot_be,
    ),
    Rule(
        "strategy-shares",
        "warning",
        "accuracy",
        (
            "전략별 비중이 총괄표와 시·도 계획의 금액에서 나오는지",
            "shares of the strategies follow from the summary table and the provinces' plans",
        ),
        headline.strategy_shares_that_differ,
    ),
    Rule(
        "headline-parts",
        "warning",
        "consistency",
        (
            "총 재정투입이 총괄표의 국비와 같고 원집계를 넘지 않는지",
            "the headline agrees with the summary table and is not above all plans together",
        ),
        headline.headline_against_parts,
    ),
    Rule(
        "indicator-change",
        "error",
        "accuracy",
        (
            "성과지표의 증감이 목표에서 실적을 뺀 값인지 (순위는 반대도 허용)",
            "an indicator's change is its target less its actual (a rank's also the other way round)",
        ),
        indicators.changes_that_differ,
    ),
    Rule(
        "number-misprint",
        "error",
        "accuracy",
        ("지표의 수를 숫자로 읽을 수 있는지", "figures of indicators can be read as numbers"),
        indicators.misprinted_figures,
    ),
    Rule(
        "indicator-unit",
        "warning",
        "accuracy",
        ("지표의 단위가 지표명에 맞는지", "an indicator's unit fits its name"),
        indicators.units_that_do_not_fit,
    ),
    Rule(
        "indicator-outlier",
        "warning",
        "accuracy",
        (
            "공통지표가 시·도 중앙값의 10분의 1~10배 안에 있는지",
            "a common indicator is within a tenth and ten times the provinces' median",
        ),
        indicators.outliers,
    ),
    Rule(
        "date-order",
        "error",
        "accuracy",
        (
            "정식 운영이 시범 운영 뒤에 오고, 끝이 시작 뒤에 오며, 연도가 말이 되는지",
            "regular operation follows its trial, ends follow starts, years make sense",
        ),
        dates.dates_that_cannot_be,
    ),
    Rule(
        "strategy-wording",
        "warning",
        "consistency",
        (
            "한 계획 안에서 전략 이름이 핵심과제 표와 같은지",
            "a plan words its strategies as its table of core tasks does",
        ),
        names.strategies_worded_otherwise,
    ),
    Rule(
        "core-task-name",
        "warning",
        "consistency",
        (
            "핵심과제 이름이 다른 시·도가 쓰는 이름과 몇 글자만 다르지 않은지",
            "a core task's name is not a few letters off the one other provinces use",
        ),
        names.core_tasks_misspelt,
    ),
    Rule(
        "misspelt-word",
        "warning",
        "accuracy",
        (
            "드문 낱말이 자주 쓰는 낱말과 자모 하나만 다르지 않은지",
            "a seldom word is not one letter off a common one",
        ),
        spelling.words_misspelt,
    ),
    Rule(
        "open-bracket",
        "warning",
        "accuracy",
        ("괄호가 짝이 맞는지", "brackets are opened and closed"),
        spelling.brackets_left_open,
    ),
    Rule(
        "repeated",
        "warning",
        "consistency",
        (
            "같은 세부과제나 목표가 되풀이되지 않는지",
            "no item of a plan and no aim of the frame stands twice",
        ),
        names.repeated_items,
    ),
    Rule(
        "summary-rows",
        "error",
        "consistency",
        ("참고 1의 총괄표가 본문 총괄표와 같은지", "the summary table of 참고 1 repeats that of the body"),
        summaries.tables_that_differ,
    ),
    Rule(
        "summary-headline",
        "error",
        "consistency",
        ("참고 1의 재정투입이 본문과 같은지", "the first figures of 참고 1 repeat those of the body"),
        summaries.headlines_that_differ,
    ),
    Rule(
        "summary-sheets",
        "warning",
        "consistency",
        (
            "개관과 요약의 비전·전략이 계획과 같은지",
            "visions and strategies of overviews and sheets are those of the plans",
        ),
        summaries.sheets_that_differ,
    ),
    Rule(
        "key-figure",
        "warning",
        "consistency",
        (
            "요약의 대표 수치(KPI)가 계획의 지표 목표와 같은지",
            "key figures of the sheets are the targets of the plans' indicators",
        ),
        key_figures.key_figures_that_differ,
    ),
)


def check(book: PlanBook, lang: Language = "ko") -> list[Finding]:
    """All findings on a book, errors first, then in the order of the book.

    A finding that something is missing hides the others about it.
    """
    found = [(rule, one) for rule in RULES for one in rule.find(book)]
    gone = [one.subject for rule, one in found if rule.category == "existence"]
    findings = [
        _finding(rule, one, lang)
        for rule, one in found
        if rule.category == "existence" or not _is_part(one.subject, gone)
    ]
    return sorted(findings, key=lambda one: (one.severity != "error", place(one.sources[0])))


def _is_part(subject: str, gone: list[str]) -> bool:
    return any(subject == whole or subject.startswith(f"{whole}/") for whole in gone)


def _finding(rule: Rule, found: Found, lang: Language) -> Finding:
    severity: Severity = "warning" if found.doubtful else rule.severity
    parameters: dict[str, Any] = {**({"case": found.case} if found.case else {}), **found.parameters}
    finding = Finding(
        rule=rule.code,
        severity=severity,
        category=rule.category,
        subject=found.subject,
        expected=plain(found.expected),
        found=plain(found.found),
        difference=found.difference,
        message="",
        parameters={name: plain(value) for name, value in parameters.items()},
        sources=list(found.sources),
    )
    return finding.model_copy(update={"message": sentence(finding, lang)})
