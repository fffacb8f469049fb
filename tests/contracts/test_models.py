"""What must be true of every model: a glossary entry, and each field either public or withheld."""

import inspect
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model, TextChoices

GLOSSARY = (Path(__file__).parents[2] / "docs" / "glossary.md").read_text(encoding="utf-8")
OURS = [model for model in apps.get_models() if model.__module__.startswith("goru.")]


def vocabularies() -> list[type[TextChoices]]:
    rooms = {model.__module__.partition(".models")[0] for model in OURS} | {"goru.domain.publication"}
    modules = [
        import_module(f"{room}.vocabulary")
        for room in sorted(rooms)
        if not room.startswith("goru.core.") and find_spec(f"{room}.vocabulary")
    ]
    found = [value for module in modules for _, value in inspect.getmembers(module, inspect.isclass)]
    ours = [value for value in dict.fromkeys(found) if issubclass(value, TextChoices)]
    return [value for value in ours if value is not TextChoices]


@pytest.mark.parametrize("noun", [*OURS, *vocabularies()], ids=lambda noun: noun.__name__)
def test_every_model_and_vocabulary_stands_in_the_glossary(noun: type) -> None:
    assert f"\n| {noun.__name__} |" in GLOSSARY


def test_the_glossary_names_nothing_that_is_gone() -> None:
    nouns = set(re.findall(r"^\| ([A-Z]\w+) \|", GLOSSARY, flags=re.MULTILINE)) - {"English"}

    assert nouns == {noun.__name__ for noun in [*OURS, *vocabularies()]}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_field_is_either_public_or_withheld(model: type[Model]) -> None:
    publishing = model.Publishing  # type: ignore[attr-defined]
    fields = sorted(field.name for field in (*model._meta.fields, *model._meta.many_to_many))

    assert sorted((*publishing.public, *publishing.withheld)) == fields


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_moment_has_its_person(model: type[Model]) -> None:
    """In a history the person stands in `pgh_context`."""
    fields = {field.name for field in model._meta.fields}
    moments = {name for name in fields if name.endswith("_at") or name == "at"} - {"pgh_created_at"}

    assert {re.sub(r"at$", "by", moment) for moment in moments} <= fields
