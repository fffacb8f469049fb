"""Goals of sectoral tasks, and lines that only look like them."""

import pytest

from goru.book.parsing.goal_indicators import goal_indicator
from goru.book.reading import Line


@pytest.mark.parametrize(
    ("text", "name", "unit", "baseline", "target"),
    [
        ("기업 지원 수 (개) : ('23) 123 → ('24) 166", "기업 지원 수", "개", "123", "166"),
        ("특구 지정 (개) : ('23) 신규 → ('24) 16", "특구 지정", "개", "신규", "16"),
        ("설명회 개최 : ('24년) 2회", "설명회 개최", None, None, "2회"),
        ("온라인 언급량(건) : 신규, ('24) 902,000건", "온라인 언급량", "건", "신규", "902,000건"),
        ("신규 지원(건) : ('23) 6 / ('24) 6", "신규 지원", "건", "6", "6"),
        ("이용 가구수 : ('24목표) 10,300가구", "이용 가구수", None, None, "10,300가구"),
        ("선정 수(개소) : ('24) 10 * 신규", "선정 수", "개소", "신규", "10"),
        ("· 운영횟수(회) : ('24 신규) 110", "운영횟수", "회", "신규", "110"),
    ],
)
def test_a_goal_is_read(text: str, name: str, unit: str | None, baseline: str | None, target: str) -> None:
    goal = goal_indicator(Line(text, 1))

    assert goal is not None
    assert (goal.name, goal.unit, goal.baseline, goal.target) == (name, unit, baseline, target)


@pytest.mark.parametrize(
    ("text", "baseline_year"),
    [
        ("특구 지정 (개) : 신규 → ('24) 16", 2023),
        ("특구 지정 (개) : ('22) 9 → ('24) 16", 2022),
        ("설명회 : ('24) 2회", None),
    ],
)
def test_a_baseline_without_a_year_is_of_the_year_before(text: str, baseline_year: int | None) -> None:
    goal = goal_indicator(Line(text, 1))

    assert goal is not None
    assert goal.baseline_year == baseline_year


@pytest.mark.parametrize(
    "text",
    [
        "※ ('23) 10개 → ('24) 20개(+10) → ('25) 25개(+5)",
        "* 학령인구 추이 : ('23) 534만명 → ('43) 307만명",
        "- '24년 사업부터 시도교육청과 함께",
        "ㅇ (역량 강화) 교육을 확대",
    ],
)
def test_notes_and_bullets_are_no_goals(text: str) -> None:
    assert goal_indicator(Line(text, 1)) is None
