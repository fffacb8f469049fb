import pytest
from hypothesis import given
from hypothesis import strategies as st

from goru.core.postpositions import PAIRS, Pair, filled, particle

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)


@pytest.mark.parametrize(
    ("words", "pair", "form"),
    [
        ("서울", "이/가", "이"),
        ("제주", "이/가", "가"),
        ("서울", "으로/로", "로"),
        ("부산", "으로/로", "으로"),
        ("제주", "으로/로", "로"),
        ("'빈집'", "은/는", "은"),
        ("「농어촌」", "을/를", "을"),
        ("『데이터』", "과/와", "와"),
        ("실업률(%)", "과/와", "과"),
        ("실업률 3.1 (%)", "과/와", "과"),
        ("(국비)", "은/는", "는"),
        ("Ⅰ-1-(2)", "은/는", "는"),
        ("Ⅲ-2-(10)", "은/는", "은"),
        ("Ⅰ", "으로/로", "로"),
        ("12", "이/가", "가"),
        ("13", "이/가", "이"),
        ("20", "으로/로", "으로"),
        ("1,000", "은/는", "은"),
        ("300,000,000", "을/를", "을"),
        ("2,000,000,000,000", "이/가", "가"),
        ("20,000,000,000,000", "이/가", "가"),
        ("3,000,000,000,000,000", "이/가", "가"),
        ("500,000,000,000", "으로/로", "으로"),
        ("10,000,000,000,000,000", "이/가", "이"),
        ("100,000,000,000,000,000,000", "이/가", "가"),
        ("1" + "0" * 24, "이/가", "가"),
        ("10000", "으로/로", "으로"),
        ("1.0", "이/가", "이"),
        ("0.2", "이/가", "가"),
        ("42.2", "과/와", "와"),
        ("7", "으로/로", "로"),
        ("31,6", "은/는", "은"),
        ("35.6%", "은/는", "는"),
        ("5%p", "이/가", "가"),
        ("GRDP", "은/는", "는"),
        ("KTX", "과/와", "와"),
        ("R&D", "이/가", "가"),
        ("URL", "으로/로", "로"),
        ("KAIST 3AM", "을/를", "을"),
        ("plan.json", "은/는", "은"),
        ("book.pdf", "은/는", "는"),
        ("file", "으로/로", "로"),
        ("file", "이/가", "이"),
        ("plan", "으로/로", "으로"),
        ("Chungbuk", "이/가", "이"),
        ("Chungbuk", "으로/로", "으로"),
        ("Up", "이/가", "이"),
        ("힣", "이/가", "이"),
        ("힤", "이/가", "가"),
        ("Jeju", "이/가", "가"),
        ("’24.上", "은/는", "은"),
        ("’24.下", "은/는", "는"),
        ("-", "이/가", "가"),
        ("", "이/가", "가"),
    ],
)
def test_the_form_goes_by_how_the_word_is_read(words: str, pair: Pair, form: str) -> None:
    assert particle(words, pair) == form


@given(st.text(), st.sampled_from(PAIRS))
def test_it_is_one_of_the_two_forms_whatever_stands_before(words: str, pair: Pair) -> None:
    assert particle(words, pair) in pair.split("/")


@given(st.text(), SYLLABLES, st.text(alphabet="'\"」』>] …", max_size=4), st.sampled_from(PAIRS))
def test_what_closes_behind_a_word_changes_nothing(
    before: str, syllable: str, closing: str, pair: Pair
) -> None:
    assert particle(f"{before}{syllable}{closing}", pair) == particle(syllable, pair)


@given(SYLLABLES, st.text(alphabet="가나힣12ab%-, ", max_size=6), st.sampled_from(PAIRS))
def test_what_stands_in_brackets_behind_a_word_changes_nothing(
    syllable: str, addition: str, pair: Pair
) -> None:
    assert particle(f"{syllable}({addition})", pair) == particle(syllable, pair)


@given(SYLLABLES)
def test_all_other_pairs_agree_on_what_ends_with_a_consonant(syllable: str) -> None:
    ends = {particle(syllable, pair) == pair.split("/")[0] for pair in PAIRS if pair != "으로/로"}

    assert len(ends) == 1


@given(st.text())
def test_what_a_value_says_is_left_as_it_is(value: str) -> None:
    assert filled("'{value}'의 이름", {"value": value}) == f"'{value}'의 이름"
    assert filled("{value}", {"value": f"{value}{{이/가}}"}) == f"{value}{{이/가}}"


def test_a_sentence_is_filled_with_the_forms_that_follow_its_values() -> None:
    sentence = "'{found}'{이/가} 제목 '{expected}'{과/와} 다릅니다."

    assert filled(sentence, {"found": "서울", "expected": "제주"}) == "'서울'이 제목 '제주'와 다릅니다."
