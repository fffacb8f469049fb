"""The dictionary of the open data: every part of a book and its fields, printed from the model."""

from __future__ import annotations

import inspect
import sys
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from goru.book.model import OF_DOCUMENT, PlanBook

_HEAD = """# The plan as data

`plan.json` is the plan book of the year as `goru read` reads it, without its prose (`goru export`).
Every fact that was read has a `source`: the lines of the book it is printed on; it is null in what was written in
the system. A misprint stays as printed. Its items carry the ids and public codes that all installations know them by.

자료의 판은 `schema_version`입니다. 1.0의 자료는 언제까지나 읽습니다. "1.1", "1.2", "1.3"이 붙은 항목은 그 판에서 더한 것으로,
적을 것이 없으면 나오지 않습니다. The version of the shape is `schema_version`; data of 1.0 stay readable for ever. Fields
marked "1.1", "1.2" or "1.3" came with that version and are left out where there is nothing to say.
This page is printed from the model (`make docs`).
"""


_SINCE = {
    **dict.fromkeys(OF_DOCUMENT, "1.2"),
    **dict.fromkeys(("is_flagship", "decentralization", "summary", "key_figures", "by_funding"), "1.3"),
}
"""The version that a field came with, where that is later than 1.1."""


def dictionary() -> str:
    """The dictionary as Markdown, parts in the order in which a book holds them."""
    return "\n".join([_HEAD, *(_section(part) for part in _parts(PlanBook, []))])


def _parts(part: type[BaseModel], found: list[type[BaseModel]]) -> list[type[BaseModel]]:
    if part not in found:
        found.append(part)
        for field in part.model_fields.values():
            for inner in _models(field.annotation):
                _parts(inner, found)
    return found


def _models(annotation: object) -> list[type[BaseModel]]:
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for inner in get_args(annotation) for model in _models(inner)]


def _section(part: type[BaseModel]) -> str:
    rows = [
        f"| `{name}` | {_type(field.annotation)} | {_meaning(name, field)} |"
        for name, field in part.model_fields.items()
    ]
    title = f"## {part.__name__}\n\n{inspect.cleandoc(part.__doc__ or '')}\n"
    return "\n".join([title, "| field | type | meaning |", "| --- | --- | --- |", *rows, ""])


def _meaning(name: str, field: FieldInfo) -> str:
    later = _SINCE.get(name, "1.1") if field.exclude_if else ""
    return ". ".join(filter(None, (later, field.description)))


def _type(annotation: object) -> str:
    if inspect.isclass(annotation) and not get_args(annotation):
        return "number" if annotation.__name__ == "Decimal" else annotation.__name__
    if get_origin(annotation) is Annotated:
        return _type(get_args(annotation)[0])
    inner = ", ".join(_type(one) if not isinstance(one, str) else f"`{one}`" for one in get_args(annotation))
    return f"list of {inner}" if str(annotation).startswith("list") else inner.replace("NoneType", "null")


if __name__ == "__main__":
    sys.stdout.write(dictionary())
