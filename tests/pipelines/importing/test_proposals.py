"""What a file proposes, as it is kept: of a workbook or a document, proposed until somebody decides."""

from pathlib import Path
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from tests import cast

from goru.domain.institutions.models import Person
from goru.domain.institutions.vocabulary import Role
from goru.domain.plans.actions import open_empty_plan
from goru.domain.plans.models import Edition, Plan, Publication
from goru.pipelines.importing import jobs, queries
from goru.pipelines.importing.actions import receive_proposal
from goru.pipelines.importing.models import Proposal

pytestmark = [pytest.mark.web, pytest.mark.django_db]


@pytest.fixture
def author(adopted: Publication) -> Person:
    return cast.officer("author", Role.AUTHOR, "sejong")


@pytest.fixture
def edition(author: Person) -> Edition:
    plan = Plan.objects.get(institution__key="sejong")
    return open_empty_plan(plan=plan, by=author, at=cast.BEGINNING)


def kept(edition: Edition, author: Person, **others: Any) -> Proposal:
    given = {"way": "document", "state": "proposed", "made_at": cast.BEGINNING, "made_by": author, **others}
    return Proposal.objects.create(edition=edition, name="plan", digest="0" * 64, **given)


@pytest.mark.parametrize(
    "others",
    [
        {"way": "form"},
        {"way": "workbook"},
        {"way": "document", "seen_edition": 1, "seen_version": 1},
        {"state": "applied"},
        {"state": "reading"},
        {"state": "failed", "way": ""},
        {"failure": "왜"},
        {"state": "unknown", "decided_at": cast.BEGINNING},
        {"decided_at": cast.BEGINNING},
    ],
)
def test_a_proposal_that_cannot_be_is_not_kept(
    others: dict[str, Any], edition: Edition, author: Person
) -> None:
    if "decided_at" in others:
        others = {**others, "decided_by": author}

    with pytest.raises(IntegrityError), transaction.atomic():
        kept(edition, author, **others)

    assert kept(edition, author).state == "proposed"
    assert kept(edition, author, way="workbook", seen_edition=1, seen_version=1)
    assert kept(edition, author, way="", state="reading")


@pytest.fixture
def waiting(edition: Edition, author: Person, settings: Any, tmp_path: Path) -> Proposal:
    settings.UPLOADS = tmp_path
    return receive_proposal(
        edition_id=edition.pk, name="plan.txt", chunks=[b"plan"], by=author, at=cast.BEGINNING
    )


def test_a_file_that_is_lost_fails_the_proposal_and_the_job(waiting: Proposal, tmp_path: Path) -> None:
    (tmp_path / "drafts" / waiting.digest).unlink()

    with pytest.raises(FileNotFoundError):
        jobs.read_proposal(proposal_id=waiting.pk)

    failed = Proposal.objects.get()
    assert failed.state == "failed"
    assert "다시 저장한 파일" in failed.failure
    assert "Save the file again" in failed.failure_en


def test_the_file_of_two_proposals_stays_until_both_are_read(
    waiting: Proposal, edition: Edition, author: Person, tmp_path: Path
) -> None:
    again = receive_proposal(
        edition_id=edition.pk, name="plan.txt", chunks=[b"plan"], by=author, at=cast.BEGINNING
    )

    jobs.read_proposal(proposal_id=waiting.pk)
    between = list((tmp_path / "drafts").iterdir())
    jobs.read_proposal(proposal_id=again.pk)

    assert len(between) == 1
    assert list((tmp_path / "drafts").iterdir()) == []
    assert set(Proposal.objects.values_list("state", flat=True)) == {"failed"}


def test_one_whose_job_is_gone_is_forsaken(waiting: Proposal) -> None:
    before = queries.forsaken_proposals()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")

    assert before == []
    assert queries.forsaken_proposals() == [waiting]
