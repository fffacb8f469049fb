"""How long a password may be, and of what."""

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.test import Client
from tests.web.accounts.conftest import RIGHT, sign_in

from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]

LONG = " 고루  고루 \u2764 o'Hara; <b>\t" * 4
"""88 letters of all kinds, with blanks at its ends."""


def change(client: Client, new: str) -> int:
    fields = {"oldpassword": RIGHT, "password1": new, "password2": new}
    return client.post("/accounts/password/", fields).status_code


def test_any_letters_and_blanks_make_a_password_of_which_each_counts(desk: Client, officer: Person) -> None:
    assert change(desk, LONG) == 302

    assert sign_in(Client(), LONG) == "/desk/"
    assert Person.objects.get(pk=officer.pk).check_password(LONG)
    assert "일치하지 않습니다" in sign_in(Client(), LONG.strip())
    assert "일치하지 않습니다" in sign_in(Client(), LONG.replace("  ", " "))


@pytest.mark.parametrize(("new", "status"), [("a  b   c d e f", 200), ("a  b   c d e fg", 302)])
def test_blanks_in_a_row_count_as_one_of_the_twelve(desk: Client, new: str, status: int) -> None:
    assert change(desk, new) == status


@pytest.mark.parametrize(("length", "status"), [(128, 302), (129, 200)])
def test_a_password_has_up_to_128_letters(desk: Client, length: int, status: int) -> None:
    assert change(desk, "고루" * (length // 2) + "a" * (length % 2)) == status


def test_of_the_longest_password_the_last_letter_counts() -> None:
    """The tests around sign in by a quicker digest; this is that of installations."""
    hasher, password = Argon2PasswordHasher(), "가" * 128

    kept = hasher.encode(password, hasher.salt())

    assert hasher.verify(password, kept)
    assert not hasher.verify(password[:-1], kept)
