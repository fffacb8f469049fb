from datetime import date

import pytest
from tests.conftest import SMALL_BOOK

from goru.book.checking.rulebook import check
from goru.book.parsing import parse
from goru.book.reading import read_content

PART = "focus_tasks.0.subtasks.0.milestones"


def milestone(text, start, end):
    return {
        "text": text,
        "start": start,
        "end": end,
        "precision": "month",
        "done": False,
        "source": {"first_line": 25, "last_line": 25},
    }


def test_milestones_in_order_are_left_alone(changed, found):
    trial = milestone("시범 운영", date(2025, 1, 1), date(2025, 6, 30))
    book = changed({PART: [trial, milestone("정식 운영", date(2025, 7, 1), None)]})

    assert found("date-order", book) == []


@pytest.mark.parametrize(
    ("start", "end", "doubtful"),
    [(date(2025, 1, 1), None, True), (date(2024, 3, 1), date(2024, 3, 31), False)],
)
def test_regular_operation_no_later_than_its_trial_is_found(changed, found, start, end, doubtful):
    trial = milestone("시범 운영", date(2025, 1, 1), date(2025, 12, 31))
    book = changed({PART: [trial, milestone("정식 운영", start, end)]})

    [finding] = found("date-order", book)

    assert (finding.case, finding.doubtful) == ("order", doubtful)


@pytest.mark.parametrize(
    ("start", "end", "case"),
    [(date(2025, 5, 1), date(2025, 4, 30), "end"), (date(2095, 5, 1), None, "year")],
)
def test_dates_that_cannot_be_are_found(changed, found, start, end, case):
    book = changed({PART: [milestone("규정 제정", start, end)]})

    [finding] = found("date-order", book)

    assert finding.case == case


def steps(*told):
    return [milestone(text, start, end) for text, start, end in told]


JUNE, MARCH = date(2025, 6, 30), date(2025, 3, 31)


@pytest.mark.parametrize(
    ("told", "doubtful"),
    [
        ([("신청(~'25.6월)", None, JUNE), ("심의·의결('25.1분기)", date(2025, 1, 1), MARCH)], True),
        (
            [("신청('25.6월)", date(2025, 6, 1), JUNE), ("위원회 의결('25.3월)", date(2025, 3, 1), MARCH)],
            False,
        ),
        (
            [
                ("신규 특구 지정('25.3월)", date(2025, 3, 1), MARCH),
                ("평가위원회 심사('25.6월)", date(2025, 6, 1), JUNE),
            ],
            False,
        ),
        ([("6월 공모", date(2025, 6, 1), JUNE), ("3월 협약 체결", date(2025, 3, 1), MARCH)], False),
        ([("착공(~'25.6월)", None, JUNE), ("준공(~'25.3월)", None, MARCH)], True),
        ([("입법예고(6월)", date(2025, 6, 1), JUNE), ("하위법령 제정(3월)", date(2025, 3, 1), MARCH)], False),
    ],
)
def test_steps_of_a_procedure_that_are_out_of_order_are_found(changed, found, told, doubtful):
    [finding] = found("date-order", changed({PART: steps(*told)}))

    assert (finding.case, finding.doubtful) == ("stages", doubtful)


@pytest.mark.parametrize(
    "told",
    [
        [
            ("신청(~'25.3월)", None, MARCH),
            ("심의·의결('25.上)", date(2025, 1, 1), JUNE),
            ("지정('25.上)", date(2025, 1, 1), JUNE),
        ],
        [
            ("「운영규정」 제정('25.3월)", date(2025, 3, 1), MARCH),
            ("신청 안내서 배포('25.6월)", date(2025, 6, 1), JUNE),
        ],
        [
            ("「특별법 시행령」 개정(6월)", date(2025, 6, 1), JUNE),
            ("「지방세법」 개정(3월)", date(2025, 3, 1), MARCH),
        ],
    ],
)
def test_other_steps_are_left_alone(changed, found, told):
    assert found("date-order", changed({PART: steps(*told)})) == []


def test_steps_on_different_lines_are_of_different_matters(changed, found):
    first, second = steps(("신청(6월)", date(2025, 6, 1), JUNE), ("지정(3월)", date(2025, 3, 1), MARCH))
    elsewhere = second | {"source": {"first_line": 40, "last_line": 40}}

    assert found("date-order", changed({PART: [first, elsewhere]})) == []


@pytest.mark.parametrize(("year", "found_as"), [(2034, []), (2035, [True]), (2046, [False]), (1925, [False])])
def test_a_year_far_from_the_plan_is_in_doubt_and_one_out_of_reach_is_wrong(changed, found, year, found_as):
    book = changed({PART: [milestone("조성 완료", None, date(year, 12, 31))]})

    assert [one.doubtful for one in found("date-order", book) if one.case == "year"] == found_as


@pytest.mark.parametrize(
    ("printed_as", "impossible"),
    [
        *(
            ("'25.13월", "'25.13월"),
            ("13월", "13월"),
            ("5/4분기", "5/4분기"),
            ("'25.2.31", "'25.2.31"),
            ("2.31", "2.31"),
        ),
        *(("2월 31일", "2월 31일"), ("2025-02-31", "2025-02-31"), ("~'25.13월", "'25.13월")),
    ],
)
def test_a_date_in_no_calendar_is_kept_and_found_where_it_stands(printed_as, impossible):
    text = SMALL_BOOK.read_text(encoding="utf-8").replace("‘25.3월", printed_as)
    at = next(i for i, line in enumerate(text.splitlines(), start=1) if f"제정({printed_as})" in line)
    book = parse(read_content(text.encode(), "x.txt"))

    [milestone] = [one for one in book.focus_tasks[0].subtasks[0].milestones if "제정" in one.text]
    [finding] = [one for one in check(book) if one.rule == "impossible-date"]

    assert milestone.source
    assert (milestone.start, milestone.end, milestone.source.first_line) == (None, None, at)
    assert (finding.severity, finding.found) == ("error", impossible)
    assert finding.sources[0].first_line == at
    assert impossible in finding.message
    assert "고치세요" in finding.message


def test_a_date_in_no_calendar_is_found_in_prose_and_goals(changed, found, printed):
    goal = {"text": "규약 배포(14월)", "source": {"first_line": 9, "last_line": 9}}
    book = changed({"action_tasks.0.goals": [goal]})

    dates = found("impossible-date", book, [printed(7, "ㅇ 규약 점검(9월 31일)")])

    assert [(one.found, one.sources[0].first_line) for one in dates] == [("14월", 9), ("9월 31일", 7)]


@pytest.mark.parametrize(
    "text", ["5분기 연속 증가", "100개월 이상", "2월 28일 개최", "만족도 (4.31) 이상", "제13차 회의"]
)
def test_what_is_no_date_is_in_order(changed, found, printed, text):
    assert found("impossible-date", changed({}), [printed(7, text)]) == []
