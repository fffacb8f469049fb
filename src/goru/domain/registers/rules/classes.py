"""The class of a local government by its official name (지방자치법 제2조제1항제1호)."""

from __future__ import annotations

from goru.domain.registers.vocabulary import GovernmentClass

_ENDINGS = (
    ("특별자치도", GovernmentClass.SELF_GOVERNING_PROVINCE),
    ("특별자치시", GovernmentClass.SELF_GOVERNING_CITY),
    ("통합특별시", GovernmentClass.INTEGRATED_CITY),
    ("특별시", GovernmentClass.SPECIAL_CITY),
    ("광역시", GovernmentClass.METROPOLITAN_CITY),
    ("도", GovernmentClass.PROVINCE),
)


def class_of(full_name: str) -> GovernmentClass | None:
    """The class that an official name ends with; None for what is no province."""
    return next((kind for ending, kind in _ENDINGS if full_name.endswith(ending)), None)
