"""Roman numbers, one letter each."""

from goru.core.romans import BY_LATIN, ROMANS


def test_each_is_one_letter_of_its_own_by_the_latin_letters_of_it() -> None:
    written = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]

    assert [BY_LATIN[latin] for latin in written] == list("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ")
    assert len(BY_LATIN) == len(written)


def test_ten_number_strategies() -> None:
    assert ROMANS == "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
