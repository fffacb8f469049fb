from goru.domain.registers.actions.asking import (
    add_evidence,
    ask_opinion,
    give_opinion,
    link_case,
    open_round,
    tell,
    unlink_case,
    withhold,
)
from goru.domain.registers.actions.cases import Said, change_case, correct_move, move_case, open_case
from goru.domain.registers.actions.loading import load_registers
from goru.domain.registers.actions.uploading import (
    MOST_BYTES,
    Outcome,
    RowOutcome,
    receive_cases,
    try_cases,
    upload_cases,
)

__all__ = [
    "MOST_BYTES",
    "Outcome",
    "RowOutcome",
    "Said",
    "add_evidence",
    "ask_opinion",
    "change_case",
    "correct_move",
    "give_opinion",
    "link_case",
    "load_registers",
    "move_case",
    "open_case",
    "open_round",
    "receive_cases",
    "tell",
    "try_cases",
    "unlink_case",
    "upload_cases",
    "withhold",
]
