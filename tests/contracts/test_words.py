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


@pytest.mark.parametrize("file", READ, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_no_word_leaves_the_choice_of_its_particle_to_the_reader(file: Path) -> None:
    """`이(가)`, `(으)로`: core/postpositions chooses."""
    assert _TWO_FORMS.search(file.read_text(encoding="utf-8")) is None
