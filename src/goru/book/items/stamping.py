"""What a workbook was made from, as it carries it along: the edition, its version, and the whole value as it was then."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from goru.book.items.placing import digest_of, facts_of
from goru.book.model.editions import InstitutionPlan

SHEET = "goru"
"""The hidden sheet that it stands in, one line a cell."""

_MARK = "goru workbook 1"
_A_CELL = 30_000
"""Letters; a cell holds 32,767."""

_MOST = 20_000_000
"""Bytes of a value, unpacked."""


class NoStamp(ValueError):
    """The lines do not say what a workbook was made from: there are none, or somebody changed them."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """The edition by its number, its version, and its value as it was in that version.

    Where `sections` are named, by their keys, it is of these alone.
    """

    edition: int
    version: int
    value: InstitutionPlan
    sections: tuple[str, ...] = ()


def stamp_of(stamp: Stamp) -> list[str]:
    """The lines that say it."""
    facts, _places = facts_of(stamp.value.model_dump(mode="json"))
    whose: dict[str, object] = {"edition": stamp.edition, "version": stamp.version}
    said = json.dumps(
        {**whose, "digest": digest_of(facts), **({"sections": stamp.sections} if stamp.sections else {})}
    )
    packed = base64.b64encode(zlib.compress(json.dumps(facts, ensure_ascii=False).encode())).decode()
    return [_MARK, said, *(packed[at : at + _A_CELL] for at in range(0, len(packed), _A_CELL))]


def stamped(lines: Sequence[str]) -> Stamp:
    """What lines say. Raises NoStamp."""
    if len(lines) < 3 or lines[0] != _MARK:
        raise NoStamp
    try:
        said = json.loads(lines[1])
        unpacking = zlib.decompressobj()
        plain = unpacking.decompress(base64.b64decode("".join(lines[2:]), validate=True), _MOST)
        facts = json.loads(plain)
        sections = tuple(map(str, said.get("sections", ())))
        stamp = Stamp(
            int(said["edition"]), int(said["version"]), InstitutionPlan.model_validate(facts), sections
        )
        is_whole = said["digest"] == digest_of(facts)
    except (ValueError, KeyError, TypeError, RecursionError, binascii.Error, zlib.error) as error:
        raise NoStamp from error
    if not is_whole:
        raise NoStamp
    return stamp
