"""What search engines are told: which addresses there are, and which to leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from goru.domain.plans import queries as plans
from goru.web.access import public
from goru.web.addresses import number_of

_LEFT = ("search", "sign-in", "imports", "components")
"""Pages that say nothing of their own, or nothing for everybody."""
_OF_A_YEAR = (
    "nation",
    "institutions",
    "strategies",
    "projects",
    "indicators",
    "focus-tasks",
    "timeline",
    "findings",
    "publications",
)


@public
def robots(request: HttpRequest) -> HttpResponse:
    """Which pages to leave, and one list of addresses a year."""
    left = [f"Disallow: {reverse(f'web:{name}')}" for name in _LEFT]
    listed = [
        f"Sitemap: {request.build_absolute_uri(reverse('web:addresses', args=[year]))}"
        for year in plans.years()
    ]
    return HttpResponse(
        "\n".join(["User-agent: *", *left, *listed, ""]), content_type="text/plain; charset=utf-8"
    )


@public
def addresses(request: HttpRequest, year: int) -> HttpResponse:
    """The pages of a year (sitemaps.org)."""
    return sitemap(request, {"pages": Pages(year)})


class Pages(Sitemap):  # type: ignore[type-arg] # it takes none when it runs
    """The pages of a year's plans, each as new as the publication they are of."""

    def __init__(self, year: int) -> None:
        super().__init__()
        self.cycle = plans.cycle_of(year)
        self.at = plans.published(self.cycle).at

    def items(self) -> list[str]:
        return list(self._addresses())

    def location(self, item: str) -> str:
        return item

    def lastmod(self, _item: str) -> datetime:
        return self.at

    def _addresses(self) -> Iterator[str]:
        year = self.cycle.year
        yield from (reverse(f"web:{name}", args=[year]) for name in (*_OF_A_YEAR, "datasets-of"))
        for publication in plans.publications_of(self.cycle):
            yield reverse("web:publication", args=[year, publication.number])
        for plan in plans.plans_of(self.cycle):
            yield reverse("web:institution", args=[year, plan.institution.key])
        for strategy in plans.frame_of(self.cycle):
            yield reverse("web:strategy", args=[year, strategy.position])
            for core_task in strategy.core_tasks.all():
                yield reverse("web:core-task", args=[year, number_of(core_task.code)])
                for task in core_task.action_tasks.all():
                    yield reverse("web:action-task", args=[year, number_of(task.code)])
        for focus_task in plans.focus_tasks_of(self.cycle):
            yield reverse("web:focus-task", args=[year, focus_task.group, focus_task.number])
