"""What other sites show where a page is shared."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import override
from django.views.decorators.http import condition

from goru.domain.plans import queries as plans
from goru.pipelines.issuing import queries as issuing
from goru.web.access import public

_HOUR = 3600


def _version(_request: HttpRequest, year: int, language: str) -> str | None:
    publication = issuing.issued(plans.cycle_of(year))
    return f'"{issuing.issue_folder(publication).name}/{language}"' if publication else None


@public
@condition(etag_func=_version)
def card(_request: HttpRequest, year: int, language: str) -> HttpResponse:
    """The card of a year (1200 by 630 pixels) in a language."""
    publication = issuing.issued(plans.cycle_of(year))
    if publication is None or language not in dict(settings.LANGUAGES):
        raise Http404
    with override(language):
        drawn = issuing.card(publication)
    if drawn is None:
        raise Http404
    return HttpResponse(
        drawn, content_type="image/png", headers={"Cache-Control": f"public, max-age={_HOUR}"}
    )
