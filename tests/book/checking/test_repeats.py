import pytest


def with_two(changed, small_book, path, **others):
    """The small book with a part of a list twice, the second with other values."""
    *steps, place = path.split(".")
    held = small_book.model_dump()
    for step in steps:
        held = held[int(step) if step.isdigit() else step]
    return changed({".".join(steps): [*held, held[int(place)] | others]})


@pytest.mark.parametrize(
    ("path", "others", "case", "name"),
    [
        ("plans.0", {}, "plan", "세종"),
        ("plans.1", {"vision": None}, "plan", "제주"),
        ("plans.0.indicators.0", {}, "indicator", "일자리수"),
        ("plans.0.indicators.0", {"name": "일자리 수", "target": "210"}, "indicator", "일자리 수"),
        ("plans.2.indicators.0", {}, "indicator", "광역버스 노선 수"),
        ("action_tasks.0.indicators.1", {"target": "30"}, "indicator", "주민제안 조례 정비 건수"),
    ],
)
def test_what_stands_twice_is_found(changed, found, small_book, path, others, case, name):
    findings = found("printed-twice", with_two(changed, small_book, path, **others))

    assert [(one.case, one.found, one.doubtful) for one in findings if one.case == case] == [
        (case, name, False)
    ]


def test_under_another_strategy_an_indicator_is_another(changed, found, small_book):
    book = with_two(changed, small_book, "plans.2.indicators.0", strategy="두 지역 기업의 공동 연구 확대")

    assert found("printed-twice", book) == []


def test_a_project_that_a_ministry_names_twice_is_in_doubt(changed, found):
    rows = "action_tasks.2.budget_rows.0.project_names"
    book = changed(
        {
            rows: ["공동장비 센터 구축", "남해-여수"],
            "action_tasks.1.budget_rows.0.project_names": ["공동장비센터 구축"],
        }
    )

    assert found("printed-twice", book) == []

    book = changed({"action_tasks.1.budget_rows.0.ministry": "산업부"}, book)
    [finding] = found("printed-twice", book)

    assert (finding.case, finding.doubtful, finding.parameters["times"]) == ("project", True, 2)


ITEMS = "plans.0.core_tasks.0.items"


def items(*texts):
    return [{"text": text, "source": {"first_line": 40, "last_line": 40}} for text in texts]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("사회보장 특구(특별지역 운영) 정원 소재 실증단지 조성", "정원 소재 실증단지 조성"),
        ("마을회의 운영 지원 청년 정원사 양성", "청년 정원사 양성"),
        ("4단계 연구사업 바람농장 주민 참여 확대", "바람농장 주민 참여 확대"),
    ],
)
def test_an_item_that_holds_another_one_is_found(changed, found, text, second):
    [finding] = found("items-in-one", changed({ITEMS: items(text)}))

    assert (finding.found, finding.parameters["second"]) == (text, second)


@pytest.mark.parametrize(
    "text",
    [
        "마을의 정원 소재 실증단지 조성",
        "정원 소재 실증단지 조성 및 확대",
        "지역혁신중심 대학지원체계(RISE) 구축 지원",
    ],
)
def test_other_items_are_left_alone(changed, found, text):
    assert found("items-in-one", changed({ITEMS: items(text)})) == []
