import pytest

from goru.book.checking.words import Words, are_alike, is_one_letter_off, letters


def misprints(*texts: str) -> dict[str, str]:
    """What the words of these texts are misprints of."""
    words = Words.of(texts)
    return {
        words.printed(stem): meant
        for stem, count in words.seldom()
        if (meant := words.meant_by(stem, count)) is not None
    }


def often(text: str, times: int = 6) -> list[str]:
    return [text] * times


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("협력제계", "협력체계"),
        ("네크워크", "네트워크"),
        ("동반성정", "동반성장"),
        ("지방소별대응기금", "지방소멸대응기금"),
        ("초관역권", "초광역권"),
        ("균형발잔", "균형발전"),
    ],
)
def test_a_word_one_letter_off_a_common_one_is_its_misprint(wrong, right):
    assert misprints(*often(f"{right} 구축"), f"{wrong} 마련") == {wrong: right}


def test_a_strange_pair_is_enough_in_a_longer_word_that_is_far_less_common():
    common = [*often("기회발전특구 지정", 12), *often("지역발전 기획 연구", 3)]

    assert misprints(*common, "기획발전특구 지정") == {"기획발전특구": "기회발전특구"}


def test_of_two_shorter_words_made_of_known_ones_neither_is_a_misprint():
    known = [*often("제조혁신 지원", 8), "제도 개선", "제도 정비", "혁신 공간"]

    assert misprints(*known, "산단 제도혁신 방안") == {}


@pytest.mark.parametrize(
    ("known", "wrong", "right"),
    [
        (["충전인프라 구축", "충전소", "충전기", "급속충전", "충전시설"], "충천인프라", "충전인프라"),
        (["창출 촉진", "투자촉진", "촉진법", "촉진지구", "촉진사업"], "창출족진", "창출촉진"),
    ],
)
def test_half_a_word_is_a_misprint_where_the_whole_is_printed_elsewhere(known, wrong, right):
    assert misprints(*known, f"{wrong} 확대") == {wrong: right}


def test_half_a_word_is_a_misprint_of_an_offices_name_where_both_halves_are_known_so():
    known = ["온실가스 배출 저감", "통계기반정책 평가", "동계청소년올림픽 개최"]

    assert misprints(*known, "배출동계는 매년 변동") == {"배출동계는": "배출통계"}


@pytest.mark.parametrize(
    "text",
    [
        "통계기반정책 평가 배출동계는",
        "배출 저감, 통계기반정책 평가, 배출동계 산정, 추계동계 산정",
        "배출 저감 배출동계는",
    ],
)
def test_half_a_word_that_may_be_right_is_none_of_an_offices_name(text):
    assert misprints(text) == {}


def test_a_final_consonant_too_many_between_two_known_words_is_a_misprint():
    known = ["주거지원", "주거시설", "주거용지", "산업과 주거", "주거공간", *often("환경 개선", 12)]

    assert misprints(*known, "취약지역 주건환경 개선") == {"주건환경": "주거환경"}


@pytest.mark.parametrize(("wrong", "right"), [("관광트랜드", "관광트렌드"), ("베터리", "배터리")])
def test_a_loan_with_the_other_vowel_is_a_misprint(wrong, right):
    assert misprints(f"{right[-3:]}가 조화", f"글로벌 {right[-3:]}", f"{wrong} 반영") == {wrong: right}


@pytest.mark.parametrize("other", ["협력세계", "협력관계", "협력체계를", "상장기업", "유해시설", "통행수요"])
def test_other_words_are_left_alone(other):
    known = ["전력세 개편", "세계 교류", "관계 개선", "성장 지원", "유휴시설 활용", "사업을 통해 수요 확대"]

    assert misprints(*often("협력체계 구축"), *often("기업 성장"), *known, f"{other} 마련") == {}


def test_a_postposition_is_no_part_of_a_word():
    words = Words.of(["협력체계를 협력체계의 협력체계 평가가 성과평가에서"])

    assert words.counts == {"협력체계": 3, "평가가": 1, "성과평가": 1}


def test_letters_of_a_syllable_are_its_initial_vowel_and_final():
    assert letters("권") == ("ᄀ", "ᅯ", "ᆫ")
    assert letters("가")[2] == ""
    assert is_one_letter_off("권", "건")
    assert not is_one_letter_off("권", "각")


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [("천", "전", True), ("거", "건", True), ("상", "성", False), ("해", "휴", False)],
)
def test_letters_are_alike_where_one_is_the_other_with_a_stroke_more(one, other, is_so):
    assert are_alike(one, other) is is_so
