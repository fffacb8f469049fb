from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from django.utils.timezone import override

from goru.core.audit import actions, queries, rules
from goru.core.audit.models import OfficialAct

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Tried = Callable[..., None]
Forced = Callable[[str], None]
AT = datetime(2024, 4, 4, 9, tzinfo=UTC)


def test_a_line_reads_back_as_it_was_sealed_with_name_and_post(tried: Tried) -> None:
    tried("가", at=AT.astimezone(timezone(timedelta(hours=9))))

    kept = OfficialAct.objects.get()

    assert kept.is_as_sealed
    assert (kept.line.name, kept.line.post, kept.line.details) == ("goru", "시험 담당", {"won": 1})


def test_a_name_in_the_log_stays_as_it_was_then(tried: Tried) -> None:
    tried("가")
    person = OfficialAct.objects.get().by
    person.first_name = "다른 이름"
    person.save()
    tried("나")

    assert [act.line.name for act in queries.acts()] == ["다른 이름", "goru"]
    assert queries.verify().is_whole


def test_acts_about_a_subject_are_found_in_order(tried: Tried) -> None:
    for key in "가나가":
        tried(key)

    assert [line.number for line in queries.acts_about("trial", "가")] == [1, 3]


def test_an_empty_log_is_whole_and_ends_where_it_starts() -> None:
    assert queries.verify() == queries.Verified(0, rules.START)


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit_officialact SET text = replace(text, '1}', '2}') WHERE number = 2", 2),
        ("UPDATE audit_officialact SET at = at + interval '1 microsecond' WHERE number = 1", 1),
        ("UPDATE audit_officialact SET act = 'trial.other' WHERE number = 3", 3),
        ("UPDATE audit_officialact SET subject_key = '라' WHERE number = 3", 3),
        ("UPDATE audit_officialact SET subject_kind = 'other' WHERE number = 3", 3),
        ("UPDATE audit_officialact SET by_id = by_id + 0, number = 4 WHERE number = 3", 3),
        ("UPDATE audit_officialact SET previous_seal = repeat('1', 64) WHERE number = 2", 2),
        ("UPDATE audit_officialact SET seal = repeat('1', 64) WHERE number = 2", 2),
        ("UPDATE audit_officialact SET text = '' WHERE number = 2", 2),
        ("DELETE FROM audit_officialact WHERE number = 1", 1),
        ("DELETE FROM audit_officialact WHERE number = 2", 2),
        (
            "UPDATE audit_officialact SET text = replace(text, '1}', '2}'),"
            " seal = encode(sha256(convert_to(replace(text, '1}', '2}'), 'UTF8')), 'hex') WHERE number = 2",
            3,
        ),
    ],
)
def test_a_change_by_force_shows(tried: Tried, forced: Forced, statement: str, broken: int) -> None:
    for key in "가나다":
        tried(key)

    forced(statement)

    assert queries.verify().broken == broken


def test_a_line_cut_off_shows_where_its_seal_was_kept(tried: Tried, forced: Forced) -> None:
    for key in "가나다":
        tried(key)
    kept = queries.verify().seal

    forced("DELETE FROM audit_officialact WHERE number = 3")

    assert queries.verify().is_whole
    assert queries.verify(expected=[kept]).missing == (kept,)
    assert not queries.verify(expected=[kept]).is_whole


def test_a_day_in_seoul_has_the_seal_of_its_last_line(tried: Tried) -> None:
    midnight = datetime(2024, 4, 4, 15, tzinfo=UTC)
    for at in (AT, AT, midnight - timedelta(microseconds=1), midnight):
        tried("가", at=at)
    seals = list(OfficialAct.objects.order_by("number").values_list("seal", flat=True))

    assert queries.seals_of_days() == [
        queries.DaySeal(date(2024, 4, 5), 4, seals[3]),
        queries.DaySeal(date(2024, 4, 4), 3, seals[2]),
    ]


def test_a_seal_that_is_kept_elsewhere_and_found_is_not_missing(tried: Tried) -> None:
    tried("가")
    kept = queries.verify().seal
    tried("나")

    assert queries.verify(expected=[kept]) == queries.verify()


def test_acts_are_found_by_their_kind_by_words_and_by_their_day_in_seoul(tried: Tried) -> None:
    midnight = datetime(2024, 4, 4, 15, tzinfo=UTC)
    tried("가나", at=midnight - timedelta(microseconds=1))
    tried("다", at=midnight)

    def numbers(**asked: Any) -> list[int]:
        return [one.number for one in queries.acts(**asked)]

    with override("UTC"):
        assert numbers() == numbers(act="trial.tried") == numbers(words="trial") == [2, 1]
        assert numbers(act="trial.other") == numbers(words="라") == numbers(words="tria") == []
        assert numbers(words="나") == numbers(day=date(2024, 4, 4)) == [1]
        assert numbers(day=date(2024, 4, 5)) == [2]
        assert [one.number for one in queries.seals_of_days()] == [2, 1]
    assert queries.acts_about("other", "다") == []


def test_the_checks_that_saw_lines_say_what_must_be_there(tried: Tried) -> None:
    nothing = actions.check(at=AT)
    tried("가")
    first = actions.check(at=AT)
    tried("나")
    second = actions.check(at=AT)

    assert nothing.lines == 0
    assert queries.seen() == {first.seal: 1, second.seal: 2}
    assert queries.last_check() == second


def test_who_owns_the_log_is_kept_from_it_by_triggers_alone(db: None) -> None:
    assert not queries.is_guarded()
