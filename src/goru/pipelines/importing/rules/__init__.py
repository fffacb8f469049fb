"""Whether a plan book can be adopted, what differs between two versions of it, and what the later one loses."""

from goru.book.differing import Change, Difference, difference
from goru.pipelines.importing.rules.adoption import IN_WORK, are_accepted
from goru.pipelines.importing.rules.facts import Holdings, holdings
from goru.pipelines.importing.rules.losses import Fall, Loss, losses
from goru.pipelines.importing.rules.scope import has_national_part, is_whole, scoped

__all__ = [
    "IN_WORK",
    "Change",
    "Difference",
    "Fall",
    "Holdings",
    "Loss",
    "are_accepted",
    "difference",
    "has_national_part",
    "holdings",
    "is_whole",
    "losses",
    "scoped",
]
