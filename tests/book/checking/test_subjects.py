from goru.book.checking.register import RULES
from goru.book.checking.subjects import SUBJECTS, subject_of


def test_every_rule_says_what_it_looks_at_and_nothing_else_does() -> None:
    assert list(SUBJECTS) == [rule.code for rule in RULES]


def test_a_rule_that_is_no_more_is_called_by_its_code() -> None:
    assert subject_of("budget-sum", "ko") == "계획의 전략별 금액의 합이 총액인지"
    assert subject_of("budget-sum", "en").startswith("a plan's amounts by strategy")
    assert subject_of("an-old-rule", "en") == "an-old-rule"
