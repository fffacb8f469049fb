"""What was published of a year when, what each publication changed, and going back to an earlier one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_http_methods

from goru.book.writing.package import as_json, without_prose
from goru.core.verdict import Outdated, Subject, require
from goru.domain.plans import permissions
from goru.domain.plans import queries as plans
from goru.domain.plans.queries.compositions import book_of
from goru.domain.publication import queries as publications
from goru.pipelines.importing import actions
from goru.pipelines.importing import queries as importing
from goru.pipelines.issuing import queries as issuing
from goru.pipelines.issuing.vocabulary import ISSUE_AGAIN
from goru.web.access import SignedInRequest, private, public, today
from goru.web.datasets.attachments import attached
from goru.web.lists import paged

_ACTS_A_PAGE, _CHANGES_A_PAGE = 50, 100
_LOOK_AGAIN = 5
"""Seconds after which a page looks again whether files are made."""


@public
def publication_list(request: HttpRequest, year: int) -> HttpResponse:
    """All publications of the year, the latest first."""
    acts = publications.acts_of(plans.cycle_of(year))
    page = {"year": year, "acts": Paginator(acts, _ACTS_A_PAGE).get_page(request.GET.get("page"))}
    return render(request, "publications/list.html", page)


@public
def publication(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """One publication: its editions, and what is another than in the one before."""
    found = publications.publication_of(year, number)
    before = publications.before(found)
    changes = publications.changes_between(before, found).changes if before else ()
    page = paged(request, changes, _CHANGES_A_PAGE, name="changes")
    current = plans.published(found.cycle)
    may_publish = permissions.may_publish(request.user, found.cycle, today())
    answer = {
        "year": year,
        "publication": found,
        "before": before,
        "current": current,
        "by": publications.role_of(found),
        "copies": publications.copies_of(found),
        "changes": page,
        "groups": importing.grouped(list(page)),
        "drafts_behind": plans.drafts_behind(found) if found == current and may_publish else (),
        "may_return": found != current and may_publish,
    }
    return render(request, "publications/page.html", answer)


def _version(_request: HttpRequest, year: int, number: int) -> str:
    return f'"{publications.publication_of(year, number).mark}"'


@public
@condition(etag_func=_version)
def plan_file(_request: HttpRequest, year: int, number: int) -> HttpResponse:
    """The whole plan as one publication published it, made again whenever somebody takes it."""
    book = without_prose(book_of(publications.publication_of(year, number)))
    headers = {
        "Content-Disposition": f'attachment; filename="{year}-{number}-plan.json"',
        "Cache-Control": "public, max-age=300",
        "Access-Control-Allow-Origin": "*",
    }
    return HttpResponse(as_json(book), content_type="application/json; charset=utf-8", headers=headers)


@public
def data(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """The data sets of an earlier publication; while they are made again, or could not be, the page says so."""
    found = publications.publication_of(year, number)
    if found == plans.published(found.cycle):
        return redirect("web:datasets-of", year=year)
    offer, wanted = issuing.offer_of_earlier(found), issuing.making_of_earlier(found)
    has_failed = not offer.sets and ISSUE_AGAIN.has_failed(**wanted)
    page = {
        "year": year,
        "publication": found,
        "offer": offer,
        "seconds": _LOOK_AGAIN,
        "has_failed": has_failed,
    }
    if not offer.sets and not has_failed:
        ISSUE_AGAIN.defer_once(**wanted)
    if offer.sets or has_failed:
        return render(request, "publications/data.html", page)
    answer = render(request, "publications/data.html", page, status=202)
    answer["Retry-After"], answer["Cache-Control"] = str(_LOOK_AGAIN), "no-store"
    return answer


@public
def data_file(_request: HttpRequest, year: int, number: int, file: str) -> HttpResponse:
    """A file of the data of an earlier publication."""
    found = issuing.earlier_downloads(publications.publication_of(year, number)).get(file)
    if found is None:
        raise Http404
    return attached(found, f"{year}-{number}-{file}")


@require_http_methods(["GET", "HEAD", "POST"])
@private
def return_to(request: SignedInRequest, year: int, number: int) -> HttpResponse:
    """What going back to a publication would come to; confirmed, its editions are published anew."""
    found, about = publications.publication_of(year, number), Subject("cycle", str(year))
    require(permissions.may_publish(request.user, found.cycle, today()), about=about)
    if request.method != "POST":
        page = {"year": year, "going_back": publications.return_to(found)}
        return render(request, "publications/return.html", page)
    seen = request.POST.get("seen", "")
    if not seen.isdecimal():
        sentence = _("보낸 내용이 온전하지 않습니다. 지금 상태를 확인하고 다시 하세요.")
        raise Outdated(sentence, about=about)
    made = actions.return_to_publication(to=found, seen=int(seen[:9]), by=request.user, at=timezone.now())
    return redirect("web:publication", year=year, number=made.number)
