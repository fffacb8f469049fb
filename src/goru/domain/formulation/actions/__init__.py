"""The guideline is written, consulted on, resolved and sent; its recipients receive, read and ask."""

from goru.domain.formulation.actions.consultations import (
    begin_consultation,
    finish_consultation,
    record_briefing,
    record_consultation,
)
from goru.domain.formulation.actions.guidelines import (
    choose_frame,
    open_guideline,
    put_on_agenda,
    resolve_guideline,
    send_guideline,
)
from goru.domain.formulation.actions.recipients import (
    answer,
    ask,
    confirm_changes,
    receive_guideline,
    record_reading,
)
from goru.domain.formulation.actions.sections import add_section, remove_section, word_section

__all__ = [
    "add_section",
    "answer",
    "ask",
    "begin_consultation",
    "choose_frame",
    "confirm_changes",
    "finish_consultation",
    "open_guideline",
    "put_on_agenda",
    "receive_guideline",
    "record_briefing",
    "record_consultation",
    "record_reading",
    "remove_section",
    "resolve_guideline",
    "send_guideline",
    "word_section",
]
