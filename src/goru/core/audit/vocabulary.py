from django.db.models import TextChoices


class Act(TextChoices):
    """An official act (공적 행위); each room's vocabulary has its own, for the log knows no plans."""


def words_of_acts() -> dict[str, str]:
    """All acts that a room knows, in words."""
    return {one.value: str(one.label) for room in Act.__subclasses__() for one in room}


def label_of(act: str) -> str:
    """An act in words; one that no room knows any more as it is kept."""
    return words_of_acts().get(act, act)
