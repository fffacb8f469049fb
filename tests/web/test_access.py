"""Who may ask for what: a page is for who is signed in, unless it says itself that it is for all."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

CLOSED = {
    *("leave-everywhere", "mails", "send-mail-again", "audit", "audit-about", "imports", "upload", "import"),
    *("import-progress", "adopt-import", "discard-import", "retry-import", "posts", "posts-of", "open-unit"),
    *("appoint", "invite", "stand-in", "hand-over", "end-holding", "close-unit", "return-to"),
    *("account_change_password", "account_reauthenticate", "mfa_reauthenticate", "mfa_index"),
    *("mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"),
}
"""By hand: all that nobody sees who is not signed in."""


def views(resolver: Any) -> Iterator[URLPattern]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from views(one)
        else:
            yield one


def test_nobody_sees_without_signing_in_what_is_not_meant_for_all() -> None:
    closed = {one.name for one in views(get_resolver()) if getattr(one.callback, "login_required", True)}

    assert closed == CLOSED
