"""A book that was read is adopted or left: by whom, as they saw it, and by one at a time."""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from tests.at_once import beside
from tests.pipelines.importing.actions.conftest import AT, read

from goru.book.model import PlanBook
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions.models import Person
from goru.domain.plans.models import Publication
from goru.pipelines.importing.actions import adopt_import, discard_import, finish_issue, receive_import
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.vocabulary import Decision, IssueState, ReadingState

pytestmark = [pytest.mark.web, pytest.mark.django_db]


def adopt(one: Import, by: Person, **given: Any) -> Import:
    wanted: dict[str, Any] = {
        "version": one.version,
        "replaces": "",
        "is_accepted": True,
        "by": by,
        "at": AT,
    } | given
    return adopt_import(import_id=one.pk, **wanted)


def act(name: str) -> tuple[object, ...]:
    """Who did it, to what, by which post, and what is said of it."""
    one = OfficialAct.objects.get(act=name)
    return one.by, one.line.subject, one.line.post, one.line.details


def test_who_adopts_and_when_is_kept_and_an_issue_follows(small_book: PlanBook, secretariat: Person) -> None:
    one = adopt(read(small_book, secretariat), secretariat, is_accepted=False)

    assert (one.decision, one.issuing, one.version) == (Decision.ADOPTED, IssueState.WAITING, 2)
    assert (one.decided_by, one.decided_at) == (secretariat, AT)
    assert one.document
    assert one.document.name == "book.txt"
    assert act("importing.import_adopted") == (
        secretariat,
        ("import", str(one.pk)),
        "지방시대위원회 기획단",
        {"name": "book.txt", "digest": "0" * 64, "year": one.year},
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT args FROM procrastinate_jobs WHERE task_name LIKE '%issue_adopted'")
        assert [str(one.pk) in str(args) for (args,) in cursor.fetchall()] == [True]


def test_a_stranger_neither_adopts_nor_discards(
    small_book: PlanBook, secretariat: Person, stranger_in_busan: Person
) -> None:
    one = read(small_book, secretariat)

    with pytest.raises(Refused, match="권한") as adopting:
        adopt(one, stranger_in_busan)
    with pytest.raises(Refused, match="권한") as discarding:
        discard_import(import_id=one.pk, version=1, by=stranger_in_busan, at=AT)

    assert adopting.value.why is discarding.value.why is Why.FORBIDDEN
    assert Import.objects.get().decision == Decision.OPEN


def test_a_stranger_is_refused_before_they_learn_what_the_import_is(stranger_in_busan: Person) -> None:
    with pytest.raises(Refused, match="권한"):
        adopt_import(import_id=0, version=1, replaces="", is_accepted=True, by=stranger_in_busan, at=AT)


def test_an_older_page_neither_adopts_nor_discards(small_book: PlanBook, secretariat: Person) -> None:
    one = read(small_book, secretariat)
    Import.objects.update(version=2)

    with pytest.raises(Outdated) as adopting:
        adopt(one, secretariat)
    with pytest.raises(Outdated) as discarding:
        discard_import(import_id=one.pk, version=1, by=secretariat, at=AT)

    assert adopting.value.about == discarding.value.about == ("import", str(one.pk))


def test_who_compared_with_another_publication_looks_again(
    adopted: Publication, raised: PlanBook, secretariat: Person
) -> None:
    one = read(raised, secretariat)

    for replaces in ("", "f" * 64):
        with pytest.raises(Outdated, match="다른 계획서가 채택") as found:
            adopt(one, secretariat, replaces=replaces)
        assert found.value.about == ("import", str(one.pk))
    assert adopt(one, secretariat, replaces=adopted.digest).decision == Decision.ADOPTED


def test_who_answers_what_was_not_asked_looks_again(
    adopted: Publication, raised: PlanBook, secretariat: Person
) -> None:
    with pytest.raises(Outdated) as found:
        adopt(
            read(raised, secretariat),
            secretariat,
            replaces=adopted.digest,
            same={"plans/세종": UUID(int=1)},
        )

    assert found.value.about


def test_a_difference_is_adopted_by_who_says_that_they_saw_it(
    adopted: Publication, raised: PlanBook, secretariat: Person
) -> None:
    one = read(raised, secretariat)

    with pytest.raises(Refused, match="차이를 확인했다고") as found:
        adopt(one, secretariat, replaces=adopted.digest, is_accepted=False)

    assert found.value.about == ("import", str(one.pk))
    assert Import.objects.get().decision == Decision.OPEN
    assert Publication.objects.count() == 1


def test_what_would_be_gone_is_accepted_part_by_part(
    adopted: Publication, small_book: PlanBook, secretariat: Person
) -> None:
    one = read(small_book.model_copy(update={"plans": small_book.plans[1:]}), secretariat)

    with pytest.raises(Refused) as found:
        adopt(one, secretariat, replaces=adopted.digest)

    assert "차이를 확인했다고" not in str(found.value)
    assert found.value.about == ("import", str(one.pk))


def test_what_is_still_read_is_neither_adopted_nor_discarded(
    small_book: PlanBook, secretariat: Person
) -> None:
    one = read(small_book, secretariat)
    Import.objects.update(reading=ReadingState.CHECKING)

    with pytest.raises(Refused, match="아직 다 읽지 않은") as adopting:
        adopt(one, secretariat)
    with pytest.raises(Refused, match="다 읽은 뒤에") as discarding:
        discard_import(import_id=one.pk, version=1, by=secretariat, at=AT)

    assert adopting.value.about == discarding.value.about == ("import", str(one.pk))


def test_what_is_adopted_is_not_discarded(small_book: PlanBook, secretariat: Person) -> None:
    one = adopt(read(small_book, secretariat), secretariat)

    with pytest.raises(Refused, match="이미 채택된") as found:
        discard_import(import_id=one.pk, version=one.version, by=secretariat, at=AT)

    assert found.value.about == ("import", str(one.pk))


def test_what_is_discarded_keeps_who_did_it_and_nothing_of_the_book(
    small_book: PlanBook, secretariat: Person
) -> None:
    one = read(small_book, secretariat)

    left = discard_import(import_id=one.pk, version=1, by=secretariat, at=AT)

    assert (left.decision, left.decided_by, left.decided_at) == (Decision.DISCARDED, secretariat, AT)
    assert (left.book, left.checked, left.printed, left.version) == (None, [], [], 2)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_adopt_for_the_same_publication_at_once_one_looks_again(
    adopted: Publication, raised: PlanBook, small_book: PlanBook, secretariat: Person
) -> None:
    one = read(raised, secretariat)
    other = read(small_book.model_copy(update={"title": "다른 표제"}), secretariat)
    replaces = adopted.digest

    answer = beside(
        lambda: adopt(one, secretariat, replaces=replaces),
        lambda: adopt(other, secretariat, replaces=replaces),
    )

    assert isinstance(answer, Outdated)
    assert Publication.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_file_that_comes_while_it_is_forgotten_stays(secretariat: Person, uploads: Path) -> None:
    def receive() -> Import:
        return receive_import(name="book.txt", chunks=[b"book"], by=secretariat, at=AT)

    first = receive()
    Import.objects.update(reading=ReadingState.FAILED, failure="못 읽음", failure_en="unread")

    answer = beside(receive, lambda: discard_import(import_id=first.pk, version=1, by=secretariat, at=AT))

    assert isinstance(answer, Import)
    assert (uploads / first.digest).exists()


def test_a_file_that_nobody_needs_any_more_goes(
    secretariat: Person, uploads: Path, django_capture_on_commit_callbacks: Any
) -> None:
    both = [receive_import(name="book.txt", chunks=[b"book"], by=secretariat, at=AT) for _ in range(2)]
    Import.objects.update(reading=ReadingState.FAILED, failure="못 읽음", failure_en="unread")

    there = []
    for one in both:
        with django_capture_on_commit_callbacks(execute=True):
            discard_import(import_id=one.pk, version=1, by=secretariat, at=AT)
        there.append((uploads / one.digest).exists())

    assert there == [True, False]


def test_what_is_left_is_on_record(small_book: PlanBook, secretariat: Person) -> None:
    one = read(small_book, secretariat)

    discard_import(import_id=one.pk, version=1, by=secretariat, at=AT)

    assert act("importing.book_discarded") == (
        secretariat,
        ("import", str(one.pk)),
        "지방시대위원회 기획단",
        {"name": "book.txt", "digest": "0" * 64},
    )


def test_an_issue_is_finished_once_for_the_version_that_asked_for_it(
    small_book: PlanBook, secretariat: Person
) -> None:
    one = adopt(read(small_book, secretariat), secretariat)

    states = []
    for version in (one.version - 1, one.version, one.version):
        finish_issue(import_id=one.pk, version=version)
        states.append(Import.objects.get().issuing)

    assert states == [IssueState.WAITING, IssueState.ISSUED, IssueState.ISSUED]
