"""A value's facts and the places they were printed at, apart: another print of the same facts moves only places."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]
Places = dict[str, Any]
"""By where a place stands (the item's id, or the way from the value's root, and the field): the place as JSON."""

_NUMBERS = "page_numbers_source"
_NO_FACTS = frozenset({"item_id", "public_code"})
_OF_DIGESTS = "1.2"
"""The version of the shape that digests say, whatever it is by now: fields that came later are left out where nothing is said."""


def facts_of(value: Mapping[str, Any]) -> tuple[Json, Places]:
    """The JSON of a value without its places, and these."""
    places: Places = {}
    return _without(dict(value), "", places), places


def with_places(facts: Mapping[str, Any], places: Mapping[str, Any]) -> Json:
    """The JSON of a value whose facts have their places again; what has none stays without."""
    return _within(dict(facts), "", places)


def digest_of(facts: Mapping[str, Any]) -> str:
    """The SHA-256 of facts, whoever they are known as: the same facts give the same, whatever file they came from."""
    shape = {"schema_version": min(facts["schema_version"], _OF_DIGESTS)} if "schema_version" in facts else {}
    plain = json.dumps(
        _nameless({**facts, **shape}), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(plain.encode()).hexdigest()


def _is_place(field: str, value: object) -> bool:
    return field == _NUMBERS or (field.endswith("source") and isinstance(value, dict))


def _without(part: Json, at: str, places: Places) -> Json:
    at = str(part.get("item_id") or at)
    facts: Json = {}
    for field, value in part.items():
        here = f"{at}/{field}"
        if value and _is_place(field, value):
            places[here] = value
            facts[field] = [] if field == _NUMBERS else None
        elif isinstance(value, dict):
            facts[field] = _without(value, here, places)
        elif isinstance(value, list):
            facts[field] = [
                _without(one, f"{here}/{number}", places) if isinstance(one, dict) else one
                for number, one in enumerate(value)
            ]
        else:
            facts[field] = value
    return facts


def _within(part: Json, at: str, places: Mapping[str, Any]) -> Json:
    at = str(part.get("item_id") or at)
    whole: Json = {}
    for field, value in part.items():
        here = f"{at}/{field}"
        if not value and here in places:
            whole[field] = places[here]
        elif isinstance(value, dict):
            whole[field] = _within(value, here, places)
        elif isinstance(value, list):
            whole[field] = [
                _within(one, f"{here}/{number}", places) if isinstance(one, dict) else one
                for number, one in enumerate(value)
            ]
        else:
            whole[field] = value
    return whole


def _nameless(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            field: _nameless(one)
            for field, one in value.items()
            if field not in _NO_FACTS and field != "measure"
        }
    return [_nameless(one) for one in value] if isinstance(value, list) else value
