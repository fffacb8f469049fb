from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection

from goru.core.moves import PROGRAM, Moves, move
from goru.core.verdict import Outdated, Refused, Subject, Why
from goru.domain.institutions.actions import system_person
from goru.pipelines.importing.models import Import

pytestmark = pytest.mark.web
AT = datetime(2025, 3, 3, tzinfo=UTC)
MOVES: Moves = {
    ("received", "reading"): PROGRAM,
    ("received", "parsing"): "secretariat",
}


def row() -> Import:
    by = system_person()
    return Import.objects.create(name="가", digest="0" * 64, size=1, received_at=AT, received_by=by)


@pytest.mark.django_db
def test_a_person_moves_a_field_and_what_goes_with_it_and_is_counted() -> None:
    one = row()
    one.name = "나"

    move(one, "reading", to="parsing", moves=MOVES, also={"lines": 7})

    assert one.name == "나", "what is not moved is left as it is"
    assert (one.reading, one.lines, one.version) == ("parsing", 7, 2)
    assert Import.objects.filter(reading="parsing", lines=7, version=2).exists()


@pytest.mark.django_db
def test_the_program_moves_without_being_counted() -> None:
    one = row()

    move(one, "reading", to="reading", moves=MOVES)

    assert (one.reading, one.version) == ("reading", 1)


@pytest.mark.django_db
def test_what_is_no_move_is_refused_and_changes_nothing() -> None:
    one = row()

    with pytest.raises(Refused) as refused:
        move(one, "reading", to="read", moves=MOVES, about=Subject("import", "1"))

    assert (refused.value.why, refused.value.about) == (Why.STATE, ("import", "1"))
    assert str(refused.value) == "지금 상태에서는 할 수 없는 일입니다."
    assert Import.objects.get().reading == "received"


@pytest.mark.django_db
@pytest.mark.parametrize("meanwhile", [{"version": 2}, {"reading": "checking"}])
def test_what_somebody_else_moved_meanwhile_is_outdated(meanwhile: dict[str, object]) -> None:
    one = row()
    Import.objects.update(**meanwhile)

    with pytest.raises(Outdated, match="그사이 다른 사람이 처리했습니다") as outdated:
        move(one, "reading", to="parsing", moves=MOVES, about=Subject("import", "1"))

    assert outdated.value.about == ("import", "1")
    assert Import.objects.get().lines is None


@pytest.mark.django_db(transaction=True)
def test_of_two_who_move_at_once_one_wins() -> None:
    pk = row().pk
    seen = [Import.objects.get(pk=pk) for _ in range(8)]

    def try_it(one: Import) -> bool:
        try:
            move(one, "reading", to="parsing", moves=MOVES)
        except Outdated:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as people:
        won = list(people.map(try_it, seen))

    assert won.count(True) == 1
    assert Import.objects.get(pk=pk).version == 2
