"""Whether a plan book can be adopted, what differs between two versions of it, and what the later one loses."""

from goru.pipelines.importing.rules.adoption import are_accepted
from goru.pipelines.importing.rules.facts import Holdings, holdings
from goru.pipelines.importing.rules.losses import Fall, Loss, losses
from goru.pipelines.importing.rules.moves import DECISION, IN_WORK, ISSUING, PROPOSAL, READING
from goru.pipelines.importing.rules.scope import has_national_part, is_whole, scoped

__all__ = [
    "DECISION",
    "IN_WORK",
    "ISSUING",
    "PROPOSAL",
    "READING",
    "Fall",
    "Holdings",
    "Loss",
    "are_accepted",
    "has_national_part",
    "holdings",
    "is_whole",
    "losses",
    "scoped",
]
