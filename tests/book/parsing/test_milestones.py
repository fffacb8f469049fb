"""Dated events of sentences in the forms of the book: which words belong to which date."""

from datetime import date

import pytest
from tests.sources import printed

from goru.book.model import Milestone
from goru.book.parsing.milestones import milestones_in
from goru.book.parsing.parts import paragraphs
from goru.book.parsing.words import Words
from goru.book.reading.lines import Line


def milestones(*lines: str, about: str = "") -> list[Milestone]:
    (paragraph,) = paragraphs([Line(text, number) for number, text in enumerate(lines, start=1)])
    return milestones_in(paragraph, Words(lines), 2024, date(2024, 4, 4), about)


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("ㅇ 마을학교 지침 제정('24.3월), 주민이 운영", ["마을학교 지침 제정('24.3월)"]),
        (
            "ㅇ 마을학교 지침 제정('24.3월) 및 학교* 공모('24.5월)",
            ["마을학교 지침 제정('24.3월)", "학교 공모('24.5월)"],
        ),
        (
            "ㅇ 지원방안을 마련(~'24.6월)하고, 현장 점검 추진('24.4월~11월)",
            ["지원방안을 마련(~'24.6월)", "현장 점검 추진('24.4월~11월)"],
        ),
        ("* 간담회 실시(6월, 11월)", ["간담회 실시(6월)", "간담회 실시(11월)"]),
        (
            "ㅇ 하위규정 제정('24.1.11~2.20 입법예고, '24.2월~ 심사)",
            ["하위규정 제정('24.1.11~2.20 입법예고)", "하위규정 제정('24.2월~ 심사)"],
        ),
        (
            "* 신청(~'24.2월) → 위원회 의결('24.上) → 지정('24.下)",
            ["신청(~'24.2월)", "위원회 의결('24.上)", "지정('24.下)"],
        ),
        ("* '27년 청년 목수 30명, 청년 석공 20명 육성", ["'27년 청년 목수 30명, 청년 석공 20명 육성"]),
        ("* 3월 공모 → 12월 협약 체결", ["3월 공모", "12월 협약 체결"]),
        (
            "* 「산촌법」('24.6.8.), 「어촌법」('24.12.27.) 시행 예정",
            ["「산촌법」('24.6.8.) 시행 예정", "「어촌법」('24.12.27.) 시행 예정"],
        ),
        (
            "ㅇ 마을기업 17개 선정('24.3월, 9억원 지원) 통해 인재 양성('27년까지 100개 선정)",
            [
                "마을기업 17개 선정('24.3월, 9억원 지원)",
                "마을기업 17개 선정('24.3월, 9억원 지원) 통해 인재 양성('27년까지 100개 선정)",
            ],
        ),
        ("ㅇ 협의회('23.10.27)를 거쳐 추진방안 확정", ["협의회('23.10.27)를 거쳐 추진방안 확정"]),
        ("ㅇ 공약을 구체화하여 발표한(22.4) 과제(20개)의 이행", ["공약을 구체화하여 발표한(22.4) 과제"]),
    ],
)
def test_each_date_has_the_words_of_its_own_event(sentence: str, texts: list[str]) -> None:
    assert [one.text for one in milestones(sentence)] == texts


@pytest.mark.parametrize(
    "sentence",
    [
        *("ㅇ 마을 매출('21년 46.8%) 확대", "ㅇ 종합계획('23~'27)에 따라 지원", "ㅇ '25년 예산 반영을 요청"),
        *("ㅇ 목수 지원('24년 1,257억원)", "ㅇ 목수 지원('24년 국비 12억원, '25년 15억원)"),
        *(
            "* 정책자금 2,790억원('24년) 집중 지원",
            "ㅇ 목수 1,200명('24) 지원",
            "ㅇ 목수 점유율 46.8%('24) 개선",
        ),
        *(
            "* 누적 성과 : '24년까지 58곳 선정, '23년까지 28만 7천명 양성",
            "* (추진실적) '23년 마을 10곳 선정",
        ),
        *(
            "* 제도 개선('23년→'24년) : 농지 공급(12→15)",
            "* 마을 : ('23) 10개 → ('24) 25개(+15)",
            "ㅇ '23년 대비 확대",
        ),
        *("ㅇ '23.12월 기준 마을 10곳", "ㅇ 펀드 확대('23년 958 → '24년 1,868억원)"),
    ],
)
def test_years_of_statistics_plans_and_budgets_are_no_events(sentence: str) -> None:
    assert milestones(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "ㅇ 마을 R&D 추진('23~'26년, 국비 280억원)",
            "ㅇ 마을 지정('24.下, 3곳)",
            "ㅇ '24년 마을 10개 지정",
        ),
        *("ㅇ 심사 기준 마련('24.3월)", "ㅇ '24.3월 기준 마련", "ㅇ (성과 관리) '24년부터 성과평가 실시"),
        *(
            "* ('24) 3곳 지정",
            "ㅇ '27년까지 50% 달성",
            "ㅇ 마을 양성('24년 800명 목표)",
            "ㅇ 마을 10곳('24.5월) 지정",
        ),
    ],
)
def test_an_event_with_a_figure_is_an_event(sentence: str) -> None:
    assert len(milestones(sentence)) == 1


def test_a_date_that_cannot_be_is_an_event_without_days() -> None:
    (one,) = milestones("ㅇ 마을학교 지침 제정('24.13월)")

    assert (one.text, one.start, one.end, one.precision, one.done) == (
        "마을학교 지침 제정('24.13월)",
        *(None, None, "month", False),
    )


def test_a_figure_of_the_plans_own_year_is_planned() -> None:
    (one,) = milestones("ㅇ '24년 33억원 지원하여 목수 58명 양성 예정")

    assert (one.start, one.end, one.done) == (date(2024, 1, 1), date(2024, 12, 31), False)


def test_a_footnote_says_what_it_explains() -> None:
    (one,) = milestones("* ('24) 위원회 의결 추진", about="「산촌 특별법안」")

    assert one.text == "「산촌 특별법안」: ('24) 위원회 의결 추진"


def test_a_number_in_a_circle_goes_on_inside_its_sentence() -> None:
    (one,) = milestones("ㅇ ①산업 육성, ②교통 확충,", "③숙원사업 과제 발표('23.11)후 지원 중")

    assert one.text == "①산업 육성, ②교통 확충, ③숙원사업 과제 발표('23.11)"
    assert printed(one.source).first_line == 2
