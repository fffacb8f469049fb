import pytest

SAME = "ㅇ 디지털 혁신지구 시범 추진지역 2개를 추가 선정하여 지원"


@pytest.mark.parametrize(
    ("first", "second", "expected", "stated"),
    [
        (SAME, SAME.replace("2개", "3개"), "2", "3"),
        (
            "구축(대구·부산·전남·경북 등 총 4개 지방정부의 신청)",
            "* 대구·부산·전남·경북 등 총 14개 지방정부의 신청 접수",
            "4",
            "14",
        ),
        (
            "성장 목표인 지역 고용률을 58.2%까지 올린다",
            "그 성장 목표인 지역 고용률을 52.8%까지 올림",
            "58.2",
            "52.8",
        ),
    ],
)
def test_a_figure_that_the_same_sentence_gives_otherwise_is_found(
    small_book, found, printed, first, second, expected, stated
):
    [finding] = found("said-otherwise", small_book, [printed(10, first), printed(90, second)])

    assert (finding.expected, finding.found, finding.subject) == (expected, stated, "prose/90")
    assert [source.first_line for source in finding.sources] == [90, 10]


def test_of_three_places_the_one_that_stands_alone_is_found(small_book, found, printed):
    prose = [printed(10, SAME.replace("2개", "5개")), printed(50, SAME), printed(90, SAME)]

    assert [one.subject for one in found("said-otherwise", small_book, prose)] == ["prose/10"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SAME, SAME),
        ("교육발전특구 시범지역 1차 지정", "교육발전특구 시범지역 2차 지정"),
        ("청년 300명 지원", "청년 500명 지원"),
        ("시범사업을 추진하는 지역 2024년까지 확대", "시범사업을 추진하는 지역 2025년까지 확대"),
    ],
)
def test_other_sentences_are_left_alone(small_book, found, printed, first, second):
    assert found("said-otherwise", small_book, [printed(10, first), printed(90, second)]) == []


def test_an_item_and_its_sheet_say_the_same(changed, found, small_book):
    text = "마을 기금으로 고친 빈집에 청년 30명이 입주하도록 지원"
    item = {
        "text": text,
        "source": {"first_line": 5, "last_line": 5},
    }
    sheet = item | {
        "text": text.replace("30명", "80명"),
        "source": {"first_line": 95, "last_line": 95},
    }
    place = next(i for i, one in enumerate(small_book.summaries) if one.kind == "sheets")
    book = changed({"plans.0.core_tasks.0.items": [item], f"summaries.{place}.sheets.0.core_tasks": [sheet]})

    [finding] = found("said-otherwise", book)

    assert (finding.expected, finding.found) == ("30", "80")


BROKEN_DOWN = [
    (162, "* 총 31건(6개 광역 및 43개 기초) 선정"),
    (6765, "* 1차 31건 지정('24.2월 광역지자체 6, 기초지자체 43), 2차 지정"),
    (6870, "❸ 1차 시범지역 31건(광역 6, 기초 43) 선정·발표"),
]


def test_totals_with_the_same_parts_are_the_same(small_book, found, printed):
    assert found("said-otherwise", small_book, [printed(*one) for one in BROKEN_DOWN]) == []


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(("right", "wrong"), [("31건", "13건"), ("43", "34"), ("6", "9")])
def test_a_total_or_a_part_that_is_another_is_found(small_book, found, printed, place, right, wrong):
    lines = [
        (line, text.replace(right, wrong, 1) if at == place else text)
        for at, (line, text) in enumerate(BROKEN_DOWN)
    ]

    [finding] = found("said-otherwise", small_book, [printed(*one) for one in lines])

    assert finding.subject == f"prose/{lines[place][0]}"
    assert (finding.expected, finding.found) == (right.removesuffix("건"), wrong.removesuffix("건"))
