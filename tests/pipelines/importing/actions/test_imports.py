"""A file is received and read again by the secretariat alone, as they saw it."""

import hashlib
import json
from pathlib import Path

import pytest
from django.db import connection
from django.utils.translation import gettext_lazy
from tests.at_once import beside
from tests.pipelines.importing.actions.conftest import AT, read

from goru.book.model import PlanBook
from goru.core.audit.models import OfficialAct
from goru.core.verdict import Outdated, Refused, Why
from goru.domain.institutions.models import Person
from goru.pipelines.importing.actions import discard_import, fail_import, receive_import, retry_import
from goru.pipelines.importing.models import Import
from goru.pipelines.importing.vocabulary import ReadingState

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("empty_queue")]


def waiting() -> list[tuple[str, object]]:
    """The jobs that wait: which, and with what."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args::text FROM procrastinate_jobs ORDER BY id")
        return [(task.rpartition(".")[2], json.loads(args)) for task, args in cursor.fetchall()]


def act(name: str) -> tuple[object, ...]:
    """Who did it, to what, by which post, and what is said of it."""
    one = OfficialAct.objects.get(act=name)
    return one.by, one.line.subject, one.line.post, one.line.details


@pytest.fixture
def failed(secretariat: Person) -> Import:
    one = receive_import(name="book.txt", chunks=[b"bo", b"ok"], by=secretariat, at=AT)
    fail_import(import_id=one.pk, version=1, reason=gettext_lazy("이미 버린 계획서입니다."))
    return Import.objects.get()


def test_what_is_received_is_kept_whole_under_its_name(secretariat: Person, uploads: Path) -> None:
    one = receive_import(name="a\x00b\n.txt", chunks=[b"bo", b"ok"], by=secretariat, at=AT)

    assert (one.name, one.size, one.reading) == ("ab.txt", 4, ReadingState.RECEIVED)
    assert (one.received_by, one.received_at) == (secretariat, AT)
    assert (uploads / one.digest).read_bytes() == b"book"
    assert waiting() == [("read_upload", {"import_id": one.pk, "version": 1})]
    assert act("importing.book_received") == (
        secretariat,
        ("import", str(one.pk)),
        "지방시대위원회 기획단",
        {"name": "ab.txt", "digest": one.digest},
    )


@pytest.mark.parametrize(
    ("name", "kept"),
    [("\x00", hashlib.sha256(b"book").hexdigest()[:12]), ("x" * 300 + ".txt", "x" * 196 + ".txt")],
)
def test_a_name_is_never_empty_and_never_long(secretariat: Person, name: str, kept: str) -> None:
    one = receive_import(name=name, chunks=[b"book"], by=secretariat, at=AT)

    assert one.name == kept


def test_a_stranger_brings_nothing_in(stranger_in_busan: Person, uploads: Path) -> None:
    with pytest.raises(Refused) as found:
        receive_import(name="book.txt", chunks=[b"book"], by=stranger_in_busan, at=AT)

    assert found.value.why is Why.FORBIDDEN
    assert not Import.objects.exists()
    assert not list(uploads.iterdir())


def test_why_it_failed_is_kept_in_both_languages(failed: Import) -> None:
    assert failed.reading == ReadingState.FAILED
    assert failed.failure == "이미 버린 계획서입니다."
    assert failed.failure_en
    assert failed.failure_en != failed.failure
    assert failed.version == 1


def test_what_failed_is_tried_again(failed: Import, secretariat: Person) -> None:
    one = retry_import(import_id=failed.pk, version=1, by=secretariat, at=AT)

    assert (one.reading, one.failure, one.failure_en, one.version) == (ReadingState.RECEIVED, "", "", 2)
    assert waiting() == [("read_upload", {"import_id": one.pk, "version": version}) for version in (1, 2)]
    assert act("importing.tried_again") == (
        secretariat,
        ("import", str(one.pk)),
        "지방시대위원회 기획단",
        {"what": "reading"},
    )


def test_a_stranger_tries_nothing_again(failed: Import, stranger_in_busan: Person) -> None:
    with pytest.raises(Refused) as found:
        retry_import(import_id=failed.pk, version=1, by=stranger_in_busan, at=AT)

    assert found.value.why is Why.FORBIDDEN


def test_an_older_page_tries_nothing_again(failed: Import, secretariat: Person) -> None:
    retry_import(import_id=failed.pk, version=1, by=secretariat, at=AT)
    fail_import(import_id=failed.pk, version=2, reason="again")

    with pytest.raises(Outdated) as found:
        retry_import(import_id=failed.pk, version=1, by=secretariat, at=AT)

    assert found.value.about == ("import", str(failed.pk))


def test_what_did_not_fail_is_not_tried_again(small_book: PlanBook, secretariat: Person) -> None:
    one = read(small_book, secretariat)

    with pytest.raises(Refused) as found:
        retry_import(import_id=one.pk, version=1, by=secretariat, at=AT)

    assert found.value.about == ("import", str(one.pk))


def test_what_is_discarded_is_not_tried_again(failed: Import, secretariat: Person) -> None:
    discard_import(import_id=failed.pk, version=1, by=secretariat, at=AT)

    with pytest.raises(Refused, match="이미 버린") as found:
        retry_import(import_id=failed.pk, version=2, by=secretariat, at=AT)

    assert found.value.about == ("import", str(failed.pk))


def test_a_job_of_an_older_version_or_of_what_is_done_fails_nothing(
    small_book: PlanBook, secretariat: Person
) -> None:
    one = read(small_book, secretariat)

    fail_import(import_id=one.pk, version=1, reason="late")
    Import.objects.update(reading=ReadingState.CHECKING, version=2)
    fail_import(import_id=one.pk, version=1, reason="late")

    assert Import.objects.get().reading == ReadingState.CHECKING


@pytest.mark.django_db(transaction=True)
def test_a_file_that_comes_again_while_it_is_left_stays(
    failed: Import, secretariat: Person, uploads: Path
) -> None:
    again = beside(
        lambda: discard_import(import_id=failed.pk, version=1, by=secretariat, at=AT),
        lambda: receive_import(name="book.txt", chunks=[b"book"], by=secretariat, at=AT),
    )

    assert again.digest == failed.digest
    assert (uploads / failed.digest).exists()
