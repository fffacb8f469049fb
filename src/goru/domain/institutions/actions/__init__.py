from goru.domain.institutions.actions.accounts import lock_account, open_account, unlock_account
from goru.domain.institutions.actions.loading import load_register, system_person
from goru.domain.institutions.actions.own import add_institution, join_megaregion
from goru.domain.institutions.actions.posts import appoint, end_holding, hand_over, invite, stand_in
from goru.domain.institutions.actions.telephones import set_telephone
from goru.domain.institutions.actions.tokens import MadeToken, end_token, make_token, use_token
from goru.domain.institutions.actions.units import close_unit, open_unit

__all__ = [
    "MadeToken",
    "add_institution",
    "appoint",
    "close_unit",
    "end_holding",
    "end_token",
    "hand_over",
    "invite",
    "join_megaregion",
    "load_register",
    "lock_account",
    "make_token",
    "open_account",
    "open_unit",
    "set_telephone",
    "stand_in",
    "system_person",
    "unlock_account",
    "use_token",
]
