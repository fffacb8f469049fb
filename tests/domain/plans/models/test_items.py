import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from goru.domain.institutions.actions import system_person
from goru.domain.plans.models import Item, ItemSuccession
from goru.domain.plans.vocabulary import ItemKind, SuccessionKind

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 4, 5, tzinfo=UTC)
Refused = Callable[[str, Any], None]


@pytest.mark.parametrize("code", ["P123456", "p1234567", "12345678", "P12345a7"])
def test_a_code_is_a_letter_and_seven_digits(refused: Refused, code: str) -> None:
    refused("item_code_is_letter_and_digits", Item(kind=ItemKind.PROJECT, code=code))


def test_a_code_is_one_items_alone(refused: Refused) -> None:
    Item.objects.create(kind=ItemKind.PROJECT, code="P0000018")

    refused("plans_item_code_key", Item(kind=ItemKind.PROJECT, code="P0000018"))


def test_an_item_is_not_the_same_as_itself(refused: Refused) -> None:
    own = uuid.uuid4()

    refused("item_is_not_the_same_as_itself", Item(pk=own, kind=ItemKind.PROJECT, same_as_id=own))


def test_a_succession_is_said_once_and_of_another(refused: Refused) -> None:
    old, new = (Item.objects.create(kind=ItemKind.PROJECT) for _ in range(2))
    said = {"kind": SuccessionKind.SPLIT, "at": AT, "by": system_person()}
    ItemSuccession.objects.create(predecessor=old, successor=new, **said)

    refused(
        "item_succession_is_said_once",
        ItemSuccession(predecessor=old, successor=new, **{**said, "kind": SuccessionKind.MERGE}),
    )
    refused("item_does_not_succeed_itself", ItemSuccession(predecessor=old, successor=old, **said))
