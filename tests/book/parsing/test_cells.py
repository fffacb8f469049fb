from __future__ import annotations

from goru.book.parsing.cells import cell_text
from goru.book.parsing.words import Words

_TOGETHER = Words(["항구도시숲길을 걷는다", "항구도시숲길의 나무"])


def test_a_break_before_which_the_next_letter_had_room_is_a_blank() -> None:
    text = cell_text(["깊은 항구도시", "숲길 조성"], _TOGETHER, column=8.0)

    assert text == "깊은 항구도시 숲길 조성"


def test_a_full_line_leaves_the_break_to_what_the_book_teaches() -> None:
    text = cell_text(["깊은 항구도시", "숲길 조성"], _TOGETHER, column=6.6)

    assert text == "깊은 항구도시숲길 조성"


def test_a_latin_word_needs_room_as_a_whole() -> None:
    text = cell_text(["항구", "HARBOUR 조성"], Words(["항구HARBOUR"]), column=4.0)

    assert text == "항구HARBOUR 조성"


def test_a_wider_cell_with_the_same_text_tells_where_words_end() -> None:
    text = cell_text(["숲을 가꾸", "는 항구", "도시"], _TOGETHER, column=20.0, model="숲을 가꾸는 항구도시")

    assert text == "숲을 가꾸는 항구도시"
