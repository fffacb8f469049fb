from pathlib import Path

import pytest

from goru.book.checking.rulebook import check
from goru.book.model import PlanBook
from goru.book.reading import read
from goru.book.writing.package import without_prose
from goru.cli.report import report

SMALL = Path(__file__).parents[1] / "data/small-book.txt"


def test_the_printed_line_is_shown_where_the_file_is_text(small_book):
    text = report(small_book, check(small_book), read(SMALL), "ko")

    assert "     8 │ ㅇ 「2025년 지방시대 시행계획」에 따른 재정투입은 총 3.0조원으로" in text


def test_how_much_was_read_heads_the_report_and_what_is_missing_is_named(small_book):
    lost = small_book.model_copy(update={"plans": small_book.plans[:2]})

    korean, english = (report(lost, [], None, lang) for lang in ("ko", "en"))

    assert korean.startswith(
        "2025년 지방시대 시행계획\n\n읽은 것: 시·도 2/17, 초광역권 0/7, 계획의 구성 12/12, 전략 2/2,"
    )
    assert (
        "\n  초광역권 – 없는 것: 충청권, 광주전남권(기관 등록부), 대구경북권(기관 등록부, 개관), 부울경,"
        in korean
    )
    assert "그 밖에 5개\n" in korean
    assert "Read: provinces 2/17, megaregions 0/7" in english


def test_a_part_says_what_it_cannot_tell_and_what_stands_elsewhere(small_book):
    part = small_book.model_copy(update={"scope": ["action_tasks"], "plans": [], "grand_total": None})
    tasks = [task.model_copy(update={"projects": None}) for task in small_book.action_tasks]

    said = report(part.model_copy(update={"action_tasks": tasks}), [], None, "ko")

    assert "실천과제 3," in said
    assert "모두 몇인지 이 문서로는 알 수 없는 것: 전략, 핵심과제, 실천과제" in said
    assert "이 문서에 없어 세지 않은 것: 시·도, 초광역권, 계획의 구성" in said


def test_the_place_is_named_where_there_are_no_lines(small_book):
    text = report(small_book, check(small_book), None, "ko")

    assert "10–12행" in text
    assert "│" not in text


def test_a_page_and_a_cell_are_named(small_book):
    [finding, *_] = check(small_book)
    source = finding.sources[0].model_copy(update={"page": 7, "cell": "표 3 B2"})

    text = report(small_book, [finding.model_copy(update={"sources": [source]})], None, "en")

    assert "page 7, line 10–12 (표 3 B2)" in text


def test_findings_stand_under_their_institution_with_a_count_at_the_end(small_book):
    plan = small_book.plans[0]
    budget = plan.budget.model_copy(update={"total": plan.budget.total + 100})
    wrong = small_book.model_copy(update={"plans": [plan.model_copy(update={"budget": budget})]})

    text = report(wrong, [one for one in check(wrong) if one.rule == "budget-sum"], None, "ko")

    assert (
        "■ 세종특별자치시\n  [오류] 전략별 금액의 합(1,200억원)이 총액(1,300억원)보다 100억원 적습니다."
        in text
    )
    assert text.endswith("오류 1건, 확인 필요 0건\n")


@pytest.mark.parametrize(
    "part",
    [
        name
        for name, field in PlanBook.model_fields.items()
        if "list" in str(field.annotation) and name not in ("plans", "summaries", "page_numbers_source")
    ]
    + ["headline", "grand_total"],
)
def test_a_finding_on_any_part_of_a_book_has_its_heading(small_book, part):
    [finding, *_] = check(small_book)

    text = report(small_book, [finding.model_copy(update={"subject": f"{part}/1"})], None, "ko")

    assert "■ " in text


def test_data_without_prose_say_which_checks_were_not_run(small_book):
    open_form = without_prose(small_book)

    text = report(open_form, check(open_form), None, "ko")

    assert "점검 5가지는 이름과 항목에만 하고 서술 문장에는 하지 않았습니다." in text
    assert "서술 문장" not in report(small_book, check(small_book), None, "ko")
