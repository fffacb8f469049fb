from goru.domain.institutions.actions.accounts import invite, open_account
from goru.domain.institutions.actions.loading import load_register, system_person

__all__ = ["invite", "load_register", "open_account", "system_person"]
