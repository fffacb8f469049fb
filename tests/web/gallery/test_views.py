from pathlib import Path

import pytest
from django.test import Client

import goru.web
from goru.domain.plans.models import Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]
TEMPLATES = Path(goru.web.__file__).parent / "templates"


def test_every_component_stands_in_the_gallery(client: Client, adopted: Publication) -> None:
    names = {file.stem for file in (TEMPLATES / "components").glob("*.html")}
    shown = (TEMPLATES / "gallery" / "page.html").read_text(encoding="utf-8")

    assert names
    assert {name for name in names if f"<c-{name} " not in shown} == set()
    assert client.get("/components/").status_code == 200
