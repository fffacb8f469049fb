"""An officer at their desk, and what they do there."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goru.domain.institutions.models import Person
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.pipelines.importing.actions import readings
from goru.pipelines.importing.models import Import

AT = datetime(2025, 4, 5, tzinfo=UTC)
SMALL_BOOK = (Path(__file__).parents[2] / "data" / "small-book.txt").read_bytes()


@pytest.fixture
def officer(settings: Any, tmp_path: Path, secretariat: Person) -> Person:
    settings.UPLOADS = tmp_path / "uploads"
    return secretariat


@pytest.fixture
def desk(officer: Person) -> Client:
    client = Client()
    client.force_login(officer)
    return client


def bring_in(desk: Client, content: bytes = SMALL_BOOK, name: str = "book.txt", year: str = "") -> Import:
    """Upload a file, and read it as the worker would."""
    answer = desk.post("/imports/new/", {"file": SimpleUploadedFile(name, content), "year": year})
    assert answer.status_code == 302
    one = Import.objects.latest("pk")
    readings.read_import(import_id=one.pk, version=one.version)
    return Import.objects.get(pk=one.pk)


def said(part: str) -> str:
    """The words of a part of a page."""
    return " ".join(re.sub("<[^>]*>", "", part).split())


def in_force() -> Publication:
    return plans.published(plans.cycle_of(2025))


def decide(desk: Client, one: Import, deed: str, **fields: Any) -> Any:
    return desk.post(f"/imports/{one.pk}/{deed}/", {"version": one.version, **fields})
