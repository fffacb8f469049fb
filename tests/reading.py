"""What the worker would read is read at once."""

from datetime import UTC, datetime

from goru.pipelines.importing.actions.brought import read_proposal
from goru.pipelines.importing.models import Proposal


def read_all() -> None:
    """The files that were brought into drafts."""
    for one in Proposal.objects.filter(state="reading"):
        read_proposal(proposal_id=one.pk, at=datetime.now(UTC))
