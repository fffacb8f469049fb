"""Elements of OWPML as they are walked: by their names without namespace, alternatives once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

_ALTERNATIVES = {"switch": ("case", "default"), "AlternateContent": ("Choice", "Fallback")}
"""One content in several forms, for programs that know more and for those that know less."""


def tag(element: etree._Element) -> str:
    """The element's name."""
    return str(etree.QName(element).localname)


def children(parent: etree._Element, name: str | None = None) -> Iterator[etree._Element]:
    """The elements within; of alternatives those of the first that holds any."""
    for child in parent.iterchildren(etree.Element):
        own = tag(child)
        if own in _ALTERNATIVES:
            yield from _chosen(child, _ALTERNATIVES[own], name)
        elif name in (None, own):
            yield child


def _chosen(switch: etree._Element, forms: tuple[str, ...], name: str | None) -> Iterator[etree._Element]:
    for form in forms:
        for alternative in switch.iterchildren(f"{{*}}{form}"):
            if len(alternative):
                yield from children(alternative, name)
                return


def number_of(element: etree._Element, name: str, otherwise: int) -> int:
    """A whole number that an attribute states, up to four digits."""
    stated = element.get(name, "")
    return int(stated) if re.fullmatch("[0-9]{1,4}", stated) else otherwise
