import pytest


@pytest.mark.parametrize(
    ("text", "case", "expected", "stated"),
    [
        ("ㅇ '22개 핵심과제 및 3개 실천과제'의 연차계획", "sectoral_core_tasks", 2, 22),
        ("2대 전략 2개 핵심과제 4개 실천과제", "action_tasks", 3, 4),
        ("5대 전략 2개 핵심과제", "strategies", 2, 5),
        ("68개 실천과제", "action_tasks", 3, 68),
    ],
)
def test_counts_that_are_not_those_of_the_frame_are_found(
    small_book, found, printed, text, case, expected, stated
):
    [finding] = found("prose-count", small_book, [printed(31, text)])

    assert (finding.case, finding.expected, finding.found, finding.subject) == (
        case,
        expected,
        stated,
        "prose/31",
    )


@pytest.mark.parametrize(
    "text",
    [
        "2개 핵심과제 및 3개 실천과제",
        "종합발전계획 6대 전략 추진",
        "시의 12개 핵심과제를 점검",
        "10개 실천과제 18개 2,304억원",
    ],
)
def test_other_counts_of_tasks_are_left_alone(small_book, found, printed, text):
    assert found("prose-count", small_book, [printed(31, text)]) == []


def present(number, said, names):
    return [(10, f"이날 지방시대위원 {said}명이 참석한 가운데"), (20, f"※ 참석 지방시대위원({number}명)")] + [
        (21 + line, text) for line, text in enumerate(names)
    ]


LIST = ["* 위촉위원 : 가, 나(위원장), 다", "* 당연직위원 : 교육부·법제처 장관, 협의회 회장"]


@pytest.mark.parametrize(
    ("number", "said", "names", "wrong"),
    [
        (6, 6, LIST, []),
        (7, 6, LIST, [7]),
        (6, 8, LIST, [8]),
        (6, 6, [LIST[0], LIST[1].replace(", 협의회 회장", "")], [6, 6]),
        (26, 25, [], [25]),
        (26, 26, [], []),
    ],
)
def test_those_present_are_as_many_as_are_listed_and_said(
    small_book, found, printed, number, said, names, wrong
):
    prose = [printed(line, text) for line, text in present(number, said, names)]

    assert sorted(one.found for one in found("prose-count", small_book, prose)) == wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("총 31건(6개 광역 및 43개 기초) 선정 : 1유형 20건(21개 기초), 2유형 6건, 3유형 5건", []),
        ("총 32건(6개 광역 및 43개 기초) 선정 : 1유형 20건(21개 기초), 2유형 6건, 3유형 5건", [31]),
        ("총 31건 선정 : 1유형 21건, 2유형 6건, 3유형 5건", [32]),
        ("총 1,200명 양성 : 청년 700명, 여성 400명", [1100]),
        ("총 255개 : 17개 시·도×15개", []),
        ("총 4개 지방정부의 신청 접수", []),
        ("총 10개 지역 운영 : 신규 2개소", []),
    ],
)
def test_a_total_is_the_sum_of_its_parts(small_book, found, printed, text, expected):
    assert [one.expected for one in found("prose-count", small_book, [printed(162, text)])] == expected
