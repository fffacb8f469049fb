"""Files of definitions and of printed cases, read with a sentence for whatever is wrong in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from django.utils.translation import gettext as _
from pydantic import BaseModel, ValidationError

from goru.domain.registers.rules.definition import RegisterDefinition
from goru.domain.registers.rules.printed import PrintedCases

_Model = TypeVar("_Model", bound=BaseModel)

MOST_BYTES = 4_000_000
"""Of a file."""


class UnreadableFile(ValueError):
    """A file that is none of these; the message says which, where in it, and what is wrong."""


def definition_in(file: Path) -> RegisterDefinition:
    """The definition of a register in a file (JSON, UTF-8)."""
    return _read(file, RegisterDefinition)


def cases_in(file: Path) -> PrintedCases:
    """The printed cases in a file (JSON, UTF-8)."""
    return _read(file, PrintedCases)


def definitions_in(folder: Path) -> list[RegisterDefinition]:
    """All definitions of a folder."""
    return [definition_in(file) for file in sorted(folder.glob("*.json"))]


def all_cases_in(folders: Iterable[Path]) -> list[PrintedCases]:
    """All printed cases of folders."""
    return [cases_in(file) for folder in folders for file in sorted(folder.glob("*.json"))]


def _read(file: Path, form: type[_Model]) -> _Model:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise UnreadableFile(_("%(file)s: 파일을 읽을 수 없습니다.") % {"file": file.name}) from error
    if len(content) > MOST_BYTES:
        raise UnreadableFile(_("%(file)s: 너무 큰 파일입니다.") % {"file": file.name})
    try:
        return form.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = "/".join(map(str, first["loc"])) or _("파일 전체")
        given = {"file": file.name, "place": place, "why": first["msg"]}
        raise UnreadableFile(_("%(file)s의 %(place)s: %(why)s") % given) from error
