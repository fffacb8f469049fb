"""Codes that persons say and type: a number with a digit that gives away a mistyped one, and nearly every two swapped."""

from __future__ import annotations

DIGITS = 6
MOST = 10**DIGITS - 1


def public_code(letter: str, number: int) -> str:
    """A letter, six digits and their check digit (ISO/IEC 7064, MOD 11,10): `P0001237` for 123."""
    digits = f"{number:0{DIGITS}d}"
    return f"{letter}{digits}{_check_digit(digits)}"


def is_code(text: str) -> bool:
    """Whether a text is such a code, with its right check digit."""
    letter, digits = text[:1], text[1:]
    is_formed = len(text) == DIGITS + 2 and letter.isascii() and letter.isupper() and digits.isascii()
    return is_formed and digits.isdigit() and _check_digit(digits[:-1]) == digits[-1]


def number_in(code: str) -> int:
    """The number in a code."""
    return int(code[1:-1])


def _check_digit(digits: str) -> str:
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)
