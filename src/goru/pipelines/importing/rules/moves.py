"""How an import goes: three fields, each with its own moves."""

from __future__ import annotations

from typing import Final

from goru.core.moves import PROGRAM, Moves
from goru.pipelines.importing.vocabulary import Decision, IssueState, ProposalState, ReadingState

IN_WORK: Final = (
    ReadingState.RECEIVED,
    ReadingState.READING,
    ReadingState.PARSING,
    ReadingState.CHECKING,
)
"""A job reads it, or will."""

_SECRETARIAT = "secretariat"

READING: Final[Moves] = {
    (ReadingState.RECEIVED, ReadingState.READING): PROGRAM,
    (ReadingState.READING, ReadingState.PARSING): PROGRAM,
    (ReadingState.PARSING, ReadingState.CHECKING): PROGRAM,
    (ReadingState.READING, ReadingState.CHECKING): PROGRAM,  # data have no lines to parse
    (ReadingState.CHECKING, ReadingState.READ): PROGRAM,
    # A job that was interrupted begins again.
    (ReadingState.PARSING, ReadingState.READING): PROGRAM,
    (ReadingState.CHECKING, ReadingState.READING): PROGRAM,
    **{(state, ReadingState.FAILED): PROGRAM for state in IN_WORK},
    (ReadingState.FAILED, ReadingState.RECEIVED): _SECRETARIAT,
}
DECISION: Final[Moves] = {
    (Decision.OPEN, Decision.ADOPTED): _SECRETARIAT,
    (Decision.OPEN, Decision.DISCARDED): _SECRETARIAT,
}
ISSUING: Final[Moves] = {
    (IssueState.NONE, IssueState.WAITING): _SECRETARIAT,
    (IssueState.WAITING, IssueState.ISSUED): PROGRAM,
    (IssueState.WAITING, IssueState.FAILED): PROGRAM,
    (IssueState.FAILED, IssueState.WAITING): _SECRETARIAT,
}
PROPOSAL: Final[Moves] = {
    (ProposalState.READING, ProposalState.PROPOSED): PROGRAM,
    (ProposalState.READING, ProposalState.FAILED): PROGRAM,
    (ProposalState.PROPOSED, ProposalState.APPLIED): "author",
    (ProposalState.PROPOSED, ProposalState.DISCARDED): "author",
}
