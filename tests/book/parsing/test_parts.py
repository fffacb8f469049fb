"""Any part of a book is a document: a plan, a chapter, a ministry's action tasks, the summary table."""

from collections.abc import Callable, Sequence

import pytest
from tests.book.parsing.parts_of_books import (
    facts_of_plan,
    facts_of_task,
    letters,
    lines_of,
    part_of,
    runs_of_tasks,
)
from tests.book.reading.setting import TABLES, blocks_of, in_text
from tests.conftest import SMALL_BOOK
from tests.sources import printed

from goru.book.checking.rulebook import check
from goru.book.model import Plan, PlanBook, Source
from goru.book.parsing import NotAPlanBook, parse
from goru.book.reading import Lines, read, read_content

_HEAD = "강릉도 바다와 산의 강릉\n"
_PLAN = """{head}Ⅰ. {year}추진전략
◈ 스스로 서는 자치
Ⅱ. 핵심과제별 중점 추진계획
전략 핵심과제 세부과제명
스스로 서는
자치
지방재정 경쟁력 강화
§ 세원 발굴
§ 주민참여예산 확대
Ⅲ. 재정투입 및 성과관리계획
□ 재정투입 계획
총액
(억원)
스스로 서는
자치
30 30
□ 주요 성과지표
지표 단위 실적 목표 증감
재정자립도 % 20.1 21.0 0.9
"""


def plan(head: str = "서울특별시 함께 사는 서울\n", year: str = "2024년 ") -> PlanBook:
    return parse(read_content(_PLAN.format(head=head, year=year).encode(), "plan.txt"))


def test_a_plan_by_itself_is_read_and_says_that_it_is_one() -> None:
    book = plan()
    [own] = book.plans

    assert (book.scope, book.year, book.headline) == (["provincial_plan"], 2024, None)
    assert (own.institution, own.kind, own.vision and own.vision.text) == (
        "서울",
        "provincial",
        "함께 사는 서울",
    )
    [task] = own.core_tasks
    assert (task.strategy, task.name) == ("스스로 서는 자치", "지방재정 경쟁력 강화")
    assert [one.text for one in task.items] == ["세원 발굴", "주민참여예산 확대"]
    assert own.budget
    assert own.budget.total == 30
    assert [one.name for one in own.indicators] == ["재정자립도"]
    assert book.unread == []


@pytest.mark.parametrize(
    ("heading", "otherwise"),
    [
        *(
            ("Ⅰ. 2024년 추진전략", otherwise)
            for otherwise in (
                "Ⅰ. ’24년 추진전략",
                "Ⅰ. ‘24 추진전략",
                "Ⅰ 2024년 추진전략",
                "Ⅰ. 2024년도 추진방향",
                "Ⅰ. 2024년 비전 및 추진전략",
                "Ⅰ. 2024년 추진목표와 전략",
                "제1장 2024년 추진전략",
                "Ⅰ. 2024년도 시행계획 추진전략",
                "가. 2024년 추진전략",
            )
        ),
        ("Ⅱ. 핵심과제별", "Ⅱ 핵심과제별"),
        ("Ⅱ. 핵심과제별", "나. ’24년 핵심과제별"),
        *(
            ("Ⅱ. 핵심과제별 중점 추진계획", otherwise)
            for otherwise in (
                "제2장 핵심과제별 추진계획",
                "Ⅱ. 전략별 추진과제",
                "Ⅱ. 세부 추진계획",
                "Ⅱ. 중점 추진계획",
                "Ⅱ. 추진계획",
                "2) 핵심 추진과제",
                "(2) 핵심 추진과제",
            )
        ),
        *(
            ("Ⅲ. 재정투입 및 성과관리계획", otherwise)
            for otherwise in (
                "제3장 재정투입 및 성과관리",
                "Ⅲ. 소요예산 및 성과지표",
                "Ⅲ. 성과관리 및 재정투입 계획",
                "Ⅲ. 사업비 및 성과관리",
            )
        ),
        *(
            ("□ 재정투입 계획", otherwise)
            for otherwise in (
                "1) 재정투입 계획",
                "ㅇ 재정투입",
                "1. 2024년 재정투입",
                "가. 소요예산",
                "<재정투입 계획>",
            )
        ),
        *(
            ("□ 주요 성과지표", otherwise)
            for otherwise in (
                "2) 성과지표",
                "ㅇ 주요 성과지표",
                "나. 성과지표",
                "□ KPI",
                "□ 공통 및 자율 성과지표",
                "【성과지표】",
            )
        ),
        ("Ⅲ. 재정투입", "Ⅲ ’24년 재정투입"),
        ("Ⅲ. 재정투입", "다. 재정투입"),
        ("□ 재정투입 계획", "□ ’24년도 재정투입 계획"),
        ("□ 주요 성과지표", "□ 2024년 주요 성과지표"),
        ("□ 주요 성과지표", "□ 성과목표"),
    ],
)
def test_a_heading_worded_otherwise_says_the_same(heading: str, otherwise: str) -> None:
    text = _PLAN.format(head="서울특별시 함께 사는 서울\n", year="2024년 ")
    assert heading in text
    book = parse(read_content(text.replace(heading, otherwise).encode(), "plan.txt"))

    assert book == plan()


@pytest.mark.parametrize(
    "heading",
    [
        "□ 평가 및 환류계획",
        "□ 자체평가 및 환류 계획",
        "□ 모니터링 및 환류",
        "□ 관리계획",
        "2. 성과관리계획",
        "다. 성과관리",
        "ㅇ 성과관리계획",
    ],
)
def test_the_management_of_performance_is_kept_under_any_heading(heading: str) -> None:
    text = _PLAN.format(head="서울특별시 함께\n", year="2024년 ") + f"{heading}\n ㅇ 반기마다 점검한다\n"
    book = parse(read_content(text.encode(), "plan.txt"))

    assert [one.text for one in book.plans[0].performance_management] == ["반기마다 점검한다"]
    assert [one.name for one in book.plans[0].indicators] == ["재정자립도"]
    assert book.unread == []


def test_a_heading_with_an_impossible_year_begins_a_plan_all_the_same() -> None:
    text = _PLAN.format(head="서울특별시 함께\n", year="2024년 ") + _PLAN.format(
        head="부산광역시 바다\n", year="2204년 "
    )
    book = parse(read_content(text.encode(), "plans.txt"))

    assert [one.institution for one in book.plans] == ["서울", "부산"]
    assert book.year == 2024


def test_prose_that_begins_as_a_heading_is_none() -> None:
    book = parse(
        read_content(
            (
                _PLAN.format(head="서울특별시 함께\n", year="2024년 ")
                + "□ 성과관리계획\nⅠ. 추진방향 점검 결과\n"
            ).encode(),
            "plan.txt",
        )
    )

    assert len(book.plans) == 1


@pytest.mark.parametrize("bullet", ["ㅇ", "-", "□", "1.", "①", "(1)", "가."])
def test_strategies_are_read_behind_any_bullet(bullet: str) -> None:
    text = _PLAN.format(head="서울특별시 함께\n", year="2024년 ").replace("◈", bullet)
    [own] = parse(read_content(text.encode(), "plan.txt")).plans

    assert [one.text for one in own.strategies] == ["스스로 서는 자치"]


def test_a_title_names_the_institution_and_the_year() -> None:
    book = plan("2025년 충청권 초광역권발전 시행계획\n", "")
    [own] = book.plans

    assert (book.scope, book.year) == (["megaregional_plan"], 2025)
    assert (own.institution, own.vision) == ("충청권", None)


def test_a_year_that_is_not_printed_is_asked_for() -> None:
    text = _PLAN.format(head="서울특별시 함께 사는 서울\n", year="")
    lines = read_content(text.encode(), "plan.txt")

    with pytest.raises(NotAPlanBook, match="--year"):
        parse(lines)
    assert parse(lines, 2026).year == 2026


def test_an_institution_that_the_register_lacks_keeps_its_printed_name() -> None:
    text = _PLAN.format(head="서울특별시 함께 사는 서울\n", year="2024년 ") + _PLAN.format(
        head=_HEAD, year="2024년 "
    )
    book = parse(read_content(text.encode(), "plans.txt"))

    assert [one.institution for one in book.plans] == ["서울", "강릉도"]
    found = [one for one in check(book) if one.rule == "unknown-institution"]
    assert [(one.subject, one.found) for one in found] == [("plans/강릉도", "강릉도")]


@pytest.mark.parametrize(
    ("head", "institution", "full_name", "vision"),
    [
        (
            "2024년 충청남도 지방시대 시행계획\n서울 부럽지 않은 고장",
            "충남",
            "충청남도",
            "서울 부럽지 않은 고장",
        ),
        (
            "2024년 강릉도 지방시대 시행계획\n서울 부럽지 않은 고장",
            "강릉도",
            "강릉도",
            "서울 부럽지 않은 고장",
        ),
        ("2024년 지방시대 시행계획(서울특별시)\n함께 사는 서울", "서울", "서울특별시", "함께 사는 서울"),
        ("2024년도 서울시 지방시대 시행계획", "서울", "서울시", None),
        ("2024년 서울시 시행계획\n서울특별시 함께 사는 서울", "서울", "서울특별시", "함께 사는 서울"),
        ("충청남도\n세종 대전과 함께 크는 충남", "충남", "충청남도", "세종 대전과 함께 크는 충남"),
        ("1. 충청남도\n대전 세종 충북과 크는 충남", "충남", "충청남도", "대전 세종 충북과 크는 충남"),
        ("Ⅲ-3 충청남도\n대전 세종 충북과 크는 충남", "충남", "충청남도", "대전 세종 충북과 크는 충남"),
        ("‹충청남도>\n서울 부럽지 않은 고장", "충남", "충청남도", "서울 부럽지 않은 고장"),
        ("【충청남도】 서울 부럽지 않은 고장", "충남", "충청남도", "서울 부럽지 않은 고장"),
        ("충청남도 : 서울 부럽지 않은 고장", "충남", "충청남도", "서울 부럽지 않은 고장"),
        ("충청남도청\n서울 부럽지 않은 고장", "충남", "충청남도", "서울 부럽지 않은 고장"),
        ("강릉도청\n서울 부럽지 않은 고장", "강릉도", "강릉도", "서울 부럽지 않은 고장"),
        (
            "경기북부특별자치도\n경기 북부의 새 이름",
            "경기북부특별자치도",
            "경기북부특별자치도",
            "경기 북부의 새 이름",
        ),
        ("강릉도 바다와 산,\n서울 부럽지 않은 고장", "강릉도", "강릉도", "바다와 산, 서울 부럽지 않은 고장"),
        ("경상남도 크게 여는 미래,\n부울경 메가시티", "경남", "경상남도", "크게 여는 미래, 부울경 메가시티"),
        ("서울특별시 함께 사는\n서울", "서울", "서울특별시", "함께 사는 서울"),
        ("서 울 특 별 시\n함께 사는 서울", "서울", "서울특별시", "함께 사는 서울"),
        ("서울시 함께 사는 서울", "서울", "서울시", "함께 사는 서울"),
        ("광주·전남권 함께 사는 고장", "광주전남권", "광주·전남권", "함께 사는 고장"),
    ],
)
def test_a_plan_is_of_the_institution_that_its_head_names_and_not_its_vision(
    head: str, institution: str, full_name: str, vision: str | None
) -> None:
    [own] = plan(head + "\n").plans

    assert (own.institution, own.full_name, own.vision and own.vision.text) == (
        institution,
        full_name,
        vision,
    )


@pytest.mark.parametrize("above", ["", "서울 부럽지 않은 고장\n"])
def test_a_title_on_a_cover_names_the_institution(above: str) -> None:
    cover = "2024년 충청권 초광역권발전 시행계획\n2024. 3.\n기획실\n발간사\n함께 만들었습니다.\n고맙습니다.\n"
    [own] = plan(cover + above).plans

    assert (own.kind, own.institution, own.vision) == ("megaregional", "충청권", None)


@pytest.mark.parametrize("above", ["경상남도 지방시대위원회 구성", "경남", "만족도 조사"])
@pytest.mark.parametrize(
    ("head", "institution"),
    [
        ("제주특별자치도 바람과 햇빛의 섬", "제주"),
        ("1. 제주특별자치도\n서울 부럽지 않은 섬", "제주"),
        ("제주 바람과 햇빛의 섬", "제주"),
        ("강릉도\n서울 부럽지 않은 고장", "강릉도"),
    ],
)
def test_a_plan_is_not_of_those_that_the_plan_above_speaks_of(
    above: str, head: str, institution: str
) -> None:
    text = _PLAN.format(head="경상남도 크게 여는 미래\n", year="2024년 ")
    text += f"□ 성과관리계획\n- 점검을 위한\n{above}\n" + _PLAN.format(head=head + "\n", year="2024년 ")

    assert [one.institution for one in parse(read_content(text.encode(), "plans.txt")).plans] == [
        "경남",
        institution,
    ]


def test_action_tasks_by_themselves_have_what_the_body_prints() -> None:
    text = "(3) 지방세 확충 (행정안전부)\n□ ’24년 목표\n지방세 비율 (%) : (’23) 24.6 → (’24) 25.0\n(4) 재정 분석 (기획재정부)\n"
    book = parse(read_content(text.encode(), "tasks.txt"), 2024)

    assert book.scope == ["action_tasks"]
    first, second = book.action_tasks
    assert (first.heading, first.ministries, first.projects) == ("지방세 확충", ["행안부"], None)
    assert [one.name for one in first.indicators] == ["지방세 비율"]
    assert second.ministries == ["기재부"]
    assert [one.rule for one in check(book) if one.category == "existence"] == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("① 지방세 확충 (행안부)", "② 재정 분석 (기재부)"),
        ("1) 지방세 확충 (행안부)", "2) 재정 분석 (기재부)"),
        ("1. 지방세 확충 (소관: 행안부)", "2. 재정 분석 [기재부]"),
        ("1. 지방세\n확충 (행안부)", "2. 재정 분석\n(기재부)"),
        ("(1) 지방세\n확충 (행안부)", "(2) 재정 분석\n(기재부)"),
        ("(1) 지방세 확충 〔행안부〕", "(2) 재정 분석 ‹기재부>"),
    ],
)
def test_headings_of_action_tasks_may_be_numbered_and_bracketed_otherwise(first: str, second: str) -> None:
    items = "① 시범 운영 (산업부)\n1. 규정 정비 (행안부)\n"
    text = f"{first}\n□ 중점 추진내용\n{items}ㅇ 마무리\n{second}\n□ 중점 추진내용\nㅇ 점검\n"
    book = parse(read_content(text.encode(), "tasks.txt"), 2024)

    assert [(one.id, one.heading, one.ministries) for one in book.action_tasks] == [
        ("?-(1)", "지방세 확충", ["행안부"]),
        ("?-(2)", "재정 분석", ["기재부"]),
    ]


@pytest.mark.parametrize(
    "heading", ["1. 협조 요청 (강릉도)\n□ 요청", "1. 협조 요청 (행안부)\nㅇ 요청", "협조 (행안부)"]
)
def test_what_only_looks_like_a_heading_of_an_action_task_is_none(heading: str) -> None:
    with pytest.raises(NotAPlanBook):
        parse(read_content(f"{heading}\n".encode(), "letter.txt"), 2024)


def test_a_letter_is_no_plan() -> None:
    with pytest.raises(NotAPlanBook, match="알아볼 수 있는 내용이 없습니다"):
        parse(read_content("안녕하십니까. 2024년 시행계획을 보냅니다.".encode(), "letter.txt"))


SETTINGS = {"text": in_text, **TABLES}


def differing_plans(plans: Sequence[Plan], read_part: Callable[[Plan], bytes]) -> set[str]:
    """Whose plan says something else by itself than in the whole book, blanks aside."""
    found = set()
    for whole in plans:
        [own] = parse(read_content(read_part(whole), "plan")).plans
        if letters(facts_of_plan(own)) != letters(facts_of_plan(whole)):
            found.add(whole.institution)
    return found


@pytest.mark.book
@pytest.mark.parametrize("setting", SETTINGS)
def test_every_plan_by_itself_is_as_in_the_whole_book(
    setting: str, real_book: PlanBook, real_lines: Lines
) -> None:
    found = differing_plans(
        real_book.plans,
        lambda plan: SETTINGS[setting]([line.text for line in lines_of(real_lines, printed(plan.source))]),
    )

    # where an item ends and the next cell begins, between lines that fill their column, only the summaries say
    assert found == {"강원권", "부울경", "전북권"}


@pytest.mark.book
@pytest.mark.parametrize("setting", TABLES)
def test_every_plan_with_tables_is_as_in_the_whole_book(
    setting: str, real_book: PlanBook, real_lines: Lines
) -> None:
    found = differing_plans(
        real_book.plans,
        lambda plan: TABLES[setting](list(blocks_of(plan, lines_of(real_lines, printed(plan.source))))),
    )

    assert found == set()


@pytest.mark.parametrize("setting", TABLES)
def test_a_plan_with_tables_is_as_in_its_book(setting: str, small_book: PlanBook) -> None:
    lines = read(SMALL_BOOK)

    found = differing_plans(
        small_book.plans,
        lambda plan: TABLES[setting](list(blocks_of(plan, lines_of(lines, printed(plan.source))))),
    )

    assert found == set()


@pytest.mark.book
@pytest.mark.parametrize("setting", SETTINGS)
def test_every_run_of_action_tasks_by_itself_is_as_in_the_whole_book(
    setting: str, real_book: PlanBook, real_lines: Lines
) -> None:
    differing = []
    for _, tasks in runs_of_tasks(real_book):
        first, last = printed(tasks[0].body_source), printed(tasks[-1].body_source)
        source = Source(first_line=first.first_line, last_line=last.last_line)
        part = SETTINGS[setting]([line.text for line in lines_of(real_lines, source)])
        own = parse(read_content(part, "tasks"), 2024).action_tasks
        if letters([facts_of_task(one) for one in own]) != letters([facts_of_task(one) for one in tasks]):
            differing.append(tasks[0].id)

    # 지역연구개발 and 혁신지원 are one name only by what other lines of the whole book say
    assert differing == ["Ⅲ-4-(1)"]


def between(first: str, last: str) -> PlanBook:
    """The lines of the small book from one to the line before another, by themselves."""
    lines = read(SMALL_BOOK)
    start, end = (
        next(i for i, line in enumerate(lines) if line.text.startswith(text)) for text in (first, last)
    )
    return parse(Lines("part.txt", tuple(lines)[start:end]), 2025)


@pytest.mark.parametrize(
    ("first", "last", "scope"),
    [
        ("【 2025년 부문별", "전략Ⅰ", ["summary_table"]),
        ("Ⅳ. 중앙정부", "전략Ⅰ", ["summary_table"]),
        ("전략Ⅰ", "Ⅴ. 초광역권", ["action_tasks"]),
        ("Ⅳ. 중앙정부", "Ⅴ. 초광역권", ["summary_table", "action_tasks"]),
        ("세종특별자치시 모두가", "Ⅳ. 중앙정부", ["provincial_plans"]),
        ("【 2025년 시·도", "Ⅳ. 중앙정부", ["provincial_plans"]),
        ("제주특별자치도 바람", "Ⅳ. 중앙정부", ["provincial_plan"]),
        ("Ⅴ. 초광역권", "부 록", ["megaregional_plans"]),
    ],
)
def test_a_part_by_itself_lacks_nothing_of_what_it_is(first: str, last: str, scope: list[str]) -> None:
    book = between(first, last)

    assert book.scope == scope
    assert [one for one in check(book) if one.rule in ("missing-plan", "missing-part", "summary-table")] == []


@pytest.mark.book
def test_chapters_by_themselves_say_what_they_are(real_book: PlanBook, real_lines: Lines) -> None:
    assert real_book.scope == [
        "headline",
        "focus_tasks",
        "provincial_plans",
        "summary_table",
        "action_tasks",
        "megaregional_plans",
        "summaries",
    ]
    table = part_of(real_lines, Source(first_line=3613, last_line=3902))

    assert table.scope == ["summary_table"]
    assert (len(table.action_tasks), table.grand_total) == (68, real_book.grand_total)
