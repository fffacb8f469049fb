"""Whether a person has seen what goes with a book that is adopted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from goru.core.verdict import ALLOWED, Verdict, refuse
from goru.pipelines.importing.rules.losses import Loss
from goru.pipelines.importing.vocabulary import Part


def are_accepted(losses: Sequence[Loss], accepted: Collection[Part]) -> Verdict:
    """Whether every loss was named and accepted; the reason names those that were not."""
    unseen = [loss for loss in losses if loss.part not in accepted]
    if not unseen:
        return ALLOWED
    named = ", ".join(loss.said for loss in unseen)
    return refuse(_("없어지는 것을 모두 확인하지 않아 채택하지 않았습니다: %(named)s."), named=named)
