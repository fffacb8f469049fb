"""The database of a practice installation (연습): its own, and emptied every night (config/serve.py).

That a database is one for practice stands in it from before its first table on, as the comment of its schema, so that
neither a killed start nor the emptying loses it. What is not marked so is never emptied.
"""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.db import ProgrammingError, connection, transaction

from goru.config.backups.tables import all_tables, drop_all

_MARK: Final = "goru: practice"

_NOT_FOR_PRACTICE = (
    "GORU_PRACTICE: 이 데이터베이스는 연습용으로 만든 것이 아니므로 시작하지 않습니다. 아무것도 바꾸지 않았습니다. "
    "연습용에는 빈 데이터베이스(DATABASE_URL)와 빈 폴더(GORU_HOME)를 따로 주세요."
)
_FOR_PRACTICE = (
    "연습용으로 만든 데이터베이스이므로 GORU_PRACTICE=on 없이는 시작하지 않습니다. 모의자료가 실제 자료로 보이게 됩니다. "
    "실제 누리집에는 다른 데이터베이스(DATABASE_URL)와 다른 폴더(GORU_HOME)를 주세요."
)
_NOT_THE_OWNER = (
    "GORU_PRACTICE: 이 데이터베이스를 연습용으로 표시하지 못했습니다. 데이터베이스의 소유자 역할로 접속하세요"
    "(GORU_OWNER_DATABASE_URL)."
)


class WrongDatabase(Exception):
    """The database is for the other kind of installation; the message says what to do."""


@transaction.atomic
def claim() -> None:
    """Take an empty database for practice; refuse one of the other kind, before anything of it is changed."""
    if _is_marked() == settings.IS_PRACTICE:
        return
    if not settings.IS_PRACTICE:
        raise WrongDatabase(_FOR_PRACTICE)
    if all_tables():
        raise WrongDatabase(_NOT_FOR_PRACTICE)
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_schema())")
            cursor.execute(f"COMMENT ON SCHEMA {cursor.fetchone()[0]} IS '{_MARK}'")
    except ProgrammingError as error:
        raise WrongDatabase(_NOT_THE_OWNER) from error


def empty() -> None:
    """Take all away that was practised, of a database that is for practice alone."""
    if not settings.IS_PRACTICE or not _is_marked():
        raise WrongDatabase(_NOT_FOR_PRACTICE)
    drop_all()


def _is_marked() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(current_schema()::regnamespace, 'pg_namespace')")
        return bool(cursor.fetchone()[0] == _MARK)
