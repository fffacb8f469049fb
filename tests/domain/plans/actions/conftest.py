"""An edition of a small book's plan that its author opened."""

from datetime import UTC, datetime

import pytest
from tests import cast

from goru.book.model.editions import InstitutionPlan
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import actions
from goru.domain.plans.models import Edition, Plan, Publication
from goru.domain.plans.vocabulary import EditionOrigin, EditionState

AT = datetime(2025, 5, 1, 9, tzinfo=UTC)


@pytest.fixture
def by(db: None) -> Person:
    return cast.officer("author", Role.AUTHOR, "sejong")


@pytest.fixture
def plan(adopted: Publication) -> Plan:
    return Plan.objects.get(cycle=adopted.cycle, institution__key="sejong")


@pytest.fixture
def edition(plan: Plan, by: Person) -> Edition:
    return opened(plan, by)


def opened(plan: Plan, by: Person) -> Edition:
    base = plan.editions.get(state=EditionState.SEALED)
    value = InstitutionPlan.model_validate(base.content)
    return actions.open_edition(
        plan=plan, value=value, origin=EditionOrigin.EDITIONS, bases=[base], by=by, at=AT
    )
