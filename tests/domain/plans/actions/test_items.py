from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.at_once import beside

from goru.core.audit.models import OfficialAct
from goru.core.codes import is_code, number_in, public_code
from goru.core.verdict import Refused, Why
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.plans.actions import join_items, keep_items, record_succession
from goru.domain.plans.models import Item, ItemSuccession
from goru.domain.plans.vocabulary import ItemKind, SuccessionKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 5, 1, tzinfo=UTC)


def kept(kind: ItemKind = ItemKind.PROJECT, code: str | None = None) -> Item:
    one = uuid4()
    keep_items({one: (kind, code)})
    return Item.objects.get(pk=one)


def test_what_persons_point_at_gets_the_next_code_and_the_rest_none() -> None:
    first, money, second = kept(), kept(ItemKind.MONEY_LINE), kept(ItemKind.REFORM)

    assert (first.code or "")[0] + (second.code or "")[0] == "PR"
    assert is_code(first.code or "")
    assert money.code is None
    assert number_in(second.code or "") == number_in(first.code or "") + 1


def test_an_item_that_is_there_stays_as_it_is() -> None:
    one = kept()

    keep_items({one.pk: (ItemKind.REFORM, public_code("R", 5))})

    assert Item.objects.get() == one
    assert Item.objects.get().code == one.code


def test_a_code_that_is_given_is_taken_where_it_is_free_and_moves_the_sequence_on() -> None:
    given = public_code("P", ahead())

    first, again, later = kept(code=given), kept(code=given), kept()

    assert first.code == given
    number = number_in(given)
    assert [number_in(one.code or "") for one in (again, later)] == [number + 1, number + 2]


def ahead() -> int:
    """A number some way beyond the last one that was given; the sequence outlives a test."""
    return number_in(kept().code or "") + 1_000


def test_a_code_that_would_use_up_the_sequence_or_is_none_of_its_kind_is_not_taken() -> None:
    last = number_in(kept().code or "")

    for code in (public_code("P", 999_999), public_code("C", last + 10), "P0000000"):
        assert kept(code=code).code != code

    assert number_in(kept().code or "") < last + 10


def test_items_that_are_one_lead_to_the_older_and_so_do_those_that_led_to_the_younger() -> None:
    old, young, youngest = kept(), kept(), kept()
    join_items(item=young.pk, same_as=youngest.pk, by=system_person(), at=AT)

    older = join_items(item=young.pk, same_as=old.pk, by=system_person(), at=AT)

    assert older == old
    act = OfficialAct.objects.filter(act="plans.items_joined").latest("number")
    assert (act.subject_kind, act.subject_key, act.by) == ("item", young.code, system_person())
    assert act.line.details == {"same_as": str(old.pk), "code": young.code}
    assert dict(Item.objects.values_list("pk", "same_as")) == {
        old.pk: None,
        young.pk: old.pk,
        youngest.pk: old.pk,
    }


def test_items_of_two_kinds_or_one_that_is_joined_are_not_joined() -> None:
    old, young, reform = kept(), kept(), kept(ItemKind.REFORM)
    join_items(item=young.pk, same_as=old.pk, by=system_person(), at=AT)

    for item, same_as in ((old.pk, reform.pk), (young.pk, old.pk), (old.pk, old.pk), (old.pk, UUID(int=1))):
        with pytest.raises(Refused):
            join_items(item=item, same_as=same_as, by=system_person(), at=AT)
        with pytest.raises(Refused):
            record_succession(
                kind=SuccessionKind.SPLIT, predecessor=item, successor=same_as, by=system_person(), at=AT
            )
    assert not ItemSuccession.objects.exists()


def test_lineage_is_kept_once() -> None:
    old, new = kept(), kept()

    for _ in range(2):
        record_succession(
            kind=SuccessionKind.SPLIT, predecessor=old.pk, successor=new.pk, by=system_person(), at=AT
        )

    assert [one.successor for one in old.successions.all()] == [new]
    act = OfficialAct.objects.get(act="plans.item_succeeded")
    assert (act.subject_kind, act.subject_key, act.by) == ("item", old.code, system_person())
    assert act.line.details == {"kind": "split", "successor": str(new.pk)}


def test_a_stranger_decides_on_no_items(stranger_in_busan: Person) -> None:
    old, new = kept(), kept()
    given: dict[str, Any] = {"by": stranger_in_busan, "at": AT}

    for deed in (
        lambda: join_items(item=old.pk, same_as=new.pk, **given),
        lambda: record_succession(kind=SuccessionKind.MERGE, predecessor=old.pk, successor=new.pk, **given),
    ):
        with pytest.raises(Refused) as found:
            deed()
        assert found.value.why is Why.FORBIDDEN
    assert not Item.objects.exclude(same_as=None).exists()


@pytest.mark.django_db(transaction=True)
def test_of_items_that_come_at_once_each_has_its_own_code() -> None:
    one, other = uuid4(), uuid4()

    answer = beside(
        lambda: keep_items({one: (ItemKind.PROJECT, None)}),
        lambda: keep_items({other: (ItemKind.PROJECT, None)}),
    )

    assert answer is None
    codes = {item.code for item in Item.objects.filter(pk__in=[one, other])}
    assert len(codes - {None}) == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_who_join_an_item_at_once_one_is_refused() -> None:
    first, second, young = kept(), kept(), kept()
    given: dict[str, Any] = {"item": young.pk, "by": system_person(), "at": AT}

    answer = beside(
        lambda: join_items(same_as=first.pk, **given), lambda: join_items(same_as=second.pk, **given)
    )

    assert isinstance(answer, Refused)
    assert Item.objects.get(pk=young.pk).same_as_id == first.pk
