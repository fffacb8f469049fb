"""Every cell of the table is tried at the action, and over HTTP where a page has the deed."""

import random
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import Client
from django.utils import timezone
from tests import cast
from tests.rights.conftest import AT
from tests.rights.deeds import DEEDS
from tests.rights.examples import NOBODY, Examples
from tests.rights.test_table import expected
from tests.rights.tries import ACTS, REQUESTS, WITHOUT_A_PAGE, Try
from tests.undone import undone

from goru.core.verdict import Refused, Why
from goru.domain.institutions.models import Person

pytestmark = [pytest.mark.web, pytest.mark.django_db]
MARKS = {Why.FORBIDDEN: "✕", Why.HIDDEN: "-", Why.STATE: "!"}
STATUS = {200: "O", 302: "O", 403: "✕", 404: "-", 409: "!"}
A_SHARE = 6
"""Of the persons of each deed, how many are tried in `make test`."""


def tried(deed: str, request: pytest.FixtureRequest) -> dict[str, str]:
    """The cells of a deed: all with --soak, else some, others for each deed, and the one who may."""
    cells = expected()[deed]
    if request.config.getoption("soak"):
        return cells
    some = set(random.Random(deed).sample(sorted(cells), A_SHARE))  # noqa: S311
    return {name: mark for name, mark in cells.items() if name in some or mark == "O"}


@pytest.fixture
def newcomer(there: Examples) -> Person:
    return cast.person("newcomer")


@pytest.mark.parametrize("deed", ACTS)
def test_the_action_answers_as_the_table_says(
    deed: str,
    there: Examples,
    newcomer: Person,
    request: pytest.FixtureRequest,
    settings: Any,
    tmp_path: Path,
) -> None:
    settings.UPLOADS = tmp_path
    wanted = tried(deed, request)
    wanted.pop(NOBODY, None)  # an action is always somebody's

    found = {name: by_action(deed, Try(there, there.persons[name], newcomer, AT)) for name in wanted}

    assert found == wanted


def by_action(deed: str, this: Try) -> str:
    with undone():
        try:
            ACTS[deed](this)
        except Refused as refused:
            return MARKS[refused.why]
        except ObjectDoesNotExist:
            return MARKS[Why.HIDDEN]
        return "O"


@pytest.mark.parametrize("deed", REQUESTS)
def test_the_page_answers_as_the_table_says(
    deed: str, there: Examples, newcomer: Person, request: pytest.FixtureRequest
) -> None:
    wanted = tried(deed, request)

    found = {name: over_http(deed, name, there, newcomer) for name in wanted}

    assert found == {name: "sign in" if name == NOBODY else mark for name, mark in wanted.items()}


def over_http(deed: str, name: str, there: Examples, newcomer: Person) -> str:
    by = there.persons[name]
    this = Try(there, by, newcomer, timezone.localtime())
    asked = REQUESTS[deed](this)
    with undone():
        client = cast.signed_in(by) if isinstance(by, Person) else Client()
        answer = client.post(asked.path, asked.sent) if asked.sent else client.get(asked.path)
    if answer.status_code == 302 and "/accounts/sign-in/" in answer["Location"]:
        return "sign in"
    return STATUS[answer.status_code]


def test_every_deed_is_tried_or_has_no_page_yet() -> None:
    keys = [one.key for one in DEEDS]

    assert set(keys) == expected().keys() == set(REQUESTS) | set(WITHOUT_A_PAGE)
    assert set(REQUESTS).isdisjoint(WITHOUT_A_PAGE)
    assert set(keys) - set(ACTS) == {"read-log", "see-accounts", "see-draft", "see-board"}
