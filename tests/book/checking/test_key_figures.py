import pytest

from goru.book.checking.rulebook import check
from goru.book.model import KeyFigure, PlanBook
from goru.core.figures import number


def with_key_figure(small_book, changed, text, **indicator):
    row = small_book.plans[0].indicators[0].model_dump() | indicator
    sheet = small_book.summaries[-1].sheets[0].model_dump()
    figure = {"text": text, "source": {"first_line": 250, "last_line": 250}}
    summary = small_book.summaries[-1].model_dump() | {"sheets": [sheet | {"key_figures": [figure]}]}
    return changed({"plans.0.indicators": [row], "summaries": [summary]})


@pytest.mark.parametrize(
    ("text", "name", "unit", "target"),
    [
        ("1인당 GRDP 3,670만원", "1인당 GRDP", "백만원", "36.7"),
        ("외국인 관광객수(2천만명)", "외국인 관광객 수", "만명", "2,000"),
        ("관광객수 1,640만명", "관광객 수", "천명", "16,374"),
        ("중증응급환자 도착율(53%)", "중증응급환자 도착률", "%, %p", "53"),
        ("도로, 철도연장 74.6km", "철도 연장", "km", "13.64"),
        ("특별법 제정", "일자리수", "천명", "200"),
        ("다른 지표 5건", "일자리수", "천명", "200"),
    ],
)
def test_key_figures_that_say_the_same_are_left_alone(small_book, changed, found, text, name, unit, target):
    book = with_key_figure(small_book, changed, text, name=name, unit=unit, target=target)

    assert found("key-figure", book) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("일자리수 : 300천명", "200"), ("일자리수 20만명, 일자리수(21만명)", "200")]
)
def test_a_key_figure_that_is_not_the_target_is_found(small_book, changed, found, text, expected):
    book = with_key_figure(small_book, changed, text)

    [finding] = found("key-figure", book)

    assert finding.expected == expected


def test_percent_points_are_held_against_the_change(small_book, changed, found):
    row = {"name": "재정자주도", "unit": "%, %p", "actual": "67.1", "target": "68.4", "change": "1.3"}
    book = with_key_figure(small_book, changed, "재정자주도 2%p 향상", **row)

    [finding] = found("key-figure", book)

    assert finding.expected == "1.3"


@pytest.mark.parametrize(
    ("unit", "actual", "target", "growth"),
    [("백만원", "31.2", "32.3", "3.5"), ("천명", "1,000", "1,100", "10.0"), ("%", "67.1", "71.1", None)],
)
def test_percent_points_of_what_is_no_percentage_are_found(
    small_book, changed, found, unit, actual, target, growth
):
    row = {"name": "지역 총생산", "unit": unit, "actual": actual, "target": target, "change": "4"}
    findings = found("key-figure", with_key_figure(small_book, changed, "지역 총생산 4%p 성장", **row))

    assert [(one.case, str(one.expected)) for one in findings] == ([("points", growth)] if growth else [])


def test_a_plans_own_summary_says_what_its_indicators_say(small_book: PlanBook) -> None:
    plan, *plans = small_book.plans
    row = next(one for one in plan.indicators if number(one.target))
    same = KeyFigure(name=row.name, unit=row.unit, value=row.target)
    other = same.model_copy(update={"value": "98765"})

    def found(*figures: KeyFigure) -> list[str]:
        written = plan.model_copy(update={"key_figures": list(figures)})
        book = small_book.model_copy(update={"plans": [written, *plans], "summaries": []})
        return [one.subject for one in check(book) if one.rule == "key-figure"]

    assert found(same) == []
    assert found(other) == [f"plans/{plan.institution}/key_figures/{row.name}"]
