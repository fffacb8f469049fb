"""What was there at one moment is there again elsewhere, to the letter; what cannot be brought back leaves nothing."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import psycopg
import pytest
from django.db import connection

from goru.config.backups import tables, writing
from goru.config.backups.archive import MANIFEST, BackupError, Manifest, opened, upload_member, verify
from goru.domain.institutions.actions import system_person
from goru.domain.plans.models import Publication
from goru.pipelines.importing import actions
from goru.pipelines.importing.models import Import

pytestmark = [pytest.mark.web, pytest.mark.django_db(transaction=True)]

AT = datetime(2025, 4, 5, tzinfo=UTC)
TEXT = "2024년 지방시대 시행계획\n\t되돌림 \\. \\N\n".encode()
DIGEST = hashlib.sha256(TEXT).hexdigest()

Elsewhere = Callable[[], Any]  # conftest.py: Installation


@pytest.fixture
def received(adopted: Publication, settings: Any, tmp_path: Path) -> Import:
    """The small book adopted, and a file brought in whose reading waits in the queue."""
    settings.UPLOADS = tmp_path / "uploads"
    officer = system_person()
    return actions.receive_import(name="a\tb\\.txt", chunks=[TEXT], by=officer, at=AT)


@pytest.fixture
def kept(received: Import, tmp_path: Path) -> Path:
    """A backup of it."""
    writing.back_up(tmp_path / "kept.zip")
    return tmp_path / "kept.zip"


def same(one: Manifest, other: Manifest) -> bool:
    """Whether two backups hold the same rows, numbers and files."""
    return (set(one.tables), one.sequences, one.uploads) == (
        set(other.tables),
        other.sequences,
        other.uploads,
    )


def changed(kept: Path, target: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """A copy of a backup whose members were changed."""
    with ZipFile(kept) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    with ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target


def test_all_of_one_moment_is_there_again_elsewhere(
    received: Import, elsewhere: Elsewhere, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the tables are written somebody else commits into tables written already and into ones still to come."""
    copied, written = tables.copied, []

    def copied_while_others_write(rows: tables.Rows, write: Any = None) -> Any:
        with psycopg.connect(**parameters()) as other:
            other.execute("INSERT INTO auth_group (name) VALUES (%s)", [rows.name])
            other.execute("UPDATE limits_attempts SET count = count + 1")
            other.execute(
                "INSERT INTO limits_attempts (key, count, until) VALUES (%s, 0, now())", [rows.name]
            )
        written.append(rows.name)
        return copied(rows, write)

    monkeypatch.setattr(tables, "copied", copied_while_others_write)
    first = writing.back_up(tmp_path / "first.zip")
    monkeypatch.undo()
    there, again = elsewhere(), tmp_path / "again.zip"

    restored = there.goru("restore", tmp_path / "first.zip")
    assert there.goru("backup", again).returncode == 0

    assert restored.returncode == 0, restored.stderr
    assert same(verify(again), first)
    assert len(written) > 40
    assert first.rows > 100
    assert (
        there.ask("SELECT count(*) FROM auth_group"),
        there.ask("SELECT count(*) FROM limits_attempts"),
    ) == (0, 0)
    assert (there.home / "uploads" / DIGEST).read_bytes() == TEXT


def parameters() -> dict[str, Any]:
    settings = connection.settings_dict
    named = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return {name: settings[key] for name, key in named.items() if settings[key]}


def test_the_restored_installation_goes_on_and_takes_no_other(kept: Path, elsewhere: Elsewhere) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), max(id) FROM procrastinate_jobs WHERE status = 'todo'")
        waiting, last = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM procrastinate_events")
        (events,) = cursor.fetchone()
    there = elsewhere()

    restored, again = there.goru("restore", kept), there.goru("restore", kept)

    assert restored.returncode == 0, restored.stderr
    assert there.ask("SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'") == waiting > 0
    assert there.ask("SELECT count(*) FROM procrastinate_events") == events  # coming back is no news of a job
    assert there.ask("SELECT nextval('procrastinate_jobs_id_seq')") > last
    assert there.ask("SELECT count(*) FROM pg_trigger WHERE tgenabled <> 'O' AND NOT tgisinternal") == 0
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)
    assert "비어 있지 않아" in again.stderr


def test_a_backup_of_a_newer_program_is_refused(kept: Path, elsewhere: Elsewhere, tmp_path: Path) -> None:
    def grow_old(members: dict[str, bytes]) -> None:
        members[MANIFEST] = members[MANIFEST].replace(b'"0005_document_mark"', b'"0999_of_tomorrow"')

    there, newer = elsewhere(), changed(kept, tmp_path / "newer.zip", grow_old)

    refused = there.goru("restore", newer)

    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "plans.0999_of_tomorrow" in refused.stderr
    assert there.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0


@pytest.mark.soak
def test_a_backup_of_an_older_program_is_brought_to_this_one_s_state(
    elsewhere: Elsewhere, tmp_path: Path
) -> None:
    old, there = elsewhere(), elsewhere()
    made = old.goru("manage", "migrate", "importing", "-v", "0")
    assert made.returncode == 0, made.stderr
    backed_up = old.goru("backup", tmp_path / "old.zip")
    assert backed_up.returncode == 0, backed_up.stderr

    restored = there.goru("restore", tmp_path / "old.zip")

    assert restored.returncode == 0, restored.stderr
    assert (
        there.ask(
            "SELECT count(*) FROM information_schema.columns WHERE table_name = 'mail_mail' AND column_name = 'letter'"
        )
        == 1
    )


@pytest.mark.soak
def test_rows_that_the_database_refuses_leave_nothing_and_it_may_be_tried_again(
    kept: Path, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    def break_a_rule(members: dict[str, bytes]) -> None:
        before = members["tables/importing_import"]
        members["tables/importing_import"] = after = before.replace(b"received", b"forgotten")
        old, new = (hashlib.sha256(content).hexdigest().encode() for content in (before, after))
        members[MANIFEST] = members[MANIFEST].replace(old, new)

    there, broken = elsewhere(), changed(kept, tmp_path / "broken.zip", break_a_rule)

    refused = there.goru("restore", broken)
    left = there.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
    files = list((there.home / "uploads").glob("*"))
    again = there.goru("restore", kept)

    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "import_state" in refused.stderr
    assert (left, files) == (0, [])
    assert again.returncode == 0, again.stderr


def _cut_off(kept: Path, target: Path) -> None:
    content = kept.read_bytes()
    target.write_bytes(content[: len(content) // 2])


def _empty(_kept: Path, target: Path) -> None:
    target.touch()


def _another_letter(kept: Path, target: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        members[upload_member(DIGEST)] = TEXT.replace(b"2024", b"2025")

    changed(kept, target, change)


def _a_row_less(kept: Path, target: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        members["tables/plans_plan"] = members["tables/plans_plan"].split(b"\n", 1)[1]

    changed(kept, target, change)


def _a_table_less(kept: Path, target: Path) -> None:
    changed(kept, target, lambda members: members.pop("tables/plans_plan"))


def _no_manifest(kept: Path, target: Path) -> None:
    changed(kept, target, lambda members: members.pop(MANIFEST))


def _flipped(kept: Path, target: Path) -> None:
    content = bytearray(kept.read_bytes())
    with ZipFile(kept) as archive:
        largest = max(archive.infolist(), key=lambda member: member.compress_size)
    begins = largest.header_offset + 30 + len(largest.filename)  # the archive's own words lie before
    content[begins + largest.compress_size // 2] ^= 0xFF
    target.write_bytes(content)


def _elsewhere(kept: Path, target: Path) -> None:
    def change(members: dict[str, bytes]) -> None:
        members[MANIFEST] = members[MANIFEST].replace(DIGEST.encode(), b"../secret-key")
        members["uploads/../secret-key"] = TEXT

    changed(kept, target, change)


DAMAGES = [_elsewhere, _cut_off, _empty, _another_letter, _a_row_less, _a_table_less, _no_manifest, _flipped]


def test_whatever_is_damaged_is_known_before_anything_is_touched(
    kept: Path, elsewhere: Elsewhere, tmp_path: Path
) -> None:
    for damage in DAMAGES:
        damage(kept, tmp_path / damage.__name__)
        with pytest.raises(BackupError, match="온전한 백업 파일이 아닙니다"):
            verify(tmp_path / damage.__name__)
    there = elsewhere()

    refused = there.goru("restore", tmp_path / "_a_row_less")

    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert there.ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0


@pytest.mark.parametrize("fate", ["discarded", "rotten"])
def test_a_file_that_is_not_there_or_not_whole_is_named(
    received: Import, settings: Any, tmp_path: Path, fate: str
) -> None:
    upload = settings.UPLOADS / received.digest
    if fate == "discarded":
        upload.unlink()
    else:
        upload.write_bytes(b"rotten")

    manifest = writing.back_up(tmp_path / "kept.zip")

    assert (manifest.uploads, manifest.lacking) == ((), (DIGEST,))
    with opened(tmp_path / "kept.zip") as (archive, _):
        assert upload_member(DIGEST) not in archive.namelist()


def test_a_backup_that_fails_leaves_the_one_before(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept.read_bytes()

    def full(_rows: tables.Rows, _write: Any) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(tables, "copied", full)
    with pytest.raises(OSError, match="No space left"):
        writing.back_up(kept)

    assert kept.read_bytes() == before
    assert [file for file in kept.parent.iterdir() if file.name.startswith(".")] == []


def test_only_its_user_may_read_a_backup(kept: Path) -> None:
    assert kept.stat().st_mode & 0o777 == 0o600


def test_an_empty_installation_has_nothing_to_back_up(elsewhere: Elsewhere, tmp_path: Path) -> None:
    refused = elsewhere().goru("backup", tmp_path / "empty.zip")

    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert list(tmp_path.glob("*.zip")) == []
