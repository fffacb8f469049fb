import pytest

from goru.book.checking.goals import is_better_less

ROW = "plans.0.indicators.2"
GOAL = "action_tasks.2.indicators.0"


@pytest.mark.parametrize(
    ("name", "unit", "actual", "target", "case"),
    [
        ("무공해차 보급대수", "대", "2,172", "1,700", "more"),
        ("공공보육 이용률", "%", "57.9", "57.8", "more"),
        ("방문객 수", "만명", "95만명", "80만명", "more"),
        ("온실가스 배출량*", "천톤", "21,994", "24,852", "less"),
        ("응급의료시설 취약 인구 비율", "%, %p", "33.0", "34.1('23)", "less"),
        ("지역과학기술 혁신역량지수", "순위", "8", "9", "less"),
        ("하수 처리 소요시간", "시간", "20", "25", "less"),
    ],
)
def test_a_target_worse_than_what_is_reached_is_found(changed, found, name, unit, actual, target, case):
    book = changed(
        {f"{ROW}.name": name, f"{ROW}.unit": unit, f"{ROW}.actual": actual, f"{ROW}.target": target}
    )

    [finding] = found("goal-worse", book)

    assert (finding.case, finding.subject) == (case, f"plans/세종/indicators/{name}")


@pytest.mark.parametrize(
    ("name", "unit", "actual", "target"),
    [
        ("무공해차 보급대수", "대", "1,700", "2,172"),
        ("무공해차 보급대수", "대", "1,700", "1,700"),
        ("온실가스 배출량", "천톤", "24,852('18)", "21,994"),
        ("탄소배출량 감축", "%", "1.3", "1.69"),
        ("취약지역 개선효과 주민만족도", "점", "83.2", "84"),
        ("신규 공모 대상지", "개소", "65", "35"),
        ("1인당 GRDP", "백만원", "31,6", "32.7"),
        ("특구 조성", "식", "신규", "5"),
        ("참여자", "명", "10~20", "5"),
    ],
)
def test_other_targets_are_left_alone(changed, found, name, unit, actual, target):
    book = changed(
        {f"{ROW}.name": name, f"{ROW}.unit": unit, f"{ROW}.actual": actual, f"{ROW}.target": target}
    )

    assert found("goal-worse", book) == []


def test_goals_of_action_tasks_are_held_against_their_baseline(changed, found):
    book = changed({f"{GOAL}.baseline": "50.5", f"{GOAL}.target": "5.50"})

    [finding] = found("goal-worse", book)

    assert finding.subject.startswith("action_tasks/Ⅱ-1-(1)/indicators/")


def test_less_is_better_by_the_name_or_the_unit(small_book):
    row = small_book.plans[0].indicators[0]

    assert is_better_less(row.model_copy(update={"unit": "위"}))
    assert is_better_less(row.model_copy(update={"name": "교통사고 사망자 수(명)"}))
    assert not is_better_less(row.model_copy(update={"name": "실업 예방"}))


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        (f"{ROW}.target", "마을회의 참여율", "150"),
        (f"{ROW}.actual", "대중교통 분담률", "582.0%"),
        (f"{GOAL}.target", "장비 가동률", "550"),
    ],
)
def test_a_percentage_over_a_hundred_is_found(changed, found, path, name, value):
    row = path.rpartition(".")[0]
    book = changed({path: value, f"{row}.name": name, f"{row}.unit": "%"})

    [finding] = found("percent-over", book)

    assert (finding.parameters["name"], finding.expected) == (name, 100)


@pytest.mark.parametrize(
    ("name", "unit", "value"),
    [
        ("참여율", "%", "100"),
        ("매출 증가율", "%", "120"),
        ("목표 달성률", "%", "105"),
        ("방문객 수", "명", "150"),
    ],
)
def test_a_hundred_growth_and_other_units_are_left_alone(changed, found, name, unit, value):
    book = changed({f"{ROW}.target": value, f"{ROW}.name": name, f"{ROW}.unit": unit})

    assert found("percent-over", book) == []


def test_a_share_of_the_strategies_over_a_hundred_is_found(changed, found, small_book):
    shares = small_book.headline.strategy_shares.model_dump()
    book = changed({"headline.strategy_shares": shares | {"provinces": [135, 65]}})

    [finding] = found("percent-over", book)

    assert (finding.subject, finding.found) == ("headline/strategy_shares/provinces", 135)


@pytest.mark.parametrize(
    ("values", "case"),
    [
        ({f"{GOAL}.baseline_year": 2025, f"{GOAL}.target_year": 2024}, "order"),
        ({f"{GOAL}.baseline_year": 2025}, "order"),
        ({f"{GOAL}.baseline_year": None, f"{GOAL}.target_year": 2024}, "target"),
        ({f"{GOAL}.target_year": 2052}, "target"),
        ({f"{GOAL}.baseline_year": 1924}, "baseline"),
        ({f"{ROW}.actual": "80('52)"}, "actual"),
        ({f"{ROW}.actual": "80(2008)"}, "actual"),
        ({"headline.budget.0.year": 2022}, "budget"),
    ],
)
def test_years_that_cannot_be_are_found(changed, found, values, case):
    assert case in [one.case for one in found("indicator-year", changed(values))]


@pytest.mark.parametrize("values", [{}, {f"{GOAL}.target_year": 2027}, {f"{ROW}.actual": "80('18)"}])
def test_other_years_are_left_alone(changed, found, values):
    assert found("indicator-year", changed(values)) == []


def provinces(small_book, *names):
    """As many provinces as lists of common indicators."""
    plan = small_book.plans[0].model_dump()
    row = plan["indicators"][0]
    return [
        plan | {"institution": f"{place}도", "indicators": [row | {"name": name} for name in common]}
        for place, common in enumerate(names)
    ]


def test_a_common_indicator_that_most_have_is_missed(changed, found, small_book):
    usual = ["1인당 GRDP", "일자리 수"]
    plans = provinces(small_book, usual, ["1인당 GRDP(23)", "일자리수"], ["1인당 GRDP", "일터 수"], usual)

    [finding] = found("missing-indicator", changed({"plans": plans}))

    assert (finding.expected, finding.parameters["institution"]) == ("일자리 수", "2도")


def test_an_indicator_that_few_have_is_missed_nowhere(changed, found, small_book):
    plans = provinces(small_book, ["가", "나"], ["가"], ["가"], ["가"])

    assert found("missing-indicator", changed({"plans": plans})) == []


def test_a_part_without_first_figures_is_checked_as_far_as_it_goes(changed, found):
    book = changed({"headline": None, f"{ROW}.target": "150", f"{ROW}.unit": "%"})

    assert len(found("percent-over", book)) == 1
    assert found("indicator-year", book) == []


@pytest.mark.parametrize(
    ("baseline", "target", "unit"),
    [
        ("22건", "20건", "건"),
        ("22개 사업", "20개 사업", "개 사업"),
        ("전체 시·군·구 20%", "전체 시·군·구 10%", "%"),
        ("22", "20", ""),
    ],
)
def test_goals_whose_values_have_the_unit_are_compared(changed, found, baseline, target, unit):
    values = {f"{GOAL}.unit": None, f"{GOAL}.baseline": baseline, f"{GOAL}.target": target}

    [finding] = found("goal-worse", changed(values))

    assert (finding.case, finding.parameters["unit"]) == ("more", unit)


@pytest.mark.parametrize(("baseline", "target"), [("22건", "20개"), ("22건", "20건(누계)"), ("5~6건", "4건")])
def test_goals_in_other_words_are_not_compared(changed, found, baseline, target):
    values = {f"{GOAL}.unit": None, f"{GOAL}.baseline": baseline, f"{GOAL}.target": target}

    assert found("goal-worse", changed(values)) == []


def test_a_percentage_is_told_by_its_value_too(changed, found):
    [finding] = found("percent-over", changed({f"{GOAL}.unit": None, f"{GOAL}.target": "110%"}))

    assert finding.found == 110


@pytest.mark.parametrize(
    ("heading", "years"),
    [
        ("지표 단위 2034 실적 2025 목표 증감", [2034, 2025]),
        ("지표 단위 2024 실적 2024 목표 증감", [2024, 2024]),
        ("I. 2204년 추진전략", [2204]),
        ("□ 2024년 재정투입 계획", [2024]),
    ],
)
def test_a_heading_of_another_year_is_found(small_book, found, printed, heading, years):
    [finding] = found("indicator-year", small_book, [printed(7, heading)])

    assert (finding.case, finding.expected, finding.found) == ("heading", 2025, years)


@pytest.mark.parametrize(
    "heading",
    [
        "지표 단위 2024 실적 2025 목표 증감",
        "I. 2025년 추진전략",
        "□ 추진 실적",
        "2023년 재정투입은 총 40조원",
    ],
)
def test_a_heading_of_the_plans_year_is_none(small_book, found, printed, heading):
    assert found("indicator-year", small_book, [printed(7, heading)]) == []


@pytest.mark.parametrize(
    ("groups", "case", "named"),
    [
        ([None, None, "own", "own"], "none", ["일자리수", "재정자주도"]),
        ([None] * 4, "none", ["일자리수", "재정자주도", "정원 방문객 수", "마을회의 참여율"]),
        (["common"] * 4, "one", "자율지표"),
        (["own"] * 4, "one", "공통지표"),
    ],
)
def test_a_group_of_indicators_that_is_not_printed_is_missed(changed, found, groups, case, named):
    book = changed({f"plans.0.indicators.{at}.group": group for at, group in enumerate(groups)})

    [finding] = found("indicator-group", book)

    assert (finding.subject, finding.case) == ("plans/세종/indicators", case)
    assert (finding.found or finding.expected) == named
    assert found("indicator-group", changed({})) == []


@pytest.mark.parametrize(
    ("head", "is_found"),
    [
        ("소관부처 '24년 국비(억원) 사업명", True),
        ("전략 2024년 총액", True),
        ("'24년 예산(억원)", True),
        ("소관부처 '25년 국비(억원) 사업명", False),
        ("전략 '24년 총액 '25년 총액", False),
        ("'24년 국비 확보를 위한 협의", False),
    ],
)
def test_money_of_another_year_is_told_by_the_head_of_its_table(small_book, found, printed, head, is_found):
    findings = found("indicator-year", small_book, [printed(40, head)])

    assert [one.found for one in findings] == [[2024]] * is_found
