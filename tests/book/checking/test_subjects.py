import pytest

from goru.book.checking.rulebook import RULES, check
from goru.book.checking.sentences import Language
from goru.book.checking.subjects import READ_PROSE, SUBJECTS, subject_of, unread_prose
from goru.book.checking.texts import has_prose
from goru.book.model import PlanBook
from goru.book.writing.package import without_prose


def test_every_rule_says_what_it_looks_at_and_nothing_else_does() -> None:
    assert list(SUBJECTS) == [rule.code for rule in RULES]


def test_a_rule_that_is_no_more_is_called_by_its_code() -> None:
    assert subject_of("budget-sum", "ko") == "계획의 전략별 금액의 합이 총액인지"
    assert subject_of("budget-sum", "en").startswith("a plan's amounts by strategy")
    assert subject_of("an-old-rule", "en") == "an-old-rule"


def test_only_the_rules_that_say_so_read_prose(small_book: PlanBook) -> None:
    assert has_prose(small_book)
    assert not has_prose(without_prose(small_book))
    assert _found(small_book) == _found(without_prose(small_book))


@pytest.mark.book
def test_the_real_book_is_found_alike_but_for_its_prose(real_book: PlanBook) -> None:
    assert _found(real_book) == _found(without_prose(real_book))
    assert len(check(real_book)) > len(check(without_prose(real_book)))


def _found(book: PlanBook) -> list[tuple[str, str]]:
    return [(one.rule, one.subject) for one in check(book) if one.rule not in READ_PROSE]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [("ko", "5가지는 이름과 항목에만"), ("en", "5 checks were run on names and items, not on prose")],
)
def test_what_was_not_read_is_named(lang: Language, sentence: str) -> None:
    said = unread_prose(lang)

    assert sentence in said
    assert all(f"({rule})" in said for rule in READ_PROSE)
