"""Who was assigned sections takes these along as a workbook, and brings a workbook or a document back into them alone."""

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests import cast
from tests.collecting import Stage, as_it_is, staged
from tests.reading import read_all

from goru.domain.formulation import actions
from goru.domain.plans.models import Edit
from goru.domain.plans.vocabulary import EditWay
from goru.pipelines.importing.models import Proposal

pytestmark = [pytest.mark.web, pytest.mark.django_db, pytest.mark.usefixtures("register_loaded")]

HEAD = 3


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path) -> None:
    settings.UPLOADS = tmp_path


@pytest.fixture
def stage() -> Stage:
    return staged()


def workbook(client: Client, stage: Stage) -> Any:
    answer = client.get(f"/writing/editions/{stage.edition.pk}/workbook.xlsx")
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def bring(client: Client, stage: Stage, content: bytes, name: str = "서식.xlsx") -> Proposal:
    file = SimpleUploadedFile(name, content)
    answer = client.post(f"/writing/editions/{stage.edition.pk}/bring-in/", {"file": file})
    assert answer.status_code == 302, answer.content.decode()
    read_all()
    return Proposal.objects.latest("pk")


def bytes_of(book: Any) -> bytes:
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def filled(book: Any) -> bytes:
    """One indicator more."""
    sheet = book["성과지표"]
    heads = {cell.value: cell.column for cell in sheet[HEAD]}
    for head, said in (("구분", "자율지표"), ("이름", "도서관"), ("목표", "3")):
        sheet.cell(HEAD + 1, heads[head], said)
    return bytes_of(book)


def apply(client: Client, proposal: Proposal) -> Any:
    page = client.get(f"/writing/proposals/{proposal.pk}/").content.decode()
    picked = re.findall(r'name="pick" value="(\d+)"', page)
    sent = {"deed": "apply", "version": proposal.version, "pick": picked}
    return client.post(f"/writing/proposals/{proposal.pk}/", sent)


def test_a_municipality_takes_its_sections_along_and_brings_them_back(stage: Stage) -> None:
    stage.assigned("indicators", stage.municipality)
    stage.write(stage.author, stage.total(123456))
    client = cast.signed_in(stage.jongno)
    book = workbook(client, stage)

    sheets = [one for one in book.sheetnames if book[one].sheet_state == "visible"]
    proposal = bring(client, stage, filled(book))
    page = client.get(f"/writing/proposals/{proposal.pk}/").content.decode()
    answer = apply(client, proposal)

    assert sheets == ["안내", "성과지표"]
    assert "도서관" in page
    assert answer.status_code == 302
    assert [(one["name"], one["target"]) for one in stage.now()["indicators"]] == [("도서관", "3")]
    assert stage.now()["budget"]["total"] == 123456
    assert Edit.objects.filter(by=stage.jongno, way=EditWay.WORKBOOK).exists()
    assert client.get(f"/writing/editions/{stage.edition.pk}/bring-in/").status_code == 200


def test_what_a_whole_workbook_says_elsewhere_is_left_out_and_counted(stage: Stage) -> None:
    stage.assigned("indicators", stage.municipality)
    whole = workbook(cast.signed_in(stage.author), stage)
    whole["핵심과제"].cell(HEAD + 1, 3, "남의 과제 이름")
    client = cast.signed_in(stage.jongno)

    proposal = bring(client, stage, filled(whole))
    page = client.get(f"/writing/proposals/{proposal.pk}/").content.decode()

    assert "맡은 절이 아닌 곳의 수정 1건은 가져오지 않았습니다." in page
    assert "마을" not in page
    apply(client, proposal)
    assert [one["name"] for one in stage.now()["indicators"]] == ["도서관"]
    assert [one["name"] for one in stage.now()["core_tasks"]] == ["마을", "일터"]


def test_a_section_that_was_handed_in_meanwhile_takes_nothing(stage: Stage) -> None:
    assigned = stage.assigned("indicators", stage.municipality)
    client = cast.signed_in(stage.jongno)
    proposal = bring(client, stage, filled(workbook(client, stage)))
    actions.submit_section(**as_it_is(assigned), by=stage.jongno, at=assigned.assigned_at)

    answer = client.post(
        f"/writing/proposals/{proposal.pk}/", {"deed": "apply", "version": proposal.version, "pick": "0"}
    )

    assert answer.status_code == 409
    assert stage.now()["indicators"] == []


def test_a_contributor_decides_on_no_others_proposal(stage: Stage) -> None:
    stage.assigned("indicators", stage.municipality)
    stage.assigned("money")
    authors = cast.signed_in(stage.author)
    proposal = bring(authors, stage, filled(workbook(authors, stage)))

    jongno, writer = cast.signed_in(stage.jongno), cast.signed_in(stage.writer)
    discard = {"deed": "discard", "version": proposal.version}

    assert jongno.get(f"/writing/proposals/{proposal.pk}/").status_code == 404
    assert writer.get(f"/writing/proposals/{proposal.pk}/").status_code == 200
    assert writer.post(f"/writing/proposals/{proposal.pk}/", discard).status_code == 403
    assert Proposal.objects.get().state == "proposed"
