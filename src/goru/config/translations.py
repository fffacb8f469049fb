"""The catalogue of translations: gathered from code and templates into a `.po`, compiled into a `.mo`; all in Python.

`make messages` gathers after strings have changed, `goru setup` compiles. Korean is the language of the source.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import templatize

from goru.core.places import PACKAGE

CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "django.po"
_KEYWORDS: dict[str, None] = dict.fromkeys(("_", "gettext", "gettext_lazy"))


def gathered() -> Catalog:
    """All messages there are, in the order of their files, without translations."""
    catalogue = _empty()
    for file in sorted(PACKAGE.rglob("*.py")) + sorted(PACKAGE.rglob("*.html")):
        place = file.relative_to(PACKAGE).as_posix()
        for message in _messages(file):
            catalogue.add(message, locations=[(place, 0)])
    return catalogue


def updated() -> Catalog:
    """The messages there are now, with the translations that the catalogue has; what is gone is gone."""
    catalogue, held = gathered(), translated()
    for message in catalogue:
        known = held.get(message.id) if message.id else None
        if known:
            message.string = known.string
    return catalogue


def translated() -> Catalog:
    """The catalogue as it is kept."""
    if not CATALOGUE.exists():
        return _empty()
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def compile_catalogue(target: Path) -> None:
    """Write the `.mo` that Django reads; servers see the old one or the new one, never half of it."""
    target.mkdir(parents=True, exist_ok=True)
    made = io.BytesIO()
    write_mo(made, translated())
    half = target / "django.mo.half"
    half.write_bytes(made.getvalue())
    half.replace(target / "django.mo")


def text_of(catalogue: Catalog) -> str:
    """A `.po`: places are files without lines, so that a catalogue only differs where messages do."""
    written = io.BytesIO()
    write_po(written, catalogue, width=110, include_lineno=False, omit_header=True)
    header = '"Language: en\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {};\\n"\n'
    return (
        'msgid ""\nmsgstr ""\n'
        + header.format(catalogue.plural_forms.rstrip(";"))
        + "\n"
        + written.getvalue().decode()
    )


def _empty() -> Catalog:
    return Catalog(locale="en", fuzzy=False)


def _messages(file: Path) -> Iterator[str]:
    """The messages of a file. None has a context or a plural: Korean words need none."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":  # Django's templatize leaves the indents, which in Python have a meaning
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    found = extract_python(io.BytesIO(text.encode()), _KEYWORDS, (), {"encoding": "utf-8"})
    for _line, _function, message, _comments in found:
        if message:
            yield message if isinstance(message, str) else message[0]


if __name__ == "__main__":
    CATALOGUE.write_text(text_of(updated()), encoding="utf-8")
