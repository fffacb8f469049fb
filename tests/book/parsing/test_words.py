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
