"""Accounts to try everything with, on an installation with the embedded database only."""

from __future__ import annotations

import json
import secrets

from django.utils import timezone

from goru.config import environment
from goru.domain.institutions.actions import open_account, system_person
from goru.domain.institutions.models import Person

_FILE = "demo-accounts.json"
_BRINGS_IN_BOOKS = ["importing.bring_in_books"]
_CAST = {
    "secretariat": ("지방시대위원회 기획단", _BRINGS_IN_BOOKS),
    "seoul": ("서울특별시 담당자", []),
    "education": ("교육부 담당자", []),
    "evaluator": ("평가위원", []),
}


def are_wanted() -> bool:
    """Never where DATABASE_URL names a database of the installation's own, or GORU_DEMO is off."""
    return environment.is_demo()


def open_accounts() -> None:
    """Open the accounts; their passwords are made once an installation and kept beside its database."""
    passwords: dict[str, str] = json.loads(environment.kept(_FILE, _new_passwords))
    for username, (name, rights) in _CAST.items():
        kept = Person.objects.filter(username=username).first()
        if kept is None or not kept.check_password(passwords[username]):
            open_account(
                username=username,
                name=name,
                password=passwords[username],
                rights=rights,
                by=system_person(),
                at=timezone.now(),
            )


def table() -> str:
    """The accounts as `make run` prints them: name, password, who it is."""
    passwords: dict[str, str] = json.loads(environment.kept(_FILE, _new_passwords))
    rows = [f"  {username:<12} {passwords[username]}  {name}" for username, (name, _) in _CAST.items()]
    return "\n".join(["시험용 계정 (demo accounts):", *rows])


def _new_passwords() -> str:
    return json.dumps({username: secrets.token_urlsafe(9) for username in _CAST})
