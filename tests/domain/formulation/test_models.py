"""What the database itself refuses."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db.models import Model
from tests import collecting, formulating
from tests.collecting import AT
from tests.domain.conftest import Refused

from goru.domain.formulation.models import (
    Dispatch,
    Guideline,
    GuidelineConsultation,
    GuidelineSection,
    SectionWording,
)
from goru.domain.formulation.vocabulary import GuidelineState, SubmissionState
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Publication

pytestmark = [pytest.mark.web, pytest.mark.django_db]
Copy = Callable[..., Any]


def changed(row: Model, **changes: object) -> Model:
    for name, value in changes.items():
        setattr(row, name, value)
    return row


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("guideline_has_a_title", {"title": ""}),
        ("resolved_says_by_what", {"agenda_item": None}),
        ("resolved_says_by_what", {"frame": None}),
        ("resolved_says_by_what", {"resolved_by": None}),
        ("sent_says_when", {"sent_at": None}),
        ("resolved_says_by_what|sent_says_when", {"state": GuidelineState.DRAFT}),
    ],
)
def test_a_guideline_says_by_what_it_was_resolved_and_when_it_was_sent(
    words: str, changes: dict[str, Any], adopted: Publication, secretariat: Person, refused: Refused
) -> None:
    refused(words, changed(formulating.sent(secretariat), **changes))


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("has_a_letter", {"letter_number": ""}),
        ("has_a_letter", {"digest": ""}),
        ("received_says_when", {"receipt_number": "1"}),
    ],
)
def test_a_dispatch_has_a_letter_and_a_receipt_or_none(
    words: str, changes: dict[str, Any], adopted: Publication, secretariat: Person, refused: Refused
) -> None:
    formulating.sent(secretariat)
    refused(words, changed(Dispatch.objects.latest("pk"), **changes))


def test_rows_of_a_guideline_are_distinct(
    adopted: Publication, secretariat: Person, refused: Refused, copy_of: Copy
) -> None:
    formulating.sent(secretariat)
    for model, words in (
        (Guideline, "cycle"),
        (GuidelineSection, "section_key_in_its_guideline"),
        (SectionWording, "wording_number_in_its_section"),
        (Dispatch, "dispatch_to_an_institution_is_one"),
    ):
        refused(words, copy_of(model._default_manager.latest("pk")))


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("finished_has_a_result", {"result": ""}),
        ("finished_has_a_result", {"finished_date": None}),
        ("begins_before_it_ends", {"finished_date": date(2024, 10, 31)}),
        ("has_a_name_and_bases", {"kinds": []}),
        ("has_a_name_and_bases", {"kinds": ["national"]}),
    ],
)
def test_a_consultation_that_ended_has_a_result(
    words: str, changes: dict[str, Any], adopted: Publication, secretariat: Person, refused: Refused
) -> None:
    formulating.consulting(secretariat)
    refused(words, changed(GuidelineConsultation.objects.get(), **changes))


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("has_a_title_and_kinds", {"title": ""}),
        ("has_a_title_and_kinds", {"kinds": []}),
        ("after_the_first_says_why", {"number": 2}),
    ],
)
def test_a_wording_is_for_plans_of_some_kind(
    words: str, changes: dict[str, Any], adopted: Publication, secretariat: Person, refused: Refused
) -> None:
    formulating.drafted(secretariat)
    refused(words, changed(SectionWording.objects.latest("pk"), **changes))


@pytest.mark.parametrize(
    ("words", "changes"),
    [
        ("is_of_a_section", {"section": ""}),
        ("is_to_a_unit_or_an_institution", {"unit": None}),
        ("handed_in_says_when", {"state": SubmissionState.SUBMITTED}),
        ("handed_in_says_when", {"submitted_at": AT}),
        ("decided_says_when", {"decided_at": AT}),
        (
            "returned_says_why|decided_says_when|handed_in_says_when",
            {"state": SubmissionState.RETURNED},
        ),
    ],
)
def test_an_assignment_says_to_whom_and_what_became_of_it(
    words: str, changes: dict[str, Any], db: None, refused: Refused
) -> None:
    refused(words, changed(collecting.staged().assigned("money"), **changes))


def test_a_returned_section_says_why(db: None, refused: Refused, copy_of: Copy) -> None:
    stage = collecting.staged()
    made = stage.assigned("money")
    acts = {"submitted_at": AT, "submitted_by": stage.writer, "decided_at": AT, "decided_by": stage.author}

    refused("returned_says_why", changed(made, state=SubmissionState.RETURNED, **acts))
    refused("to_one_is_one", copy_of(stage.assigned("vision")))
