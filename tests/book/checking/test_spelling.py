import pytest


def with_words(changed, *texts):
    """The small book with these goals, a line each."""
    goals = [
        {"text": text, "source": {"first_line": line, "last_line": line}}
        for line, text in enumerate(texts, start=1)
    ]
    return changed({"action_tasks.0.goals": goals})


COMMON = ("광역 협력체계 구축", "협력체계 가동", "기업 협력체계", "협력체계 마련", "협력체계 점검")


def test_a_word_one_letter_off_a_common_one_is_found_where_it_stands(changed, found):
    book = with_words(changed, *COMMON, "지구 협력제계 마련")

    [finding] = found("misspelt-word", book)

    assert (finding.expected, finding.found) == ("협력체계", "협력제계")
    assert [source.first_line for source in finding.sources] == [6]


@pytest.mark.parametrize("other", ["협력세계", "협력관계", "협력체계를"])
def test_other_words_are_left_alone(changed, found, other):
    book = with_words(changed, *COMMON, f"{other} 마련", "전력세 개편", "세계 교류", "관계 개선")

    assert found("misspelt-word", book) == []


@pytest.mark.parametrize(
    ("text", "is_found"), [("목표(2천만명", True), ("목표) 달성", True), ("목표(2천(만)명)", False)]
)
def test_brackets_that_do_not_match_are_found(changed, found, text, is_found):
    book = with_words(changed, text)

    assert [one.found for one in found("open-bracket", book)] == [text] * is_found


def test_words_of_names_and_of_prose_are_read_too(changed, found, printed):
    book = with_words(changed, *COMMON)
    name = {"action_tasks.0.indicators.0.name": "협력제계 마련"}
    prose = [printed(40, "ㅇ 지구 공동"), printed(41, "협력채계 마련")]

    assert [one.found for one in found("misspelt-word", changed(name, book))] == ["협력제계"]
    [finding] = found("misspelt-word", book, prose)
    assert (finding.found, finding.subject) == ("협력채계", "prose/40")
    assert [(source.first_line, source.last_line) for source in finding.sources] == [(40, 41)]
