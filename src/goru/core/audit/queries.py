from __future__ import annotations

from goru.core.audit import rules
from goru.core.audit.models import OfficialAct


def acts_about(kind: str, key: str) -> list[OfficialAct]:
    """What was done about one subject, oldest first."""
    return list(OfficialAct.objects.filter(subject_kind=kind, subject_key=key).order_by("number"))


def first_broken() -> int | None:
    """The number of the first line that was changed, or that follows a removed one; None where the log is whole.

    Lines cut off at the end leave no trace in the log itself: keep the last seal elsewhere (it is public).
    """
    previous, expected_number = rules.START, 1
    for line in OfficialAct.objects.order_by("number").iterator():
        whole = line.number == expected_number and line.previous_seal == previous
        if not whole or line.seal != line.expected_seal:
            return expected_number
        previous, expected_number = line.seal, expected_number + 1
    return None
