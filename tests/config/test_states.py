"""How states go, written by hand: what the tables in the code and the page in the docs are compared with."""

from pathlib import Path

import pytest

from goru.config import states

pytestmark = pytest.mark.web
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "states.md"

EXPECTED = """
Edition.state: open → sealed by author
Edition.state: open → abandoned by author
Import.reading: received → reading by program
Import.reading: reading → parsing by program
Import.reading: parsing → checking by program
Import.reading: reading → checking by program
Import.reading: checking → read by program
Import.reading: parsing → reading by program
Import.reading: checking → reading by program
Import.reading: received → failed by program
Import.reading: reading → failed by program
Import.reading: parsing → failed by program
Import.reading: checking → failed by program
Import.reading: failed → received by secretariat
Import.decision: open → adopted by secretariat
Import.decision: open → discarded by secretariat
Import.issuing: none → waiting by secretariat
Import.issuing: waiting → issued by program
Import.issuing: waiting → failed by program
Import.issuing: failed → waiting by secretariat
Guideline.state: draft → consulting by secretariat
Guideline.state: consulting → resolved by secretariat
Guideline.state: resolved → sent by secretariat
Assignment.state: draft → submitted by contributor
Assignment.state: returned → submitted by contributor
Assignment.state: submitted → returned by author
Assignment.state: submitted → accepted by author
Assignment.state: accepted → returned by author
Meeting.state: called → closed by secretariat
Meeting.state: called → called_off by secretariat
Mail.state: waiting → sent by program
Mail.state: waiting → failed by program
Mail.state: failed → waiting by sender
Proposal.state: reading → proposed by program
Proposal.state: reading → failed by program
Proposal.state: proposed → applied by author
Proposal.state: proposed → discarded by author
"""


def test_the_tables_of_moves_are_those_that_were_agreed() -> None:
    found = [
        f"{one.field}: {start} → {end} by {by}"
        for one in states.procedures()
        for (start, end), by in one.moves.items()
    ]

    assert sorted(found) == sorted(EXPECTED.split("\n")[1:-1])


@pytest.mark.parametrize("one", states.procedures(), ids=lambda one: one.field)
def test_every_state_can_be_reached_from_the_first(one: states.Procedure) -> None:
    reached = {next(iter(one.states)).value}
    for _ in one.states:
        reached |= {end for start, end in one.moves if start in reached}

    assert reached == set(one.states.values)


def test_the_page_says_what_the_tables_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == states.page(), "make docs"
