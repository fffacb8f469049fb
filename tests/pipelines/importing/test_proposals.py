"""What a file proposes, as it is kept: of a workbook or a document, proposed until somebody decides."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests import cast

from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.actions import open_empty_plan
from goru.domain.plans.models import Edition, Plan, Publication
from goru.pipelines.importing.models import Proposal

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture
def author(adopted: Publication) -> Person:
    return cast.officer("author", Role.AUTHOR, "sejong")


@pytest.fixture
def edition(author: Person) -> Edition:
    plan = Plan.objects.get(institution__key="sejong")
    return open_empty_plan(plan=plan, by=author, at=cast.BEGINNING)


def kept(edition: Edition, author: Person, **others: Any) -> Proposal:
    given = {"way": "document", "read": {}, "made_at": cast.BEGINNING, "made_by": author, **others}
    return Proposal.objects.create(edition=edition, name="plan", digest="0" * 64, **given)


@pytest.mark.parametrize(
    "others",
    [
        {"way": "form"},
        {"way": "workbook"},
        {"way": "document", "seen_edition": 1, "seen_version": 1},
        {"state": "applied"},
        {"state": "unknown", "decided_at": cast.BEGINNING},
        {"decided_at": cast.BEGINNING},
    ],
)
def test_a_proposal_that_cannot_be_is_not_kept(
    others: dict[str, Any], edition: Edition, author: Person
) -> None:
    if "decided_at" in others:
        others = {**others, "decided_by": author}

    with pytest.raises(IntegrityError), transaction.atomic():
        kept(edition, author, **others)

    assert kept(edition, author).state == "proposed"
    assert kept(edition, author, way="workbook", seen_edition=1, seen_version=1)
