"""How a page is cited: its title, the book and edition it is of, the day of the data, the place, the address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from goru.domain.plans.queries import PLACE
from goru.web.places import document_of, written

if TYPE_CHECKING:
    from goru.domain.plans.queries import Shelf


@dataclass(frozen=True, slots=True)
class Citation:
    """A page to be cited, in words and as BibTeX."""

    words: str
    bibtex: str
    file: str
    publication: tuple[int, int]

    @property
    def address(self) -> str:
        """The BibTeX as an address that needs no server."""
        return f"data:application/x-bibtex;charset=utf-8,{quote(self.bibtex)}"


def citation_of(context: Mapping[str, Any], title: str, fact: Any = None, query: str = "") -> Citation | None:
    """How the page that is shown is cited; `query` is what of its address chooses the page. None where no book is."""
    shelf: Shelf | None = context.get("shelf")
    if shelf is None:
        return None
    address = context["request"].build_absolute_uri(context["request"].path)
    address += f"?{query.rstrip('&')}" if query else ""
    edition = f"{shelf.year}-{shelf.number}"
    decided = _("자료 기준일 %(day)s") % {"day": shelf.decided_date} if shelf.decided_date else ""
    of_edition = _("판 %(edition)s") % {"edition": edition}
    notes = [decided, of_edition, _place(fact, (document_of(context, fact) or shelf).form)]
    looked_at = _("%(day)s 확인") % {"day": context["today"]}
    parts = [title, f"「{shelf.title}」" if shelf.title != title else "", *notes, context["publisher"]]
    fields = {
        "title": title if shelf.title == title else f"{title}. {shelf.title}",
        "year": str((shelf.decided_date or shelf.published_at).year),
        "publisher": context["publisher"],
        "edition": edition,
        "note": ", ".join(note for note in notes if note),
        "url": address,
        "urldate": str(context["today"]),
    }
    return Citation(
        f"{'. '.join(part for part in parts if part)}. {address} ({looked_at}).",
        _bibtex(f"goru-{edition}", fields),
        f"goru-{edition}.bib",
        (shelf.year, shelf.number),
    )


def _place(fact: Any, form: str) -> str:
    """A ministry's plan is printed at no one place."""
    if fact is None or not fact.first_line:
        return ""
    return written({name: getattr(fact, name) for name in PLACE}, form)


def _bibtex(key: str, fields: Mapping[str, str]) -> str:
    rows = "".join(
        f"  {name} = {{{value if name == 'url' else _plain(value)}}},\n" for name, value in fields.items()
    )
    return f"@misc{{{key},\n{rows}}}\n"


def _plain(value: str) -> str:
    """Words without what BibTeX and TeX read as their own; an address has none of it but %, which belongs to it."""
    return re.sub(r"([%#&_$])", r"\\\1", re.sub(r"[{}\\]", "", value))
