import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from goru.domain.institutions.actions import system_person
from goru.domain.plans.models import (
    Cycle,
    Edit,
    Edition,
    Item,
    Plan,
    PrintedPlaces,
    ProposedSuccession,
    Publication,
)
from goru.domain.plans.vocabulary import (
    EditDeed,
    EditionOrigin,
    EditionState,
    EditWay,
    ItemKind,
    PlanKind,
    SuccessionKind,
)

pytestmark = [pytest.mark.web, pytest.mark.django_db]
AT = datetime(2025, 4, 5, tzinfo=UTC)
Refused = Callable[[str, Any], None]
CopyOf = Callable[..., Any]


@pytest.fixture
def sealed(adopted: Publication) -> Edition:
    return adopted.editions.filter(plan__institution__isnull=False).order_by("pk")[0]


def draft_of(plan: Plan) -> Edition:
    return Edition(
        plan=plan,
        origin=EditionOrigin.EMPTY,
        beginning={},
        content={},
        opened_at=AT,
        opened_by=system_person(),
    )


def edit_of(edition: Edition, **fields: object) -> Edit:
    said = {"number": 1, "deed": EditDeed.SET, "field": "vision", "way": EditWay.FORM, "at": AT}
    return Edit(edition=edition, by=system_person(), **{**said, **fields})


def test_an_institution_has_one_plan_in_a_cycle(sealed: Edition, refused: Refused, copy_of: CopyOf) -> None:
    refused("plan_one_of_an_institution_and_cycle", copy_of(sealed.plan))


def test_a_cycle_has_one_national_part(adopted: Publication, refused: Refused) -> None:
    refused("plan_one_of_an_institution_and_cycle", Plan(cycle=adopted.cycle))


def test_a_plan_of_no_institution_is_the_national_part(adopted: Publication, refused: Refused) -> None:
    last = Cycle.objects.create(year=2024, comprehensive_plan=adopted.cycle.comprehensive_plan)
    somebody = adopted.cycle.plans.exclude(institution=None)[0].institution

    refused("plan_of_no_institution_is_the_national_part", Plan(cycle=last, kind=PlanKind.SECTORAL))
    refused("plan_of_no_institution_is_the_national_part", Plan(cycle=last, institution=somebody))


def test_a_plan_has_one_open_edition(sealed: Edition, refused: Refused) -> None:
    draft_of(sealed.plan).save()

    refused("edition_is_the_only_open_one_of_its_plan", draft_of(sealed.plan))


def test_an_edition_that_was_given_up_makes_room_for_another(sealed: Edition) -> None:
    first = draft_of(sealed.plan)
    first.state, first.ended_at, first.ended_by = EditionState.ABANDONED, AT, system_person()
    first.save()

    draft_of(sealed.plan).save()


@pytest.mark.parametrize("field", ["content", "beginning", "digest", "state", "ended_at", "version"])
def test_a_sealed_edition_never_changes(sealed: Edition, refused: Refused, field: str) -> None:
    others = {"state": EditionState.ABANDONED, "digest": "0" * 64, "ended_at": AT, "version": 9}
    setattr(sealed, field, others.get(field, {}))

    refused("never changes", sealed)


def test_a_sealed_edition_stays_whatever_asks_for_its_end(adopted: Publication, sealed: Edition) -> None:
    adopted.published_editions.all().delete()
    PrintedPlaces.objects.filter(edition=sealed).delete()

    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Edition.objects.filter(pk=sealed.pk)._raw_delete(using="default")


def test_a_draft_does_not_become_a_sealed_one_without_its_digest(sealed: Edition, refused: Refused) -> None:
    draft = draft_of(sealed.plan)
    draft.state, draft.ended_at, draft.ended_by = EditionState.SEALED, AT, system_person()

    refused("edition_has_a_digest_if_it_is_sealed", draft)


def test_an_open_edition_has_no_digest_yet(sealed: Edition, refused: Refused) -> None:
    draft = draft_of(sealed.plan)
    draft.digest = "0" * 64

    refused("edition_has_a_digest_if_it_is_sealed", draft)


def test_an_edition_is_open_until_it_ended(sealed: Edition, refused: Refused) -> None:
    ended = draft_of(sealed.plan)
    ended.ended_at, ended.ended_by = AT, system_person()
    refused("edition_is_open_until_it_ended", ended)

    abandoned = draft_of(sealed.plan)
    abandoned.state, abandoned.ended_at = EditionState.ABANDONED, AT
    refused("edition_is_open_until_it_ended", abandoned)


def test_an_edition_of_a_document_names_it_and_no_other_does(
    adopted: Publication, sealed: Edition, refused: Refused
) -> None:
    of_none, of_one = draft_of(sealed.plan), draft_of(sealed.plan)
    of_none.origin = EditionOrigin.DOCUMENT
    of_one.document = adopted.document

    refused("edition_of_a_document_names_it", of_none)
    refused("edition_of_a_document_names_it", of_one)


def test_a_document_prints_an_edition_at_one_set_of_places(
    sealed: Edition, refused: Refused, copy_of: CopyOf
) -> None:
    refused("printed_places_of_an_edition_in_a_document", copy_of(sealed.printed_places.all()[0]))


def test_edits_are_numbered_in_their_edition(sealed: Edition, refused: Refused) -> None:
    draft = draft_of(sealed.plan)
    draft.save()
    edit_of(draft).save()

    refused("edit_number_in_its_edition", edit_of(draft))


def test_what_is_done_to_no_item_sets_a_field_of_the_plan(sealed: Edition, refused: Refused) -> None:
    draft = draft_of(sealed.plan)
    draft.save()

    refused("edit_of_no_item_sets_a_field_of_the_plan", edit_of(draft, deed=EditDeed.REMOVE))


def test_nobody_edits_a_sealed_edition(sealed: Edition, refused: Refused) -> None:
    refused("not open any more", edit_of(sealed))


def test_the_edits_of_an_edition_that_ended_stay_as_they_are(sealed: Edition, refused: Refused) -> None:
    draft = draft_of(sealed.plan)
    draft.save()
    edit = edit_of(draft)
    edit.save()
    draft.state, draft.ended_at, draft.ended_by = EditionState.ABANDONED, AT, system_person()
    draft.save()

    edit.new = "다른 말"
    refused("not open any more", edit)
    with pytest.raises(IntegrityError, match="not open any more"), transaction.atomic():
        edit.delete()


def test_an_item_that_was_edited_stays(sealed: Edition) -> None:
    item = Item.objects.create(pk=uuid.uuid4(), kind=ItemKind.PROJECT)
    draft = draft_of(sealed.plan)
    draft.save()
    edit_of(draft, item=item).save()

    with pytest.raises(IntegrityError), transaction.atomic():
        item.delete()


def test_a_day_is_owed_once(adopted: Publication, refused: Refused, copy_of: CopyOf) -> None:
    duty = adopted.cycle.duties.all()[0]

    refused("duty_is_owed_once", copy_of(duty, due_date=date(2025, 3, 1)))


def test_what_an_item_is_to_become_is_proposed_once_and_is_another(sealed: Edition, refused: Refused) -> None:
    old, new = (Item.objects.create(kind=ItemKind.PROJECT) for _ in range(2))
    said = {"edition": sealed, "kind": SuccessionKind.SPLIT, "at": AT, "by": system_person()}
    ProposedSuccession.objects.create(predecessor=old, successor=new, **said)

    refused("proposed_succession_is_said_once", ProposedSuccession(predecessor=old, successor=new, **said))
    refused("proposed_succession_is_of_two_items", ProposedSuccession(predecessor=old, successor=old, **said))
