"""What must be true of all acts that the log may hold."""

from importlib import import_module
from pathlib import Path

import pytest
from django.utils.translation import override

from goru.core.audit.vocabulary import Act, label_of

SOURCE = Path(__file__).parents[2] / "src"
for file in SOURCE.rglob("vocabulary.py"):
    import_module(".".join(file.relative_to(SOURCE).with_suffix("").parts))
ROOMS = [room for room in Act.__subclasses__() if room.__module__.startswith("goru.")]
ACTS = [act for room in ROOMS for act in room]


def test_acts_are_distinct_and_each_says_its_room() -> None:
    assert len({act.value for act in ACTS}) == len(ACTS) > 10
    for room in ROOMS:
        name = room.__module__.split(".")[-2]
        assert all(act.value.startswith(f"{name}.") for act in room)


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_an_act_has_words_in_both_languages(act: Act) -> None:
    with override("ko"):
        korean = label_of(act.value)
    with override("en"):
        english = label_of(act.value)

    assert korean != act.value
    assert not korean.isascii()
    assert english.isascii()
