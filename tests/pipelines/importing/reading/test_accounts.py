"""The account of a file that was read, with the lines that were not."""

from collections.abc import Sequence

import pytest

from goru.book.model import LineKind, PlanBook, Source, Unread
from goru.book.opening import Opened
from goru.book.reading.lines import Row
from goru.pipelines.importing.reading.accounts import account_of


def run(part: str, first: int, last: int) -> Unread:
    return Unread(part=part, expected="행", source=Source(first_line=first, last_line=last))


def opened(
    book: PlanBook, printed: Sequence[Row], kinds: Sequence[LineKind], unread: Sequence[Unread]
) -> Opened:
    """A file of some lines, the last of which stands beside the others."""
    return Opened(
        book=book.model_copy(update={"unread": list(unread)}),
        findings=[],
        printed=list(printed[:-1]),
        beside=list(printed[-1:]),
        kinds=list(kinds),
    )


def test_the_lines_of_each_run_come_with_it_and_none_is_lost(small_book: PlanBook) -> None:
    printed: list[Row] = [(f"줄 {number}", number, None, None) for number in range(1, 8)]
    kinds: list[LineKind] = ["fact", "unread", "unread", "unread", "prose", "fact", "unread"]
    runs = [run("시·도", 2, 3), run("초광역권", 4, 4), run("각주", 7, 7)]

    account = account_of(opened(small_book, printed, kinds, runs))

    found = [(one.part, [line.number for line in one.lines]) for one in account.unread]
    assert found == [("시·도", [2, 3]), ("초광역권", [4]), ("각주", [7])]
    assert account.unread[1].lines[0].parts == ("줄 4",)
    assert [(one.kind, one.lines) for one in account.shares] == [
        ("fact", 2),
        ("furniture", 0),
        ("kept", 0),
        ("prose", 1),
        ("unread", 4),
    ]
    assert sum(one.percent for one in account.shares) == pytest.approx(100)


def test_lines_of_one_paragraph_stay_in_its_run(small_book: PlanBook) -> None:
    printed: list[Row] = [
        ("가 1 2", 9, None, "표 1 A1"),
        ("나 3 4", 9, None, "표 1 A1"),
        ("각주", 9, None, None),
    ]
    place = Source(first_line=9, last_line=9, cell="표 1 A1")
    unread = [Unread(part="시·도", expected="행", source=place)]

    account = account_of(opened(small_book, printed, ["unread", "unread", "prose"], unread))

    assert [line.parts[0] for line in account.unread[0].lines] == ["가 1 2", "나 3 4"]


def test_data_have_no_shares(small_book: PlanBook) -> None:
    account = account_of(Opened(book=small_book, findings=[], printed=[]))

    assert (account.whole, account.shares, account.unread) == (0, [], ())
