from decimal import Decimal

import pytest

ROW = "plans.0.indicators.0"


@pytest.mark.parametrize(
    ("actual", "target", "change"),
    [
        ("195", "200", "5"),
        ("66", "66", "-"),
        ("-", "20", "20"),
        ("2,172", "1,700", "- 472"),
        ("24,852('18)", "21,994", "-2,858"),
        ("전략수립", "제정", "-"),
        ("-", "60", "-"),
    ],
)
def test_changes_that_are_target_less_actual_are_left_alone(changed, found, actual, target, change):
    book = changed({f"{ROW}.actual": actual, f"{ROW}.target": target, f"{ROW}.change": change})

    assert found("indicator-change", book) == []


@pytest.mark.parametrize(
    ("actual", "target", "change", "case", "doubtful"),
    [
        ("57.9", "58.2", "0.5", "", False),
        ("68.5", "69", "1", "", True),
        ("195", "200", "-5", "sign", False),
        ("-", "60", "30", "", False),
        ("60", "80", "-", "", False),
    ],
)
def test_changes_that_differ_are_found(changed, found, actual, target, change, case, doubtful):
    book = changed({f"{ROW}.actual": actual, f"{ROW}.target": target, f"{ROW}.change": change})

    [finding] = found("indicator-change", book)

    assert (finding.case, finding.doubtful) == (case, doubtful)


def test_a_rank_may_improve_by_falling(changed, found):
    book = changed({f"{ROW}.unit": "순위", f"{ROW}.actual": "9", f"{ROW}.target": "8", f"{ROW}.change": "1"})

    assert found("indicator-change", book) == []


def test_a_misprinted_figure_is_found_and_still_counted_with(changed, found):
    book = changed({f"{ROW}.actual": "31,6", f"{ROW}.target": "32.7", f"{ROW}.change": "1.1"})

    [finding] = found("number-misprint", book)

    assert (finding.expected, finding.found) == ("31.6", "31,6")
    assert found("indicator-change", book) == []


@pytest.mark.parametrize(
    ("name", "unit", "target", "case"),
    [
        ("지원 기업수", "기업수", "6", "name"),
        ("고용창출", "회", "8,970", "people"),
        ("재정규모", "조", "9.2", "numeral"),
        ("참여기업 과제 매출액", "원", "1,922", "won"),
        ("고용률(15~64세)", "명", "71.5", "rate"),
    ],
)
def test_units_that_do_not_fit_the_name_are_found(changed, found, name, unit, target, case):
    book = changed({f"{ROW}.name": name, f"{ROW}.unit": unit, f"{ROW}.target": target})

    [finding] = found("indicator-unit", book)

    assert finding.case == case


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("재정력지수", "지수"),
        ("청년고용률", "%"),
        ("생활인구", "명/일"),
        ("매출", "억원"),
        ("일자리 창출", "개"),
    ],
)
def test_units_that_fit_are_left_alone(changed, found, name, unit):
    book = changed({f"{ROW}.name": name, f"{ROW}.unit": unit})

    assert found("indicator-unit", book) == []


def test_a_common_indicator_a_tenth_of_its_neighbours_is_found(changed, found, small_book):
    plan = small_book.plans[1].model_dump()
    others = [
        plan | {"indicators": [plan["indicators"][0] | {"target": target}]}
        for target in ("1,003", "977", "1,455", "79", "7,851")
    ]
    book = changed({"plans": others})

    [finding] = found("indicator-outlier", book)

    assert (finding.found, finding.case) == ("79", "small")
    assert finding.parameters["median"] == Decimal(1003)


def test_of_equal_names_the_subject_says_which_one(changed, found):
    name = "정원 방문객"
    book = changed(
        {
            f"{ROW}.name": name,
            "plans.0.indicators.1.name": name,
            "plans.0.indicators.1.actual": "10",
            "plans.0.indicators.1.target": "20",
            "plans.0.indicators.1.change": "30",
        }
    )

    assert [one.subject for one in found("indicator-change", book)] == [f"plans/세종/indicators/{name} #2"]


def commons(small_book, *rows):
    """As many provinces as targets with units of one common indicator."""
    plan = small_book.plans[0].model_dump()
    row = plan["indicators"][0]
    return [
        plan | {"institution": f"{place}도", "indicators": [row | {"unit": unit, "target": target}]}
        for place, (unit, target) in enumerate(rows)
    ]


USUAL = [("천명", "1,003"), ("천명", "797"), ("천명", "1,663"), ("명", "777,000"), ("만명", "58.9")]


@pytest.mark.parametrize(
    ("unit", "target", "cases"),
    [
        ("천명", "801", []),
        ("명", "801,000", []),
        ("명", "801", ["small"]),
        ("백만명", "801", ["large"]),
        ("개", "801", ["unit"]),
    ],
)
def test_units_of_a_thousand_are_counted_as_ones(changed, found, small_book, unit, target, cases):
    book = changed({"plans": commons(small_book, *USUAL, (unit, target))})

    assert [one.case for one in found("indicator-outlier", book)] == cases
