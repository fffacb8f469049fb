"""From the last migrations of 0.1.0 to those of now, row by row: two documents of one year, an import in each state."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql
from psycopg.types.json import Json

from goru.book.items.walking import items_of
from goru.book.model import PlanBook
from goru.config.backups.archive import MANIFEST, Manifest
from goru.core.places import shipped

pytestmark = [pytest.mark.web, pytest.mark.django_db]

RELEASE = Path(__file__).parents[2] / "data" / "releases" / "0.1.0"
OF_OTHERS = ("auth_", "django_", "procrastinate_", "institutions_person_")
SHIPPED = PlanBook.model_validate_json(shipped("data/2024/plan.json").read_bytes())
UNKNOWN = {"item_id", "public_code", "covers", "measure", "measures"}
LATER = datetime(2025, 6, 1, tzinfo=UTC)
TO_THE_RELEASE = """
import json
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
MigrationExecutor(connection).migrate([tuple(one) for one in json.loads('{migrations}')])
"""
REFRESHED = """
from goru.config.prepare import bring_up_to_date
bring_up_to_date()
"""
ALL_OF_IT = """
import json
from goru.domain.finance.models import BudgetLine, StatedTotal
from goru.domain.plans.models import *
from goru.domain.plans.queries.compositions import book_of
from goru.pipelines.importing.models import Import
OWNERS = {Finding: "publication__cycle"}
print("ANSWER" + json.dumps({
    "documents": {one.pk: [one.name, one.digest, one.lines.count()] for one in Document.objects.all()},
    "imports": {
        one.name: [[one.reading, one.decision, one.issuing], one.document_id, bool(one.book)] for one in Import.objects.all()
    },
    "publications": [
        {
            "year": one.cycle.year, "number": one.number, "document": one.document_id, "at": one.at.isoformat(), "by": one.by_id,
            "editions": {
                str(each.plan): [each.pk, each.state, each.origin, each.document_id,
                                 sorted(each.printed_places.values_list("document_id", flat=True))]
                for each in one.editions.all()
            },
            "book": book_of(one).model_dump(mode="json"),
        }
        for one in Publication.objects.order_by("-cycle__year", "number")
    ],
    "rows": {model.__name__: model.objects.filter(**{OWNERS.get(model, "cycle") + "__year": 2025}).count() for model in
             (PublishedPlan, ActionTask, CoreTask, TaskItem, Statement, BudgetLine, StatedTotal, Finding)},
    "tasks": {one.code: one.name for one in ActionTask.objects.filter(cycle__year=2025)},
    "codes": {str(one.pk): one.code for one in Item.objects.all()},
    "duties": Duty.objects.filter(cycle__year=2025, published__isnull=False).count(),
    "projections": [[one.cycle.year, one.publication.number] for one in Projection.objects.order_by("-cycle__year")],
}))
"""


def told(there: Any, code: str) -> Any:
    """What code says that an installation runs, if it says anything."""
    ran = there.goru("manage", "shell", "--no-imports", "-c", code)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.rpartition("ANSWER")[2] or "null")


def with_a_change(content: dict[str, Any]) -> dict[str, Any]:
    """The book once more, with one task renamed and one item of the first plan gone."""
    changed: dict[str, Any] = json.loads(json.dumps(content))
    changed["action_tasks"][0]["name"] = "새 이름"
    changed["plans"][0]["core_tasks"][0]["items"].pop()
    return changed


STATES = {
    "received": ["received", "open", "none"],
    "reading": ["reading", "open", "none"],
    "parsing": ["parsing", "open", "none"],
    "checking": ["checking", "open", "none"],
    "ready": ["read", "open", "none"],
    "adopted": ["read", "adopted", "waiting"],
    "published": ["read", "adopted", "issued"],
    "failed": ["failed", "open", "none"],
    "discarded": ["read", "discarded", "none"],
}
"""The one state of an import in 0.1.0, and what it is of reading, decision and issue now."""
ADOPTED = ("adopted", "published")


def import_of(state: str, document: int, book: dict[str, Any]) -> dict[str, Any]:
    failure = "읽지 못했습니다" if state == "failed" else ""
    is_adopted = state in ADOPTED
    is_read = is_adopted or state == "ready"
    is_decided = is_adopted or state == "discarded"
    return {
        "name": state,
        "digest": "0" * 64,
        "size": 1,
        "received_at": LATER,
        "received_by_id": 1,
        "state": state,
        "version": 1,
        "lines": None,
        "failure": failure,
        "failure_en": failure,
        "year": 2025 if is_read else None,
        "book": Json(book) if is_read else None,
        "checked": Json([]),
        "printed": Json([]),
        "document_id": document if is_adopted else None,
        "decided_at": LATER if is_decided else None,
        "decided_by_id": 1 if is_decided else None,
    }


def add(connected: psycopg.Connection, table: str, row: dict[str, Any]) -> None:
    names = sql.SQL(", ").join(map(sql.Identifier, row))
    values = sql.SQL(", ").join(map(sql.Placeholder, row))
    connected.execute(
        sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), names, values), row
    )


def load(connected: psycopg.Connection, manifest: Manifest) -> None:
    """The rows of the release, as they were."""
    for table in manifest.tables:
        if table.rows and not table.name.startswith(OF_OTHERS):
            with connected.cursor().copy(f"COPY {table.name} ({table.columns}) FROM STDIN".encode()) as copy:
                copy.write((RELEASE / "tables" / table.name).read_bytes())
    for one in manifest.sequences:
        if not one.name.startswith(OF_OTHERS):
            connected.execute("SELECT setval(%s, %s, %s)", [one.name, one.value, one.is_called])


def of_before(value: Any) -> Any:
    """A book as 0.1.0 kept it: nobody could point at anything in it, projects were names, and nothing was a measure."""
    if isinstance(value, dict):
        said = {name: of_before(one) for name, one in value.items() if name not in UNKNOWN}
        return {**said, **({"schema_version": "1.0"} if "schema_version" in said else {})}
    return [of_before(one) for one in value] if isinstance(value, list) else value


def holds(new: Any, old: Any) -> bool:
    """Whether a value says all that an older version of it says."""
    if isinstance(old, dict):
        return isinstance(new, dict) and all(holds(new.get(name), one) for name, one in old.items())
    if isinstance(old, list):
        return len(new) == len(old) and all(holds(*pair) for pair in zip(new, old, strict=True))
    return bool(new == old)


def said_by(content: dict[str, Any]) -> dict[str, Any]:
    """What the document of before says, in the schema of now."""
    book = PlanBook.model_validate(content).model_dump(mode="json")
    return {name: one for name, one in book.items() if name != "schema_version"}


@dataclass(frozen=True, slots=True)
class Moved:
    """What the two documents said, and what the installation says once it is migrated and once it is up to date."""

    contents: list[dict[str, Any]]
    migrated: dict[str, Any]
    found: dict[str, Any]

    @property
    def publications(self) -> list[dict[str, Any]]:
        """Those of the year of two documents."""
        return [one for one in self.found["publications"] if one["year"] == 2025]

    @property
    def documents(self) -> list[int]:
        """The keys of its documents, the earlier first."""
        return sorted(int(key) for key in self.found["documents"])[:2]


def made_of_two_documents(connected: psycopg.Connection, manifest: Manifest) -> list[dict[str, Any]]:
    """The release's rows, a second document that took the place of its one, and an import in each state."""
    load(connected, manifest)
    first, content = connected.execute("SELECT id, content FROM plans_document").fetchone() or (0, {})
    later = with_a_change(content)
    connected.execute("UPDATE plans_document SET is_current = false")
    connected.execute(
        "INSERT INTO plans_document (cycle_id, title, name, digest, mark, content, is_current, adopted_at, adopted_by_id)"
        " SELECT cycle_id, title, 'later.json', %s, %s, %s, true, %s, adopted_by_id FROM plans_document",
        ["1" * 64, "2" * 64, Json(later), LATER],
    )
    connected.execute(
        "WITH year AS (INSERT INTO plans_cycle (year, comprehensive_plan_id) SELECT 2024, comprehensive_plan_id"
        " FROM plans_cycle RETURNING id) INSERT INTO plans_document"
        " (cycle_id, title, name, digest, mark, content, is_current, adopted_at, adopted_by_id)"
        " SELECT year.id, '2024', 'plan.json', %s, %s, %s, true, %s, 1 FROM year",
        ["3" * 64, "4" * 64, Json(of_before(SHIPPED.model_dump(mode="json"))), LATER],
    )
    connected.execute("DELETE FROM importing_import")
    for state in STATES:
        add(connected, "importing_import", import_of(state, first + 1, later))
    return [content, later]


@pytest.fixture(scope="module")
def moved(elsewhere_for_all: Callable[[], Any]) -> Moved:
    there, manifest = elsewhere_for_all(), Manifest.model_validate_json((RELEASE / MANIFEST).read_bytes())
    last = json.dumps(list(dict(manifest.migrations).items()))
    told(there, TO_THE_RELEASE.replace("{migrations}", last))
    with psycopg.connect(there.url) as connected:
        contents = made_of_two_documents(connected, manifest)
    ran = there.goru("manage", "migrate")
    assert ran.returncode == 0, ran.stderr
    return Moved(contents, told(there, ALL_OF_IT), told(there, REFRESHED + ALL_OF_IT))


def test_a_document_is_a_publication_of_sealed_editions_with_its_places(moved: Moved) -> None:
    publications = moved.publications

    assert [(one["number"], one["document"]) for one in publications] == [
        (number, document) for number, document in enumerate(moved.documents, start=1)
    ]
    assert publications[-1]["at"] == LATER.isoformat()
    for publication, document in zip(publications, moved.documents, strict=True):
        editions = publication["editions"].values()
        assert {tuple(edition[1:3]) for edition in editions} == {("sealed", "document")}
        assert all(document in edition[4] for edition in editions)


def test_a_publication_says_what_its_document_said_and_where(moved: Moved) -> None:
    for publication, content in zip(moved.publications, moved.contents, strict=True):
        assert holds(publication["book"], said_by(content))


def test_two_documents_share_the_editions_in_which_they_are_the_same(moved: Moved) -> None:
    first, second = (one["editions"] for one in moved.publications)

    assert first.keys() == second.keys()
    assert {name for name in first if first[name] != second[name]} == {"2025년 총괄", "2025년 세종"}


def test_what_is_the_same_in_two_documents_is_one_item(moved: Moved) -> None:
    first, second = (one["book"] for one in moved.publications)

    for part in ("action_tasks", "sectoral_core_tasks", "focus_tasks"):
        assert [one["item_id"] for one in first[part]] == [one["item_id"] for one in second[part]]
    (ours, *_), (theirs, *_) = (book["plans"][0]["core_tasks"] for book in (first, second))
    assert [one["item_id"] for one in ours["items"][:-1]] == [one["item_id"] for one in theirs["items"]]


def test_lines_and_imports_point_at_their_documents(moved: Moved) -> None:
    first, second = moved.documents

    assert [moved.found["documents"][str(one)][2] for one in (first, second)] == [262, 0]
    assert moved.found["imports"] == {
        state: [now, second if state in ADOPTED else None, state in (*ADOPTED, "ready")]
        for state, now in STATES.items()
    }


def test_the_later_one_is_in_force_and_there_before_anything_is_adopted_again(moved: Moved) -> None:
    later = moved.contents[-1]

    assert (moved.migrated["projections"], moved.migrated["rows"]["PublishedPlan"]) == ([], 0)
    assert moved.found["projections"] == [[2025, 2], [2024, 1]]
    assert moved.found["tasks"] == {one["id"]: one["name"] for one in later["action_tasks"]}
    items = [item for plan in later["plans"] for task in plan["core_tasks"] for item in task["items"]]
    assert moved.found["rows"]["TaskItem"] == len(items)
    assert all(moved.found["rows"].values())
    assert moved.found["duties"] >= len(later["plans"])


def test_the_plan_of_2024_has_the_ids_and_codes_that_all_installations_know(moved: Moved) -> None:
    book = PlanBook.model_validate(moved.found["publications"][-1]["book"])
    items = [held.item for held in items_of(book)]

    assert {one.item_id: one.public_code for one in items} == {
        held.item.item_id: held.item.public_code for held in items_of(SHIPPED)
    }
    assert {str(one.item_id): one.public_code for one in items}.items() <= moved.found["codes"].items()
