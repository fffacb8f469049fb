"""What each rule looks at, in Korean and in English; without the checks themselves, which no page needs."""

from __future__ import annotations

from goru.book.checking.sentences import Language

SUBJECTS: dict[str, tuple[str, str]] = {
    "missing-plan": (
        "개관에 나온 기관의 계획이 본문에 있는지",
        "every institution of the overview has its plan",
    ),
    "missing-part": (
        "계획마다 비전·전략·핵심과제·재정투입·성과지표가, 실천과제마다 본문이 있는지",
        "every plan has a vision, strategies, core tasks, investment and indicators; every action task a body",
    ),
    "unread": ("모든 줄을 읽었는지", "every line was read"),
    "unknown-institution": ("계획의 기관이 등록부에 있는지", "the institution of a plan is in the register"),
    "no-items": ("핵심과제에 세부과제가 있는지", "every core task of a plan has items"),
    "missing-indicator": (
        "시·도 대부분이 쓰는 공통지표가 계획마다 있는지",
        "every province has the common indicators that most of them have",
    ),
    "indicator-group": (
        "시·도의 성과지표가 공통지표와 자율지표로 나뉘어 있는지",
        "a province's indicators stand under 공통지표 and 자율지표",
    ),
    "printed-twice": (
        "계획·지표·사업이 두 번 나오지 않는지",
        "no plan, indicator or project stands twice",
    ),
    "budget-sum": ("계획의 전략별 금액의 합이 총액인지", "a plan's amounts by strategy add up to its total"),
    "project-money": (
        "사업의 재원별 금액의 합이 적힌 합계인지, 사업들의 사업비가 그 위에 적은 금액을 넘지 않는지",
        "funds of a project add up to the stated sum, and projects spend no more than the amount above them",
    ),
    "project-asked": (
        "수립지침이 적도록 한 위치·담당 부서·사업비가 사업마다 있는지(지침에 따라 쓰는 계획만)",
        "projects say the place, unit and money that the guideline asks for (of plans that are written under one)",
    ),
    "funding-sum": (
        "재원(국비·지방비·민자)을 나누어 적은 금액의 합이 총액이고, 재원마다 줄을 더한 값이 그 합계인지",
        "sources of money printed beside an amount add up to it, and each source's rows to its total",
    ),
    "strategy-order": (
        "재정투입 표의 전략이 핵심과제(없으면 5대 전략)의 차례대로인지",
        "the table of investment has the strategies in the order of the core tasks, or of the nation's five",
    ),
    "ministry-sum": (
        "실천과제 표의 부처별 금액·사업 수의 합이 합계인지",
        "the ministries' amounts and projects of an action task add up to its total",
    ),
    "ministry-order": (
        "실천과제 표의 부처가 제목의 차례대로이고, 두 부처의 이름이 바뀌지 않았는지",
        "an action task's rows have their ministries in the order of its heading, and no two were exchanged",
    ),
    "project-names": (
        "나열한 사업이 적힌 사업 수보다 많지 않은지",
        "a row names no more projects than it says it has",
    ),
    "summary-table": (
        "총괄표의 국비·사업 수·부처·과제명이 본문과 같은지",
        "money, projects, ministries and names of the summary table are those of the body",
    ),
    "core-ministries": (
        "핵심과제의 부처마다 실천과제가 있고, 실천과제마다 핵심과제의 부처가 하나는 있는지",
        "every ministry of a core task has an action task, and every action task one of its core task's ministries",
    ),
    "strategy-total": (
        "총괄표의 전략별 합계와 총계가 실천과제의 합인지",
        "totals of the strategies and the grand total are those of the action tasks",
    ),
    "headline-sum": (
        "총 재정투입이 국비·지방비·민자의 합인지",
        "the total is national, local and private funds together",
    ),
    "headline-percent": (
        "구성비와 증감률이 적힌 금액에서 나올 수 있는 값인지",
        "shares and growth can follow from the printed amounts",
    ),
    "strategy-shares": (
        "전략별 비중이 총괄표와 시·도 계획의 금액에서 나오는지",
        "shares of the strategies follow from the summary table and the provinces' plans",
    ),
    "headline-parts": (
        "총 재정투입이 총괄표의 국비와 같고 원집계를 넘지 않는지",
        "the headline agrees with the summary table and is not above all plans together",
    ),
    "indicator-change": (
        "성과지표의 증감이 목표에서 실적을 뺀 값인지 (순위는 반대도 허용)",
        "an indicator's change is its target less its actual (a rank's also the other way round)",
    ),
    "number-misprint": ("지표의 수를 숫자로 읽을 수 있는지", "figures of indicators can be read as numbers"),
    "indicator-unit": ("지표의 단위가 지표명에 맞는지", "an indicator's unit fits its name"),
    "indicator-outlier": (
        "공통지표가 시·도 중앙값의 10분의 1~10배 안에 있고(천명과 명은 맞추어 봄) 단위가 같은지",
        "a common indicator is within a tenth and ten times the provinces' median (1,000 persons are persons) and of one unit",
    ),
    "unit-slip": (
        "목표가 지금 값의 50배 안에, 계획의 총액이 다른 계획에 견줄 만한지 (단위를 잘못 적은 것)",
        "targets are within fifty times what is reached, totals in proportion to other plans (units that slipped)",
    ),
    "percent-over": (
        "비율이 100%를 넘지 않는지 (증가율·달성률 등은 예외)",
        "no rate is above 100% (but growth and achievement)",
    ),
    "goal-worse": (
        "목표가 지금 값보다 나쁘지 않은지 (적을수록 좋은 지표는 반대로, 한 해에 고르는 수는 예외)",
        "no target is worse than what is reached (the other way round where less is better; not what is chosen each year)",
    ),
    "indicator-year": (
        "기준·목표·실적·재정투입의 해가 계획의 해에 맞는지",
        "years of baselines, targets, actual values and first figures make sense in the plan's year",
    ),
    "date-order": (
        "정식 운영이 시범 운영 뒤에, 끝이 시작 뒤에, 절차가 차례대로(신청 → 심의 → 의결 → 지정 → 착수 → 완료) 오고, "
        "연도가 말이 되는지",
        "regular operation follows its trial, ends follow starts, steps their order (application, review, decision, "
        "designation, begin, end), years make sense",
    ),
    "impossible-date": (
        "달력에 있는 날짜인지 (13월, 5/4분기, 2월 31일은 아님)",
        "dates are in the calendar (13월, 5/4분기 and 2월 31일 are not)",
    ),
    "strategy-wording": (
        "한 계획 안에서 전략 이름이 핵심과제 표와 같은지",
        "a plan words its strategies as its table of core tasks does",
    ),
    "core-task-name": (
        "핵심과제 이름이 다른 시·도가 쓰는 이름과 몇 글자만 다르지 않은지",
        "a core task's name is not a few letters off the one other provinces use",
    ),
    "misspelt-word": (
        "드문 낱말이 다른 곳의 낱말과 자모 하나만 다르지 않은지",
        "a seldom word is not one letter off another one of the book",
    ),
    "prose-count": (
        "문장 속의 수(68개 실천과제, 위원 26명, 총 31건)가 실제 수·명단·나눈 수의 합과 같은지",
        "counts in sentences (68 tasks, 26 members, 31 cases in all) are those of the frame, of the list and of their parts",
    ),
    "said-otherwise": (
        "두 곳에 같은 문장으로 적은 수가 서로 같은지",
        "figures of a sentence that stands in two places are the same",
    ),
    "open-bracket": ("괄호가 짝이 맞는지", "brackets are opened and closed"),
    "repeated": (
        "같은 세부과제나 목표가 되풀이되지 않는지 (여러 핵심과제에 일부러 되풀이한 문구는 예외)",
        "no item of a plan and no aim of the frame stands twice (but what a plan says of each of its core tasks)",
    ),
    "items-in-one": (
        "한 세부과제에 두 과제가 들어 있지 않은지",
        "no item holds two",
    ),
    "summary-rows": (
        "참고 1의 총괄표가 본문 총괄표와 같은지",
        "the summary table of 참고 1 repeats that of the body",
    ),
    "summary-headline": (
        "참고 1의 재정투입이 본문과 같은지",
        "the first figures of 참고 1 repeat those of the body",
    ),
    "summary-sheets": (
        "개관과 요약의 비전·전략이 계획과 같은지",
        "visions and strategies of overviews and sheets are those of the plans",
    ),
    "key-figure": (
        "요약의 대표 수치(KPI)가 계획의 지표 목표와 같은지",
        "key figures of the sheets are the targets of the plans' indicators",
    ),
}

READ_PROSE = ("misspelt-word", "prose-count", "said-otherwise", "open-bracket", "repeated")
"""Rules that read prose too. Data without it are checked by their names and tables alone."""


def unread_prose(lang: Language) -> str:
    """What a check of data without prose did not do."""
    rules = "; ".join(f"{subject_of(rule, lang)} ({rule})" for rule in READ_PROSE)
    if lang == "en":
        return f"{len(READ_PROSE)} checks were run on names and items, not on prose, as these data hold none: {rules}."
    return (
        f"점검 {len(READ_PROSE)}가지는 이름과 항목에만 하고 서술 문장에는 하지 않았습니다. "
        f"이 자료에는 서술 문장이 없습니다: {rules}."
    )


def subject_of(rule: str, lang: Language) -> str:
    """What a rule looks at; its code where it is no rule of today."""
    korean, english = SUBJECTS.get(rule, (rule, rule))
    return english if lang == "en" else korean
