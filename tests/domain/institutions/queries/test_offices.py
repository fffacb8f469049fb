"""Which institutions' posts a person sees."""

from datetime import date, timedelta

import pytest
from tests import cast

from goru.domain.institutions import queries
from goru.domain.institutions.models import Institution, Person
from goru.domain.institutions.vocabulary import Role

pytestmark = [pytest.mark.web, pytest.mark.django_db]
MERGER = date(2026, 7, 1)


def test_an_institution_is_listed_after_its_end_while_somebody_holds_a_post_of_it(
    secretariat: Person,
) -> None:
    def listed(on: date) -> set[str]:
        return {one.key for one in queries.institutions_seen_by(secretariat, on)}

    assert "gwangju" in listed(MERGER - timedelta(days=1))
    assert "gwangju" not in listed(MERGER)

    cast.officer("kept", Role.CONTRIBUTOR, "gwangju", cast.department("gwangju", "기획조정실"))

    assert Institution.objects.get(key="gwangju").is_over(MERGER)
    assert "gwangju" in listed(MERGER)
