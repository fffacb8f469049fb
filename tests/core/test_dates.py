"""Fuzzy dates as Korean plan books print them."""

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from goru.core.dates import FuzzyDate, Precision, dates_in, day_in_korea, period_of, timeless


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("시행('24.6.8.)", date(2024, 6, 8), date(2024, 6, 8), "day"),
        ("의결(23.10.23)", date(2023, 10, 23), date(2023, 10, 23), "day"),
        ("입법예고('24.1.11~2.20)", date(2024, 1, 11), date(2024, 2, 20), "day"),
        ("제정('24.3월)", date(2024, 3, 1), date(2024, 3, 31), "month"),
        ("선정('20.12)", date(2020, 12, 1), date(2020, 12, 31), "month"),
        ("심사(3월 말~)", date(2024, 3, 1), None, "month"),
        ("추진('24.1~12월)", date(2024, 1, 1), date(2024, 12, 31), "month"),
        ("점검('24.4월~11월)", date(2024, 4, 1), date(2024, 11, 30), "month"),
        ("마련(~'24.6월)", None, date(2024, 6, 30), "month"),
        ("구축('24.3~4분기)", date(2024, 7, 1), date(2024, 12, 31), "quarter"),
        ("개통('24.3분기)", date(2024, 7, 1), date(2024, 9, 30), "quarter"),
        ("개정(1분기~ )", date(2024, 1, 1), None, "quarter"),
        ("지정('24.下)", date(2024, 7, 1), date(2024, 12, 31), "half"),
        ("체결('24. 상반기 내)", date(2024, 1, 1), date(2024, 6, 30), "half"),
        ("지정('24 연중)", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("구축(~'25)", None, date(2025, 12, 31), "year"),
        ("공표('24년~)", date(2024, 1, 1), None, "year"),
        ("'26년까지 49개 통합", None, date(2026, 12, 31), "year"),
        ("지정('24.上)", date(2024, 1, 1), date(2024, 6, 30), "half"),
        ("2023년 시행", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("접수(~2.20)", None, date(2024, 2, 20), "day"),
        ("추진(1~12월)", date(2024, 1, 1), date(2024, 12, 31), "month"),
        ("추진(1 ~ 12월)", date(2024, 1, 1), date(2024, 12, 31), "month"),
        ("연중 운영", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("점검('24.11월~2분기)", date(2024, 11, 1), date(2025, 6, 30), "quarter"),
        ("11월~2월 점검", date(2024, 11, 1), date(2025, 2, 28), "month"),
        ("'24.12.20~1.5 접수", date(2024, 12, 20), date(2025, 1, 5), "day"),
        ("운영('24.上~)", date(2024, 1, 1), None, "half"),
    ],
)
def test_a_printed_date_means_an_interval(
    text: str, start: date | None, end: date | None, precision: str
) -> None:
    [found] = dates_in(text, 2024)

    assert (found.start, found.end, found.precision) == (start, end, precision)


@pytest.mark.parametrize(
    ("text", "printed", "has_year"),
    [
        ("마련(~'24.6월) 뒤", "~'24.6월", True),
        ("마련(~ '24.6월)", "~ '24.6월", True),
        ("심사(3월 말~) 뒤", "3월 말~", False),
        ("개정(1분기~ )", "1분기~", False),
        ("점검('24.4월~11월) 뒤", "'24.4월~11월", True),
        ("접수('24.6.8 ) 뒤", "'24.6.8", True),
        ("'26년까지 49개", "'26년까지", True),
        ("'26년 까지", "'26년 까지", True),
        ("체결(상반기) 뒤", "상반기", False),
        ("체결('24.上)", "'24.上", True),
        ("구축('24.3~4분기)", "'24.3~4분기", True),
        ("연중 운영", "연중", False),
        ("시행(6.8) 뒤", "6.8", False),
        ("토론회(6.8(토)) 뒤", "6.8(토)", False),
        ("'25 구축", "'25", True),
        ("지정('24 연중) 뒤", "'24 연중", True),
        ("점검('24.상·하반기) 뒤", "'24.상·하반기", True),
        ("점검(상·하반기) 뒤", "상·하반기", False),
        ("2024년 6월 8일 시행", "2024년 6월 8일", True),
        ("6월 8일 시행", "6월 8일", False),
        ("제정(2024-06) 뒤", "2024-06", True),
        ("~'24.3월까지 공모", "~'24.3월까지", True),
        ("3월~5월까지 공모", "3월~5월까지", False),
        ("10월부터 공모", "10월부터", False),
        ("10월 이후 공모", "10월 이후", False),
    ],
)
def test_a_date_knows_where_it_stands_and_whether_it_names_its_year(
    text: str, printed: str, has_year: bool
) -> None:
    [found] = dates_in(text, 2024)

    assert (text[found.first : found.last], found.has_year) == (printed, has_year)


def test_a_date_after_a_span_is_another() -> None:
    found = [(one.start, one.end) for one in dates_in("'24.3월까지, '25.1~2월, 7월", 2024)]

    assert found == [
        (None, date(2024, 3, 31)),
        (date(2025, 1, 1), date(2025, 2, 28)),
        (date(2025, 7, 1), date(2025, 7, 31)),
    ]


D = date
YEAR = (D(2024, 1, 1), D(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("점검(1/4~2/4분기)", D(2024, 1, 1), D(2024, 6, 30), "quarter"),
        ("점검(1/4분기~2/4분기)", D(2024, 1, 1), D(2024, 6, 30), "quarter"),
        ("점검('24.3/4분기)", D(2024, 7, 1), D(2024, 9, 30), "quarter"),
        ("점검(4/4 분기)", D(2024, 10, 1), D(2024, 12, 31), "quarter"),
        ("점검(2사분기)", D(2024, 4, 1), D(2024, 6, 30), "quarter"),
        ("점검(1·4분기)", D(2024, 1, 1), D(2024, 3, 31), "quarter"),
        ("점검(1/2분기)", D(2024, 1, 1), D(2024, 6, 30), "quarter"),
        ("점검(1·2분기)", D(2024, 1, 1), D(2024, 6, 30), "quarter"),
        ("점검(~3/4분기)", None, D(2024, 9, 30), "quarter"),
        ("점검(상·하반기)", *YEAR, "half"),
        ("점검(상/하반기)", *YEAR, "half"),
        ("점검('24.上·下)", *YEAR, "half"),
        ("점검('24.上~'25.下)", D(2024, 1, 1), D(2025, 12, 31), "half"),
        ("점검(下半期)", D(2024, 7, 1), D(2024, 12, 31), "half"),
        ("상반기 중 점검", D(2024, 1, 1), D(2024, 6, 30), "half"),
        ("상반기까지 점검", None, D(2024, 6, 30), "half"),
        ("2024년 6월 8일 시행", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("'24년 6월 8일(토) 시행", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("6월 8일 시행", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("6월 8일~10일 개최", D(2024, 6, 8), D(2024, 6, 10), "day"),
        ("6월 8~10일 개최", D(2024, 6, 8), D(2024, 6, 10), "day"),
        ("2024-06-08 시행", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("시행(2024/6/8)", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("시행(2024.06.08.)", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("시행(2024. 6. 8.)", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("시행('24. 6. 8.)", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("개최(2024. 6. 8. ~ 6. 10.)", D(2024, 6, 8), D(2024, 6, 10), "day"),
        ("2024-06-08 ~ 2024-06-10 개최", D(2024, 6, 8), D(2024, 6, 10), "day"),
        ("시행(6. 8.)", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("6. 8. 시행", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("의결(6.8.)", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("의결(6.8)", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("토론회(6.8(토)~6.10(월))", D(2024, 6, 8), D(2024, 6, 10), "day"),
        ("접수('24.6.8~10)", D(2024, 6, 8), D(2024, 6, 10), "day"),
        ("접수('24.6.8-6.10)", D(2024, 6, 8), D(2024, 6, 10), "day"),
        ("제정(24.6월)", D(2024, 6, 1), D(2024, 6, 30), "month"),
        ("제정('24년 6월)", D(2024, 6, 1), D(2024, 6, 30), "month"),
        ("제정(2024-06)", D(2024, 6, 1), D(2024, 6, 30), "month"),
        ("공모(6~8월)", D(2024, 6, 1), D(2024, 8, 31), "month"),
        ("공모(6-8월)", D(2024, 6, 1), D(2024, 8, 31), "month"),
        ("공모(6·7월)", D(2024, 6, 1), D(2024, 7, 31), "month"),
        ("공모(6월말까지)", None, D(2024, 6, 30), "month"),
        ("~10월 공모", None, D(2024, 10, 31), "month"),
        ("10월부터 공모", D(2024, 10, 1), None, "month"),
        ("10월 이후 공모", D(2024, 10, 1), None, "month"),
        ("3월부터 5월까지 공모", D(2024, 3, 1), D(2024, 5, 31), "month"),
        ("내년 3월 공모", D(2025, 3, 1), D(2025, 3, 31), "month"),
        ("내년 상반기 공모", D(2025, 1, 1), D(2025, 6, 30), "half"),
        ("금년 하반기 공모", D(2024, 7, 1), D(2024, 12, 31), "half"),
        ("올 하반기 공모", D(2024, 7, 1), D(2024, 12, 31), "half"),
        ("지난해 10월 공모", D(2023, 10, 1), D(2023, 10, 31), "month"),
        ("내년까지 개통", None, D(2025, 12, 31), "year"),
        ("올해 개통", *YEAR, "year"),
        ("'24년 말까지 개통", None, D(2024, 12, 31), "year"),
        ("연말까지 개통", None, D(2024, 12, 31), "year"),
        ("내후년 3월 개통", D(2026, 3, 1), D(2026, 3, 31), "month"),
        ("익년 3월 개통", D(2025, 3, 1), D(2025, 3, 31), "month"),
        ("차년도 상반기 개통", D(2025, 1, 1), D(2025, 6, 30), "half"),
        ("당해 연도 하반기 개통", D(2024, 7, 1), D(2024, 12, 31), "half"),
        ("작년 10월 개통", D(2023, 10, 1), D(2023, 10, 31), "month"),
        ("11월~내년 2월 점검", D(2024, 11, 1), D(2025, 2, 28), "month"),
        ("의결('24.6.8~'24.6.8)", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("점검(1 ~ 2분기)", D(2024, 1, 1), D(2024, 6, 30), "quarter"),
        ("점검(3 /4분기)", D(2024, 7, 1), D(2024, 9, 30), "quarter"),
        ("보고(6.8.)", D(2024, 6, 8), D(2024, 6, 8), "day"),
        ("제정(2024/06)", D(2024, 6, 1), D(2024, 6, 30), "month"),
        ("제정(2024. 6)", D(2024, 6, 1), D(2024, 6, 30), "month"),
        ("올6월 점검", D(2024, 6, 1), D(2024, 6, 30), "month"),
        ("제정(2024.13)", *YEAR, "year"),
    ],
)
def test_other_offices_print_dates_otherwise(
    text: str, start: date | None, end: date | None, precision: str
) -> None:
    [found] = dates_in(text, 2024)

    assert (found.start, found.end, found.precision, found.impossible) == (start, end, precision, "")


def test_what_is_relative_is_of_the_plans_year() -> None:
    assert [one.start for one in dates_in("'22년 착수, 내년 준공", 2024)] == [D(2022, 1, 1), D(2025, 1, 1)]


def test_months_and_quarters_of_a_list_are_dates_each() -> None:
    found = dates_in("점검(3, 6, 9월), 보고('23.1,3분기)", 2024)

    assert [(one.start, one.end, one.precision, one.has_year) for one in found] == [
        (D(2024, 3, 1), D(2024, 3, 31), "month", False),
        (D(2024, 6, 1), D(2024, 6, 30), "month", False),
        (D(2024, 9, 1), D(2024, 9, 30), "month", False),
        (D(2023, 1, 1), D(2023, 3, 31), "quarter", True),
        (D(2023, 7, 1), D(2023, 9, 30), "quarter", False),
    ]


@pytest.mark.parametrize(
    "first",
    [
        *(
            "'22.5.6",
            "2022년 5월 6일",
            "'22.1분기",
            "'22.상·하반기",
            "'22.上",
            "'22.5월",
            "'22.5",
            "'22 연중",
        ),
        *("'22.1,3분기", "'22년"),
    ],
)
def test_what_names_no_year_is_of_the_year_named_before(first: str) -> None:
    *_before, last = dates_in(f"({first}), 7월", 2024)

    assert (last.start, last.has_year) == (D(2022, 7, 1), False)


def test_a_span_into_the_next_year_ends_where_that_month_ends() -> None:
    [found] = dates_in("11월~2월 점검", 2023)

    assert (found.start, found.end) == (D(2023, 11, 1), D(2024, 2, 29))


@pytest.mark.parametrize(
    ("text", "start", "impossible"),
    [
        ("접수('24.6.30~'24.6.1)", None, "'24.6.30~'24.6.1"),
        ("접수('24.11월~'24.2월)", None, "'24.11월~'24.2월"),
        ("접수('24.6.20~6.8)", None, "'24.6.20~6.8"),
        ("공모('24.13)", None, "'24.13"),
        ("공모(13월)", None, "13월"),
        ("공모('24.13월)", None, "'24.13월"),
        ("공모(10~13월)", None, "10~13월"),
        ("공모(0월)", None, "0월"),
        ("공모(5/4분기)", None, "5/4분기"),
        ("공모(33분기)", None, "33분기"),
        ("의결('24.2.31)", None, "'24.2.31"),
        ("의결(24.2.30)", None, "24.2.30"),
        ("의결(2.31)", None, "2.31"),
        ("의결(2. 31.)", None, "2. 31."),
        ("2월 31일 의결", None, "2월 31일"),
        ("2024-02-30 의결", None, "2024-02-30"),
        ("2024년 13월 1일 의결", None, "2024년 13월 1일"),
        ("예고('24.1.11~2.31 국토부)", D(2024, 1, 11), "2.31"),
    ],
)
def test_a_date_that_cannot_be_is_no_days_and_says_what_is_printed(
    text: str, start: date | None, impossible: str
) -> None:
    [found] = dates_in(text, 2024)

    assert (found.start, found.end, found.impossible) == (start, None, impossible)


@pytest.mark.parametrize("text", ["수시", "연중", "연내"])
def test_a_word_alone_means_the_whole_year(text: str) -> None:
    assert timeless(text, 2024) == FuzzyDate(date(2024, 1, 1), date(2024, 12, 31), "year", 0, 2, False)
    assert timeless(f"{text} 운영", 2024) is None


@pytest.fixture
def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer whose own time is not Korea's."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("_elsewhere")
def test_a_day_in_korea_begins_nine_hours_earlier() -> None:
    assert day_in_korea(datetime(2024, 4, 4, 14, 59, tzinfo=UTC)) == date(2024, 4, 4)
    assert day_in_korea(datetime(2024, 4, 4, 15, tzinfo=UTC)) == date(2024, 4, 5)


def test_dates_of_one_text_take_the_year_from_the_one_before() -> None:
    text = "기획('22년) 3월, 회의('23.11.30, '24.1.15, 2.20) 후 간담회(6월, 11월)"

    found = [one.start for one in dates_in(text, 2024)]

    assert found == [
        *(date(2022, 1, 1), date(2022, 3, 1), date(2023, 11, 30), date(2024, 1, 15)),
        *(date(2024, 2, 20), date(2024, 6, 1), date(2024, 11, 1)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("1.5조원", "3개 부처", "50만㎡", "(5~30만㎡)", "2유형 6건", "13일까지 99.9%"),
        *(
            "10.27 발표",
            "만족도(4.5)",
            "1. 2. 3차 점검",
            "3·1운동",
            "2050명 참여",
            "24.6조원",
            "4분기 연속 증가",
        ),
        *("100개월", "자연중심", "2024,000원", "1차년도 50억원", "10일간", "연내륙고속도로", "2002월드컵"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert list(dates_in(text, 2024)) == []


@pytest.mark.parametrize(
    ("day", "precision", "first", "last"),
    [
        (date(2024, 2, 9), "month", date(2024, 2, 1), date(2024, 2, 29)),
        (date(2024, 9, 30), "quarter", date(2024, 7, 1), date(2024, 9, 30)),
        (date(2024, 7, 1), "half", date(2024, 7, 1), date(2024, 12, 31)),
        (date(2024, 5, 5), "year", date(2024, 1, 1), date(2024, 12, 31)),
        (date(2024, 5, 5), "day", date(2024, 5, 5), date(2024, 5, 5)),
    ],
)
def test_a_day_is_in_a_period(day: date, precision: Precision, first: date, last: date) -> None:
    assert period_of(day, precision) == (first, last)
