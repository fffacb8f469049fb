"""What the role that serves may do: all its work, and nothing to the log but to add the next line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from psycopg import errors

from goru.book.model import PlanBook
from goru.config import roles
from goru.core.audit import actions, queries
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Subject
from goru.domain.institutions.actions import system_person
from goru.domain.plans.vocabulary import PlanAct
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.importing.vocabulary import Part
from goru.pipelines.issuing.jobs import issue_what_is_not
from goru.pipelines.searching.actions import index_cycle

pytestmark = [pytest.mark.web, pytest.mark.django_db(transaction=True)]
ROLE, PASSWORD = "goru_serving_of_tests", "serving"
AT = datetime(2025, 4, 4, tzinfo=UTC)
COLUMNS = "number, act, subject_kind, subject_key, at, by_id, text, previous_seal, seal"
NEXT = "{number}, '{act}', 'cycle', '1', now(), 1, '{text}', {previous}, {seal}"


@pytest.fixture
def serving(db: None) -> Iterator[str]:
    """A role that may log in, let do its work."""
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE ROLE {ROLE} LOGIN PASSWORD '{PASSWORD}'")
    roles.grant(ROLE)
    yield ROLE
    with connection.cursor() as cursor:
        cursor.execute(f"DROP OWNED BY {ROLE}; DROP ROLE {ROLE}")


@pytest.fixture
def intruder(serving: str, logged: None) -> Iterator[psycopg.Connection]:
    """A connection of the serving role that somebody else has."""
    held = connection.settings_dict
    with psycopg.connect(
        host=held["HOST"],
        port=held["PORT"] or None,
        dbname=held["NAME"],
        user=serving,
        password=PASSWORD,
        autocommit=True,
    ) as connected:
        yield connected


@pytest.fixture
def logged(db: None) -> None:
    @actions.deed
    def act(key: str) -> None:
        subject = Subject("cycle", key)
        actions.note(PlanAct.CYCLE_OPENED, subject=subject, by=system_person(), at=AT)

    for key in ("1", "2", "3"):
        act(key)


REWRITING = (
    "UPDATE audit_officialact SET act = 'other' WHERE number = 2",
    "UPDATE audit_officialact SET number = number",
    "DELETE FROM audit_officialact WHERE number = 3",
    "TRUNCATE audit_officialact",
    "TRUNCATE institutions_person CASCADE",
    "ALTER TABLE audit_officialact DISABLE TRIGGER ALL",
    "ALTER TABLE audit_officialact DISABLE TRIGGER official_act_is_never_changed",
    "SET session_replication_role = replica",
    "DROP TABLE audit_officialact",
    "DROP TRIGGER official_act_is_never_changed ON audit_officialact",
    "DROP FUNCTION audit_refuse_change CASCADE",
    "CREATE OR REPLACE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE sql AS 'SELECT NULL'",
    "ALTER TABLE audit_officialact RENAME TO forgotten",
    "ALTER TABLE audit_officialact DROP COLUMN text",
    "CREATE RULE nothing AS ON INSERT TO audit_officialact DO INSTEAD NOTHING",
    "CREATE TRIGGER mine BEFORE INSERT ON audit_officialact EXECUTE FUNCTION audit_refuse_change()",
    "CREATE TABLE audit_other (LIKE audit_officialact)",
    "SELECT * FROM audit_officialact FOR UPDATE",
    "MERGE INTO audit_officialact o USING (SELECT 2 n) s ON o.number = s.n WHEN MATCHED THEN DELETE",
    f"INSERT INTO audit_officialact ({COLUMNS}) SELECT {COLUMNS} FROM audit_officialact LIMIT 1"  # noqa: S608
    " ON CONFLICT (number) DO UPDATE SET act = 'other'",
    "DELETE FROM django_migrations",
    "UPDATE audit_logcheck SET broken = NULL",
    "DELETE FROM audit_logcheck",
    "DELETE FROM institutions_holdingevent",
    "UPDATE institutions_postevent SET pgh_label = 'other'",
    "COPY audit_officialact TO PROGRAM 'cat'",
    "UPDATE pg_trigger SET tgenabled = 'D'",
    "ALTER SYSTEM SET fsync = off",
)


def test_the_log_is_closed_to_who_serves(intruder: psycopg.Connection) -> None:
    def is_refused(statement: str) -> bool:
        try:
            intruder.execute(statement.encode())
        except errors.InsufficientPrivilege:
            return True
        return False

    intruder.execute(
        b"GRANT ALL ON audit_officialact TO PUBLIC"
    )  # it has no right to give: a warning, and no more

    assert [one for one in REWRITING if not is_refused(one)] == []
    assert queries.verify().lines == 3
    assert queries.verify().is_whole


def test_who_serves_becomes_neither_the_owner_nor_anybody_else(intruder: psycopg.Connection) -> None:
    owner = connection.settings_dict["USER"]
    for statement in (f"SET ROLE {owner}", f"SET SESSION AUTHORIZATION {owner}", f"GRANT {owner} TO {ROLE}"):
        with pytest.raises(errors.InsufficientPrivilege):
            intruder.execute(statement.encode())


NOT_THE_NEXT = (
    {"number": "5"},
    {"number": "4000000000"},
    {"number": "3"},
    {"previous": "repeat('0', 64)"},
    {"seal": "repeat('1', 64)"},
    {"text": "other"},
)


@pytest.mark.parametrize("is_shadowed", [False, True])
def test_a_line_that_is_not_the_next_is_refused(intruder: psycopg.Connection, is_shadowed: bool) -> None:
    if is_shadowed:  # by a table of the intruder's own, which would be found first
        intruder.execute("CREATE TEMP TABLE audit_officialact (number bigint, seal text)")
        intruder.execute("INSERT INTO pg_temp.audit_officialact VALUES (3999999999, repeat('0', 64))")

    for changed in NOT_THE_NEXT:
        with pytest.raises(errors.RestrictViolation):
            forge(intruder, **changed)

    assert queries.verify().is_whole


def test_a_copied_line_is_refused(intruder: psycopg.Connection) -> None:
    columns = COLUMNS.encode()
    with (
        pytest.raises(errors.RestrictViolation),
        intruder.cursor().copy(b"COPY audit_officialact (" + columns + b") FROM STDIN") as copy,
    ):
        copy.write_row((9, "plans.cycle_opened", "cycle", "1", AT, 1, "", "1" * 64, "2" * 64))

    assert queries.verify().is_whole


def test_a_next_line_that_says_one_thing_and_seals_another_is_found(intruder: psycopg.Connection) -> None:
    forge(intruder, text=f" {OfficialAct.objects.get(number=3).text}")

    assert queries.verify().broken == 4


def forge(intruder: psycopg.Connection, **changed: str) -> None:
    """Add a line that is the next but for what is changed; its text is one of ours, of another line."""
    last = OfficialAct.objects.get(number=3)
    said = {
        "number": "4",
        "act": "plans.cycle_opened",
        "text": last.text,
        "previous": f"'{last.seal}'",
    } | changed
    sealed = last.text if said["text"] == "other" else said["text"]
    seal = f"encode(sha256(convert_to('{sealed}', 'UTF8')), 'hex')"
    values = NEXT.format(**{"seal": seal} | said)
    intruder.execute(f"INSERT INTO public.audit_officialact ({COLUMNS}) VALUES ({values})".encode())  # noqa: S608


def test_who_serves_does_all_its_work(serving: str, small_book: PlanBook, tmp_path: Path) -> None:
    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {serving}")
    try:
        adopted = adopt_book(book=small_book, name="book.json", by=system_person(), at=AT)
        fewer = small_book.model_copy(update={"plans": small_book.plans[:-1]})
        adopt_book(book=fewer, name="book.json", by=system_person(), at=AT, accepted=list(Part))
        assert adopted.document
        index_cycle(cycle=adopted.document.cycle)
        issue_what_is_not()
        checked = actions.check(at=AT)
        call_command("clearsessions", stdout=io.StringIO())
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")

    assert (checked.broken, checked.lines) == (None, OfficialAct.objects.count())
    assert checked.lines > 4


def test_whether_the_log_is_guarded_is_known_to_who_asks(serving: str) -> None:
    as_owner = queries.is_guarded()
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {serving}")
        as_serving = queries.is_guarded()
        cursor.execute("RESET ROLE")

    assert (as_owner, as_serving) == (False, True)
