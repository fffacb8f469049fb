"""One form for the many glyphs of the same text."""

import unicodedata

import pytest

from goru.core.text import folded, last_clause, normalise, number_said, squeeze


@pytest.mark.parametrize("name", ["kim", "KIM", "ＫＩＭ", "\u212aim"])  # the last with the sign of Kelvin
def test_names_that_look_alike_are_one(name: str) -> None:
    assert folded(name) == "kim"


@pytest.mark.parametrize("dot", "‧․･ㆍ⋅∙ˑ\uf000")
def test_every_middle_dot_is_one(dot: str) -> None:
    assert normalise(f"시{dot}도") == "시·도"


def test_quotes_brackets_tildes_and_blanks_have_one_form() -> None:
    assert normalise("  ‘24년∼’25년 ｢법｣\u00a0 （안） ") == "'24년~'25년 「법」 (안)"


def test_decomposed_letters_are_composed() -> None:
    assert normalise(unicodedata.normalize("NFD", "지방시대")) == "지방시대"


def test_a_tab_parts_cells_and_stays() -> None:
    assert normalise("서울 \t 54,742") == "서울\t54,742"


def test_the_last_clause_is_what_comes_after_the_last_comma_outside_brackets() -> None:
    text = "규정을 정비, 특구 지정(서울, 부산 등)을 마침('24.3월)"

    assert last_clause(text, words=8) == "특구 지정(서울, 부산 등)을 마침('24.3월)"
    assert last_clause(text, words=2) == "등)을 마침('24.3월)"
    assert last_clause(last_clause(text, words=2), words=2) == last_clause(text, words=2)


def test_each_form_of_a_sign_is_written_in_one_and_letters_stay() -> None:
    assert normalise("X ‧․･ㆍ⋅∙ˑ・•\uf000") == "X ··········"
    assert normalise("‘’`´′＇ “”″＂ ∼～⁓〜˜ ｢｣（） ‒–−‐‑－") == "'''''' \"\"\"\" ~~~~~ 「」() ------"


def test_a_text_is_squeezed_of_all_white_space() -> None:
    assert squeeze(" 지방 시대\u00a0위원\n회\t") == "지방시대위원회"


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("", 0), ("-1", 0), ("１２", 0), ("1" * 20, 111_111_111)]
)
def test_a_number_is_what_an_address_says_in_plain_digits(text: str, number: int) -> None:
    assert number_said(text) == number
