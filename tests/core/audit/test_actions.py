from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import DatabaseError, connection, transaction

from goru.core.audit import actions, queries, rules
from goru.core.audit.models import OfficialAct
from goru.domain.institutions.actions import system_person

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2024, 4, 4, 9, tzinfo=UTC)


def record(key: str, at: datetime = AT) -> OfficialAct:
    return actions.record("plan.tested", subject=("plan", key), by=system_person(), at=at, details={"won": 1})


def force(statement: str) -> None:
    """Change the log as someone could who owns the database."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE audit_officialact DISABLE TRIGGER USER")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE audit_officialact ENABLE TRIGGER USER")


def test_acts_are_numbered_and_chained() -> None:
    first, second = record("가"), record("나")

    assert (first.number, second.number) == (1, 2)
    assert first.previous_seal == rules.START
    assert second.previous_seal == first.seal
    assert queries.first_broken() is None


def test_a_line_reads_back_with_the_seal_it_was_written_with() -> None:
    record("가", at=AT.astimezone(timezone(timedelta(hours=9))))

    kept = OfficialAct.objects.get()

    assert kept.seal == kept.expected_seal


def test_acts_about_a_subject_are_found_in_order() -> None:
    record("가")
    record("나")
    record("가")

    assert [line.number for line in queries.acts_about("plan", "가")] == [1, 3]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_officialact SET act = 'other'",
        "DELETE FROM audit_officialact",
    ],
)
def test_the_database_refuses_to_change_the_log(statement: str) -> None:
    record("가")

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert OfficialAct.objects.get().act == "plan.tested"


def test_the_database_refuses_to_truncate_the_log() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_officialact ENABLE TRIGGER official_act_is_never_truncated")

        with pytest.raises(DatabaseError, match="append-only"):
            cursor.execute("TRUNCATE audit_officialact")


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit_officialact SET details = '{\"won\": 2}' WHERE number = 2", 2),
        ("UPDATE audit_officialact SET at = at + interval '1 microsecond' WHERE number = 1", 1),
        ("DELETE FROM audit_officialact WHERE number = 2", 2),
    ],
)
def test_a_change_by_force_shows(statement: str, broken: int) -> None:
    for key in "가나다":
        record(key)

    force(statement)

    assert queries.first_broken() == broken
