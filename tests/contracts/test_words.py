"""What must be true of all words that users read."""

import re
from pathlib import Path
from typing import Any

import pytest

from goru.book.register import institutions
from goru.pipelines.issuing.pictures.maps import outlines

ROOT = Path(__file__).parents[2]
_FOLDERS = {"src": (".py", ".html", ".po", ".json"), "docs": (".md",)}
READ = [
    ROOT / "README.ko.md",
    *sorted(
        file
        for folder, forms in _FOLDERS.items()
        for file in (ROOT / folder).rglob("*")
        if file.suffix in forms
    ),
]
_TWO_FORMS = re.compile(r"(이|은|을|과)\((가|는|를|와)\)|(가|는|를|와)\((이|은|을|과)\)|\((으|이)\)[가-힣]")


_BOOKS_OWN = ("parsing", "writing", "simulating", "migrations", "tests")
SAID = [file for file in READ if not set(_BOOKS_OWN) & set(file.relative_to(ROOT).parts)]
"""Where our own words stand, not those that plan books print."""
QUOTING = {ROOT / "docs" / "glossary.md", ROOT / "docs" / "reference" / "security.md"}
"""What names words that others use: those we leave, and the ministry's of its weaknesses."""


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
    standing = [
        file.relative_to(ROOT).as_posix()
        for file in SAID
        if file not in QUOTING and re.search(rf"(?<!\w){word}(?![a-z])", file.read_text(encoding="utf-8"))
    ]

    assert standing == []


def test_provinces_have_the_english_names_that_they_use_themselves() -> None:
    named = {one.short_name: one.name_en for one in institutions() if one.kind == "province"}

    assert named == {
        "서울": "Seoul",
        "부산": "Busan",
        "대구": "Daegu",
        "인천": "Incheon",
        "광주": "Gwangju",
        "대전": "Daejeon",
        "울산": "Ulsan",
        "세종": "Sejong",
        "경기": "Gyeonggi",
        "강원": "Gangwon State",
        "충북": "Chungbuk",
        "충남": "Chungnam",
        "전북": "Jeonbuk State",
        "전남": "Jeonnam",
        "경북": "Gyeongbuk",
        "경남": "Gyeongnam",
        "제주": "Jeju",
        "전남광주": "Jeonnam-Gwangju",
    }


def test_the_map_knows_provinces_by_the_register_alone(settings: Any) -> None:
    provinces = {one.key for one in institutions() if one.kind == "province"}

    assert outlines(settings.MAP_FILE).paths.keys() == provinces - {"jeonnam-gwangju"}
