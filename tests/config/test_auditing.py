"""`goru audit verify`: its sentences, and the exit status that goes with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from django.db import connection

from goru.cli.main import main
from goru.config import postgres, roles
from goru.core.audit import actions, queries
from goru.core.verdict import Subject
from goru.domain.institutions.actions import system_person
from goru.domain.plans.vocabulary import PlanAct

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 4, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def whole_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lines, in the database of the tests."""

    @contextmanager
    def there() -> Iterator[None]:
        yield None

    monkeypatch.setattr(postgres, "available", there)
    for key in ("1", "2"):
        act(key)


@actions.deed
def act(key: str) -> None:
    actions.note(PlanAct.CYCLE_OPENED, subject=Subject("cycle", key), by=system_person(), at=AT)


def force(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_officialact DISABLE TRIGGER USER")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE audit_officialact ENABLE TRIGGER USER")


def test_a_whole_log_is_said_with_its_last_seal(capsys: pytest.CaptureFixture[str]) -> None:
    seal = queries.verify().seal

    assert main(["audit", "verify", "--seal", seal]) == 0

    said = capsys.readouterr()
    assert said.out == f"{roles.ONE_ROLE}\n공적 행위 기록 2줄이 온전합니다. 마지막 봉인: {seal}\n"
    assert said.err == ""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_officialact SET subject_key = '3' WHERE number = 1",
        "DELETE FROM audit_officialact WHERE number = 1",
    ],
)
def test_a_changed_or_removed_line_is_named(capsys: pytest.CaptureFixture[str], statement: str) -> None:
    force(statement)

    assert main(["audit", "verify"]) == 1

    assert "기록의 1번 줄이 바뀌었거나 빠졌습니다." in capsys.readouterr().err


def test_a_line_cut_off_is_found_by_a_seal_that_was_published(capsys: pytest.CaptureFixture[str]) -> None:
    seal = queries.verify().seal
    force("DELETE FROM audit_officialact WHERE number = 2")

    statuses = (main(["audit", "verify"]), main(["audit", "verify", "--seal", seal]))

    assert statuses == (0, 1)
    assert f"봉인 {seal}이 기록에 없습니다." in capsys.readouterr().err


def test_a_line_cut_off_since_the_last_check_is_found_without_a_seal() -> None:
    actions.check(at=AT)
    force("DELETE FROM audit_officialact WHERE number = 2")

    assert main(["audit", "verify"]) == 1


@pytest.mark.parametrize("seal", ["", "1234", "g" * 64, "A" * 64])
def test_what_is_no_seal_is_refused(capsys: pytest.CaptureFixture[str], seal: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["audit", "verify", "--seal", seal])

    assert "64" in capsys.readouterr().err
