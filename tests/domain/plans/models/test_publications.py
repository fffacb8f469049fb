from collections.abc import Callable
from typing import Any

import pytest

from goru.domain.institutions.models import Institution
from goru.domain.plans.models import (
    ComprehensivePlan,
    DevelopmentPlan,
    Finding,
    Publication,
    PublishedEdition,
)

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Refused = Callable[[str, Any], None]
CopyOf = Callable[..., Any]


def test_a_number_is_one_publications_alone(adopted: Publication, refused: Refused, copy_of: CopyOf) -> None:
    refused("publication_number_in_its_cycle", copy_of(adopted))


def test_a_publication_has_one_edition_of_a_plan(
    adopted: Publication, refused: Refused, copy_of: CopyOf
) -> None:
    refused("published_edition_one_of_a_plan", copy_of(adopted.published_editions.all()[0]))


def test_what_is_published_of_a_plan_is_an_edition_of_that_plan(
    adopted: Publication, refused: Refused, copy_of: CopyOf
) -> None:
    published, other = adopted.published_editions.order_by("pk")[:2]
    second = copy_of(adopted, number=2)
    second.save()

    refused(
        "published_edition_is_of_its_plan",
        PublishedEdition(publication=second, plan=published.plan, edition=other.edition),
    )


def test_a_finding_is_of_a_publication_or_a_draft(adopted: Publication, refused: Refused) -> None:
    said = {"position": 900, "rule": "r", "severity": "error", "category": "accuracy"}
    edition = adopted.editions.all()[0]

    refused("finding_is_of_a_publication_or_a_draft", Finding(**said))
    refused("finding_is_of_a_publication_or_a_draft", Finding(publication=adopted, edition=edition, **said))


def test_findings_stand_in_their_order(adopted: Publication, refused: Refused) -> None:
    said = {"position": 900, "rule": "r", "severity": "error", "category": "accuracy"}
    Finding.objects.create(publication=adopted, **said)

    refused("finding_position_in_what_was_checked", Finding(publication=adopted, **said))


def test_a_comprehensive_plan_ends_after_it_began(refused: Refused) -> None:
    refused(
        "comprehensive_plan_first_year_before_last",
        ComprehensivePlan(number=9, first_year=2030, last_year=2030),
    )


def test_a_development_plan_ends_after_it_began_and_begins_once(
    adopted: Publication, refused: Refused
) -> None:
    known = DevelopmentPlan.objects.all()[0]
    megaregion = Institution.objects.get(pk=known.institution_id)

    refused(
        "development_plan_first_year_before_last",
        DevelopmentPlan(institution=megaregion, first_year=2031, last_year=2030),
    )
    refused(
        "development_plan_begins_once",
        DevelopmentPlan(institution=megaregion, first_year=known.first_year, last_year=2100),
    )
