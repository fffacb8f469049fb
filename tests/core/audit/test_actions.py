from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event, Thread
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from goru.core.audit import actions, queries, rules
from goru.core.audit.models import LogCheck, OfficialAct
from goru.core.audit.vocabulary import label_of
from goru.core.verdict import Refused, Subject
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.plans.vocabulary import PlanAct

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2024, 4, 4, 9, tzinfo=UTC)
TRIED = PlanAct.CYCLE_OPENED


def note(key: str, **details: object) -> None:
    by = system_person()
    actions.note(TRIED, subject=Subject("trial", key), by=by, at=AT, post="시험 담당", details=details)


@actions.deed
def try_once(key: str, *, and_fail: bool = False) -> str:
    note(key)
    if and_fail:
        raise Refused("안 됩니다.")
    return key


def keys() -> list[str]:
    return list(OfficialAct.objects.order_by("number").values_list("subject_key", flat=True))


def test_acts_are_numbered_and_chained() -> None:
    assert (try_once("가"), try_once("나")) == ("가", "나")

    first, second = OfficialAct.objects.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert first.previous_seal == rules.START
    assert second.previous_seal == first.seal
    assert queries.verify().broken is None


def test_the_acts_of_deeds_within_are_written_with_the_outermost_in_their_order() -> None:
    written = []

    @actions.deed
    def do() -> None:
        note("가")
        try_once("나")
        written.extend(keys())
        note("다")

    do()

    assert written == []
    assert keys() == ["가", "나", "다"]


def test_a_deed_within_that_fails_and_is_caught_leaves_none_of_its_acts_and_nothing_else() -> None:
    @actions.deed
    def fail() -> None:
        Person.objects.create(username="nobody")
        try_once("나")
        try_once("다", and_fail=True)

    @actions.deed
    def do() -> None:
        note("가")
        with pytest.raises(Refused):
            fail()
        note("라")

    do()

    assert keys() == ["가", "라"]
    assert not Person.objects.filter(username="nobody").exists()


def test_a_deed_that_fails_leaves_nothing_and_the_next_is_none_within_it() -> None:
    with pytest.raises(Refused):
        try_once("가", and_fail=True)

    try_once("나")

    assert keys() == ["나"]


def test_an_act_outside_of_a_deed_is_an_error_of_the_program() -> None:
    with pytest.raises(RuntimeError, match="outside"):
        note("가")

    try_once("나")
    with pytest.raises(RuntimeError, match="outside"):
        note("다")


def test_what_a_constraint_refuses_at_the_end_is_refused_before_the_act_is_written() -> None:
    @actions.deed
    def do() -> None:
        note("가")
        with connection.cursor() as cursor:  # a constraint that is checked at the end
            cursor.execute("INSERT INTO institutions_person_groups (person_id, group_id) VALUES (-1, -1)")

    with pytest.raises(IntegrityError):
        do()

    assert keys() == []


def test_an_act_has_its_words_and_one_that_no_room_knows_is_shown_as_it_is() -> None:
    assert (label_of(TRIED.value), label_of("gone.done")) == ("연도 열기", "gone.done")


@pytest.mark.django_db(transaction=True)
def test_a_deed_is_the_whole_of_its_transaction() -> None:
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        try_once("가")


@pytest.mark.django_db(transaction=True)
def test_a_short_deed_waits_for_no_long_one_that_has_noted_before_it() -> None:
    has_noted, may_end = Event(), Event()

    @actions.deed
    def take_long() -> None:
        note("long")
        has_noted.set()
        assert may_end.wait(20)

    def in_thread() -> None:
        try:
            take_long()
        finally:
            connection.close()

    system_person()
    other = Thread(target=in_thread)
    other.start()
    assert has_noted.wait(20)
    try_once("short")
    before = keys()
    may_end.set()
    other.join()

    assert (before, keys()) == (["short"], ["short", "long"])
    assert queries.verify().broken is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_officialact SET act = 'other'",
        "DELETE FROM audit_officialact",
        "TRUNCATE audit_officialact",
    ],
)
def test_the_database_refuses_to_change_the_log(statement: str) -> None:
    try_once("가")

    connection.check_constraints()
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_officialact ENABLE TRIGGER official_act_is_never_truncated")

    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)

    assert keys() == ["가"]


@pytest.mark.parametrize(
    ("column", "value"),
    [("number", "3"), ("previous_seal", "repeat('1', 64)"), ("seal", "repeat('1', 64)"), ("text", "'{}'")],
)
def test_the_database_takes_no_line_but_the_next_even_of_several_at_once(column: str, value: str) -> None:
    try_once("가")
    columns = "number, act, subject_kind, subject_key, at, by_id, text, previous_seal, seal"
    text = "'{\"forged\":true}'"
    values = {name: name for name in columns.split(", ")} | {
        "number": "2",
        "text": text,
        "previous_seal": "seal",
        "seal": f"encode(sha256(convert_to({text}, 'UTF8')), 'hex')",
    }
    forged = "INSERT INTO audit_officialact ({}) SELECT {} FROM audit_officialact"

    with pytest.raises(DatabaseError, match="next line"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(forged.format(columns, ", ".join((values | {column: value}).values())))
    with connection.cursor() as cursor:
        cursor.execute(forged.format(columns, ", ".join(values.values())))

    assert queries.verify().broken == 2


def test_a_check_keeps_what_it_found_and_a_cut_shows_in_all_that_follow(
    forced: Callable[[str], None],
) -> None:
    actions.check(at=AT)
    for key in "가나":
        try_once(key)
    whole = actions.check(at=AT)

    forced("DELETE FROM audit_officialact WHERE number = 2")
    for key in "라마":
        try_once(key)

    assert (whole.lines, whole.broken) == (2, None)
    assert actions.check(at=AT).broken == 2
    assert actions.check(at=AT).broken == 2
    assert queries.last_check() == LogCheck.objects.order_by("pk").last()


def test_an_act_keeps_the_full_name_the_post_and_the_details() -> None:
    hong = Person.objects.create(username="hong", first_name="길동", last_name="홍")

    @actions.deed
    def do() -> None:
        given: dict[str, Any] = {"subject": Subject("trial", "가"), "at": AT}
        actions.note(TRIED, by=hong, post="시험 담당", details={"won": 1}, **given)
        actions.note(TRIED, by=system_person(), **given)

    do()

    lines = [act.line for act in OfficialAct.objects.order_by("number")]
    assert [(one.name, one.post, one.details) for one in lines] == [
        (hong.get_full_name(), "시험 담당", {"won": 1}),
        ("goru", "", {}),
    ]
