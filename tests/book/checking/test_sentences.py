from string import Formatter

import pytest

from goru.book.checking.rulebook import RULES, check
from goru.book.checking.sentences import SENTENCES, about, sentence
from goru.core.postpositions import PAIRS


def test_every_rule_has_a_sentence_and_every_sentence_a_rule():
    assert {code.partition(".")[0] for code in SENTENCES} == {rule.code for rule in RULES}


@pytest.mark.parametrize("code", SENTENCES)
def test_both_languages_show_the_same_values(code):
    korean, english = SENTENCES[code]

    fields = [
        {name for _, name, _, _ in Formatter().parse(text)} - {None, *PAIRS} for text in (korean, english)
    ]

    assert fields[0] == fields[1]


def test_in_english_the_units_of_money_are_english(small_book):
    said = [one.message for one in check(small_book, "en")]

    assert any("won" in one for one in said)
    assert not any("억원" in one or "조원" in one for one in said)


def test_what_follows_a_value_goes_by_how_the_value_is_read(small_book):
    finding = check(small_book)[0].model_copy(update={"rule": "core-task-name", "parameters": {}})

    said = [
        sentence(finding.model_copy(update={"found": name, "expected": "혁신"}), "ko")
        for name in ("빈집 정비", "빈집", "산단(2곳)", "5%", "AI")
    ]

    assert [one.partition("'은 ")[1] or one.partition("'는 ")[1] for one in said] == [
        *("'는 ", "'은 ", "'은 ", "'는 ", "'는 ")
    ]


def test_a_finding_can_be_worded_again_in_another_language(small_book):
    finding = check(small_book)[0]

    assert sentence(finding, "ko") == finding.message
    assert sentence(finding, "en") == check(small_book, "en")[0].message


def test_a_sentence_says_whom_or_which_task_it_is_about(changed):
    book = changed({"plans.0.vision": None, "action_tasks.2.budget_total.amount": 1520})

    said = [one.message for one in check(book)]

    assert "세종 계획에 비전(목표)이 없습니다." in said
    assert any(
        one.startswith("실천과제 Ⅱ-1-(1): 부처별 국비의 합(1,250억원)이 합계(1,520억원)보다") for one in said
    )


@pytest.mark.parametrize(
    ("subject", "what"),
    [
        ("plans/서울/budget", "서울"),
        ("action_tasks/Ⅴ-4-(2)/national_budget", "Ⅴ-4-(2)"),
        ("summaries/6/sheets/전북/key_figures/재정자주도", "전북"),
        ("focus_tasks/zones/1", "1"),
        ("headline/budget/2024", ""),
    ],
)
def test_what_a_finding_is_about_is_read_from_its_place(subject, what):
    assert about(subject) == what


def test_years_are_not_grouped_by_thousands(small_book):
    finding = check(small_book)[0].model_copy(
        update={"rule": "indicator-year", "found": [2025, 2024], "expected": 2025}
    )

    said = [
        sentence(finding.model_copy(update={"parameters": {"case": case, "name": "수출액"}}), "ko")
        for case in ("order", "target", "baseline")
    ]

    assert all("2025, 2024" in one and "2,0" not in one for one in said)
