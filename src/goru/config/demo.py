"""Accounts to try everything with: `make run` has them, no service does."""

from __future__ import annotations

import json
import secrets

from django.utils import timezone

from goru.config import environment
from goru.domain.institutions.actions import lock_account, open_account, system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.queries import posts_of

_FILE = "demo-accounts.json"
_CAST = {
    "administrator": ("시스템 관리자", "administrator"),
    "secretariat": ("지방시대위원회 기획단", "secretariat"),
    "seoul": ("서울특별시 총괄 담당자", "author:seoul"),
    "seoul-culture": ("서울특별시 문화본부 담당자", "contributor:seoul/문화본부"),
    "jongno": ("종로구 담당자", "contributor:mois-11110"),
    "certifier": ("서울특별시 결재권자", "certifier:seoul"),
    "support": ("서울특별시 지방시대지원단", "support_group:seoul"),
    "jeonnam": ("전남광주통합특별시 총괄 담당자", "author:jeonnam-gwangju"),
    "education": ("교육부 총괄 담당자", "author:moe"),
    "chungcheong": ("충청권 총괄 담당자", "author:chungcheong"),
    "busan": ("부산광역시 총괄 담당자", "author:busan"),
    "budget": ("기획예산처 예산 담당", "budget_officer:mpb"),
    "member": ("위원", "member"),
    "expert": ("전문위원", "expert_member"),
    "evaluator": ("평가위원", "evaluator"),
    "auditor": ("감사", "auditor"),
    "moderator": ("의견 관리자", "moderator"),
    "help-desk": ("도움 창구", "help_desk"),
}
"""One a role, and `busan`, to whom what is of others stays strange. A citizen does not sign in."""


def are_wanted() -> bool:
    """Where GORU_DEMO says so, and never where DATABASE_URL names a database of the installation's own."""
    return environment.is_demo()


def open_accounts() -> None:
    """Open the accounts; their passwords are made once an installation and kept beside its database."""
    passwords, on = _passwords(), timezone.localdate()
    for username, (name, post) in _CAST.items():
        kept = Person.objects.filter(username=username).first()
        if kept is None or not kept.check_password(passwords[username]) or not posts_of(kept, on):
            open_account(
                username=username,
                name=name,
                email=f"{username}@example.org",
                password=passwords[username],
                posts=[post],
                by=system_person(),
                at=timezone.now(),
                is_demo=True,
            )


def lock_accounts() -> None:
    """Let nobody in by what a demo opened here, or where this database was before: its passwords are known."""
    for person in Person.objects.filter(is_active=True, username__in=_CAST):
        if person.is_demo or _has_a_password_of_here(person):
            lock_account(
                person_id=person.pk,
                by=system_person(),
                at=timezone.now(),
                reason="시험용 계정 (demo account)",
            )


def _has_a_password_of_here(person: Person) -> bool:
    """Whether it is of a demo before its accounts were marked (`is_demo`)."""
    return (environment.home() / _FILE).exists() and person.check_password(_passwords()[person.username])


def table() -> str:
    """The accounts as `make run` prints them: name, password, who it is."""
    passwords = _passwords()
    rows = [f"  {username:<13} {passwords[username]}  {name}" for username, (name, _) in _CAST.items()]
    return "\n".join(["시험용 계정 (demo accounts):", *rows])


def _passwords() -> dict[str, str]:
    """Those that are kept; the cast of an earlier version was smaller, so one more file a name that joined it."""
    passwords: dict[str, str] = json.loads(environment.kept(_FILE, _new_passwords))
    return {name: passwords.get(name) or environment.kept(f"demo-{name}", _new_password) for name in _CAST}


def _new_passwords() -> str:
    return json.dumps({username: _new_password() for username in _CAST})


def _new_password() -> str:
    """Of hexadecimal digits, so that it is never like a name of the cast, which would be refused."""
    return secrets.token_hex(10)
