from goru.book.items.identifying import identified
from goru.book.items.measures import plain_name, with_measures
from goru.book.model import Measure, PlanBook


def test_common_indicators_of_all_plans_have_one_measure(small_book: PlanBook) -> None:
    book = identified(small_book).book

    common = {one.item_id: (one.name, one.unit) for one in book.measures}
    said = [one.measure for plan in book.plans for one in plan.indicators if one.group == "common"]

    assert sorted(common.values()) == [("일자리수", "천명"), ("재정자주도", "%, %p")]
    assert set(said) == set(common)
    assert len(said) == 4


def test_own_indicators_have_a_measure_of_their_plan_or_task(small_book: PlanBook) -> None:
    book = identified(small_book).book

    sejong, task = book.plans[0], book.action_tasks[2]
    own = [one.measure for one in sejong.indicators if one.group == "own"]
    assert [one.item_id for one in sejong.measures] == own
    assert [one.name for one in task.measures] == [one.name for one in task.indicators]
    assert [one.measure for one in task.indicators] == [one.item_id for one in task.measures]


def test_a_measure_that_is_there_stays_and_gains_no_twin(small_book: PlanBook) -> None:
    known = Measure(name="일자리수", unit="천명", definition="취업자")
    named_twice = small_book.model_copy(update={"measures": [known, known]})

    measures = with_measures(named_twice).measures

    assert [(one.name, one.definition) for one in measures] == [
        ("일자리수", "취업자"),
        ("일자리수", "취업자"),
        ("재정자주도", None),
    ]


def test_an_indicator_that_names_its_measure_keeps_it(small_book: PlanBook) -> None:
    book = identified(small_book).book

    assert identified(book).book == book


def test_a_year_in_brackets_and_blanks_are_no_part_of_a_name() -> None:
    assert plain_name("1인당 GRDP(’23)") == plain_name("1인당GRDP") == "1인당GRDP"
    assert plain_name("참여율(%)") == "참여율(%)"
