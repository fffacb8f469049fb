"""How pages write where a fact is printed, and lead there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from goru.book.model import PageNumber, Source
from goru.book.places import Pages, printed_pages
from goru.domain.plans.queries import PLACE
from goru.domain.plans.vocabulary import DocumentForm

if TYPE_CHECKING:
    from goru.domain.plans.models import Document


def written(place: Mapping[str, Any], form: str) -> str:
    """`텍스트본 766행`, `3쪽 12행`, `3쪽 40행–4쪽 2행`, `표 3 B2`, `문단 12`."""
    first, last, page, last_page, cell = (place.get(name) for name in PLACE)
    if page and last_page and last_page != page:
        return f"{_on_page(page, _lines(first, first))}–{_on_page(last_page, _lines(last, last))}"
    if page:
        return _on_page(page, cell or _lines(first, last))
    if cell:
        return str(cell)
    if form == DocumentForm.HWPX:
        return _("문단 %(numbers)s") % {"numbers": _span(first, last)}
    return _("텍스트본 %(lines)s") % {"lines": _lines(first, last)}


def linked(context: Mapping[str, Any], place: Mapping[str, Any], fact: Any = None) -> SafeString:
    """A place as a link to its words or, where an installation has none, to what the place is and how to find it.

    It is one of the document that prints the fact's plan, else the page's `document`, else that of the national part.
    """
    shelf = context.get("shelf")
    document = document_of(context, fact)
    form = document.form if document else shelf.form if shelf else DocumentForm.TEXT
    said = written(place, form)
    if not shelf:
        return format_html('<span class="place">{}</span>', said)
    asked = {"document": document.pk} if document else {}
    query = urlencode({name: value for name, value in {**place, **asked}.items() if value})
    return format_html('<a class="place" href="{}?{}">{}</a>', context["lines_address"], query, said)


def document_of(context: Mapping[str, Any], fact: Any = None) -> Document | None:
    """The document of a fact of a page, where it is another than that of the national part."""
    if fact is None:
        return context.get("document")
    others = context.get("other_documents") or {}
    return others.get(_plan_of(fact)) if others else None


def _plan_of(fact: Any) -> int | None:
    """The published plan that a fact is of: its own, or that of the core task it stands under."""
    if hasattr(fact, "plan_id"):
        is_plan = hasattr(fact, "full_name")
        found: int | None = fact.pk if is_plan else fact.plan_id
        return found
    return fact.core_task.plan_id if hasattr(fact, "core_task_id") else None


def pages_of(page_numbers: list[dict[str, Any]], place: Source) -> Pages | None:
    """The pages of the printed book that a place may be on, by the page numbers that its document keeps."""
    return printed_pages([PageNumber.model_validate(number) for number in page_numbers], place)


def _on_page(page: int, text: str) -> str:
    return _("%(page)s쪽 %(text)s") % {"page": page, "text": text}


def _span(first: Any, last: Any) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _lines(first: Any, last: Any) -> str:
    """One line and several lines, which Korean says alike."""
    if first == last:
        return _("%(line)s행") % {"line": first}
    return _("%(lines)s행") % {"lines": _span(first, last)}
