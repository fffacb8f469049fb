"""Who may adopt a book, and by one at a time; what adopting comes to is tried in ../test_actions.py."""

import pytest
from tests.at_once import beside
from tests.pipelines.importing.actions.conftest import AT

from goru.book.model import PlanBook
from goru.core.audit import queries as audit
from goru.core.verdict import Refused, Why
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Cycle, Publication
from goru.pipelines.importing.actions import Adoption, adopt_book

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def test_a_stranger_adopts_nothing(small_book: PlanBook, stranger_in_busan: Person) -> None:
    with pytest.raises(Refused, match="가져올 권한") as found:
        adopt_book(book=small_book, name="book.json", by=stranger_in_busan, at=AT)

    assert found.value.why is Why.FORBIDDEN
    assert not Cycle.objects.exists()


def test_an_adoption_is_on_record_with_who_and_by_which_post(
    small_book: PlanBook, secretariat: Person
) -> None:
    done = adopt_book(book=small_book, name="book.json", by=secretariat, at=AT)

    act = audit.acts_about("cycle", "2025")[-1]
    assert done.document
    assert (act.act, act.by_id, act.at) == ("importing.book_adopted", secretariat.pk, AT)
    assert (act.line.post, act.line.details["digest"]) == ("지방시대위원회 기획단", done.document.digest)
    assert (act.line.details["publication"], act.line.details["losses"]) == (1, {})


def test_the_lines_of_a_book_are_kept_with_it(small_book: PlanBook, secretariat: Person) -> None:
    lines = [(1, 1, None, "한 줄")]

    done = adopt_book(book=small_book, name="book.txt", by=secretariat, at=AT, lines=lines)

    assert done.document
    assert done.document.lines.count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_adopts_while_another_does_is_compared_with_what_they_left(
    adopted: Publication, small_book: PlanBook, raised: PlanBook, secretariat: Person
) -> None:
    def adopt(book: PlanBook, accepted: tuple[()] | None) -> Adoption:
        return adopt_book(book=book, name="book.json", by=secretariat, at=AT, accepted=accepted)

    answer = beside(lambda: adopt(raised, ()), lambda: adopt(small_book, None))

    assert isinstance(answer, Adoption)
    assert answer.difference
    assert not answer.is_applied
    assert Publication.objects.count() == 2
