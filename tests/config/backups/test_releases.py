"""An installation of every release comes to this program's state and loses nothing.

tests/data/releases holds a backup of each, unpacked: its manifest names the last migrations, and every table of ours has
rows. Whoever changes what a released table says names the table here, with the reason.
"""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import psycopg
import pytest
from django.apps import apps
from django.db import connection
from procrastinate.contrib.django import app as queue

from goru.config.backups import tables
from goru.config.backups.archive import MANIFEST, Manifest, Table

pytestmark = [pytest.mark.web, pytest.mark.django_db]

RELEASES = sorted((Path(__file__).parents[2] / "data" / "releases").iterdir())
OURS = {app.label for app in apps.get_app_configs() if app.name.startswith("goru.")}
_ROWS = "rows are a projection of the year's publication: they went, and are made of its editions when it is served"
CHANGED: dict[str, str] = {
    "audit_officialact": "a line is kept as the text that was sealed; its details are in that (test: it verifies)",
    "importing_import": "an import's one state is three: reading, decision, issuing",
    "plans_document": "what a document said is in editions, where it said it beside them (test_moving)",
    **dict.fromkeys(
        (
            *("plans_actiontask", "plans_actiontaskministry", "plans_coretask", "plans_coretask_ministries"),
            *("plans_finding", "plans_focustask", "plans_milestone", "plans_plan", "plans_plancoretask"),
            *("plans_project", "plans_statement", "plans_strategy", "plans_subtask", "plans_taskitem"),
            *("finance_budgetline", "finance_budgetline_projects", "finance_statedshare"),
            *("finance_statedtotal", "indicators_indicator"),
        ),
        _ROWS,
    ),
    "institutions_person_user_permissions": "the right to bring in books became a post (test_moving)",
    **dict.fromkeys(
        ("searching_entry", "searching_index"), "the index is of a cycle's publication: made again"
    ),
}
"""Tables of releases whose rows a later migration changes or moves, and why."""

LAST_SEALS = {"0.1.0": "5491fde1b56ed15469a2373c98687de5b73ad2ee9e7fdd067197ad83518a9c4d"}
"""The seal of the last line of each release's log."""


def manifest_of(release: Path) -> Manifest:
    return Manifest.model_validate_json((release / MANIFEST).read_bytes())


def is_ours(table: Table) -> bool:
    return table.name.partition("_")[0] in OURS


def packed(release: Path, target: Path) -> Path:
    with ZipFile(target, "w") as archive:
        for file in sorted(release.rglob("*")):
            archive.write(file, file.relative_to(release))
    return target


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_every_table_of_a_release_is_tried(release: Path) -> None:
    manifest = manifest_of(release)

    assert manifest.program == release.name
    assert [table.name for table in manifest.tables if is_ours(table) and not table.rows] == []


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.name)
def test_a_release_comes_to_this_state_without_loss(
    release: Path, elsewhere: Callable[[], Any], tmp_path: Path
) -> None:
    now, there = {rows.name: rows for rows in tables.all_tables()}, elsewhere()

    restored = there.goru("restore", packed(release, tmp_path / "release.zip"))
    checked = there.goru("manage", "migrate", "--check")
    verified = there.goru("audit", "verify", "--seal", LAST_SEALS[release.name])

    assert restored.returncode == 0, restored.stderr
    assert checked.returncode == 0, checked.stderr
    assert verified.returncode == 0, verified.stderr
    kept = [table for table in manifest_of(release).tables if is_ours(table) and table.name not in CHANGED]
    with psycopg.connect(there.url, options="-c timezone=UTC") as connected:
        found = {one.name: digest(connected, replace(now[one.name], columns=one.columns)) for one in kept}
        jobs = connected.execute("SELECT DISTINCT task_name FROM procrastinate_jobs").fetchall()
    queue.perform_import_paths()
    assert {name for (name,) in jobs} <= queue.tasks.keys()
    assert found == {one.name: one.sha256 for one in kept}


def digest(connected: psycopg.Connection, rows: tables.Rows) -> str:
    made = hashlib.sha256()
    with connected.cursor().copy(rows.copy_out.encode()) as stream:
        for piece in stream:
            made.update(piece)
    return made.hexdigest()


@pytest.mark.django_db(transaction=True)
def test_the_owner_restores_and_the_role_that_serves_reads_a_whole_log(
    elsewhere: Callable[[], Any], tmp_path: Path
) -> None:
    there, role = elsewhere(), "goru_serving_elsewhere"
    with connection.cursor() as cursor:
        cursor.execute(
            f"DROP ROLE IF EXISTS {role}"
        )  # it can go only after the database that it was let into
        cursor.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{role}'")
    two = {"DATABASE_URL": there.url_of(role), "GORU_OWNER_DATABASE_URL": there.url}

    restored = there.goru("restore", packed(RELEASES[0], tmp_path / "release.zip"), **two)
    verified = there.goru("audit", "verify", **two)
    backed_up = there.goru("backup", tmp_path / "again.zip", **two)
    with psycopg.connect(there.url_of(role), autocommit=True) as serving, pytest.raises(psycopg.Error):
        serving.execute("DELETE FROM audit_officialact")

    assert (restored.returncode, restored.stderr) == (0, "")
    assert (verified.returncode, verified.stdout.count("\n")) == (0, 1), verified.stderr
    assert backed_up.returncode == 0, backed_up.stderr
