"""What was typed and could not be kept: it stays with who typed it, wherever they go, until it is kept or given up.

Their session holds it, so that it ends with that.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.contrib.sessions.backends.base import SessionBase

_KEY = "unsaved"
_LONGEST = 200_000
"""Letters of one field that are held: what is longer stays on its page alone."""


def held(session: SessionBase, number: int, section: str) -> dict[str, tuple[str, str]]:
    """Of a section of an edition, by the names of its fields, why they were not kept and what was typed."""
    found = session.get(_KEY, {}).get(str(number), {}).get(section, {})
    return {name: (why, typed) for name, (why, typed) in found.items()}


def counts(session: SessionBase, number: int) -> dict[str, int]:
    """In how many fields of each section of an edition something is not kept."""
    return {section: len(fields) for section, fields in session.get(_KEY, {}).get(str(number), {}).items()}


def hold(
    session: SessionBase,
    number: int,
    section: str,
    *,
    sent: Collection[str],
    told: Mapping[str, str],
    form: Mapping[str, str],
) -> None:
    """Of the fields that were sent, hold those that were not kept, by why, and let the others go."""
    before = held(session, number, section)
    left = {name: said for name, said in before.items() if name not in sent}
    new = {name: (why, form.get(name, "")) for name, why in told.items()}
    after = left | {name: said for name, said in new.items() if len(said[1]) <= _LONGEST}
    if after != before:
        every = session.get(_KEY, {})
        of_edition = {**every.get(str(number), {}), section: after}
        session[_KEY] = every | {str(number): {key: fields for key, fields in of_edition.items() if fields}}
