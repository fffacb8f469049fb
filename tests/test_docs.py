"""The documents lead to what there is: files, targets, settings."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "src").rglob("*.md"),
        *(ROOT / "data").rglob("*.md"),
    ]
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files_and_commands_to_targets(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link.partition("#")[0] for link in re.findall(r"\]\((?!https?:|mailto:)([^)\s]+)\)", text)]
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert [link for link in links if link and not (page.parent / link).exists()] == []
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= {*targets}


def test_every_setting_is_in_the_reference() -> None:
    said = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")
    code = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "src" / "goru").rglob("*.py"))

    asked = set(re.findall(r'"(GORU_[A-Z_]+|PORT|DATABASE_URL)"', code))

    assert asked == set(re.findall(r"^\| `([A-Z_]+)`", said, re.MULTILINE))


def test_every_how_to_is_reached_from_the_readme_and_stands_in_both_languages_for_users() -> None:
    english, korean = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ko.md"))
    guides = {file.name for file in (ROOT / "docs" / "how-to").glob("*.md")}

    assert {name for name in guides if f"docs/how-to/{name}" not in english} == set()
    translated = {file.name for file in (ROOT / "docs" / "how-to" / "ko").glob("*.md")}
    assert translated == guides - {"extend-it.md"}
    assert {name for name in translated if f"docs/how-to/ko/{name}" not in korean} == set()
