"""Bodies are opened and their members named; their meetings are called, recorded and closed."""

from goru.domain.meetings.actions.bodies import add_member, end_member, open_body
from goru.domain.meetings.actions.meetings import (
    add_agenda_item,
    call_meeting,
    call_off_meeting,
    close_meeting,
    decide,
    record_attendance,
)

__all__ = [
    "add_agenda_item",
    "add_member",
    "call_meeting",
    "call_off_meeting",
    "close_meeting",
    "decide",
    "end_member",
    "open_body",
    "record_attendance",
]
