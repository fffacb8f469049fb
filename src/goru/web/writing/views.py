"""Writing a plan by form: one plan's desk, its sections one by one, what ends it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import reswap

from goru.book.items.editing import Change, Deed
from goru.book.items.locating import ids_in
from goru.book.items.sections import Entry, Rows, Section, SectionKind, all_rows, begun
from goru.book.items.typed import NoValue
from goru.book.items.walking import name_of
from goru.core.text import number_said
from goru.core.verdict import Outdated, Refused, Subject, require
from goru.domain.finance.vocabulary import Account
from goru.domain.formulation.queries import draft_in, guidance_for
from goru.domain.formulation.rules import ASKED_BY
from goru.domain.plans import actions
from goru.domain.plans import queries as plans
from goru.domain.plans.vocabulary import PlanKind
from goru.web.access import SignedInRequest, private, today
from goru.web.writing import comments, controls, desk, grids, unsaved
from goru.web.writing.fields import FIELDS, sentence_of

if TYPE_CHECKING:
    from goru.domain.institutions.models import Person
    from goru.domain.plans.models import Edition

_DOCUMENTS = {"hwpx": "application/hwp+zip", "pdf": "application/pdf"}
_WITH_PROJECTS = (SectionKind.CORE_TASK, SectionKind.ACTION_TASK)
_PAGES = {"remove": "web:remove-item", "split": "web:split-item", "merge": "web:merge-items"}
_STEPS = {"up": -1, "down": 1}


@require_safe
@private
def plan(request: SignedInRequest, year: int, key: str) -> HttpResponse:
    """One plan: its editions, and what it can begin with."""
    found = plans.desk_of(plans.plan_in(year, key), by=request.user, on=today())
    require(found.may_read, about=plans.subject_of(found.plan))
    return render(request, "writing/plan.html", {"found": found, "year": year, "hide_years": True})


@require_POST
@private
def begin(request: SignedInRequest, year: int, key: str) -> HttpResponse:
    """Begin a plan with last year's or with nothing, or go on with what was sealed."""
    found, at = plans.desk_of(plans.plan_in(year, key), by=request.user, on=today()), timezone.now()
    require(found.may_write, about=plans.subject_of(found.plan))
    institution = found.plan.institution
    kept = actions.plan_for(
        cycle=found.plan.cycle,
        kind=PlanKind(found.plan.kind),
        name=institution.short_name if institution else "",
    )
    given: dict[str, Any] = {"by": request.user, "at": at}
    match request.POST.get("with"):
        case "last-year":
            edition, _emptied = actions.carry_over(plan=kept, bases=found.bases, **given)
        case "sealed" if found.sealed:
            edition = actions.continue_edition(base=found.sealed, **given)
        case _:
            edition = actions.open_empty_plan(plan=kept, **given)
    return redirect("web:edition", edition.pk)


@require_safe
@private
def edition(request: SignedInRequest, number: int) -> HttpResponse:
    """The contents of an edition: its sections, what is missing, what does not add up."""
    seen = draft_in(number, by=request.user, on=today())
    may_add = seen.may_end and plans.tasks_to_add(seen.draft.edition)
    return render(request, "writing/edition.html", desk.frame(seen) | {"tasks_to_add": may_add or ()})


@require_POST
@private
def add_task(request: SignedInRequest, number: int) -> HttpResponse:
    """Give a ministry's plan a part of one more action task."""
    found, may_write = plans.edition_in(number, by=request.user, on=today())
    require(may_write, about=Subject("edition", str(number)))
    task = request.POST.get("task", "")
    desk.edit(request, number, [plans.begun_task(found, task)])
    return redirect("web:section", number, f"action-task-{task}")


@require_http_methods(["GET", "HEAD", "POST"])
@private
def remove_task(request: SignedInRequest, number: int, task: str) -> HttpResponse:
    """Take a ministry's part of an action task out of its plan, after one has seen what goes with it."""
    found, may_write = plans.edition_in(number, by=request.user, on=today())
    require(may_write, about=Subject("edition", str(number)))
    content = plans.task_of(found, task)
    if request.method == "POST":
        desk.as_shown(request, number, content)
        desk.edit(request, number, [Change(Deed.SET, None, f"tasks/{task}", seen=content)])
        return redirect("web:edition", number)
    seen = draft_in(number, by=request.user, on=today())
    page = {
        "here": seen.draft.section(f"action-task-{task}"),
        "removed": task,
        "under": len(list(ids_in(content))),
        "digest": desk.digest_of(content),
    }
    return render(request, "writing/remove.html", desk.frame(seen) | page)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def section(request: SignedInRequest, number: int, key: str) -> HttpResponse:
    """One section to write in; what is sent is kept field by field."""
    seen = draft_in(number, by=request.user, on=today(), section=key)
    here = seen.draft.section(key)
    left = unsaved.held(request.session, number, key)
    told, form = ({name: said[at] for name, said in left.items()} for at in (0, 1))
    if request.method == "POST":
        require(seen.may_write, about=Subject("edition", str(number)))
        told, form = _keep(request, seen.draft, here), request.POST.dict()
        if not told and not request.htmx:
            return redirect(_deed(request, seen.draft, here) or _onward(request, seen.draft, here))
        seen = draft_in(number, by=request.user, on=today(), section=key)
        here = seen.draft.section(key)
    page = desk.frame(seen) | _section(seen.draft, here, told, form, request.user)
    page |= {"noted": comments.by_item(seen, here.key), "attached": seen.attachments_in(here.key)}
    if request.htmx:
        name = request.headers.get("HX-Target", "")
        control = next((one for held in page["controls"].values() for one in held if one.id == name), None)
        grid = next((one for one in page["grids"].values() if control and one.has(control.item)), None)
        # what is typed while an answer comes stays: only where a control told of something is it drawn anew
        is_kept = control and not control.is_told and f"told|{control.key}" not in request.POST
        answer = render(
            request, "writing/_saved.html", page | {"control": control, "grid": grid, "is_kept": is_kept}
        )
        return reswap(answer, "none") if is_kept else answer
    return render(
        request, "writing/section.html", page, status=409 if told and request.method == "POST" else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
@private
def remove(request: SignedInRequest, number: int, key: str, item: UUID) -> HttpResponse:
    """Take an item out of a plan (제외), after one has seen what goes with it."""
    seen = draft_in(number, by=request.user, on=today(), section=key)
    require(seen.may_write, about=Subject("edition", str(number)))
    here = seen.draft.section(key)
    every = ((rows, one) for rows in all_rows(here.rows) for one in rows.entries)
    rows, entry = next(((rows, one) for rows, one in every if one.item.item_id == item), (None, None))
    if rows is None or entry is None:
        raise Http404
    content = plans.item_in(seen.draft.edition, item)
    if request.method == "POST":
        desk.as_shown(request, number, content)
        desk.edit(request, number, [Change(Deed.REMOVE, item, seen=content)])
        return redirect("web:section", number, key)
    page = {
        "here": here,
        "list": rows.name,
        "place": entry.at + 1,
        "removed": name_of(entry.item),
        "under": len(list(ids_in(content))) - 1,
        "digest": desk.digest_of(content),
    }
    return render(request, "writing/remove.html", desk.frame(seen) | page)


@require_http_methods(["GET", "HEAD", "POST"])
@private
def seal(request: SignedInRequest, number: int) -> HttpResponse:
    """Make an edition one that never changes (확정)."""
    return _ended(request, number, actions.seal, _("확정하기"))


@require_http_methods(["GET", "HEAD", "POST"])
@private
def abandon(request: SignedInRequest, number: int) -> HttpResponse:
    """Give an edition up (폐기)."""
    return _ended(request, number, actions.abandon, _("초안 폐기"))


@require_safe
@private
def document(request: SignedInRequest, number: int, form: str) -> HttpResponse:
    """An edition in the book's form, as a file: with its mark at the head of each page (초안, version, moment; or digest)."""
    found, _may_write = plans.edition_in(number, by=request.user, on=today())
    return _printed(found, form)


@require_safe
@private
def marked_document(request: SignedInRequest, number: int, other: int, form: str) -> HttpResponse:
    """The same with what is another than in an edition before it marked."""
    found, _may_write = plans.edition_in(number, by=request.user, on=today())
    before = next(
        (one for one in plans.comparable_with(found, by=request.user, on=today()) if one.pk == other), None
    )
    if before is None:
        raise Http404
    return _printed(found, form, before)


def _printed(found: Edition, form: str, before: Edition | None = None) -> HttpResponse:
    if form not in _DOCUMENTS:
        raise Http404
    book, mark = plans.book_of_edition(found), plans.mark_of_edition(found)
    earlier = (plans.book_of_edition(before), plans.mark_of_edition(before)) if before else (None, "")
    # only now: what writes documents is loaded by few requests
    content = (
        import_module("goru.book.writing.hwpx").as_hwpx(book, mark, *earlier)
        if form == "hwpx"
        else import_module("goru.book.writing.pdf").as_pdf(book, [settings.HOME / "fonts"], mark, *earlier)
    )
    answer = HttpResponse(content, content_type=_DOCUMENTS[form])
    name = f"{book.title}.{form}"
    if before:
        name = _("바뀐 곳 표시 %(name)s") % {"name": name}
    answer["Content-Disposition"] = content_disposition_header(True, name) or ""
    return answer


def _ended(request: SignedInRequest, number: int, action: Any, title: str) -> HttpResponse:
    _found, may_write = plans.edition_in(number, by=request.user, on=today())
    require(may_write, about=Subject("edition", str(number)))
    if request.method == "POST":
        version = number_said(request.POST.get("version", "")) or 0
        action(edition_id=number, version=version, by=request.user, at=timezone.now())
        return redirect("web:edition", number)
    seen = draft_in(number, by=request.user, on=today())
    page = {"title": title, "is_sealing": action is actions.seal, "lacking": seen.draft.lacking}
    return render(request, "writing/end.html", desk.frame(seen) | page)


def _section(
    draft: plans.Draft, here: Section, told: Mapping[str, str], form: Mapping[str, str], by: Person
) -> dict[str, Any]:
    shown, money = grids.of_section(draft, here)
    every = {
        item: [controls.told(one, told[one.key], form) if one.key in told else one for one in held]
        for item, held in (controls.of_section(draft, here) | money).items()
    }
    keys = [one.key for one in draft.sections]
    at = keys.index(here.key)
    return {
        "here": here,
        "controls": every,
        "grids": shown,
        "accounts": Account.choices,
        "own": every[None],
        "findings": draft.findings_in(here.key),
        "told": len(told),
        "guidance": [one for one in guidance_for(draft.edition.plan, by=by) if one.key in _guides(here)],
        "before": draft.sections[at - 1] if at else None,
        "after": draft.sections[at + 1] if at + 1 < len(keys) else None,
    }


def _guides(here: Section) -> set[str]:
    """The sections of a guideline that say how one is written: that of its kind and, where it has projects, those on them."""
    return {str(here.kind), *(ASKED_BY if here.kind in _WITH_PROJECTS else ())}


def _keep(request: SignedInRequest, draft: plans.Draft, here: Section) -> dict[str, str]:
    """Keep what was typed, each field by itself; what was not kept, with why, or nothing where somebody else wrote there."""
    told: dict[str, str] = {}
    money = grids.of_section(draft, here)[1]
    every = (one for held in (controls.of_section(draft, here) | money).values() for one in held)
    sent = [one for one in every if one.sent(request.POST)]
    for control in sent:
        if request.POST.get("deed") == f"drop:{control.key}":
            continue
        try:
            changes = control.changes(request.POST, draft.value.year)
            done = desk.edit(request, draft.edition.pk, changes) if changes else None
        except Refused as why:
            told[control.key] = str(why)
        except NoValue as why:
            told[control.key] = sentence_of(why)
        else:
            if done and done.conflicts:
                told[control.key] = ""
    names = [one.key for one in sent]
    unsaved.hold(request.session, draft.edition.pk, here.key, sent=names, told=told, form=request.POST.dict())
    return told


def _deed(request: SignedInRequest, draft: plans.Draft, here: Section) -> str:
    """Do what a button of the form asks for beside keeping: add an item, move one; where to go on, if anywhere."""
    number = draft.edition.pk
    deed, _colon, of = request.POST.get("deed", "").partition(":")
    if deed in _ROW_DEEDS:
        return _ROW_DEEDS[deed](request, draft, here, _item_said(of))
    for rows in all_rows(here.rows):
        if deed == "add" and of == rows.key:
            new = uuid4()
            given = begun(rows.class_, draft.value)
            desk.edit(request, number, [Change(Deed.ADD, new, rows.field, rows.under, new=given)])
            return f"{_address(number, here)}#item-{new}"
        for entry in rows.entries:
            item = entry.item.item_id
            if of != str(item):
                continue
            if deed in _PAGES:
                return reverse(_PAGES[deed], args=[number, here.key, item])
            if deed in _STEPS:
                desk.edit(request, number, [_moved(rows, entry, _STEPS[deed])])
                return f"{_address(number, here)}#item-{of}"
    return ""


def _onward(request: SignedInRequest, draft: plans.Draft, here: Section) -> str:
    """Where one goes from a section that was kept: to another, where that was asked for, else back to it."""
    deed, _colon, key = request.POST.get("deed", "").partition(":")
    return _address(draft.edition.pk, draft.section(key) if deed == "go" else here)


def _item_said(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error


def _add_row(request: SignedInRequest, draft: plans.Draft, here: Section, project: UUID) -> str:
    """Begin a row of a project's money with the year and account that were chosen."""
    try:
        year = FIELDS["fiscal_year"].read(request.POST.get(f"year|{project}", ""), draft.value.year)
    except NoValue as why:
        raise Refused(sentence_of(why), about=Subject("edition", str(draft.edition.pk))) from why
    account = FIELDS["account"].read(request.POST.get(f"account|{project}", ""), draft.value.year)
    change = grids.added_row(draft, here, project, year, account)
    if change is None:
        raise Http404
    desk.edit(request, draft.edition.pk, [change])
    return f"{_address(draft.edition.pk, here)}#item-{project}"


def _remove_row(request: SignedInRequest, seen: plans.Draft, here: Section, first: UUID) -> str:
    """Take the lines of a row out as they stand on the page that was sent; Outdated where one is another by now."""
    number = seen.edition.pk
    draft = draft_in(number, by=request.user, on=today(), section=here.key).draft
    removed = []
    for line in grids.lines_of(draft, draft.section(here.key), first):
        typed = FIELDS["amount"].read(request.POST.get(f"{line.item_id}|amount", ""), draft.value.year)
        if line.amount != typed:
            sentence = _("그사이 다른 사람이 이 줄을 바꾸었습니다. 지금 내용을 확인한 뒤 다시 하세요.")
            raise Outdated(sentence, about=Subject("edition", str(number)))
        if line.item_id:
            seen_line = plans.item_in(draft.edition, line.item_id)
            removed.append(Change(Deed.REMOVE, line.item_id, seen=seen_line))
    desk.edit(request, number, removed)
    return _address(number, here)


_ROW_DEEDS = {"add-row": _add_row, "remove-row": _remove_row}


def _moved(rows: Rows, entry: Entry, by: int) -> Change:
    at = max(0, min(entry.at + by, len(rows.entries) - 1))
    seen = {"at": entry.at, "under": str(rows.under) if rows.under else None}
    return Change(Deed.MOVE, entry.item.item_id, seen=seen, new={"at": at})


def _address(number: int, here: Section) -> str:
    return reverse("web:section", args=[number, here.key])
