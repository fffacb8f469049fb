import pytest

from goru.core.codes import MOST, is_code, number_in, public_code


@pytest.mark.parametrize(
    ("letter", "number", "code"),
    [("P", 123, "P0001237"), ("S", 1, "S0000017"), ("T", MOST, "T9999998"), ("A", 794_623, "A7946239")],
)
def test_a_code_is_a_letter_six_digits_and_their_check_digit(letter: str, number: int, code: str) -> None:
    assert public_code(letter, number) == code
    assert is_code(code)
    assert number_in(code) == number


def test_the_largest_number_has_six_digits() -> None:
    assert MOST == 999_999


@pytest.mark.parametrize("number", [0, 1, 42, 90_817, 123_456, MOST])
def test_one_digit_mistyped_is_no_code(number: int) -> None:
    code = public_code("P", number)

    mistyped = [
        f"{code[:at]}{digit}{code[at + 1 :]}"
        for at in range(1, len(code))
        for digit in "0123456789"
        if digit != code[at]
    ]

    assert not any(map(is_code, mistyped))


@pytest.mark.parametrize("number", [12, 120_954, 908_172, 123_456])
def test_two_neighbouring_digits_swapped_are_nearly_never_a_code(number: int) -> None:
    code = public_code("P", number)
    pairs = [(code[at], code[at + 1], at) for at in range(1, len(code) - 1)]

    swapped = [f"{code[:at]}{two}{one}{code[at + 2 :]}" for one, two, at in pairs if one != two]

    assert not any(map(is_code, swapped))


@pytest.mark.parametrize(
    "text",
    ["", "P", "P000123", "P00012377", "p0001237", "가0001237", "P０００１２３７", "P00012 7", "10001237"],
)
def test_what_is_not_formed_like_a_code_is_none(text: str) -> None:
    assert not is_code(text)


def test_every_code_has_eight_letters_also_where_the_check_digit_is_nought() -> None:
    codes = [public_code("P", number) for number in range(100)]

    assert {len(code) for code in codes} == {8}
    assert any(code.endswith("0") for code in codes)
