"""What must be true of all words that users read."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READ = sorted(
    file
    for folder, forms in {"src": (".py", ".html", ".po", ".json"), "docs": (".md",)}.items()
    for file in (ROOT / folder).rglob("*")
    if file.suffix in forms
)
_TWO_FORMS = re.compile(r"(이|은|을|과)\((가|는|를|와)\)|(가|는|를|와)\((이|은|을|과)\)|\((으|이)\)[가-힣]")


_BOOKS_OWN = ("parsing", "writing", "simulating", "migrations", "tests")
SAID = [file for file in READ if not set(_BOOKS_OWN) & set(file.relative_to(ROOT).parts)]
"""Where our own words stand, not those that plan books print."""


def words_not_used() -> list[str]:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| .+ \| (.*) \|$", glossary.partition("## Words of pages")[2], flags=re.MULTILINE)
    return [word for row in rows[2:] for word in row.split(", ")]


@pytest.mark.parametrize("file", READ, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_word_leaves_the_choice_of_its_particle_to_the_reader(file: Path) -> None:
    """`이(가)`, `(으)로`: core/postpositions chooses."""
    assert _TWO_FORMS.search(file.read_text(encoding="utf-8")) is None


@pytest.mark.parametrize("word", words_not_used())
def test_one_thing_has_one_word(word: str) -> None:
    """The last column of the glossary's table; `>`, quotes and the like bound a word as well as blanks do."""
    glossary = ROOT / "docs" / "glossary.md"
    standing = [
        file.relative_to(ROOT).as_posix()
        for file in SAID
        if file != glossary and re.search(rf"(?<!\w){word}(?![a-z])", file.read_text(encoding="utf-8"))
    ]

    assert standing == []
