"""Going back to an earlier publication: by whom, as they saw it, and by one at a time."""

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.at_once import beside
from tests.pipelines.importing.actions.conftest import AT

from goru.book.model import PlanBook
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions.actions import system_person
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Publication
from goru.domain.plans.queries.publications import editions_of
from goru.pipelines.importing.actions import adopt_book, return_to_publication
from goru.pipelines.issuing.vocabulary import ISSUE_CYCLE

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture
def second(adopted: Publication, raised: PlanBook) -> Publication:
    adopt_book(book=raised, name="second.json", by=system_person(), at=AT, accepted=())
    return Publication.objects.get(number=2)


def back(to: Publication, seen: int, by: Person) -> Publication:
    return return_to_publication(to=to, seen=seen, by=by, at=AT)


def test_going_back_publishes_the_earlier_editions_as_a_new_one(
    adopted: Publication, second: Publication, secretariat: Person
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")

    third = back(adopted, 2, secretariat)

    assert (third.number, third.by, third.at) == (3, secretariat, AT)
    assert editions_of(third) == editions_of(adopted) != editions_of(second)
    assert ISSUE_CYCLE.task in ProcrastinateJob.objects.values_list("task_name", flat=True)


def test_a_stranger_does_not_go_back(
    adopted: Publication, second: Publication, stranger_in_busan: Person
) -> None:
    for to, seen in ((adopted, 2), (second, 2), (adopted, 1)):
        with pytest.raises(Refused) as found:
            back(to, seen, stranger_in_busan)
        assert (found.value.why, found.value.about) == (Why.FORBIDDEN, ("cycle", "2025"))
    assert Publication.objects.count() == 2


def test_who_saw_another_publication_in_force_looks_again(
    adopted: Publication, second: Publication, secretariat: Person
) -> None:
    for seen in (1, 3):
        with pytest.raises(Outdated) as found:
            back(adopted, seen, secretariat)
        assert found.value.about == ("cycle", "2025")


def test_there_is_no_going_back_to_what_is_in_force(second: Publication, secretariat: Person) -> None:
    with pytest.raises(Refused, match="같습니다") as found:
        back(second, 2, secretariat)

    assert found.value.about == ("cycle", "2025")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_go_back_at_once_one_looks_again(
    adopted: Publication, second: Publication, secretariat: Person
) -> None:
    answer = beside(lambda: back(adopted, 2, secretariat), lambda: back(adopted, 2, secretariat))

    assert isinstance(answer, Outdated)
    assert Publication.objects.count() == 3
