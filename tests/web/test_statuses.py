"""What each person is answered who asks for a thing: 404 what is hidden or not there, 403 what is forbidden, 409 what is past."""

import re
from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker
from tests import cast
from tests.undone import undone

from goru.book.model import PlanBook
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans import queries as plans
from goru.pipelines.importing.actions import adopt_book
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.vocabulary import Decision, Part, ReadingState

pytestmark = [pytest.mark.web, pytest.mark.django_db]

ANSWERS = """
                                            author  auditor  secretariat
get   /imports/                             403     403      200
get   /imports/{to_decide}/                 403     403      200
get   /imports/{missing}/                   403     403      404
get   /imports/{missing}/progress/          403     403      404
post  /imports/{missing}/adopt/             403     403      404
post  /imports/{missing}/discard/           403     403      404
post  /imports/{missing}/retry/             403     403      404
post  /imports/{to_decide}/adopt/           403     403      302
post  /imports/{to_decide}/discard/         403     403      302
post  /imports/{to_decide}/retry/           403     403      409
post  /imports/{discarded}/adopt/           403     403      409
post  /imports/{discarded}/discard/         403     403      409
post  /imports/{discarded}/retry/           403     403      409
post  /imports/{failed}/adopt/              403     403      409
post  /imports/{failed}/retry/              403     403      302
post  /imports/{waiting}/adopt/             403     403      409
post  /imports/{waiting}/discard/           403     403      409
post  /imports/{waiting}/retry/             403     403      409
get   /2025/publications/1/return/          403     403      200
get   /2025/publications/9/return/          404     404      404
get   /2024/publications/1/return/          404     404      404
post  /2025/publications/1/return/          403     403      302
post  /2025/publications/2/return/          403     403      409
post  /2025/publications/9/return/          404     404      404
post  /2024/publications/1/return/          404     404      404
get   /audit/                               404     200      200
get   /audit/cycle/2025/                    404     200      200
get   /audit/cycle/2024/                    404     404      404
get   /audit/nonsense/1/                    404     404      404
"""
"""Publications are public, so that one is not there is hidden from nobody; of imports nobody else learns which there are."""
PEOPLE, *ROWS = [line.split() for line in ANSWERS.strip().split("\n")]
TRIED = [
    (method, address, who, int(status))
    for method, address, *statuses in ROWS
    for who, status in zip(PEOPLE, statuses, strict=True)
]


@pytest.fixture(scope="module")
def people(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, small_book: PlanBook
) -> Iterator[dict[str, Person]]:
    """Two publications of 2025, none of 2024, and an import in each state."""
    with django_db_blocker.unblock(), undone():
        secretariat = cast.officer("secretariat", Role.SECRETARIAT)
        adopt_twice(small_book)
        bring_in(small_book, secretariat)
        yield {
            "author": cast.officer("author", Role.AUTHOR, "seoul"),
            "auditor": cast.officer("auditor", Role.AUDITOR),
            "secretariat": secretariat,
        }


def adopt_twice(book: PlanBook) -> None:
    first, *others = book.plans
    fewer = book.model_copy(update={"plans": [first.model_copy(update={"core_tasks": []}), *others]})
    for one in (book, fewer):
        adopt_book(book=one, name="book", by=system_person(), at=cast.BEGINNING, accepted=list(Part))


def bring_in(book: PlanBook, by: Person) -> None:
    read = {"reading": ReadingState.READ, "year": 2025, "book": book.model_dump(mode="json")}
    decided = {"decision": Decision.DISCARDED, "decided_at": cast.BEGINNING, "decided_by": by}
    states: dict[str, dict[str, object]] = {
        "to_decide": read,
        "discarded": {"reading": ReadingState.READ, **decided},
        "failed": {"reading": ReadingState.FAILED, "failure": "왜", "failure_en": "why"},
        "waiting": {},
    }
    for name, state in states.items():
        Import.objects.create(
            name=name, digest=name, size=1, received_at=cast.BEGINNING, received_by=by, **state
        )


@pytest.mark.parametrize(("method", "address", "who", "status"), TRIED)
def test_each_is_answered_as_the_table_says(
    method: str, address: str, who: str, status: int, people: dict[str, Person]
) -> None:
    numbers = {one.name: one.pk for one in Import.objects.all()}
    current = plans.published(plans.cycle_of(2025))
    seen = {"version": 1, "replaces": current.digest, "is_accepted": "on", "seen": current.number}

    answer = getattr(cast.signed_in(people[who]), method)(
        address.format(**numbers, missing=max(numbers.values()) + 1), {**seen, "accepted_losses": list(Part)}
    )

    assert answer.status_code == status


def test_what_is_hidden_is_answered_as_what_is_not_there(people: dict[str, Person]) -> None:
    author = cast.signed_in(people["author"])

    pages = [author.get(f"/audit/cycle/{year}/").content.decode() for year in (2025, 2024)]
    hidden, missing = (re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', r"\1", page) for page in pages)

    assert hidden.replace("2025", "2024") == missing.replace("2025", "2024")
