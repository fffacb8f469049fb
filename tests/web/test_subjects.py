"""Where a refusal, or a line of the log, leads: to the page of its subject, or the nearest that the person may see."""

import pytest
from django.contrib.auth.models import AnonymousUser
from tests import cast, collecting, formulating

from goru.core.verdict import Subject
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import queries as plans
from goru.domain.plans.models import Publication
from goru.web.subjects import KINDS, where

pytestmark = [pytest.mark.web, pytest.mark.django_db]
EXPECTED = {
    "secretariat": {
        "cycle 2025": "/2025/publications/",
        "cycle 2031": "",
        "plan 2025/sejong": "/2025/institutions/sejong/",
        "plan 2025/national": "/2025/publications/",
        "plan 2025/seoul": "/2025/publications/",
        "import 3": "/imports/3/",
        "institution seoul": "/posts/seoul/",
        "institution nowhere": "/posts/",
        "post author:seoul": "/posts/seoul/",
        "post contributor:seoul/문화본부": "/posts/seoul/",
        "post secretariat": "/posts/committee/",
        "item P0001237": "/items/P0001237",
        "item 00000000-0000-0000-0000-000000000000": "",
        "person secretariat": "/accounts/",
        "person somebody": "",
        "mail 1": "/accounts/mails/",
        "register institutions": "/posts/",
        "edition 0": "",
        "duty 2025/seoul/yearly-plan": "/calendar/2025/duties/",
        "five-year-plan committee/2023": "/calendar/plans/committee/2023/",
        "five-year-plan seoul/2023": "/calendar/plans/",
        "five-year-plan ": "/calendar/plans/",
        "holiday 2025-01-27": "/calendar/holidays/",
        "body committee": "/meetings/",
        "meeting committee/3": "/meetings/",
        "guideline 2025": "/guidelines/",
        "case 특구-기회-2024-001": "/registers/",
        "case-register all": "/registers/",
        "round zone/2024": "/registers/zone/rounds/2024/",
        "proposal 0": "",
        "explanation 0": "",
        "assignment 0": "/desk/",
        "attachments 0": "",
        "comment 0": "/desk/",
        "section 0/money": "",
        "collecting 2025/seoul": "",
        "collecting 2031/seoul": "",
        "of-no-room 1-1": "",
    },
    "certifier": {
        "collecting 2025/seoul": "/writing/2025/seoul/collecting/",
        "import 3": "",
        "institution seoul": "/posts/",
        "post certifier:seoul": "/posts/",
        "cycle 2025": "/2025/publications/",
    },
    "nobody": {
        "proposal 0": "",
        "explanation 0": "",
        "import 3": "",
        "institution seoul": "",
        "post author:seoul": "",
        "person x": "",
        "mail 1": "",
        "body committee": "",
        "meeting committee/3": "",
        "guideline 2025": "",
        "register institutions": "",
        "assignment 0": "",
        "comment 0": "",
        "collecting 2025/seoul": "",
    },
}


def of(text: str) -> Subject:
    kind, _blank, key = text.partition(" ")
    return Subject(kind, key)


@pytest.fixture
def persons(secretariat: Person) -> dict[str, Person | AnonymousUser]:
    certifier = cast.officer("certifier", Role.CERTIFIER, "seoul")
    return {"secretariat": secretariat, "certifier": certifier, "nobody": AnonymousUser()}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_subject_leads_to_its_page_or_the_nearest_that_the_person_may_see(
    name: str, adopted: Publication, persons: dict[str, Person | AnonymousUser]
) -> None:
    found = {text: where(of(text), persons[name]) for text in EXPECTED[name]}

    assert found == EXPECTED[name]


def test_every_kind_is_tried() -> None:
    assert {of(text).kind for text in EXPECTED["secretariat"]} - {"of-no-room"} == set(KINDS)


def test_an_edition_leads_to_what_is_published_of_its_plan(adopted: Publication) -> None:
    pages = {where(Subject("edition", str(one.pk)), AnonymousUser()) for one in plans.editions_of(adopted)}

    assert {"/2025/institutions/sejong/", "/2025/publications/"} <= pages


def test_a_guideline_and_its_meeting_lead_there_for_who_may_see_them(
    adopted: Publication, persons: dict[str, Person | AnonymousUser]
) -> None:
    by = persons["secretariat"]
    assert isinstance(by, Person)
    guideline = formulating.consulting(by)
    meeting = formulating.called(formulating.committee(by), by)

    for subject, address in (
        (guideline.subject, "/guidelines/2025/"),
        (meeting.subject, "/meetings/committee/3/"),
        (Subject("body", "committee"), "/meetings/committee/"),
    ):
        assert where(subject, by) == address
        assert where(subject, persons["certifier"]) in ("/guidelines/", "/meetings/")
        assert where(subject, persons["nobody"]) == ""


def test_an_assigned_section_leads_to_where_it_is_written_or_collected(db: None) -> None:
    stage = collecting.staged()
    money = stage.assigned("money").subject
    indicators = stage.assigned("indicators", stage.municipality).subject
    section = f"/writing/editions/{stage.edition.pk}"
    board = "/writing/2026/seoul/collecting/"

    assert where(money, stage.writer) == f"{section}/money/"
    assert where(indicators, stage.jongno) == f"{section}/indicators/"
    assert where(money, stage.author) == where(indicators, stage.writer) == board
    assert where(money, stage.jongno) == "/desk/"
    assert where(money, AnonymousUser()) == ""
