from django.db.models import TextChoices


class Act(TextChoices):
    """An official act (공적 행위); each room's vocabulary has its own, for the log knows no plans."""


def label_of(act: str) -> str:
    """An act in words; one that no room knows any more as it is kept."""
    known = (one for room in Act.__subclasses__() for one in room)
    return next((str(one.label) for one in known if one.value == act), act)
