"""What money is called."""

import pytest

from goru.book.funds import ACCOUNTS, FUNDINGS, account_of, funding_of


def test_all_words_are_read_as_what_they_are_said_of() -> None:
    assert [funding_of(one) for words in FUNDINGS.values() for one in words] == [
        one for one in FUNDINGS for _ in "12"
    ]
    assert [account_of(one) for words in ACCOUNTS.values() for one in words] == [
        one for one in ACCOUNTS for _ in "12"
    ]


@pytest.mark.parametrize(
    ("words", "account"),
    [
        ("지특 자율", "balance-autonomy"),
        ("지역자율계정", "balance-autonomy"),
        ("지특회계(지원)", "balance-support"),
        ("제주특별자치도계정", "balance-jeju"),
        ("세종계정", "balance-sejong"),
        ("초광역특별계정", "balance-megaregion"),
        ("회계", None),
        ("", None),
    ],
)
def test_accounts_are_read_by_the_words_that_are_used(words: str, account: str | None) -> None:
    assert account_of(words) == account


def test_fundings_are_read_by_the_words_that_are_used() -> None:
    assert [funding_of(one) for one in ("도비", "합쳐 적음", "시군구비", "빚")] == [
        "provincial",
        "combined",
        "municipal",
        None,
    ]
