"""Broken lines are mended by what the same book teaches."""

import pytest

from goru.book.parsing.words import Words

BOOK = [
    "광역생활경제권 조성을 위한 교통망",
    "분산에너지 보급 및 활성화",
    "맞춤형 생활복지 실현",
    "지역 인재 양성 체계",
]


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("광역생활경", "제권 조성을", "광역생활경제권 조성을"),
        ("분산에", "너지 보급", "분산에너지 보급"),
        ("맞춤형", "생활복지", "맞춤형 생활복지"),
        ("조성을", "위한 교통망", "조성을 위한 교통망"),
        ("시·", "도", "시·도"),
        ("개선 추진", "(홍보 강화)", "개선 추진 (홍보 강화)"),
        ("주민의", "참여", "주민의 참여"),
    ],
)
def test_a_word_broken_at_a_lines_end_is_whole_again(left: str, right: str, whole: str) -> None:
    assert Words(BOOK).join([left, right]) == whole


def test_a_single_letter_that_agrees_joins_no_words() -> None:
    words = Words(["우수저류시설설치 지원", "체육시설 확충", "기본 설계 추진"])

    assert words.join(["완충저류시설", "설계용역 추진"]) == "완충저류시설 설계용역 추진"


def test_a_noun_that_begins_like_a_particle_stands_alone() -> None:
    words = Words(["지역 인재 양성", "우수 인재 유치"])

    assert words.join(["전자기기", "인재 지원"]) == "전자기기 인재 지원"


def test_letters_that_begin_no_word_in_the_book_go_on() -> None:
    words = Words(["제공함으로써 지원", "공유함으로써 확산", "협의함으로써 조정"])

    assert words.join(["체계를 정비", "함으로써 협력"]) == "체계를 정비함으로써 협력"


def test_lines_wrapped_differently_that_break_at_one_place_have_a_blank_there() -> None:
    once = ["미래혁신 핵심거점", "도시인프라 구축", "관광거점도시 육성", "에너지거점도시 조성"]
    twice = [*once, "핵심거점", "도시인프라", "구축"]

    assert Words(once).together("핵심거점", "도시인프라")
    assert not Words(twice).together("핵심거점", "도시인프라")
