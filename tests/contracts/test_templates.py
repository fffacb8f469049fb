"""What must be true of every template: the files it asks for are there (the tests' own storage would not notice)."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

import goru.web

TEMPLATES = Path(goru.web.__file__).parent / "templates"
ROOT = TEMPLATES.parents[1]
WRITTEN = sorted(ROOT.rglob("templates/**/*.html"))
LONGEST = 200
ASKED = sorted(
    {
        (file.relative_to(TEMPLATES).as_posix(), name)
        for file in TEMPLATES.rglob("*.html")
        for name in re.findall(r"\{% static '([^']+)' %\}", file.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize(("template", "name"), ASKED)
def test_every_static_file_that_a_template_asks_for_is_there(template: str, name: str) -> None:
    assert finders.find(name), f"{template} asks for {name}"


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_line_of_a_template_is_longer_than_can_be_read(file: Path) -> None:
    long = [
        number
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LONGEST
    ]

    assert long == []
