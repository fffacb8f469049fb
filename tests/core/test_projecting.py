from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Q

from goru.core.mail.models import Mail
from goru.core.projecting import Kept, add, keep
from goru.domain.plans.models import ComprehensivePlan, Cycle, Item
from goru.domain.plans.vocabulary import ItemKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def plans(*years: tuple[int, int]) -> list[ComprehensivePlan]:
    return [
        ComprehensivePlan(number=number, first_year=first, last_year=first + 4) for number, first in years
    ]


def kept(*years: tuple[int, int], within: Q | None = None) -> Kept:
    return keep(ComprehensivePlan, plans(*years), within=within or Q(number__gte=90), key=("number",))[1]


def there() -> dict[int, int]:
    return dict(ComprehensivePlan.objects.filter(number__gte=90).values_list("number", "first_year"))


def test_rows_are_brought_to_what_they_shall_be_and_counted() -> None:
    assert kept((91, 2091), (92, 2092), (93, 2093)) == Kept(added=3, changed=0, removed=0)

    result = kept((92, 2092), (93, 2193), (94, 2094))

    assert result == Kept(added=1, changed=1, removed=1)
    assert result.touched == 3
    assert there() == {92: 2092, 93: 2193, 94: 2094}


def test_the_same_rows_again_touch_nothing() -> None:
    kept((91, 2091), (92, 2092))
    before = transaction_ids()

    assert kept((92, 2092), (91, 2091)).touched == 0

    assert transaction_ids() == before


def transaction_ids() -> list[tuple[object, ...]]:
    """Which version of each row is there: another one wherever it was written anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, ctid::text, xmin::text FROM plans_comprehensiveplan ORDER BY id")
        return list(cursor.fetchall())


def test_a_row_that_stays_keeps_its_key_also_where_it_changed() -> None:
    first, _ = keep(ComprehensivePlan, plans((91, 2091)), within=Q(number__gte=90), key=("number",))
    cycle = Cycle.objects.create(year=2091, comprehensive_plan=first[0])

    again, _ = keep(ComprehensivePlan, plans((91, 2090)), within=Q(number__gte=90), key=("number",))

    assert again[0].pk == first[0].pk
    cycle.refresh_from_db()
    assert cycle.comprehensive_plan.first_year == 2090


def test_rows_outside_the_condition_stay() -> None:
    kept((91, 2091))

    assert kept((95, 2095), within=Q(number__gte=94)) == Kept(1, 0, 0)

    assert there() == {91: 2091, 95: 2095}


def test_all_rows_have_their_keys_before_anything_is_written_that_refers_to_them() -> None:
    rows, _ = keep(
        ComprehensivePlan, plans((91, 2091), (92, 2092)), within=Q(number__gte=90), key=("number",)
    )

    cycles, result = keep(
        Cycle,
        [Cycle(year=2090 + at, comprehensive_plan=row) for at, row in enumerate(rows)],
        within=Q(year__gte=2090),
        key=("year",),
    )

    assert result == Kept(2, 0, 0)
    assert [cycle.comprehensive_plan_id for cycle in cycles] == [row.pk for row in rows]
    assert Cycle.objects.get(year=2091).comprehensive_plan.number == 92


def test_what_the_database_refuses_is_refused() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        kept((91, 2091), (91, 2092))
    kept((91, 2091))
    row = ComprehensivePlan.objects.get(number=91)
    Cycle.objects.create(year=2091, comprehensive_plan=row)

    with pytest.raises(IntegrityError):
        kept()


def test_rows_with_keys_of_their_own_are_added() -> None:
    add(Item, [Item(kind=ItemKind.PROJECT, code=None), Item(kind=ItemKind.PROJECT, code="P0001237")])
    add(Item, [])

    assert Item.objects.get(code="P0001237").kind == ItemKind.PROJECT
    assert Item.objects.count() == 2


def test_rows_that_change_twice_in_one_transaction_are_what_they_became_last() -> None:
    kept((91, 2091))
    kept((91, 2090))

    assert kept((91, 2089)).changed == 1

    assert there() == {91: 2089}


def test_values_that_the_driver_does_not_know_are_prepared_for_it() -> None:
    at, values = datetime(2025, 4, 5, tzinfo=UTC), {"what": "password"}

    add(Mail, [Mail(pk=1, letter="notice", address="a@example.org", values=values, asked_at=at)])

    mail = Mail.objects.get()
    assert (mail.values, mail.asked_at, mail.person_id) == (values, at, None)
