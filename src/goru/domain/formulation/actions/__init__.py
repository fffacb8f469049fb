"""The guideline is written, consulted on, resolved and sent; its recipients receive, read and ask; sections are collected."""

from goru.domain.formulation.actions.attachments import attach, remove_attachment
from goru.domain.formulation.actions.collecting import (
    accept_section,
    assign,
    change_assignment,
    return_section,
    submit_section,
    take_back,
    write,
)
from goru.domain.formulation.actions.comments import (
    answer_comment,
    comment,
    finish_comment,
    reopen_comment,
)
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
from goru.domain.formulation.actions.reshaping import merge_items, split_item
from goru.domain.formulation.actions.sections import (
    add_section,
    carry_sections,
    remove_section,
    word_section,
)

__all__ = [
    "accept_section",
    "add_section",
    "answer",
    "answer_comment",
    "ask",
    "assign",
    "attach",
    "begin_consultation",
    "carry_sections",
    "change_assignment",
    "choose_frame",
    "comment",
    "confirm_changes",
    "finish_comment",
    "finish_consultation",
    "merge_items",
    "open_guideline",
    "put_on_agenda",
    "receive_guideline",
    "record_briefing",
    "record_consultation",
    "record_reading",
    "remove_attachment",
    "remove_section",
    "reopen_comment",
    "resolve_guideline",
    "return_section",
    "send_guideline",
    "split_item",
    "submit_section",
    "take_back",
    "word_section",
    "write",
]
