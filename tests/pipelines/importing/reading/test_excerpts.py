"""A finding shows the lines it rests on, and the wrong figure in them."""

import pytest

from goru.book.checking.rulebook import check
from goru.book.model import PlanBook, Source
from goru.book.reading import Line, Lines, read_content
from goru.pipelines.importing.reading.excerpts import NEIGHBOURS, marked, with_excerpts


@pytest.mark.parametrize(
    ("text", "wrong", "parts"),
    [
        ("합계 1,812 20", 1812, ("합계 ", "1,812", " 20")),
        ("GRDP 31,6 32.7", "31,6", ("GRDP ", "31,6", " 32.7")),
        ("10 그리고 10", 10, ("10 그리고 10",)),
        ("1,102 합계", 102, ("1,102 합계",)),
        ("0.55", 0.5, ("0.55",)),
        ("참", True, ("참",)),
        ("없음", "", ("없음",)),
    ],
)
def test_the_wrong_figure_is_marked_where_it_stands_just_once(
    text: str, wrong: object, parts: tuple[str, ...]
) -> None:
    assert marked(text, wrong) == parts


def test_each_place_of_a_finding_has_its_lines_and_neighbours(small_book: PlanBook) -> None:
    lines = read_content(b"\n".join(b"%d" % number for number in range(1, 3000)), "numbers.txt")
    findings = check(small_book)

    checked = with_excerpts(findings, lines)

    assert [one.finding for one in checked] == findings
    for one in checked:
        for source, excerpt in zip(one.finding.sources, one.excerpts, strict=True):
            here = [line.number for line in excerpt if line.is_source]
            assert here[-1] == source.last_line
            assert excerpt[0].number >= here[0] - NEIGHBOURS


def test_a_book_without_its_lines_has_findings_alone(small_book: PlanBook) -> None:
    assert all(not one.excerpts for one in with_excerpts(check(small_book), None))


def test_a_place_that_runs_over_cells_shows_its_last(small_book: PlanBook) -> None:
    every = [Line("가", 1, cell="표 1 A1", column=0), Line("나", 2, cell="표 1 B1", column=1)]
    source = Source(first_line=1, last_line=2, cell="표 1 A1")
    finding = check(small_book)[0].model_copy(update={"sources": [source]})

    [checked] = with_excerpts([finding], Lines("x.hwpx", tuple(every)))

    assert [line.is_source for line in checked.excerpts[0]] == [True, True]
