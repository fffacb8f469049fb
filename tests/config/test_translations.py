"""The English catalogue: whole, and that of the strings there are."""

import re

import pytest
from babel.messages.catalog import Message
from django.utils import translation
from django.utils.translation import trans_real

from goru.config.translations import CATALOGUE, compile_catalogue, text_of, translated, updated

HANGUL = re.compile(r"[가-힣]")
PLACEHOLDER = re.compile(r"%\((?!\w+_particle\))\w+\)s|%%")
"""But for particles (조사), which Korean alone has."""


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    return [message for message in translated() if message.id]


def test_the_catalogue_is_that_of_the_strings_there_are() -> None:
    kept = CATALOGUE.read_text(encoding="utf-8")

    assert text_of(updated()) == kept, "strings have changed: run `make messages` and translate the new ones"


def test_every_message_is_translated_for_certain(messages: list[Message]) -> None:
    assert len(messages) > 300
    assert [one.id for one in messages if not one.string or one.fuzzy] == []


def test_no_translation_is_korean(messages: list[Message]) -> None:
    assert [one.string for one in messages if HANGUL.search(str(one.string))] == []


def test_no_translation_says_itself_twice(messages: list[Message]) -> None:
    def halves(text: object) -> tuple[str, str]:
        half = len(str(text)) // 2
        return str(text)[:half], str(text)[half:]

    assert [one.string for one in messages if len(set(halves(one.string))) == 1] == []


def test_a_translation_has_the_placeholders_of_its_message(messages: list[Message]) -> None:
    def placeholders(text: object) -> list[str]:
        return sorted(PLACEHOLDER.findall(str(text)))

    assert [one.id for one in messages if placeholders(one.id) != placeholders(one.string)] == []


def test_a_compiled_catalogue_says_what_the_kept_one_says(tmp_path, settings) -> None:
    settings.LOCALE_PATHS = [tmp_path]
    vars(trans_real)["_translations"] = {}

    compile_catalogue(tmp_path / "en" / "LC_MESSAGES")

    with translation.override("en"):
        assert translation.gettext("중점 이행과제") == "Focus tasks"
    assert [file.name for file in (tmp_path / "en" / "LC_MESSAGES").iterdir()] == ["django.mo"]


def test_no_translation_says_two_sentences_without_a_blank_between_them() -> None:
    glued = [one.string for one in translated() if re.search(r"[a-z][.!?][A-Z]", str(one.string))]

    assert glued == []
