"""The tables of a plan as other offices fill them: other bullets, more columns, cells that are no figures."""

from collections.abc import Sequence

import pytest
from tests.book.reading.setting import Block, Cell, Table, in_paragraphs, row_of

from goru.book.checking.rulebook import check
from goru.book.model import Plan, PlanBook
from goru.book.parsing import parse
from goru.book.reading import Line, Lines, read_content

_ABOVE = ["서울특별시 함께 사는 서울", "Ⅰ. 2024년 추진전략", "◈ 스스로 서는 자치", "◈ 새로 크는 산업"]
_TASKS = [
    "스스로 서는 자치",
    "지방재정 경쟁력 강화",
    "§ 세원 발굴",
    "§ 주민참여예산 확대",
    "새로 크는 산업",
    "청년 창업 지원",
    "§ 창업 공간",
]
_INDICATORS = [
    "공통지표",
    "재정자립도 % 20.1 21.0 0.9",
    "자율지표",
    "방문객 만명 80 95 15",
    "마을회의 참여 % 12.5 15.0 2.5",
]
_READ = [
    ("스스로 서는 자치", "지방재정 경쟁력 강화", ["세원 발굴", "주민참여예산 확대"]),
    ("새로 크는 산업", "청년 창업 지원", ["창업 공간"]),
]
_LAST = ("마을회의 참여", "%", "12.5", "15.0", "2.5")


def in_text(tasks: Sequence[str] = _TASKS, indicators: Sequence[str] = _INDICATORS) -> PlanBook:
    lines = [
        *_ABOVE,
        "Ⅱ. 핵심과제별 중점 추진계획",
        "전략 핵심과제 세부과제명",
        *tasks,
        "Ⅲ. 재정투입 및 성과관리계획",
        "□ 주요 성과지표",
        "지표 단위 2023 실적 2024 목표 증감",
        *indicators,
    ]
    return parse(read_content("\n".join(lines).encode(), "plan.txt"))


def in_cells(tasks: Table = (), indicators: Table = ()) -> PlanBook:
    blocks: list[Block] = [
        *_ABOVE,
        "Ⅱ. 핵심과제별 중점 추진계획",
        tasks,
        "Ⅲ. 재정투입 및 성과관리계획",
        "□ 주요 성과지표",
        indicators,
    ]
    return parse(read_content(in_paragraphs([block for block in blocks if block]), "plan.hwpx"))


def tasks_of(book: PlanBook) -> list[tuple[str, str, list[str]]]:
    return [(one.strategy, one.name, [item.text for item in one.items]) for one in book.plans[0].core_tasks]


def rows_of(plan: Plan) -> list[tuple[str, str | None, str, str, str]]:
    return [(one.name, one.unit, one.actual, one.target, one.change) for one in plan.indicators]


def bulleted(*bullets: str) -> list[str]:
    """The lines of the core tasks, their items under these bullets."""
    own = iter(bullets)
    return [line.replace("§ ", next(own)) if line.startswith("§") else line for line in _TASKS]


@pytest.mark.parametrize(
    "bullets",
    [
        *([bullet] * 3 for bullet in ("ㅇ ", "○ ", "- ", "· ", "▶ ", "✓ ", "◇ ")),
        ("① ", "② ", "① "),
        ("1) ", "2) ", "1) "),
        ("§ ", "ㅇ ", "§ "),
        ("ㅇ ", "§ ", "ㅇ "),
        ("§ ", "① ", "§ "),
        ("- ", "§ ", "§ "),
    ],
)
def test_an_item_is_one_under_whatever_bullet(bullets: Sequence[str]) -> None:
    assert tasks_of(in_text(bulleted(*bullets))) == _READ


@pytest.mark.parametrize(("item", "detail"), [("ㅇ ", "- "), ("§ ", "- "), ("- ", "· "), ("① ", "- ")])
def test_more_details_than_items_are_none(item: str, detail: str) -> None:
    lines = bulleted(item, item, item)
    lines[3:3] = [
        f"{detail}지방세 5건 발굴",
        f"{detail}세외수입 확대",
        f"{detail}체납 정리",
        f"{detail}기부 확대",
    ]

    assert tasks_of(in_text(lines)) == _READ


def test_a_column_behind_the_items_is_left_out_where_tabs_part_cells() -> None:
    lines = [
        "전략\t핵심과제\t세부과제명\t담당부서",
        "스스로 서는 자치\t지방재정 경쟁력 강화\t§ 세원 발굴\t기획조정실",
        "§ 주민참여예산 확대\t세정과",
        "새로 크는 산업\t청년 창업 지원\t§ 창업 공간\t창업과",
    ]

    assert tasks_of(in_text(lines)) == _READ


def test_numbers_before_names_are_no_bullets_of_items() -> None:
    lines = [
        line.replace("지방재정", "① 지방재정").replace("청년", "② 청년")
        for line in bulleted("- ", "- ", "- ")
    ]

    assert tasks_of(in_text(lines)) == _READ


@pytest.mark.parametrize("bullet", ["", "names"])
def test_items_that_nothing_tells_are_missed_by_name(bullet: str) -> None:
    lines = [line.removeprefix("§ ") for line in _TASKS]
    if bullet:
        lines = [
            f"ㅇ {line}" if line in ("지방재정 경쟁력 강화", "청년 창업 지원") else line.replace("§", "-")
            for line in _TASKS
        ]
    book = in_text(lines)

    assert book.plans[0].core_tasks == []
    assert "missing-part" in {one.rule for one in check(book)}


_HEAD = ("전략", "핵심과제", "세부과제명")
_ROWS = [
    ("스스로 서는 자치", "지방재정 경쟁력 강화", "§ 세원 발굴\n§ 주민참여예산 확대"),
    ("새로 크는 산업", "청년 창업 지원", "§ 창업 공간"),
]


def table(*rows: Sequence[str]) -> list[list[Cell]]:
    return [[Cell(text.split("\n"), at, at) for at, text in enumerate(row)] for row in rows]


@pytest.mark.parametrize(
    "rows",
    [
        [_HEAD, *([cell.replace("§ ", "") for cell in row] for row in _ROWS)],
        [_HEAD, *([cell.replace("§", "ㅇ") for cell in row] for row in _ROWS)],
        [_HEAD, _ROWS[0], [cell.replace("§ ", "- ") for cell in _ROWS[1]]],
        [_HEAD, _ROWS[0], [cell.replace("§ ", "") for cell in _ROWS[1]]],
        [(*_HEAD, "담당부서"), (*_ROWS[0], "기획조정실"), (*_ROWS[1], "창업과\n청년과")],
        [(*_ROWS[0], "기획조정실"), (*_ROWS[1], "창업과")],
        [(*_HEAD[:2], "소관", _HEAD[2]), *((*row[:2], "창업과", row[2]) for row in _ROWS)],
        [
            (_HEAD[0], "연번", *_HEAD[1:]),
            *((row[0], str(at), *row[1:]) for at, row in enumerate(_ROWS, start=1)),
        ],
        [("연번", *_HEAD), *((str(at), *row) for at, row in enumerate(_ROWS, start=1))],
        [(row[0], str(at), *row[1:]) for at, row in enumerate(_ROWS, start=1)],
    ],
)
def test_columns_of_cells_are_told_apart(rows: Sequence[Sequence[str]]) -> None:
    assert tasks_of(in_cells(table(*rows))) == _READ


def test_items_in_rows_of_their_own_need_no_bullet() -> None:
    rows = [
        [
            Cell(["스스로 서는 자치"], 0, 0, 2),
            Cell(["지방재정 경쟁력 강화"], 1, 1, 2),
            Cell(["세원 발굴"], 2, 2),
        ],
        [Cell(["주민참여예산 확대"], 2, 2)],
        row_of("새로 크는 산업", "청년 창업 지원", "창업 공간"),
    ]

    assert tasks_of(in_cells(rows)) == _READ


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("방문객 (만명) 80 95 15", ("방문객", "만명", "80", "95", "15")),
        ("방문객(만명) 80 95 15", ("방문객", "만명", "80", "95", "15")),
        ("방문객 80 95 15", ("방문객", None, "80", "95", "15")),
        ("방문객 만명 80 → 95 15", ("방문객", "만명", "80", "95", "15")),
        ("방문객 만명 80→95 15", ("방문객", "만명", "80", "95", "15")),
        ("방문객 만명 80 ('22) 95 15", ("방문객", "만명", "80 ('22)", "95", "15")),
        ("방문객 만명 80 95 이상 15", ("방문객", "만명", "80", "95 이상", "15")),
        ("방문객 만명 누적 80 누적 95", ("방문객", "만명", "누적 80", "누적 95", "")),
        ("방문객 만명 누적 80 95 15", ("방문객", "만명", "누적 80", "95", "15")),
        ("만족도 점 (100점 만점) 80 95 15", ("만족도", "점 (100점 만점)", "80", "95", "15")),
    ],
)
def test_a_row_of_a_text_is_read(printed: str, read: tuple[str, ...]) -> None:
    book = in_text(indicators=[*_INDICATORS[:3], printed, _INDICATORS[4]])

    assert rows_of(book.plans[0])[1:] == [read, _LAST]
    assert book.unread == []


@pytest.mark.parametrize(
    "printed",
    [
        "법 제정 여부 - 미제정 제정 추진 -",
        "방문객 만명 약 팔십 95 쯤 15 더",
        "방문객 만명 80 확대",
        "방문객 팔십 95 15",
    ],
)
def test_a_row_that_is_not_sure_is_unread_and_no_name(printed: str) -> None:
    book = in_text(indicators=[*_INDICATORS[:3], printed, _INDICATORS[4]])

    assert _LAST in rows_of(book.plans[0])
    assert "방문객" not in " ".join(row[0] for row in rows_of(book.plans[0]) if row == _LAST)
    assert len(book.unread) == 1


_HEAD_OF_INDICATORS = ("지표", "단위", "2023 실적", "2024 목표", "증감")


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        (("방문객", "만명", "80\n('22)", "95", "15"), ("방문객", "만명", "80 ('22)", "95", "15")),
        (
            ("방문객", "만명", "미집계", "구축 완료", "신규"),
            ("방문객", "만명", "미집계", "구축 완료", "신규"),
        ),
        (("외국인\n방문객", "만명", "80", "95", "15"), ("외국인 방문객", "만명", "80", "95", "15")),
    ],
)
def test_a_row_of_cells_is_a_row(cells: Sequence[str], read: tuple[str, ...]) -> None:
    book = in_cells(table(*_ROWS), table(_HEAD_OF_INDICATORS, cells, _LAST))

    assert rows_of(book.plans[0]) == [read, _LAST]


def test_columns_of_indicators_are_known_by_their_heads() -> None:
    rows = table(
        ("연번", "지표", "단위", "2022 실적", "2023 실적", "2024 목표", "증감", "비고"),
        ("1", "방문객", "만명", "70", "80", "95", "15", "시 통계"),
    )
    turned = table(("지표", "단위", "2024 목표", "2023 실적", "증감"), ("방문객", "만명", "95", "80", "15"))

    for indicators in (rows, turned):
        assert rows_of(in_cells(table(*_ROWS), indicators).plans[0]) == [("방문객", "만명", "80", "95", "15")]


def test_a_group_beside_its_rows_is_theirs() -> None:
    rows = [
        row_of("구분", *_HEAD_OF_INDICATORS),
        row_of("공통지표", "재정자립도", "%", "20.1", "21.0", "0.9"),
        [
            Cell(["자율"], 0, 0, 2),
            *(Cell([text], at, at) for at, text in enumerate(("방문객", "만명", "80", "95", "15"), 1)),
        ],
        [Cell([text], at, at) for at, text in enumerate(_LAST, 1)],
    ]
    plan = in_cells(table(*_ROWS), rows).plans[0]

    assert [(one.group, one.name) for one in plan.indicators] == [
        ("common", "재정자립도"),
        ("own", "방문객"),
        ("own", "마을회의 참여"),
    ]


@pytest.mark.parametrize("core_tasks", [[], ["핵심과제"]])
def test_a_strategy_beside_its_rows_is_theirs(core_tasks: list[str]) -> None:
    between = ["지방재정 경쟁력 강화"] if core_tasks else []
    rows = table(
        ("전략", *core_tasks, *_HEAD_OF_INDICATORS),
        ("스스로 서는 자치", *between, "재정자립도", "%", "20.1", "21.0", "0.9"),
        ("새로 크는 산업", *between, *_LAST),
    )
    plan = in_cells(table(*_ROWS), rows).plans[0]

    assert [(one.strategy, one.name) for one in plan.indicators] == [
        ("스스로 서는 자치", "재정자립도"),
        ("새로 크는 산업", "마을회의 참여"),
    ]


def test_the_top_of_a_page_goes_on_with_the_row_that_the_page_before_tore() -> None:
    above = [*_ABOVE, "Ⅱ. 핵심과제별 중점 추진계획", "전략 핵심과제 세부과제명"]
    placed = [
        *((1, "A1", text) for text in ("새로 크는", "산업")),
        *((1, "B1", text) for text in ("청년 창업", "지원")),
        *((1, "C1", text) for text in ("§ 창업 공간", "§ 공유 사무실과")),
        (2, "B1", "기업 유치"),
        *((2, "C1", text) for text in ("시제품 제작소", "§ 전담 상담")),
        *((2, at, text) for at, text in (("B2", "산업 단지 조성"), ("C2", "§ 단지 설계"))),
    ]
    lines = [Line(text, number, 1) for number, text in enumerate(above, start=1)]
    lines += [
        Line(text, number, page, f"표 1 {cell}", column=ord(cell[0]) - ord("A"))
        for number, (page, cell, text) in enumerate(placed, start=20)
    ]

    assert tasks_of(parse(Lines("plan.pdf", tuple(lines)))) == [
        (
            "새로 크는 산업",
            "청년 창업 지원 기업 유치",
            ["창업 공간", "공유 사무실과 시제품 제작소", "전담 상담"],
        ),
        ("새로 크는 산업", "산업 단지 조성", ["단지 설계"]),
    ]


def test_one_bullet_among_many_items_without_any_is_no_item_s() -> None:
    items = [f"{number}번째 단지 설계" for number in range(1, 12)]
    beside = [Cell(["새로 크는 산업"], 0, 0, 12), Cell(["산업 단지 조성"], 1, 1, 12)]
    rows = [[Cell([text], 2, 2)] for text in (*items, "▸ 창업 공간")]

    assert [read for _, _, read in tasks_of(in_cells([[*beside, *rows[0]], *rows[1:]]))] == [
        [*items, "창업 공간"]
    ]
