"""A restore that fails, however late, brings nothing and may be done again; what failed is said as what it is."""

import contextlib
import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import psycopg
import pytest

from goru.config.backups.archive import MANIFEST, BackupError, Manifest, opened, verify

pytestmark = [pytest.mark.web, pytest.mark.django_db]

RELEASE = Path(__file__).parents[2] / "data" / "releases" / "0.1.0"
LONG = "가" * 20_001
LINE = "Ⅰ. 시행계획 개요"
LATER = """
from django.db import migrations

def fail(apps, editor):
    {}["no such name"]

class Migration(migrations.Migration):
    operations = [migrations.RunSQL("CREATE TABLE later_made (id int)"), migrations.%s]
"""
SETTINGS = """
from goru.config.owning import *
INSTALLED_APPS = [*INSTALLED_APPS, "later"]
"""

Elsewhere = Callable[[], Any]  # conftest.py: Installation


def packed(target: Path, **instead: bytes) -> Path:
    """The backup of a release, some of its members with other bytes."""
    files = [file for file in sorted(RELEASE.rglob("*")) if file.is_file()]
    members = {str(file.relative_to(RELEASE)): file.read_bytes() for file in files} | instead
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target


@pytest.fixture
def with_a_long_line(tmp_path: Path) -> Path:
    """A backup of release 0.1.0, whose text had no limit, with a line of 20,001 letters."""
    before = (RELEASE / "tables" / "plans_printedline").read_bytes()
    after = before.replace(LINE.encode(), LONG.encode(), 1)
    old, new = (hashlib.sha256(content).hexdigest().encode() for content in (before, after))
    manifest = (RELEASE / MANIFEST).read_bytes().replace(old, new)
    return packed(tmp_path / "long.zip", **{MANIFEST: manifest, "tables/plans_printedline": after})


def long_lines(there: Any) -> int:
    """The lines that are that long."""
    return int(there.ask(f"SELECT count(*) FROM plans_printedline WHERE text = '{LONG}'"))  # noqa: S608 # ours


def limits(there: Any) -> str:
    """The constraints of its tables, and which of them not all rows need keep to."""
    return str(
        there.ask(
            "SELECT string_agg(conname || CASE WHEN convalidated THEN '' ELSE ' NOT VALID' END, ' ' ORDER BY conname)"
            " FROM pg_constraint WHERE contype = 'c'"
        )
    )


def test_a_row_older_than_the_limits_stays_and_new_ones_are_held_to_them(
    with_a_long_line: Path, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    """It comes to this program's state, and comes back from a backup of this program too."""
    there, again, file = elsewhere(), elsewhere(), tmp_path / "again.zip"

    restored = there.goru("restore", with_a_long_line)
    checked = there.goru("manage", "migrate", "--check")
    there.goru("backup", file)
    back = again.goru("restore", file)

    assert [one.returncode for one in (restored, checked, back)] == [0, 0, 0], restored.stderr + back.stderr
    assert (long_lines(there), long_lines(again)) == (1, 1)
    assert "printed_line_is_within_ranges NOT VALID" in limits(there)
    assert limits(again) == limits(there)
    for one in (there, again):
        with pytest.raises(psycopg.errors.CheckViolation, match="printed_line_is_within_ranges"):
            one.ask(
                "UPDATE plans_printedline SET text = repeat('사', 20001) WHERE length(text) < 1000 RETURNING id"
            )


def with_a_later_migration(there: Any, file: Path, folder: Path, operation: str) -> Any:
    """Restore with a program that has a migration more than the release, which fails."""
    migrations = folder / "later" / "migrations"
    migrations.mkdir(parents=True)
    (folder / "later_settings.py").write_text(SETTINGS)
    (folder / "later" / "__init__.py").touch()
    (migrations / "__init__.py").touch()
    (migrations / "0001_initial.py").write_text(LATER % operation)
    return there.goru("restore", file, PYTHONPATH=str(folder), DJANGO_SETTINGS_MODULE="later_settings")


def nothing_is_there(there: Any) -> bool:
    """Whether the database and the folder of files are as empty as they were."""
    tables = there.ask("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")
    types = there.ask(
        "SELECT count(*) FROM pg_type WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'"
    )
    functions = there.ask("SELECT count(*) FROM pg_proc WHERE proname LIKE 'procrastinate%'")
    return (tables, types, functions, list((there.home / "uploads").glob("*"))) == (0, 0, 0, [])


def is_one_korean_sentence(refused: subprocess.CompletedProcess[str]) -> bool:
    """Whether a command was refused in one line that says in Korean what became of the restore."""
    said = refused.stderr
    return (
        refused.returncode == 2
        and said.count("\n") == 1
        and "복원하지 못해 아무것도 남기지 않았습니다" in said
    )


@pytest.mark.parametrize(
    "failing", ["1 / 0", pytest.param("pg_terminate_backend(pg_backend_pid())", marks=pytest.mark.soak)]
)
def test_where_a_later_migration_fails_nothing_came_and_it_may_be_done_again(
    elsewhere: Elsewhere, tmp_path: Path, failing: str
) -> None:
    there, file = elsewhere(), packed(tmp_path / "released.zip")

    refused = with_a_later_migration(there, file, tmp_path, f'RunSQL("SELECT {failing}")')

    assert is_one_korean_sentence(refused), refused.stderr
    assert nothing_is_there(there)
    again = there.goru("restore", file)
    assert again.returncode == 0, again.stderr


@pytest.mark.soak
def test_a_fault_of_the_program_is_seen_as_one_and_brings_nothing_either(
    elsewhere: Elsewhere, tmp_path: Path
) -> None:
    there, file = elsewhere(), packed(tmp_path / "released.zip")

    failed = with_a_later_migration(there, file, tmp_path, "RunPython(fail)")

    assert "프로그램의 잘못으로 멈췄습니다(KeyError" in failed.stderr
    assert "온전한 백업 파일이 아닙니다" not in failed.stderr
    assert nothing_is_there(there)


def test_what_is_wrong_with_a_row_is_said_without_the_row(elsewhere: Elsewhere, tmp_path: Path) -> None:
    before = (RELEASE / "tables" / "importing_import").read_bytes()
    after = before.replace(b"received", b"forgotten")
    old, new = (hashlib.sha256(content).hexdigest().encode() for content in (before, after))
    manifest = (RELEASE / MANIFEST).read_bytes().replace(old, new)
    broken = packed(tmp_path / "broken.zip", **{MANIFEST: manifest, "tables/importing_import": after})
    there = elsewhere()

    refused = there.goru("restore", broken)

    assert is_one_korean_sentence(refused), refused.stderr
    assert "import_state" in refused.stderr
    assert "forgotten" not in refused.stderr
    assert nothing_is_there(there)


def test_a_count_of_rows_that_is_not_so_is_known(tmp_path: Path) -> None:
    manifest = (RELEASE / MANIFEST).read_bytes().replace(b'"rows": 3,', b'"rows": 4,')

    with pytest.raises(BackupError, match="온전한 백업 파일이 아닙니다"):
        verify(packed(tmp_path / "miscounted.zip", **{MANIFEST: manifest}))


def _misses_a_name() -> None:
    names: dict[str, int] = {}
    names["no such name"] += 1


def _is_no_manifest() -> None:
    Manifest.model_validate({})


@pytest.mark.parametrize("fault", [_misses_a_name, _is_no_manifest])
def test_what_fails_beside_the_file_is_no_damage_of_the_file(
    fault: Callable[[], object], tmp_path: Path
) -> None:
    file = packed(tmp_path / "released.zip")
    with pytest.raises((KeyError, ValueError), match=r"no such name|Manifest"), opened(file):
        fault()


def test_whichever_byte_of_the_file_s_ends_is_another_it_is_known_or_does_not_matter(tmp_path: Path) -> None:
    """The ends hold what the file says of itself: each fault of theirs is the file's, never the program's."""
    content = packed(tmp_path / "released.zip").read_bytes()
    stated = Manifest.model_validate_json((RELEASE / MANIFEST).read_bytes())
    damaged = tmp_path / "damaged.zip"
    for place in [*range(60), *range(len(content) - 300, len(content))]:
        for mask in (0xFF, 0x01):
            damaged.write_bytes(content[:place] + bytes([content[place] ^ mask]) + content[place + 1 :])
            with contextlib.suppress(BackupError):
                assert verify(damaged) == stated
